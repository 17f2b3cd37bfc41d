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

/** A file that was looked at and named, and is kept nowhere yet. */
export interface SeenFile extends Omit<ReceivedFile, 'blob'> {
  readonly bytes: Uint8Array
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
  const given = await buffer(files.read(blob.sha256))
  const { bytes, ...seen } = await lookInto({ name: upload.name, bytes: given })
  return { ...seen, blob: bytes === given ? blob : await files.putBytes(bytes) }
}

/**
 * Looks what a file really is, names it by that and examines it; nothing is kept. A picture comes back
 * drawn anew: a photograph tells where and with what it was taken (GPS in its EXIF).
 */
export async function lookInto(
  upload: { readonly name: string; readonly bytes: Uint8Array },
  size: 'forPages' | 'asItIs' = 'forPages',
): Promise<SeenFile> {
  const { bytes } = upload
  const { kind, mediaType, safeName: name } = await checkAttachment(upload)
  if (kind === 'image') {
    const picture = await redrawPicture(name.replace(/\.[^.]*$/, ''), bytes, size)
    const drawn = picture ?? { name, mediaType, bytes }
    const scan = await examine(drawn.name, drawn.bytes)
    return { ...drawn, isPicture: true, scan }
  }
  const scan = await examine(name, bytes)
  // No office program writes them; they unfold without end or reach for files of the server.
  if (scan.unread.some(({ why }) => why === 'entities')) throw refuse('fileHasEntities', { name })
  return { name, mediaType, bytes, isPicture: false, scan }
}

/** A new name for a file of a known kind: cleaned, with the ending that it has. */
export function renamed(name: string, before: string): string {
  const extension = before.slice(before.lastIndexOf('.') + 1)
  const ending = `.${extension}`
  const stem = name.toLowerCase().endsWith(ending) ? name.slice(0, -ending.length) : name
  return safeName(`${stem}${ending}`, extension)
}
