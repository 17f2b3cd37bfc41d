import { isCompoundFile } from '../compound-file.ts'
import { ZipFault } from '../zip.ts'
import { readMarkup } from './markup.ts'
import { readOfd } from './ofd.ts'
import { openOffice, readOffice } from './office.ts'
import { readOpenDocument } from './open-document.ts'
import { readPlain, readRichText } from './plain.ts'
import {
  type FileParts,
  type Ledger,
  openReading,
  type ReadInside,
  type Reading,
  TooMuch,
} from './reading.ts'
import { EntitiesFound, readAnyXml } from './xml.ts'

const opening = (bytes: Uint8Array, length = 1024): string =>
  Buffer.from(bytes.subarray(0, length)).toString('latin1')

/**
 * Reads every part of a file, in this thread; `readParts` of the index does it in one of its own. What
 * a file is, its first bytes say; its name decides only between kinds of plain text.
 */
export async function readPartsHere(name: string, bytes: Uint8Array): Promise<FileParts> {
  const ledger: Ledger = { parts: [], unread: [], characters: 0, files: 1 }
  const reading = openReading(ledger, 0, '', readInside)
  await readInside(reading, ledger, 0, { name, bytes })
  return { read: ledger.unread.length === 0, parts: ledger.parts, unread: ledger.unread }
}

const readInside: ReadInside = async (reading, _ledger, _depth, { name, bytes }) => {
  try {
    await readKind(reading, name, bytes)
  } catch (error) {
    reading.unread('body', whyOf(error))
  }
}

function whyOf(error: unknown) {
  if (error instanceof TooMuch) return 'tooMuch'
  if (error instanceof EntitiesFound) return 'entities'
  if (error instanceof ZipFault)
    return error.trouble === 'expandsTooFar' ? 'tooMuch' : error.trouble
  if (/password|encrypt/i.test(String(error))) return 'encrypted'
  return 'broken'
}

// biome-ignore lint/suspicious/noControlCharactersInRegex: the first bytes of pictures.
const picture = /^(?:\u00ff\u00d8\u00ff|\u0089PNG|GIF8|BM|II\*\u0000|MM\u0000\*|RIFF[\s\S]{4}WEBP)/
const sound =
  /^(?:ID3|\u00ff[\u00fb\u00f3\u00f2]|OggS|fLaC|RIFF[\s\S]{4}(?:WAVE|AVI )|[\s\S]{4}ftyp)/

async function readKind(reading: Reading, name: string, bytes: Uint8Array): Promise<void> {
  const head = opening(bytes)
  if (bytes.length === 0) return
  if (head.startsWith('PK')) return readZip(reading, bytes)
  if (isCompoundFile(bytes)) return (await import('./old-office.ts')).readOldOffice(bytes, reading)
  // Up to a kilobyte may stand before it, and polyglots put something there.
  if (head.includes('%PDF-')) return (await import('./pdf.ts')).readPdf(bytes, reading)
  if (picture.test(head)) return (await import('./picture.ts')).readPicture(bytes, reading)
  if (sound.test(head)) return reading.unread('body', 'sound')
  if (/^\s*\{\\rtf/.test(head)) return readRichText(bytes, reading)
  const text = head.replaceAll('\0', '')
  if (/urn:schemas-microsoft-com:office:spreadsheet|<\?mso-application/.test(text))
    return readAnyXml(bytes, 'body', reading)
  if (/<(?:!doctype html|html|head|body|table|div|meta|style|p|svg|script)\b/i.test(text))
    return readMarkup(bytes, reading)
  if (/^[^<]{0,3}<\?xml/.test(text)) return readAnyXml(bytes, 'body', reading)
  if (/^MIME-Version:/im.test(text)) return reading.unread('body', 'unknownFormat')
  readPlain(bytes, name, reading)
}

async function readZip(reading: Reading, bytes: Uint8Array): Promise<void> {
  const zip = openOffice(bytes)
  if (zip.has('OFD.xml')) return readOfd(zip, reading)
  if (zip.has('[Content_Types].xml')) return readOffice(zip, reading)
  if (zip.has('content.xml')) {
    const manifest = zip.has('META-INF/manifest.xml') ? zip.text('META-INF/manifest.xml') : ''
    if (/encryption-data/.test(manifest)) return reading.unread('body', 'encrypted')
    return readOpenDocument(zip, reading)
  }
  // Names of files are words too: 张三身份证.jpg.
  reading.text('names', zip.names.join('\n'))
  for (const name of zip.names)
    if (!name.endsWith('/')) await reading.inside(`file:${name}`, name, zip.part(name))
}
