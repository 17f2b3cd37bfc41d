import { buffer } from 'node:stream/consumers'
import type { z } from 'zod'
import type { Act, Actor } from '#platform/act'
import type { BlobStore, StoredBlob } from '#platform/blob-store'
import type { Db } from '#platform/database'
import type { ColumnToMask } from '#wording'
import type { cleanAttachment, maskAttachment } from '../contract/file-scans.ts'
import { factAbout } from '../edition.ts'
import { attachmentCleaned, attachmentMasked } from '../facts.ts'
import { examine, type KeptScan } from '../file-scan/file-scan.ts'
import { mendInThread } from '../file-scan/in-thread.ts'
import { findEdition, isVisible } from '../finding.ts'
import { mayTake } from '../lifecycle.ts'
import { mayEdit } from '../policy.ts'
import { refuse } from '../refusals.ts'
import { type Attachment, attachmentById } from '../store/attachments.ts'
import { editionById, touchEdition } from '../store/editions.ts'
import { keepScan, replaceAttachment, scansOf } from '../store/file-scans.ts'
import { jobs } from './sweep-files.ts'

/** A mended copy in the store, examined; nothing refers to it until it takes the place of the file. */
export interface Mended {
  readonly attachment: Attachment
  readonly blob: StoredBlob
  readonly scan: KeptScan
  readonly how: 'masked' | 'cleaned'
}

/** Makes a copy with columns masked, before anything is locked: a long table takes a second. */
export async function prepareMasked(
  db: Db,
  files: BlobStore,
  by: Actor,
  input: z.output<typeof maskAttachment.input>,
): Promise<Mended> {
  const { attachment, bytes } = await readAttachment(db, files, by, input.id)
  const known = (await scansOf(db, [attachment.sha256])).get(attachment.sha256)?.columns ?? []
  const chosen = input.columns.flatMap(({ where, column, kind }): ColumnToMask[] => {
    const one = known.find(
      (candidate) =>
        candidate.where === where && candidate.column === column && candidate.kind === kind,
    )
    return one ? [one] : []
  })
  if (chosen.length === 0) throw refuse('cannotMask')
  const { name } = attachment
  const { style } = input
  const masked = await mendInThread({ name, bytes, how: 'masked', columns: chosen, style })
  if (!masked) throw refuse('cannotMask')
  return store(files, attachment, masked, 'masked')
}

/** Makes a copy without hidden sheets, rows, columns, comments, tracked changes and properties. */
export async function prepareCleaned(
  db: Db,
  files: BlobStore,
  by: Actor,
  input: z.output<typeof cleanAttachment.input>,
): Promise<Mended> {
  const { attachment, bytes } = await readAttachment(db, files, by, input.id)
  const cleaned = await mendInThread({ name: attachment.name, bytes, how: 'cleaned' })
  if (!cleaned) throw refuse('nothingHidden')
  return store(files, attachment, cleaned, 'cleaned')
}

async function readAttachment(db: Db, files: BlobStore, by: Actor, id: number) {
  const attachment = await attachmentById(db, id)
  const edition = attachment && (await editionById(db, attachment.editionId))
  if (!edition || !(await isVisible(db, edition.id, { kind: 'staff', by })))
    throw refuse('notFound')
  if (!mayEdit(by, edition)) throw refuse('notYours')
  return { attachment, bytes: await buffer(files.read(attachment.sha256)) }
}

async function store(
  files: BlobStore,
  attachment: Attachment,
  bytes: Uint8Array,
  how: Mended['how'],
): Promise<Mended> {
  const scan = await examine(attachment.name, bytes)
  return { attachment, blob: await files.putBytes(bytes), scan, how }
}

/** Puts the mended copy in the place of the file. The original goes as soon as nothing refers to it. */
export async function mendAttachment(act: Act, mended: Mended): Promise<{ id: number }> {
  const { attachment, blob, how } = mended
  const edition = await findEdition(act, { id: attachment.editionId }, mayEdit)
  if (!mayTake('save', edition.state)) throw refuse('readOnly', { state: edition.state })
  const now = await attachmentById(act.tx, attachment.id)
  if (now?.sha256 !== attachment.sha256) throw refuse('notFound')

  const { mediaType, name } = attachment
  await replaceAttachment(act.tx, attachment.id, { ...blob, mediaType }, act.at)
  await keepScan(act.tx, blob.sha256, mended.scan, act.at)
  await touchEdition(act.tx, edition.id, { at: act.at, by: act.by.id })
  if (blob.sha256 !== attachment.sha256)
    await act.enqueue(jobs.dropFile, { sha256: attachment.sha256 })
  const told = { ...factAbout(edition), name, from: attachment.sha256, to: blob.sha256 }
  await act.announce(how === 'masked' ? attachmentMasked : attachmentCleaned, told)
  return { id: attachment.id }
}
