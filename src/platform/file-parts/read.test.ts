import { readFileSync } from 'node:fs'
import { deflateSync } from 'node:zlib'
import { CFB, utils, write } from '@e965/xlsx'
import { strToU8, zipSync } from 'fflate'
import { expect, test } from 'vitest'
import { cpuMs } from '../../../test/world/cpu.ts'
import {
  gb18030Csv,
  li,
  lockedWord,
  ofd,
  oldWord,
  pdf,
  pdfWithoutFont,
  photograph,
  plainPdf,
  scannedPdf,
  wordWithCorners,
  workbookWithCorners,
  zhang,
} from '../../../test/world/files.ts'
import { readParts, textOfParts } from './index.ts'
import { foldRadicals } from './radicals.ts'
import { readPartsHere } from './read.ts'

const flat = (part: { text?: string; rows?: string[][] } | undefined) =>
  part?.text ?? (part?.rows ?? []).map((row) => row.join('|')).join('\n')
const partAt = async (name: string, bytes: Uint8Array, where: string) =>
  flat((await readPartsHere(name, bytes)).parts.find((part) => part.where === where))

test.each([
  ['body', '现将名单公示如下。'],
  ['body/hiddenText', zhang.id],
  ['body/deletedText', li.phone],
  ['body/textBox', '秘密★1年'],
  ['body/altText', '公章'],
  ['body/table:1', `${li.name}|${li.id}|${li.phone}`],
  ['comments', `请核对${li.id}`],
  ['comments/altText', '王科长'],
  ['header', '内部资料'],
  ['properties', '王科长'],
  ['embedded:Microsoft_Excel_Sheet1.xlsx/hiddenSheet:底册', li.id],
])('[M44] a Word file is read in its corners: %s', async (where, words) => {
  expect(await partAt('公示.docx', wordWithCorners(), where)).toContain(words)
})

test('[M44] what is hidden or struck out in a Word file is no part of its text', async () => {
  const body = await partAt('公示.docx', wordWithCorners(), 'body')
  expect(body).not.toContain(zhang.id)
  expect(body).not.toContain(li.phone)
})

test.each([
  ['sheet:公示', '张小明|1200'],
  ['sheet:公示/hiddenColumn:C', `联系电话\n${zhang.phone}`],
  ['hiddenSheet:底册', `${li.name}|${li.id}`],
  ['hiddenSheet:底册', `${zhang.name}|${zhang.id}`],
  ['comments', '6222021001116245702'],
  ['unusedTexts', li.phone],
  ['properties', '王科长'],
])('[M44] a workbook is read in its corners: %s', async (where, words) => {
  expect(await partAt('公示.xlsx', workbookWithCorners(), where)).toContain(words)
})

test('[M44] a Word file of before 2007 is read, under its own name and that of WPS', async () => {
  const bytes = oldWord(`救助名单\n${zhang.name} ${zhang.id}\n`)
  for (const name of ['名单.doc', '名单.wps'])
    expect(await partAt(name, bytes, 'body')).toContain(`${zhang.name} ${zhang.id}`)
})

test('[M44] an old workbook is read with its hidden sheet', async () => {
  const book = utils.book_new()
  utils.book_append_sheet(book, utils.aoa_to_sheet([['标题']]), '表')
  utils.book_append_sheet(book, utils.aoa_to_sheet([['身份证号'], [li.id], [13800138000]]), '底册')
  book.Workbook = { Sheets: [{ Hidden: 0 }, { Hidden: 2 }] }
  const bytes = write(book, { type: 'buffer', bookType: 'biff8' }) as Buffer
  for (const name of ['旧.xls', '旧.et']) {
    const hidden = await partAt(name, bytes, 'hiddenSheet:底册')
    expect(hidden).toContain(li.id)
    expect(hidden).toContain('13800138000')
  }
})

test('[M44] an OpenDocument table is read', async () => {
  const book = utils.book_new()
  utils.book_append_sheet(
    book,
    utils.aoa_to_sheet([
      ['姓名', '号码'],
      [zhang.name, zhang.id],
    ]),
    '表',
  )
  const bytes = write(book, { type: 'buffer', bookType: 'ods' }) as Buffer
  expect(await partAt('表.ods', bytes, 'sheet:表')).toContain(`${zhang.name}|${zhang.id}`)
})

