import { sql } from 'kysely'
import type { z } from 'zod'
import { holds } from '#accounts'
import type { Actor } from '#platform/act'
import type { CivilDate } from '#platform/civil-date'
import type { Db } from '#platform/database'
import type { agreements as contract } from '../contract/life-cycle.ts'
import { isWorking } from '../edition.ts'
import { isVisible } from '../finding.ts'
import { refuse } from '../life-cycle-refusals.ts'
import { workingStates } from '../lifecycle.ts'
import { limitOn } from '../limits/limit.ts'
import { mayEdit } from '../policy.ts'
import { editionById } from '../store/editions.ts'
import { answerers, commonPath, mayDecide } from './commands.ts'
import { openAgreements } from './standing.ts'
import { askedAbout, decisionOn } from './store.ts'

/** Who was asked about a text, what they said, who may do what about it. */
export async function agreementsOf(
  db: Db,
  by: Actor,
  editionId: number,
  today: CivilDate,
): Promise<z.output<typeof contract.output>> {
  const edition = await editionById(db, editionId)
  if (!edition || !(await isVisible(db, editionId, { kind: 'staff', by }))) throw refuse('notFound')
  const asked = await askedAbout(db, editionId)
  const decision = await decisionOn(db, editionId)
  const isOpen = isWorking(edition) && workingStates.includes(edition.state)
  const paths = asked.map((one) => one.path)
  const open = openAgreements(asked, decision)
  return {
    agreements: asked.map((one) => ({
      id: one.id,
      organization: { id: one.organizationId, code: one.code, name: one.name },
      question: one.question,
      dueOn: one.dueOn,
      askedAt: one.askedAt.toISOString(),
      askedBy: one.askedBy,
      answer: one.answer,
      note: one.note,
      answeredAt: one.answeredAt?.toISOString() ?? null,
      answeredBy: one.answeredBy,
      outdated: one.outdated,
      late: one.answer === null && one.dueOn < today,
      mayAnswer: isOpen && one.answer === null && holds(by, answerers, one.path),
    })),
    decision: decision && { ...decision, at: decision.at.toISOString() },
    mayAsk: isOpen && mayEdit(by, edition),
    mayDecide: isOpen && asked.length > 0 && open.length > 0 && mayDecide(by, edition, paths),
    superior:
      asked.length > 0
        ? await nameAt(db, commonPath([edition.document.owner.path, ...paths]))
        : null,
    source: (await limitOn(db, 'agreementAnswer', today)).source,
  }
}

async function nameAt(db: Db, path: string): Promise<string | null> {
  const { rows } = await sql<{ name: string }>`
    select name from organizations.organization where path = ${path}`.execute(db)
  return rows[0]?.name ?? null
}
