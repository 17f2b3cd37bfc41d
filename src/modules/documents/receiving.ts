import type { Readable } from 'node:stream'
import { buffer } from 'node:stream/consumers'
import type { BlobStore, StoredBlob } from '#platform/blob-store'
import { allowedFiles, checkAttachment, redrawPicture } from './intake/index.ts'
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
  const received = { blob, name: checked.safeName, mediaType: checked.mediaType, isPicture: false }
  return checked.kind === 'image' ? redrawn(files, received, bytes) : received
}

/** A picture is drawn anew: a photograph tells where and with what it was taken (GPS in its EXIF). */
async function redrawn(
  files: BlobStore,
  received: ReceivedFile,
  bytes: Uint8Array,
): Promise<ReceivedFile> {
  const stem = received.name.replace(/\.[^.]*$/, '')
  const picture = await redrawPicture(stem, bytes)
  if (!picture) return { ...received, isPicture: true }
  const blob = await files.putBytes(picture.bytes)
  return { blob, name: picture.name, mediaType: picture.mediaType, isPicture: true }
}

/** A new name for a file of a known kind: cleaned, with the ending that it has. */
export function renamed(name: string, before: string): string {
  const extension = before.slice(before.lastIndexOf('.') + 1)
  const ending = `.${extension}`
  const stem = name.toLowerCase().endsWith(ending) ? name.slice(0, -ending.length) : name
  return safeName(`${stem}${ending}`, extension)
}
