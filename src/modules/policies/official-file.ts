import type { Readable } from 'node:stream'
import { buffer } from 'node:stream/consumers'
import { refuse } from './refusals.ts'

interface Upload {
  readonly name: string
  readonly stream: Readable
}

// The longest regulation of the national library is some 300 kB as text; a stream past this is no regulation.
const mostBytes = 4 * 1024 * 1024

/** The text of an official version handed in as a file: Word by `readWord`, plain text in UTF-8 or GB 18030. */
export async function readOfficialFile(
  upload: Upload,
  readWord: (upload: Upload) => Promise<string>,
): Promise<string> {
  if (/\.docx$/i.test(upload.name)) return readWord(upload)
  if (!/\.txt$/i.test(upload.name)) throw refuse('textUnreadable')
  const bytes = await buffer(upload.stream)
  if (bytes.length > mostBytes) throw refuse('textUnreadable')
  return decoded(bytes)
}

const decoded = (bytes: Uint8Array): string => {
  for (const encoding of ['utf-8', 'gb18030'])
    try {
      return new TextDecoder(encoding, { fatal: true }).decode(bytes)
    } catch {
      // The next encoding is tried.
    }
  throw refuse('textUnreadable')
}
