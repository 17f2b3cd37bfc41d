import { inflateRawSync } from 'node:zlib'
import { refuse } from './refusals.ts'

const megabyte = 1024 * 1024
/**
 * Bounds for office files, which are zips. The largest honest file seen, a plan with 300 photographs,
 * declared 180 MB in 700 parts, its text 9 MB; text expands at most fortyfold, bombs a thousandfold.
 */
export const zipBounds = {
  entries: 5000,
  declaredBytes: 512 * megabyte,
  partBytes: 64 * megabyte,
  ratio: 200,
}
// Below this, a high ratio is an empty sheet and not a bomb.
const harmlessBytes = 20 * megabyte

const directoryEnd = 0x06054b50
const directoryEntry = 0x02014b50
const localHeader = 0x04034b50
const [stored, deflated] = [0, 8]
const encryptedFlag = 1
const endRecordBytes = 22
const longestComment = 65_535

interface Entry {
  readonly method: number
  readonly packedSize: number
  readonly size: number
  readonly headerAt: number
}

/** A zip opened by its directory; nothing is expanded until a part is asked for. */
export interface Zip {
  readonly names: readonly string[]
  has(name: string): boolean
  part(name: string): Buffer
  text(name: string): string
}

/** Opens a zip, refusing bombs by what they declare; a part that lies about its size is refused too. */
export function openZip(bytes: Uint8Array, name: string): Zip {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const entries = readDirectory(buffer, name)
  const part = (path: string): Buffer => {
    const entry = entries.get(path)
    if (!entry) throw refuse('fileBroken', { name, part: path })
    return expand(buffer, entry, name)
  }
  return {
    names: [...entries.keys()],
    has: (path) => entries.has(path),
    part,
    text: (path) => part(path).toString('utf8'),
  }
}

function readDirectory(buffer: Buffer, name: string): Map<string, Entry> {
  const broken = () => refuse('fileBroken', { name })
  const end = findEnd(buffer)
  if (end < 0) throw broken()
  const count = buffer.readUInt16LE(end + 10)
  const tooFar = () =>
    refuse('fileExpandsTooFar', { name, megabytes: zipBounds.declaredBytes / megabyte })
  if (count > zipBounds.entries) throw tooFar()
  const entries = new Map<string, Entry>()
  let at = buffer.readUInt32LE(end + 16)
  let declared = 0
  for (let i = 0; i < count; i++) {
    if (at + 46 > buffer.length || buffer.readUInt32LE(at) !== directoryEntry) throw broken()
    if (buffer.readUInt16LE(at + 8) & encryptedFlag) throw refuse('fileEncrypted', { name })
    const nameLength = buffer.readUInt16LE(at + 28)
    const path = buffer.toString('utf8', at + 46, at + 46 + nameLength).replaceAll('\\', '/')
    const entry = {
      method: buffer.readUInt16LE(at + 10),
      packedSize: buffer.readUInt32LE(at + 20),
      size: buffer.readUInt32LE(at + 24),
      headerAt: buffer.readUInt32LE(at + 42),
    }
    declared += entry.size
    if (declared > zipBounds.declaredBytes) throw tooFar()
    entries.set(path, entry)
    at += 46 + nameLength + buffer.readUInt16LE(at + 30) + buffer.readUInt16LE(at + 32)
  }
  // Overlapping parts (one stream listed a thousand times) show as a ratio no text reaches.
  if (declared > harmlessBytes && declared > buffer.length * zipBounds.ratio) throw tooFar()
  return entries
}

function findEnd(buffer: Buffer): number {
  const lowest = Math.max(0, buffer.length - endRecordBytes - longestComment)
  for (let at = buffer.length - endRecordBytes; at >= lowest; at--) {
    if (buffer.readUInt32LE(at) === directoryEnd) return at
  }
  return -1
}

function expand(buffer: Buffer, entry: Entry, name: string): Buffer {
  const at = entry.headerAt
  if (at + 30 > buffer.length || buffer.readUInt32LE(at) !== localHeader)
    throw refuse('fileBroken', { name })
  if (entry.size > zipBounds.partBytes)
    throw refuse('fileExpandsTooFar', { name, megabytes: zipBounds.partBytes / megabyte })
  const from = at + 30 + buffer.readUInt16LE(at + 26) + buffer.readUInt16LE(at + 28)
  const packed = buffer.subarray(from, from + entry.packedSize)
  if (entry.method === stored) return packed
  if (entry.method !== deflated) throw refuse('fileBroken', { name })
  try {
    return inflateRawSync(packed, { maxOutputLength: Math.max(1, entry.size) })
  } catch (error) {
    const lied = (error as { code?: string }).code === 'ERR_BUFFER_TOO_LARGE'
    throw refuse(lied ? 'fileExpandsTooFar' : 'fileBroken', {
      name,
      megabytes: zipBounds.declaredBytes / megabyte,
    })
  }
}
