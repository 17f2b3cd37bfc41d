import sharp from 'sharp'
import type { Reading } from './reading.ts'

/** TIFF types by the bytes of one value. */
const sizes: Readonly<Record<number, number>> = { 1: 1, 2: 1, 3: 2, 4: 4, 5: 8, 7: 1, 9: 4, 10: 8 }
const [gpsDirectory, exifDirectory] = [0x8825, 0x8769]
const [gpsNorth, gpsLatitude, gpsEast, gpsLongitude] = [1, 2, 3, 4]
// Remarks of a Windows user: title, comment, author, keywords, subject.
const windowsRemarks = [0x9c9b, 0x9c9c, 0x9c9d, 0x9c9e, 0x9c9f]
const userComment = 0x9286

/** What travels with a picture (place, device, remarks) is read; what it shows is not. */
export async function readPicture(bytes: Uint8Array, reading: Reading): Promise<void> {
  reading.unread('picture', 'picture')
  const found = await sharp(bytes, { limitInputPixels: 60_000_000 })
    .metadata()
    .catch(() => null)
  if (!found) return reading.unread('picture', 'broken')
  if (found.exif) readExif(found.exif, reading)
  for (const packet of [found.xmp, found.iptc])
    if (packet) reading.text('pictureProperties', spoken(packet))
  const comments = (found as { comments?: { text?: string }[] }).comments ?? []
  reading.text('pictureProperties', comments.map(({ text }) => text ?? '').join('\n'))
}

const spoken = (packet: Buffer): string =>
  packet
    .toString('utf8')
    .replace(
      /<[^>]*>/g,
      (tag) =>
        ` ${[...tag.matchAll(/"([^"]*)"/g)]
          .map(([, value]) => value)
          .filter((value) => !/^https?:/.test(value ?? ''))
          .join(' ')} `,
    )
    // biome-ignore lint/suspicious/noControlCharactersInRegex: binary fields lie between the words.
    .replace(/[\u0000-\u001f\ufffd]+/g, ' ')

function readExif(exif: Buffer, reading: Reading): void {
  const tiff = exif.subarray(exif.toString('latin1', 0, 4) === 'Exif' ? 6 : 0)
  const little = tiff.toString('latin1', 0, 2) === 'II'
  const u16 = (at: number) => (little ? tiff.readUInt16LE(at) : tiff.readUInt16BE(at))
  const u32 = (at: number) => (little ? tiff.readUInt32LE(at) : tiff.readUInt32BE(at))
  const words: string[] = []
  const place: Record<number, string | number> = {}
  const seen = new Set<number>()
  const directory = (at: number, isGps: boolean): void => {
    if (seen.has(at) || seen.size > 20 || at + 2 > tiff.length) return
    seen.add(at)
    for (let i = 0; i < Math.min(u16(at), 500); i++) {
      const entry = at + 2 + i * 12
      if (entry + 12 > tiff.length) return
      const [tag, type, count] = [u16(entry), u16(entry + 2), u32(entry + 4)]
      const length = (sizes[type] ?? 1) * count
      const from = length <= 4 ? entry + 8 : u32(entry + 8)
      if (from + length > tiff.length) continue
      const value = tiff.subarray(from, from + length)
      if (tag === gpsDirectory) directory(u32(entry + 8), true)
      else if (tag === exifDirectory) directory(u32(entry + 8), false)
      else if (isGps && (tag === gpsLatitude || tag === gpsLongitude) && length === 24) {
        const part = (n: number) => u32(from + n * 8) / (u32(from + n * 8 + 4) || 1)
        place[tag] = part(0) + part(1) / 60 + part(2) / 3600
      } else if (isGps && (tag === gpsNorth || tag === gpsEast))
        place[tag] = value.toString('latin1', 0, 1)
      else if (windowsRemarks.includes(tag)) words.push(value.toString('utf16le'))
      else if (type === 2 || tag === userComment) words.push(value.toString('utf8'))
    }
    const after = at + 2 + u16(at) * 12
    if (!isGps && after + 4 <= tiff.length && u32(after) > 0) directory(u32(after), false)
  }
  directory(u32(4), false)
  reading.text('pictureProperties', words.join('\n').replaceAll('\0', ''))
  const [latitude, longitude] = [place[gpsLatitude], place[gpsLongitude]]
  if (typeof latitude === 'number' && typeof longitude === 'number')
    reading.text(
      'gps',
      `GPS ${latitude.toFixed(5)}${place[gpsNorth] ?? ''}, ${longitude.toFixed(5)}${place[gpsEast] ?? ''}`,
    )
}
