/**
 * Reads the directory of a compound file (CFB, the container of .doc, .xls, .ppt and of office files
 * with a password). Only names and the first bytes of a stream are wanted, so this stays small.
 */
export interface CompoundFile {
  readonly streams: readonly string[]
  /** The first bytes of a stream, at most one sector; empty when it is not there. */
  head(stream: string): Buffer
}

const magic = Buffer.from('d0cf11e0a1b11ae1', 'hex')
const [endOfChain, noStream] = [0xfffffffe, 0xffffffff]
const [entryBytes, headerBytes, fatEntriesInHeader] = [128, 512, 109]
// Streams below this lie in the short-sector area of the root stream and are not followed.
const shortStream = 4096
// A directory of this many sectors would name 16,000 streams; chains that run on are loops.
const longestChain = 2000

export const isCompoundFile = (bytes: Uint8Array): boolean =>
  bytes.length >= headerBytes && magic.equals(bytes.subarray(0, magic.length))

/** Opens a compound file; null when its directory cannot be followed. */
export function openCompoundFile(bytes: Uint8Array): CompoundFile | null {
  if (!isCompoundFile(bytes)) return null
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const shift = buffer.readUInt16LE(30)
  if (shift !== 9 && shift !== 12) return null
  const sectorBytes = 1 << shift
  const sector = (n: number) => buffer.subarray((n + 1) * sectorBytes, (n + 2) * sectorBytes)
  const next = (n: number): number => {
    const perSector = sectorBytes / 4
    const index = Math.floor(n / perSector)
    // Files whose table does not fit the header are over 6 MB; their directory stands early.
    if (index >= fatEntriesInHeader) return endOfChain
    const table = sector(buffer.readUInt32LE(76 + index * 4))
    const at = (n % perSector) * 4
    return at + 4 <= table.length ? table.readUInt32LE(at) : endOfChain
  }
  const starts = new Map<string, { start: number; size: number }>()
  let at = buffer.readUInt32LE(48)
  for (let steps = 0; at < endOfChain && steps < longestChain; steps++, at = next(at)) {
    const entries = sector(at)
    for (let from = 0; from + entryBytes <= entries.length; from += entryBytes) {
      const nameBytes = entries.readUInt16LE(from + 64)
      if (nameBytes < 2 || nameBytes > 64 || entries[from + 66] === 0) continue
      const name = entries.toString('utf16le', from, from + nameBytes - 2)
      const start = entries.readUInt32LE(from + 116)
      starts.set(name, { start, size: entries.readUInt32LE(from + 120) })
    }
  }
  if (starts.size === 0) return null
  return {
    streams: [...starts.keys()],
    head(stream) {
      const found = starts.get(stream)
      if (!found || found.size < shortStream || found.start >= noStream) return Buffer.alloc(0)
      return sector(found.start)
    },
  }
}
