import { inflateRawSync } from 'node:zlib'
import { limits } from '../limits.ts'
import { refuse } from '../refusals.ts'

interface Entry {
  readonly name: string
  readonly method: number
  readonly compressedSize: number
  readonly size: number
  readonly headerAt: number
}

const directoryEnd = 0x06054b50
const directoryEntry = 0x02014b50
const localHeader = 0x04034b50
const encryptedFlag = 1
// The end record is 22 bytes and may be followed by a comment of at most 65,535.
const endRecordBytes = 22
const longestComment = 65_535

/** A zip opened without expanding anything: names, declared sizes, and parts on demand. */
export interface Archive {
  readonly names: readonly string[]
  has(name: string): boolean
  /** The bytes of one part; never more than its declared size, whatever the stream holds. */
  part(name: string): Uint8Array
}

/**
 * Opens a zip by its directory. Sizes in the directory can lie, so the sum is checked here and each
 * part is expanded with its declared size as a hard stop.
 */
export function openArchive(bytes: Uint8Array): Archive {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const entries = new Map(readDirectory(view, bytes).map((entry) => [entry.name, entry]))
  let expanded = 0
  return {
    names: [...entries.keys()],
    has: (name) => entries.has(name),
    part: (name) => {
      const entry = entries.get(name)
      if (!entry) throw refuse('fileUnreadable', { part: name })
      expanded += entry.size
      if (expanded > limits.readBytes)
        throw refuse('fileExpandsTooFar', { megabytes: megabytes(limits.readBytes) })
      return expand(view, bytes, entry)
    },
  }
}

export const megabytes = (bytes: number): number => Math.round(bytes / 1024 / 1024)

function readDirectory(view: DataView, bytes: Uint8Array): Entry[] {
  const end = findDirectoryEnd(view)
  const count = view.getUint16(end + 10, true)
  if (count > limits.zipEntries)
    throw refuse('fileExpandsTooFar', { megabytes: megabytes(limits.declaredBytes) })
  const entries: Entry[] = []
  let declared = 0
  let at = view.getUint32(end + 16, true)
  for (let i = 0; i < count; i++) {
    if (at + 46 > view.byteLength || view.getUint32(at, true) !== directoryEntry)
      throw refuse('fileUnreadable')
    if (view.getUint16(at + 8, true) & encryptedFlag) throw refuse('fileEncrypted')
    const nameLength = view.getUint16(at + 28, true)
    const entry: Entry = {
      name: new TextDecoder()
        .decode(bytes.subarray(at + 46, at + 46 + nameLength))
        .replace(/\\/g, '/'),
      method: view.getUint16(at + 10, true),
      compressedSize: view.getUint32(at + 20, true),
      size: view.getUint32(at + 24, true),
      headerAt: view.getUint32(at + 42, true),
    }
    declared += entry.size
    if (declared > limits.declaredBytes)
      throw refuse('fileExpandsTooFar', { megabytes: megabytes(limits.declaredBytes) })
    entries.push(entry)
    at += 46 + nameLength + view.getUint16(at + 30, true) + view.getUint16(at + 32, true)
  }
  return entries
}

function findDirectoryEnd(view: DataView): number {
  const lowest = Math.max(0, view.byteLength - endRecordBytes - longestComment)
  for (let at = view.byteLength - endRecordBytes; at >= lowest; at--) {
    if (view.getUint32(at, true) === directoryEnd) return at
  }
  throw refuse('fileUnreadable')
}

function expand(view: DataView, bytes: Uint8Array, entry: Entry): Uint8Array {
  const at = entry.headerAt
  if (at + 30 > view.byteLength || view.getUint32(at, true) !== localHeader)
    throw refuse('fileUnreadable')
  const from = at + 30 + view.getUint16(at + 26, true) + view.getUint16(at + 28, true)
  const packed = bytes.subarray(from, from + entry.compressedSize)
  if (packed.length < entry.compressedSize) throw refuse('fileUnreadable')
  if (entry.method === 0) return packed
  if (entry.method !== 8) throw refuse('fileUnreadable')
  if (entry.size === 0) return new Uint8Array()
  try {
    return inflateRawSync(packed, { maxOutputLength: entry.size })
  } catch (error) {
    const longer = (error as { code?: string }).code === 'ERR_BUFFER_TOO_LARGE'
    throw longer
      ? refuse('fileExpandsTooFar', { megabytes: megabytes(limits.readBytes) })
      : refuse('fileUnreadable')
  }
}