test('[M44] a PDF that names a Chinese font without holding it is read by the character tables', async () => {
  const found = await readParts('名单.pdf', pdfWithoutFont())
  expect(found.read).toBe(true)
  expect(flat(found.parts.find(({ where }) => where === 'page:1'))).toContain(`身份证号${zhang.id}`)
})

test('[M44] a PDF printed by Chromium has the characters that were meant', async () => {
  const printed = readFileSync(
    new URL('../../../test/fixtures/documents/printed-by-chromium.pdf', import.meta.url),
  )
  const found = await readPartsHere('公告.pdf', printed)
  expect(found.read).toBe(true)
  const text = found.parts.map(flat).join('\n')
  expect(text).toContain('白水洋镇人民政府')
  expect(text).toContain(zhang.id)
  // In the file itself they are radicals; without folding neither word would be found.
  expect(text).not.toMatch(/[\u2e80-\u2fd5]/)
})

test('[M44] a PDF is read in its remarks and properties', async () => {
  const bytes = plainPdf('An ordinary page with enough letters on it.', `ID ${zhang.id}`)
  expect(await partAt('a.pdf', bytes, 'page:1')).toContain('ordinary page')
  expect(await partAt('a.pdf', bytes, 'page:1/annotations')).toContain(zhang.id)
  expect(await partAt('a.pdf', bytes, 'properties')).toContain('wang@example.gov.cn')
})

test('[M44] radicals are folded to the characters that were meant', () => {
  expect(foldRadicals('⽩⽔⼈⺠⼯⼀，⻓⻋')).toBe('白水人民工一，长车')
})

test.each([
  ['page:1', `身份证${li.id}`],
  ['template', '内部资料'],
  ['annotations', zhang.phone],
  ['properties', '王科长'],
  ['attachment:list.csv/body', `${zhang.name}|${zhang.id}`],
])('[M44] an OFD file is read in its corners: %s', async (where, words) => {
  expect(await partAt('公告.ofd', ofd(), where)).toContain(words)
})

test('[M44] where a photograph was taken is read; what it shows is not', async () => {
  const found = await readPartsHere('照片.jpg', await photograph())
  expect(found.read).toBe(false)
  expect(found.unread).toContainEqual({ where: 'picture', why: 'picture' })
  expect(flat(found.parts.find(({ where }) => where === 'gps'))).toMatch(/28\.85833N, 121\.13750E/)
  expect(flat(found.parts.find(({ where }) => where === 'pictureProperties'))).toContain(zhang.id)
})

test('[M44] a table in GB18030 is read as what it says', async () => {
  expect(await partAt('名单.csv', gb18030Csv(), 'body')).toBe(
    `姓名|身份证号\n${zhang.name}|${zhang.id}`,
  )
})

test.each<[string, string, () => Uint8Array | Promise<Uint8Array>, string]>([
  ['a scan', 'a.pdf', scannedPdf, 'scannedPicture'],
  ['an OFD of pictures', 'a.ofd', () => ofd({ imageOnly: true }), 'scannedPicture'],
  ['a password', 'a.docx', lockedWord, 'encrypted'],
  ['bytes', 'a.dat', () => Buffer.from([1, 2, 3, 0, 255]), 'encoding'],
  ['a broken zip', 'a.docx', () => Buffer.from('PK\u0003\u0004 no more'), 'broken'],
  ['a broken PDF', 'a.pdf', () => Buffer.from('%PDF-1.7 no more'), 'broken'],
  ['a sound', 'a.mp3', () => Buffer.from('ID3\u0003 la la'), 'sound'],
])('[M44] %s counts as not read, never as clean', async (_, name, bytes, why) => {
  const found = await readPartsHere(name, await bytes())
  expect(found.read).toBe(false)
  expect(found.unread.map((one) => one.why)).toContain(why)
})

const hostile = (parts: Record<string, string | Uint8Array>) =>
  zipSync(
    Object.fromEntries(
      Object.entries({ '[Content_Types].xml': '<Types/>', ...parts }).map(([path, content]) => [
        path,
        typeof content === 'string' ? strToU8(content) : content,
      ]),
    ),
    { level: 9 },
  )

