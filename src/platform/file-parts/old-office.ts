import { CFB, read, type WorkSheet } from '@e965/xlsx'
import WordExtractor from 'word-extractor'
import type { Reading } from './reading.ts'
import { columnName, digitsOf } from './sheet.ts'

type Container = ReturnType<typeof CFB.read>

/** Reads the older container: Word, Excel and PowerPoint before 2007, or a newer file behind a password. */
export async function readOldOffice(bytes: Uint8Array, reading: Reading): Promise<void> {
  const container = CFB.read(Buffer.from(bytes), { type: 'buffer' })
  const stream = (name: string): Buffer | null => {
    const found = CFB.find(container, name)
    return found?.content ? Buffer.from(found.content as Uint8Array) : null
  }
  const has = (name: string) =>
    container.FileIndex.some((one: { name: string }) => one.name === name)
  if (has('EncryptedPackage')) return reading.unread('body', 'encrypted')
  if (has('_VBA_PROJECT_CUR') || has('_VBA_PROJECT') || has('Macros'))
    reading.unread('macros', 'macros')
  for (const name of ['\u0005SummaryInformation', '\u0005DocumentSummaryInformation']) {
    const properties = stream(name)
    if (properties) reading.text('properties', propertyStrings(properties).join('\n'))
  }
  const word = stream('WordDocument')
  const slides = stream('PowerPoint Document')
  if (word) await readOldWord(bytes, word, reading)
  else if (has('Workbook') || has('Book')) readOldBook(bytes, reading)
  else if (slides) readOldSlides(slides, reading)
  else await readObject(container, stream, reading)
  await readObjects(container, reading)
}

const docEncrypted = 0x0100

async function readOldWord(bytes: Uint8Array, stream: Buffer, reading: Reading): Promise<void> {
  if (stream.readUInt16LE(10) & docEncrypted) return reading.unread('body', 'encrypted')
  const word = await new WordExtractor().extract(Buffer.from(bytes))
  const raw = { filterUnicode: false }
  const body = word.getBody(raw)
  // Cells of a table come separated by tabs, rows by lines.
  const tabbed = body.split('\n').filter((line) => line.includes('\t'))
  reading.text('body', body)
  if (tabbed.length > 1)
    reading.rows(
      'body/table:1',
      tabbed.map((line) => line.split('\t')),
    )
  reading.text('header', word.getHeaders(raw))
  reading.text('footnotes', `${word.getFootnotes(raw)}\n${word.getEndnotes(raw)}`)
  reading.text('comments', word.getAnnotations(raw))
  reading.text('textBox', word.getTextboxes(raw))
  // Struck-out text, and what quick saving left behind, is still in the stream.
  const known = [
    body,
    word.getHeaders(raw),
    word.getFootnotes(raw),
    word.getAnnotations(raw),
    word.getTextboxes(raw),
  ].join('\n')
  reading.text('deletedText', leftIn(stream.subarray(512), known).join('\n'))
}

/** Lines that stand in the bytes and in no text that was read. */
function leftIn(stream: Buffer, known: string): string[] {
  const words = /[\u4e00-\u9fff\u3000-\u303f\uff00-\uffef\u2605\d\w ,.:()-]{6,}/g
  const flat = known.replace(/\s+/g, '')
  const found = new Set<string>()
  for (const text of [stream.toString('utf16le'), stream.subarray(1).toString('utf16le')])
    for (const [line] of text.matchAll(words))
      if (/[\u4e00-\u9fff]{2}|\d{11}/.test(line) && !flat.includes(line.replace(/\s+/g, '')))
        found.add(line)
  for (const [line] of stream.toString('latin1').matchAll(/[\dXx -]{11,}/g))
    if (/\d{11}/.test(line) && !flat.includes(line.replace(/\s+/g, ''))) found.add(line)
  return [...found]
}

function readOldBook(bytes: Uint8Array, reading: Reading): void {
  const book = read(bytes, { type: 'array', dense: true, cellStyles: true, cellHTML: false })
  for (const [at, name] of book.SheetNames.entries()) {
    const sheet = book.Sheets[name]
    const hidden = (book.Workbook?.Sheets?.[at]?.Hidden ?? 0) !== 0
    if (sheet) readOldSheet(sheet, `${hidden ? 'hiddenSheet' : 'sheet'}:${name}`, reading)
  }
  const names = (book.Workbook?.Names ?? []).map(
    (one) => `${one.Name} ${one.Ref} ${one.Comment ?? ''}`,
  )
  reading.text('definedNames', names.join('\n'))
}

interface Cell {
  readonly t: string
  readonly v?: unknown
  readonly f?: string
  readonly c?: readonly { readonly t?: string; readonly a?: string }[]
}

