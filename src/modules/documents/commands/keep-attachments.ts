import type { z } from 'zod'
import type { Act } from '#platform/act'
import type {
  orderAttachments as orderContract,
  removeAttachment as removeContract,
  renameAttachment as renameContract,
} from '../contract/files.ts'
import type { attachmentShape } from '../contract/shapes.ts'
import { type Edition, factAbout } from '../edition.ts'
import { attachmentAdded, attachmentRemoved, attachmentRenamed } from '../facts.ts'
import type { KeptScan } from '../file-scan/file-scan.ts'
import { findEdition } from '../finding.ts'
import { mayTake } from '../lifecycle.ts'
import { mayEdit } from '../policy.ts'
import { type ReceivedFile, renamed } from '../receiving.ts'
import { refuse } from '../refusals.ts'
import * as store from '../store/attachments.ts'
import { touchEdition } from '../store/editions.ts'
import { keepScan } from '../store/file-scans.ts'

type Shape = z.output<typeof attachmentShape>

// Tables of households come by the dozen; a page with more files than this is a download site.
const mostAttachments = 100

export const attachmentAddress = (sha256: string): string => `/files/${sha256}`

export const attachmentShown = (found: store.Attachment): Shape => ({
  id: found.id,
  name: found.name,
  mediaType: found.mediaType,
  size: found.size,
  sha256: found.sha256,
  inline: found.inline,
  address: attachmentAddress(found.sha256),
})

/** Attaches a received file to a draft; pictures may stand in the text. */
export async function attachFile(
  act: Act,
  input: { readonly editionId: number; readonly file: ReceivedFile; readonly inline: boolean },
): Promise<Shape> {
  const edition = await findDraft(act, input.editionId)
  const known = await store.attachmentsOf(act.tx, edition.id)
  if (known.length >= mostAttachments) throw refuse('tooManyAttachments', { most: mostAttachments })
  const made = await putAttachment(act, edition, input.file, input.inline && input.file.isPicture)
  await touchEdition(act.tx, edition.id, { at: act.at, by: act.by.id })
  return attachmentShown(made)
}

/** Attaches and says so. */
export async function putAttachment(
  act: Act,
  edition: Edition,
  file: Omit<ReceivedFile, 'isPicture' | 'scan'> & { readonly scan?: KeptScan },
  inline: boolean,
): Promise<store.Attachment> {
  const { blob, name, mediaType } = file
  const made = { editionId: edition.id, blob, name, mediaType, inline, at: act.at }
  const attached = await store.addAttachment(act.tx, made)
  // Pictures out of a Word file stand in its text, where its reviewers look at them.
  if (file.scan) await keepScan(act.tx, blob.sha256, file.scan, act.at)
  await act.announce(attachmentAdded, { ...factAbout(edition), name, sha256: blob.sha256 })
  return attached
}

/** Gives a file the name that readers see; what kind it is stays visible. */
export async function renameAttachment(
  act: Act,
  input: z.output<typeof renameContract.input>,
): Promise<Shape> {
  const { edition, attachment } = await findAttachment(act, input.id)
  const name = renamed(input.name, attachment.name)
  await store.renameAttachment(act.tx, attachment.id, name)
  await touchEdition(act.tx, edition.id, { at: act.at, by: act.by.id })
  await act.announce(attachmentRenamed, {
    ...factAbout(edition),
    from: attachment.name,
    to: name,
  })
  return attachmentShown({ ...attachment, name })
}

/** Takes a file off a draft. Editions that have it too keep it. */
export async function removeAttachment(
  act: Act,
  input: z.output<typeof removeContract.input>,
): Promise<{ removed: boolean }> {
  const { edition, attachment } = await findAttachment(act, input.id)
  await store.removeAttachment(act.tx, attachment.id)
  await touchEdition(act.tx, edition.id, { at: act.at, by: act.by.id })
  const { name, sha256 } = attachment
  await act.announce(attachmentRemoved, { ...factAbout(edition), name, sha256 })
  return { removed: true }
}

/** Sets the order in which files are listed. */
export async function orderAttachments(
  act: Act,
  input: z.output<typeof orderContract.input>,
): Promise<Shape[]> {
  const edition = await findDraft(act, input.id)
  await store.orderAttachments(act.tx, edition.id, input.attachmentIds)
  return (await store.attachmentsOf(act.tx, edition.id)).map(attachmentShown)
}

/** What was approved is read-only with everything attached to it. */
async function findDraft(act: Act, editionId: number): Promise<Edition> {
  const edition = await findEdition(act, { id: editionId }, mayEdit)
  if (!mayTake('save', edition.state)) throw refuse('readOnly', { state: edition.state })
  return edition
}

async function findAttachment(act: Act, id: number) {
  const attachment = await store.attachmentById(act.tx, id)
  if (!attachment) throw refuse('notFound')
  return { attachment, edition: await findDraft(act, attachment.editionId) }
}
