import { constants, inflateSync } from 'node:zlib'

const megabyte = 1024 * 1024
/**
 * What the streams of a PDF may unfold to: the text of a page is some kilobytes, a font some megabytes.
 * A bomb of 290 kB (one page, 300 MB of "q Q") cost the reader a minute and 1.9 GB before this look.
 */
const bounds = { one: 64 * megabyte, all: 400 * megabyte }

/** Whether a PDF unfolds further than an honest one; pictures are bounded by their pixels elsewhere. */
export function unfoldsTooFar(bytes: Uint8Array): boolean {
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  let all = 0
  for (let at = file.indexOf('stream'); at >= 0; at = file.indexOf('stream', at + 6)) {
    const isEnd = file.toString('latin1', at - 3, at) === 'end'
    if (isEnd) continue
    const before = file.toString('latin1', Math.max(0, at - 600), at)
    const dictionary = before.slice(before.lastIndexOf(' obj') + 1)
    if (!/\/(?:FlateDecode|Fl)\b/.test(dictionary) || /\/Subtype\s*\/Image/.test(dictionary))
      continue
    const lineEnd = file[at + 6] === 0x0d ? 2 : 1
    const end = file.indexOf('endstream', at)
    try {
      const part = file.subarray(at + 6 + lineEnd, end < 0 ? file.length : end)
      const options = { maxOutputLength: bounds.one, finishFlush: constants.Z_SYNC_FLUSH }
      all += inflateSync(part, options).length
    } catch (error) {
      // What does not unfold at all is the reader's to judge.
      if ((error as { code?: string }).code === 'ERR_BUFFER_TOO_LARGE') return true
    }
    if (all > bounds.all) return true
    if (end > 0) at = end
  }
  return false
}
