import type { Readable } from 'node:stream'
import { buffer } from 'node:stream/consumers'
import type { BlobStore, StoredBlob } from '#platform/blob-store'
import { examine, type KeptScan } from './file-scan/file-scan.ts'
import { allowedFiles, checkAttachment, redrawPicture } from './intake/index.ts'
import { refuse } from './intake/refusals.ts'
import { safeName } from './intake/safe-name.ts'

const megabyte = 1024 * 1024
/** The largest of all kinds; each kind's own bound is looked at once its kind is known. */
const largestFile = Math.max(...allowedFiles.map((file) => file.megabytes)) * megabyte

/** A file in the store, looked at and named. */
export interface ReceivedFile {
  readonly blob: StoredBlob
  readonly name: string
  readonly mediaType: string
  readonly isPicture: boolean
  readonly scan: KeptScan
}

/**
 * Takes an upload into the store as a stream, then looks what it really is. One that is refused has no
 * row and so no address.
 */
export async function receiveFile(
  files: BlobStore,
  upload: { readonly name: string; readonly stream: Readable },
): Promise<ReceivedFile> {
  const blob = await files.put(upload.stream, { maxBytes: largestFile })
  const bytes = await buffer(files.read(blob.sha256))
  const checked = await checkAttachment({ name: upload.name, bytes })
  const named = { blob, name: checked.safeName, mediaType: checked.mediaType }
  if (checked.kind === 'image') return redrawn(files, named, bytes)
  const scan = await examine(named.name, bytes)
  // No office program writes them; they unfold without end or reach for files of the server.
  if (scan.unread.some(({ why }) => why === 'entities'))
    throw refuse('fileHasEntities', { name: named.name })
  return { ...named, isPicture: false, scan }
}

/** A picture is drawn anew: a photograph tells where and with what it was taken (GPS in its EXIF). */
async function redrawn(
  files: BlobStore,
  received: Pick<ReceivedFile, 'blob' | 'name' | 'mediaType'>,
  bytes: Uint8Array,
): Promise<ReceivedFile> {
  const stem = received.name.replace(/\.[^.]*$/, '')
  const picture = await redrawPicture(stem, bytes)
  const { name, mediaType } = picture ?? received
  const blob = picture ? await files.putBytes(picture.bytes) : received.blob
  const scan = await examine(name, picture?.bytes ?? bytes)
  return { blob, name, mediaType, isPicture: true, scan }
}

/** A new name for a file of a known kind: cleaned, with the ending that it has. */
export function renamed(name: string, before: string): string {
  const extension = before.slice(before.lastIndexOf('.') + 1)
  const ending = `.${extension}`
  const stem = name.toLowerCase().endsWith(ending) ? name.slice(0, -ending.length) : name
  return safeName(`${stem}${ending}`, extension)
}
