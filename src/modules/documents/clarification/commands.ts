import { sql } from 'kysely'
import type { z } from 'zod'
import type { Act, Actor } from '#platform/act'
import type {
  linkClarification as linkContract,
  unlinkClarification as unlinkContract,
} from '../contract/life-cycle.ts'
import type { Edition } from '../edition.ts'
import { isVisible } from '../finding.ts'
import { clarificationLinked } from '../life-cycle-facts.ts'
import { refuse } from '../life-cycle-refusals.ts'
import { mayEdit, mayWithdraw } from '../policy.ts'
import { foremostEdition } from '../store/editions.ts'

/** Linking changes public pages at once where the clarification is out; then it is the publisher's. */
export const mayLink = (by: Actor, edition: Edition): boolean =>
  edition.document.liveEditionId === null ? mayEdit(by, edition) : mayWithdraw(by, edition)

async function ofMine(act: Act, documentId: number): Promise<Edition> {
  const edition = await foremostEdition(act.tx, documentId)
  if (!edition || !(await isVisible(act.tx, edition.id, { kind: 'staff', by: act.by })))
    throw refuse('notFound')
  if (!mayLink(act.by, edition)) throw refuse('notYours')
  return edition
}

const tell = (act: Act, edition: Edition, correctsId: number | null): Promise<void> =>
  act.announce(clarificationLinked, {
    subject: `document/${edition.document.id}`,
    organizationId: edition.document.owner.id,
    documentId: edition.document.id,
    documentIds: [edition.document.id, ...(correctsId === null ? [] : [correctsId])],
  })

/**
 * 政府信息公开条例 art. 6: false or incomplete information that disturbs is set right by an accurate text.
 * It names what it corrects: a document of this site, or what is told elsewhere, with its source.
 */
export async function linkClarification(
  act: Act,
  input: z.output<typeof linkContract.input>,
): Promise<{ id: number }> {
  const edition = await ofMine(act, input.id)
  const { correctsId } = input
  if ((correctsId === null) === (input.rumour === '')) throw refuse('notReady')
  if (correctsId === null && input.rumourSource.length < 2) throw refuse('noteNeeded')
  if (correctsId === input.id) throw refuse('selfCorrection')
  if (correctsId !== null) await mustBePublic(act, correctsId)
  const { rows } = await sql<{ id: number }>`
    insert into documents.clarification
      (document_id, corrects_id, rumour, rumour_source, rumour_seen_on, added_at, added_by)
    values (${input.id}, ${correctsId}, ${correctsId === null ? input.rumour : ''},
      ${correctsId === null ? input.rumourSource : ''}, ${input.rumourSeenOn}, ${act.at}, ${act.by.id})
    on conflict (corrects_id, document_id) where corrects_id is not null do nothing
    returning id`.execute(act.tx)
  const made = rows[0]
  if (!made) throw refuse('linkedAlready')
  await tell(act, edition, correctsId)
  return made
}

/** What never was public cannot have misled anybody, and must not be named on a public page. */
async function mustBePublic(act: Act, documentId: number): Promise<void> {
  const { rows } = await sql`select from documents.document
    where id = ${documentId} and first_published_at is not null`.execute(act.tx)
  if (rows.length === 0) throw refuse('notPublic')
}

export async function unlinkClarification(
  act: Act,
  input: z.output<typeof unlinkContract.input>,
): Promise<{ documentId: number }> {
  const { rows } = await sql<{ documentId: number; correctsId: number | null }>`
    select document_id as "documentId", corrects_id as "correctsId" from documents.clarification
    where id = ${input.id} for update`.execute(act.tx)
  const found = rows[0]
  if (!found) throw refuse('notFound')
  const edition = await ofMine(act, found.documentId)
  await sql`delete from documents.clarification where id = ${input.id}`.execute(act.tx)
  await tell(act, edition, found.correctsId)
  return { documentId: found.documentId }
}
