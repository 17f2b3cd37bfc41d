import { inflateRawSync } from 'node:zlib'

/** What may come out of a zip at most; each caller knows what is honest among its files. */
export interface ZipBounds {
  readonly entries: number
  /** All parts together, as the directory declares them. */
  readonly declaredBytes: number
  /** One part, expanded. */
  readonly partBytes: number
  /** All parts that are really asked for, expanded. */
  readonly readBytes: number
  /** Declared size over packed size of the whole. */
  readonly ratio: number
}

export type ZipTrouble = 'broken' | 'encrypted' | 'expandsTooFar'

/** A zip that cannot be opened or must not be; the caller puts it into words. */
export class ZipFault extends Error {
  readonly trouble: ZipTrouble
  readonly part: string
  readonly limitBytes: number
  constructor(trouble: ZipTrouble, part = '', limitBytes = 0) {
    super(`zip: ${trouble} ${part}`)
    this.name = 'ZipFault'
    this.trouble = trouble
    this.part = part
    this.limitBytes = limitBytes
  }
}

/** A zip opened by its directory; nothing is expanded until a part is asked for. */
export interface Zip {
  readonly names: readonly string[]
  has(name: string): boolean
  part(name: string): Buffer
  text(name: string): string
}

const directoryEnd = 0x06054b50
const directoryEntry = 0x02014b50
const localHeader = 0x04034b50
const [stored, deflated] = [0, 8]
const encryptedFlag = 1
const utf8Flag = 0x0800
// The end record is 22 bytes and may be followed by a comment of at most 65,535.
const endRecordBytes = 22
const longestComment = 65_535
// Below this, a high ratio is an empty sheet and not a bomb.
const harmlessBytes = 20 * 1024 * 1024

interface Entry {
  readonly method: number
  readonly packedSize: number
  readonly size: number
  readonly headerAt: number
}

/** Opens a zip, refusing bombs by what they declare; a part that lies about its size is refused too. */
export function openZip(bytes: Uint8Array, bounds: ZipBounds): Zip {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const entries = readDirectory(buffer, bounds)
  let read = 0
  const part = (path: string): Buffer => {
    const entry = entries.get(path)
    if (!entry) throw new ZipFault('broken', path)
    read += entry.size
    if (read > bounds.readBytes) throw new ZipFault('expandsTooFar', path, bounds.readBytes)
    return expand(buffer, entry, path, bounds)
  }
  return {
    names: [...entries.keys()],
    has: (path) => entries.has(path),
    part,
    text: (path) => part(path).toString('utf8'),
  }
}

function readDirectory(buffer: Buffer, bounds: ZipBounds): Map<string, Entry> {
  const end = findEnd(buffer)
  if (end < 0) throw new ZipFault('broken')
  const count = buffer.readUInt16LE(end + 10)
  const tooFar = () => new ZipFault('expandsTooFar', '', bounds.declaredBytes)
  if (count > bounds.entries) throw tooFar()
  const entries = new Map<string, Entry>()
  let at = buffer.readUInt32LE(end + 16)
  let declared = 0
  for (let i = 0; i < count; i++) {
    if (at + 46 > buffer.length || buffer.readUInt32LE(at) !== directoryEntry)
      throw new ZipFault('broken')
    const flags = buffer.readUInt16LE(at + 8)
    if (flags & encryptedFlag) throw new ZipFault('encrypted')
    const nameLength = buffer.readUInt16LE(at + 28)
    const path = nameOf(buffer.subarray(at + 46, at + 46 + nameLength), flags)
    const entry = {
      method: buffer.readUInt16LE(at + 10),
      packedSize: buffer.readUInt32LE(at + 20),
      size: buffer.readUInt32LE(at + 24),
      headerAt: buffer.readUInt32LE(at + 42),
    }
    declared += entry.size
    if (declared > bounds.declaredBytes) throw tooFar()
    entries.set(path, entry)
    at += 46 + nameLength + buffer.readUInt16LE(at + 30) + buffer.readUInt16LE(at + 32)
  }
  // Overlapping parts (one stream listed a thousand times) show as a ratio no text reaches.
  if (declared > harmlessBytes && declared > buffer.length * bounds.ratio) throw tooFar()
  return entries
}

/** Windows writes Chinese names in GB18030 without saying so; the flag for UTF-8 is often missing too. */
function nameOf(bytes: Buffer, flags: number): string {
  const text = flags & utf8Flag ? bytes.toString('utf8') : decodedName(bytes)
  return text.replaceAll('\\', '/')
}

function decodedName(bytes: Buffer): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    return new TextDecoder('gb18030').decode(bytes)
  }
}

function findEnd(buffer: Buffer): number {
  const lowest = Math.max(0, buffer.length - endRecordBytes - longestComment)
  for (let at = buffer.length - endRecordBytes; at >= lowest; at--) {
    if (buffer.readUInt32LE(at) === directoryEnd) return at
  }
  return -1
}

function expand(buffer: Buffer, entry: Entry, path: string, bounds: ZipBounds): Buffer {
  const at = entry.headerAt
  if (at + 30 > buffer.length || buffer.readUInt32LE(at) !== localHeader)
    throw new ZipFault('broken', path)
  if (entry.size > bounds.partBytes) throw new ZipFault('expandsTooFar', path, bounds.partBytes)
  const from = at + 30 + buffer.readUInt16LE(at + 26) + buffer.readUInt16LE(at + 28)
  const packed = buffer.subarray(from, from + entry.packedSize)
  if (packed.length < entry.packedSize) throw new ZipFault('broken', path)
  if (entry.method === stored) return packed
  if (entry.method !== deflated) throw new ZipFault('broken', path)
  try {
    return inflateRawSync(packed, { maxOutputLength: Math.max(1, entry.size) })
  } catch (error) {
    const lied = (error as { code?: string }).code === 'ERR_BUFFER_TOO_LARGE'
    throw new ZipFault(lied ? 'expandsTooFar' : 'broken', path, bounds.declaredBytes)
  }
}