function readOldSheet(sheet: WorkSheet, where: string, reading: Reading): void {
  const cells = (sheet['!data'] ?? []) as ((Cell | undefined)[] | undefined)[]
  const comments: string[] = []
  const textOf = (cell: Cell | undefined): string => {
    for (const one of cell?.c ?? []) comments.push(`${one.a ?? ''} ${one.t ?? ''}`)
    if (!cell || cell.v === undefined || cell.v === null || cell.t === 'e') return ''
    return cell.t === 'n' ? digitsOf(String(cell.v)) : String(cell.v)
  }
  const rows = Array.from(cells, (row) => Array.from(row ?? [], textOf))
  const infos = sheet['!cols'] ?? []
  for (const [at, info] of infos.entries())
    if (info?.hidden && rows.some((row) => row[at])) {
      reading.rows(
        `${where}/hiddenColumn:${columnName(at)}`,
        rows.map((row) => [row[at] ?? '']),
      )
      for (const row of rows) if (row[at]) row[at] = ''
    }
  const isHidden = (at: number) => sheet['!rows']?.[at]?.hidden === true
  reading.rows(
    where,
    rows.filter((_, at) => !isHidden(at)),
  )
  const hidden = rows.filter((_, at) => isHidden(at))
  reading.rows(`${where}/hiddenRows`, hidden.length > 0 && rows[0] ? [rows[0], ...hidden] : hidden)
  reading.text(`${where}/comments`, comments.join('\n'))
}

// [MS-PPT] 2.9: TextCharsAtom, TextBytesAtom, CString; containers have 0xF in the low bits.
const [textChars, textBytes, cString] = [0x0fa0, 0x0fa8, 0x0fba]

function readOldSlides(stream: Buffer, reading: Reading): void {
  const lines: string[] = []
  for (let at = 0; at + 8 <= stream.length; ) {
    const version = stream.readUInt16LE(at)
    const type = stream.readUInt16LE(at + 2)
    const length = stream.readUInt32LE(at + 4)
    const body = stream.subarray(at + 8, Math.min(at + 8 + length, stream.length))
    if (type === textChars || type === cString) lines.push(body.toString('utf16le'))
    else if (type === textBytes) lines.push(body.toString('latin1'))
    // A container is stepped into, anything else over.
    at += (version & 0xf) === 0xf ? 8 : 8 + length
  }
  reading.text('body', lines.join('\n').replaceAll('\r', '\n'))
  if (lines.join('').length < 20) reading.unread('body', 'scannedPicture')
}

/** A package that Word or Excel embedded: the file inside stands in a stream of its own. */
async function readObject(
  container: Container,
  stream: (name: string) => Buffer | null,
  reading: Reading,
): Promise<void> {
  const inner = stream('Package') ?? stream('CONTENTS')
  const native = stream('\u0001Ole10Native')
  if (inner) await reading.inside('embedded:object', 'object', inner)
  else if (native) await readNative(native, reading)
  else if (container.FileIndex.length > 0) reading.unread('body', 'unknownFormat')
}

/** Ole10Native: sizes and names, then the file as it was put in. */
async function readNative(native: Buffer, reading: Reading): Promise<void> {
  const label = native.indexOf(0, 6)
  const name = new TextDecoder('gb18030').decode(native.subarray(6, Math.max(label, 6)))
  for (const magic of ['504b0304', 'd0cf11e0', '25504446', 'ffd8ff', '89504e47']) {
    const at = native.indexOf(Buffer.from(magic, 'hex'))
    if (at > 0) return reading.inside(`embedded:${name}`, name, native.subarray(at))
  }
  reading.text('embedded', name)
  reading.unread(`embedded:${name}`, 'unknownFormat')
}

/** Objects of an old Word file lie in storages of its pool. */
async function readObjects(container: Container, reading: Reading): Promise<void> {
  for (const [at, path] of container.FullPaths.entries()) {
    if (
      !/\/(?:ObjectPool|MBD[0-9A-F]+)\/.*(?:Package|Ole10Native|CONTENTS|Workbook|WordDocument)$/.test(
        path,
      )
    )
      continue
    const content = container.FileIndex[at]?.content
    if (!content) continue
    const bytes = Buffer.from(content as Uint8Array)
    if (path.endsWith('Ole10Native')) await readNative(bytes, reading)
    else if (/(?:Package|CONTENTS)$/.test(path))
      await reading.inside('embedded:object', 'object', bytes)
    else reading.unread('embedded:object', 'unknownFormat')
  }
}

const [ansi, wide] = [0x1e, 0x1f]

/** The strings of a property set ([MS-OLEPS]): title, author, company, last editor, custom ones. */
function propertyStrings(set: Buffer): string[] {
  const strings: string[] = []
  const sections = set.length > 48 ? Math.min(set.readUInt32LE(24), 4) : 0
  for (let section = 0; section < sections; section++) {
    const start = set.length >= 48 + section * 20 ? set.readUInt32LE(44 + section * 20) : set.length
    if (start + 8 > set.length) continue
    const count = Math.min(set.readUInt32LE(start + 4), 200)
    for (let i = 0; i < count; i++) {
      const entry = start + 8 + i * 8
      if (entry + 8 > set.length) break
      const at = start + set.readUInt32LE(entry + 4)
      if (at + 8 > set.length) continue
      const [type, length] = [set.readUInt32LE(at), set.readUInt32LE(at + 4)]
      const bytes = set.subarray(at + 8, at + 8 + length * (type === wide ? 2 : 1))
      if (type === ansi) strings.push(new TextDecoder('gb18030').decode(bytes))
      else if (type === wide) strings.push(bytes.toString('utf16le'))
    }
  }
  return strings.map((text) => text.replaceAll('\0', '')).filter((text) => text !== '')
}
