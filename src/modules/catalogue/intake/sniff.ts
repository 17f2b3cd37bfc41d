import { openArchive } from './readers/archive.ts'
import { refuse } from './refusals.ts'

export type FileKind = 'xlsx' | 'docx' | 'xls' | 'html' | 'csv'

const ole = [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]
const oleVersionAt = 26
const zip = [0x50, 0x4b]

const starts = (bytes: Uint8Array, signature: readonly number[]): boolean =>
  signature.every((byte, i) => bytes[i] === byte)

/**
 * What a file is by its contents; its name decides only between kinds of plain text. Exports named
 * `.xls` are often web pages inside, and attachments lose their endings on the way.
 */
export function kindOfFile(file: { name: string; bytes: Uint8Array }): FileKind {
  const { bytes } = file
  if (starts(bytes, ole)) return kindOfOle(bytes)
  if (starts(bytes, zip)) return kindOfZip(bytes)
  const head = new TextDecoder('latin1').decode(bytes.subarray(0, 4096))
  const text = readable(bytes, head)
  if (!text) throw refuse('fileTypeUnsupported')
  if (/^(\s|\u00ef\u00bb\u00bf)*(%PDF|\{\\rtf|MIME-Version:)/i.test(text))
    throw refuse('fileTypeUnsupported')
  if (/urn:schemas-microsoft-com:office:spreadsheet/.test(text) && !/<html/i.test(text)) {
    if (/<!(DOCTYPE|ENTITY)/i.test(text)) throw refuse('xmlEntities')
    return 'xls'
  }
  if (
    /<(!doctype html|html|head|body|table|div|meta|style|p|h\d)\b/i.test(text) ||
    /\.html?$/i.test(file.name)
  )
    return 'html'
  return 'csv'
}

/** The opening as text; '' where control characters show that it is none. */
function readable(bytes: Uint8Array, head: string): string {
  const utf16 = (bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0xfe && bytes[1] === 0xff)
  if (utf16)
    return new TextDecoder(bytes[0] === 0xff ? 'utf-16le' : 'utf-16be').decode(
      bytes.subarray(0, 4096),
    )
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for.
  return /[\u0000-\u0008\u000e-\u001a\u001c-\u001f]/.test(head) ? '' : head
}

/** Old office files are told apart by the names of the streams inside, written in UTF-16. */
function kindOfOle(bytes: Uint8Array): FileKind {
  // The workbook reader takes any other version for a zip in disguise, and expands it unbounded.
  if (![3, 4].includes(bytes[oleVersionAt] ?? 0)) throw refuse('fileUnreadable')
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const holds = (name: string) => buffer.includes(Buffer.from(name, 'utf16le'))
  if (holds('EncryptedPackage')) throw refuse('fileEncrypted')
  if (holds('Workbook') || holds('Book')) return 'xls'
  if (holds('WordDocument')) throw refuse('oldWordFile')
  throw refuse('fileTypeUnsupported')
}

function kindOfZip(bytes: Uint8Array): FileKind {
  const archive = openArchive(bytes)
  if (archive.has('word/document.xml')) return 'docx'
  if (archive.has('xl/workbook.xml')) return 'xlsx'
  throw refuse('fileTypeUnsupported')
}
