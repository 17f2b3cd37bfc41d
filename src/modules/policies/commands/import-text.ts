import type { Act, Actor } from '#platform/act'
import type { CivilDate } from '#platform/civil-date'
import type { Db } from '#platform/database'
import type { TextCheck } from '../contract/texts.ts'
import { mayDraft } from '../policy.ts'
import type { PolicyText } from '../record.ts'
import { refuse } from '../refusals.ts'
import { foremostText, liveText } from '../store/policies.ts'
import { addOfficial, checkOf } from '../store/texts.ts'
import { checkAgainst } from '../texts.ts'

/** Takes in the official version of a regulation and compares the copy on the site with it. */
export async function importText(
  act: Act,
  input: {
    readonly id: number
    readonly text: string
    readonly source: string
    readonly sourceAddress: string
    readonly versionOn: CivilDate | null
  },
): Promise<TextCheck> {
  const ours = await textToCheck(act.tx, act.by, input.id)
  const officialId = await addOfficial(act.tx, {
    ...input,
    documentId: input.id,
    at: act.at,
    by: act.by.id,
  })
  await checkAgainst(act, ours, { id: officialId, text: input.text })
  const check = await checkOf(act.tx, input.id, { kind: 'staff', by: act.by })
  if (!check) throw refuse('notFound')
  return { ...check, checkedAt: check.checkedAt.toISOString() }
}

/** The copy on the site, for someone who keeps it; also asked before an upload is taken in. */
export async function textToCheck(db: Db, by: Actor, documentId: number): Promise<PolicyText> {
  if (!(await foremostText(db, documentId, { kind: 'staff', by }))) throw refuse('notFound')
  const ours = await liveText(db, documentId)
  if (!ours) throw refuse('notReleased')
  if (!mayDraft(by, ours.path)) throw refuse('notYours')
  return ours
}
