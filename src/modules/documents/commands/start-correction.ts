import type { z } from 'zod'
import type { Act } from '#platform/act'
import type {
  startCorrection as contract,
  restoreEdition as restoreContract,
} from '../contract/release.ts'
import type { EditionMark } from '../contract/shapes.ts'
import { type Edition, factAbout } from '../edition.ts'
import { draftCreated } from '../facts.ts'
import { markOf, moveClock } from '../filling.ts'
import { findEdition } from '../finding.ts'
import { workingStates } from '../lifecycle.ts'
import { mayDraftFor, mayEdit } from '../policy.ts'
import { refuse } from '../refusals.ts'
import { copyAttachments } from '../store/attachments.ts'
import { addEdition, lockLive } from '../store/editions.ts'
import { settingFor } from '../surroundings.ts'

export type StartCorrection = z.output<typeof contract.input>
export type RestoreEdition = z.output<typeof restoreContract.input>

/** Opens a new edition from the live one, which stays up until the new one has passed review. */
export async function startCorrection(act: Act, input: StartCorrection): Promise<EditionMark> {
  const live = await lockLive(act.tx, input.id)
  if (!mayDraftFor(act.by, live.document.owner.path)) throw refuse('notYours')
  return markOf(await copyToDraft(act, live, 'correction'))
}

/** Opens a new draft with the text of an earlier edition; nothing that was kept is touched. */
export async function restoreEdition(act: Act, input: RestoreEdition): Promise<EditionMark> {
  const edition = await findEdition(act, { id: input.id }, mayEdit)
  if (workingStates.includes(edition.state)) throw refuse('wrongState', { state: edition.state })
  return markOf(await copyToDraft(act, edition, `edition/${edition.number}`))
}

/** A new draft with the text and files of another edition; `other` says what differs, and whose it is. */
export async function copyToDraft(
  act: Act,
  source: Edition,
  from: string,
  other: { readonly by?: number | null; readonly content?: Partial<Edition> } = {},
): Promise<Edition> {
  const { document } = source
  if (document.workingEditionId !== null)
    throw refuse('workingEditionExists', { details: { editionId: document.workingEditionId } })
  const draft = await addEdition(act.tx, {
    documentId: document.id,
    at: act.at,
    by: other.by === undefined ? act.by.id : other.by,
    content: { ...contentOf(source), ...other.content },
  })
  await copyAttachments(act.tx, source.id, draft.id)
  const { clock } = await settingFor(act, draft)
  await moveClock(act, draft, clock)
  await act.announce(draftCreated, { ...factAbout(draft), from })
  return draft
}

/** What a new edition takes over: the text and all that is said of it, not its way through review. */
const contentOf = (edition: Edition): Partial<Edition> => ({
  title: edition.title,
  html: edition.html,
  text: edition.text,
  summary: edition.summary,
  kind: edition.kind,
  documentNumber: edition.documentNumber,
  issuingOrgan: edition.issuingOrgan,
  source: edition.source,
  keywords: edition.keywords,
  subjectClass: edition.subjectClass,
  writtenOn: edition.writtenOn,
  formedOn: edition.formedOn,
  dueOn: edition.dueOn,
  attribute: edition.attribute,
  attributeGround: edition.attributeGround,
  attributeReason: edition.attributeReason,
  matterCodes: edition.matterCodes,
  clauses: edition.clauses,
  columnKeys: edition.columnKeys,
  takeDownAt: edition.takeDownAt,
})