test('entities of a part are not read, wherever they lead', async () => {
  const bytes = hostile({
    'word/document.xml':
      '<!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/passwd">]><w:document><w:p><w:r><w:t>&a;</w:t></w:r></w:p></w:document>',
  })
  const found = await readPartsHere('a.docx', bytes)
  expect(found).toMatchObject({ read: false, parts: [] })
  expect(found.unread[0]?.why).toBe('entities')
})

test('zip bombs and zips within zips end within two seconds', async () => {
  const started = Date.now()
  const bomb = hostile({ 'word/document.xml': new Uint8Array(200 * 1024 * 1024) })
  const made = Date.now()
  expect(await readParts('a.docx', bomb)).toMatchObject({
    read: false,
    unread: [{ why: 'tooMuch' }],
  })
  expect(Date.now() - made).toBeLessThan(2000)
  let nested: Uint8Array = zipSync({ 'a.txt': strToU8('x') })
  for (let depth = 0; depth < 8; depth++) nested = zipSync({ [`${depth}.zip`]: nested })
  expect((await readParts('a.zip', nested)).unread[0]?.why).toBe('tooMuch')
  expect(started).toBeLessThan(Date.now())
})

const pdfOf = (content: Buffer, resources = '', more: readonly Buffer[] = []) =>
  pdf([
    '<</Type/Catalog/Pages 2 0 R>>',
    '<</Type/Pages/Kids[3 0 R]/Count 1>>',
    `<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 4 0 R/Resources<<${resources}>>>>`,
    content,
    ...more,
  ])
const flate = (bytes: Buffer, more = '') => {
  const packed = deflateSync(bytes, { level: 9 })
  const head = Buffer.from(`<</Length ${packed.length}/Filter/FlateDecode${more}>>stream\n`)
  return Buffer.concat([head, packed, Buffer.from('\nendstream')])
}

test('bombs of text and of pictures in a PDF end within two seconds, and never as clean', async () => {
  const text = pdfOf(flate(Buffer.alloc(100 * 1024 * 1024, 'q Q ')))
  const picture = pdfOf(
    flate(Buffer.from('q 595 0 0 842 0 0 cm /I Do Q')),
    '/XObject<</I 5 0 R>>',
    [
      flate(
        Buffer.alloc(100 * 1024 * 1024),
        '/Type/XObject/Subtype/Image/Width 10240/Height 10240/ColorSpace/DeviceGray/BitsPerComponent 8',
      ),
    ],
  )
  for (const [bytes, why] of [
    [text, 'tooMuch'],
    [picture, 'scannedPicture'],
  ] as const) {
    const started = cpuMs()
    expect((await readPartsHere('a.pdf', bytes)).unread[0]?.why).toBe(why)
    expect(cpuMs() - started).toBeLessThan(2000)
  }
})

test('an archive is read file by file, names too', async () => {
  const bytes = zipSync({ [`${zhang.name}身份证.txt`]: strToU8(`号码 ${zhang.id}`) })
  const text = (await readPartsHere('a.zip', bytes)).parts.map(flat).join('\n')
  expect(text).toContain('张小明身份证')
  expect(text).toContain(zhang.id)
})

test('rich text is read by its code page and its marks', async () => {
  const source = `{\\rtf1\\ansi\\ansicpg936{\\fonttbl{\\f0 x;}}\\f0 \\'d0\\'d5\\'c3\\'fb\\u24352? ${zhang.id}\\par}`
  expect(await partAt('a.rtf', Buffer.from(source, 'latin1'), 'body')).toContain(
    `姓名张 ${zhang.id}`,
  )
})

test('an object packed into an old container is opened', async () => {
  const container = CFB.utils.cfb_new()
  CFB.utils.cfb_add(container, '/Package', Buffer.from(workbookWithCorners()))
  const bytes = Buffer.from(CFB.write(container, { type: 'buffer' }) as Buffer)
  expect(await partAt('oleObject1.bin', bytes, 'embedded:object/hiddenSheet:底册')).toContain(li.id)
})

test('the text for an index leaves out what a reader does not see', async () => {
  const text = textOfParts((await readPartsHere('公示.docx', wordWithCorners())).parts)
  expect(text).toContain('现将名单公示如下')
  expect(text).toContain('秘密★1年')
  expect(text).not.toContain('隐藏身份证')
  expect(text).not.toContain('删除电话')
})
