import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { strToU8, zipSync } from 'fflate'
import { expect, test } from 'vitest'
import { Refusal } from '#platform/refusal'
import { messagesOf } from '#platform/words'
import { docx, workbook } from '../../../../test/fixtures/catalogue/build.ts'
import { cpuMs } from '../../../../test/world/cpu.ts'
import { parseCatalogue } from './index.ts'
import { limits } from './limits.ts'

const fixture = (name: string): Uint8Array =>
  new Uint8Array(
    readFileSync(new URL(`../../../../test/fixtures/catalogue/${name}`, import.meta.url)),
  )

const refusalOf = async (name: string, bytes: Uint8Array): Promise<string> => {
  const error = await parseCatalogue({ name, bytes }).then(
    () => undefined,
    (thrown: unknown) => thrown,
  )
  expect(error).toBeInstanceOf(Refusal)
  const { code, kind } = error as Refusal
  expect(kind).toBe('invalid')
  expect(messagesOf('zh-CN').get(code)).toMatch(/。$/)
  expect(messagesOf('en').get(code)).toBeDefined()
  return code
}

const utf16 = (text: string): number[] => [...Buffer.from(text, 'utf16le')]
const oleHead = [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]
const oleWith = (stream: string): Uint8Array =>
  new Uint8Array([
    ...oleHead,
    ...new Array<number>(504).fill(0).with(18, 3),
    ...utf16(stream),
    ...new Array<number>(100).fill(0),
  ])

const staff = [
  ['序号', '姓名', '单位', '职务', '电话'],
  ['1', '甲', '应急局', '科员', '0000'],
]

test.each([
  ['an empty file', 'a.xlsx', new Uint8Array(), 'catalogue.fileEmpty'],
  [
    'a list of staff',
    'a.xlsx',
    workbook([{ name: 'Sheet1', table: staff }]),
    'catalogue.notACatalogue',
  ],
  ['a letter', 'a.docx', docx(['关于报送目录的函', '请于5日前报送。']), 'catalogue.notACatalogue'],
  [
    'a web page without tables',
    'a.html',
    strToU8('<html><body><p>公开内容</p></body></html>'),
    'catalogue.notACatalogue',
  ],
  ['a plain text', 'a.csv', strToU8('公开内容\n'), 'catalogue.notACatalogue'],
  ['a PDF', 'a.pdf', strToU8('%PDF-1.7\n1 0 obj'), 'catalogue.fileTypeUnsupported'],
  [
    'a picture',
    'a.png',
    new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0]),
    'catalogue.fileTypeUnsupported',
  ],
  [
    'another zip',
    'a.zip',
    zipSync({ 'a.txt': strToU8('公开内容') }),
    'catalogue.fileTypeUnsupported',
  ],
  ['a rich text file', 'a.doc', strToU8('{\\rtf1\\ansi}'), 'catalogue.fileTypeUnsupported'],
  ['an old Word file', 'a.doc', oleWith('WordDocument'), 'catalogue.oldWordFile'],
  ['a workbook with a password', 'a.xlsx', oleWith('EncryptedPackage'), 'catalogue.fileEncrypted'],
  ['a damaged old workbook', 'a.xls', oleWith('Workbook'), 'catalogue.fileUnreadable'],
])('refuses %s and says what to do', async (_, name, bytes, code) => {
  expect(await refusalOf(name, bytes)).toBe(code)
})

test('refuses a zip whose entries are encrypted', async () => {
  const bytes = fixture('07-kou-marks-column-order.xlsx').slice()
  const view = new DataView(bytes.buffer)
  for (let at = 0; at + 10 < bytes.length; at++)
    if (view.getUint32(at, true) === 0x02014b50) view.setUint16(at + 8, 1, true)
  expect(await refusalOf('a.xlsx', bytes)).toBe('catalogue.fileEncrypted')
})

test('refuses a file that was cut off on the way', async () => {
  const bytes = fixture('04-xiangying-lingyu-column.docx')
  expect(await refusalOf('a.docx', bytes.subarray(0, bytes.length / 2))).toBe(
    'catalogue.fileUnreadable',
  )
})

test('refuses files that define XML entities', async () => {
  const document =
    '<?xml version="1.0"?><!DOCTYPE d [<!ENTITY a "公开">]><w:document>&a;</w:document>'
  const bytes = zipSync({ 'word/document.xml': strToU8(document) })
  expect(await refusalOf('a.docx', bytes)).toBe('catalogue.xmlEntities')
})

test('refuses files beyond the bounds before reading them', async () => {
  expect(await refusalOf('a.csv', new Uint8Array(limits.bytes + 1).fill(65))).toBe(
    'catalogue.fileTooLarge',
  )
  const bomb = zipSync({
    'word/document.xml': new Uint8Array(limits.readBytes + 1),
  })
  expect(bomb.length).toBeLessThan(200_000)
  expect(await refusalOf('a.docx', bomb)).toBe('catalogue.fileExpandsTooFar')
})

test('refuses a zip bomb that lies about its size', async () => {
  const bytes = zipSync({ 'word/document.xml': new Uint8Array(30_000_000) })
  const view = new DataView(bytes.buffer)
  for (let at = 0; at + 30 < bytes.length; at++) {
    if (view.getUint32(at, true) === 0x02014b50) view.setUint32(at + 24, 1000, true)
    if (view.getUint32(at, true) === 0x04034b50) view.setUint32(at + 22, 1000, true)
  }
  expect(await refusalOf('a.docx', bytes)).toBe('catalogue.fileExpandsTooFar')
})

test('refuses more cells than any catalogue has', async () => {
  const text = `${',x'.repeat(190)}\n`.repeat(2300)
  expect(await refusalOf('a.csv', strToU8(text))).toBe('catalogue.tooManyCells')
  const spans = `<table>${'<tr><td colspan="200" rowspan="2100">x</td></tr>'.repeat(2100)}</table>`
  expect(await refusalOf('a.html', strToU8(spans))).toBe('catalogue.tooManyCells')
})

// Far below the time after which a worker that reads foreign files is stopped.
const patienceMs = 2000

const answers = async (name: string, bytes: Uint8Array): Promise<void> => {
  const from = cpuMs()
  const answer = await parseCatalogue({ name, bytes }).catch((error: unknown) => error)
  expect(cpuMs() - from).toBeLessThan(patienceMs)
  expect(answer instanceof Refusal || Array.isArray((answer as { rows: unknown }).rows)).toBe(true)
}

const endings = fc.constantFrom('a.xlsx', 'a.xls', 'a.docx', 'a.html', 'a.csv', 'a')

test('answers any bytes with a refusal or a result', async () => {
  const heads = fc.constantFrom<number[]>(
    [],
    oleHead,
    [0x50, 0x4b, 3, 4],
    [0xff, 0xfe],
    [...strToU8('<table><tr><td>')],
  )
  await fc.assert(
    fc.asyncProperty(endings, heads, fc.uint8Array({ maxLength: 3000 }), (name, head, tail) =>
      answers(name, new Uint8Array([...head, ...tail])),
    ),
    { numRuns: 150 },
  )
})

test('answers damaged catalogues with a refusal or a result', async () => {
  const names = [
    '01-caizheng-content-split.xlsx',
    '05-symbol-font-lost-R.docx',
    '06-flat-text-columns.html',
  ]
  const xls = workbook([{ name: '义务教育', table: staff }], 'xls')
  const files = [...names.map(fixture), xls]
  const damage = fc.array(fc.tuple(fc.nat(), fc.nat(255)), { minLength: 1, maxLength: 20 })
  await fc.assert(
    fc.asyncProperty(endings, fc.nat(files.length - 1), damage, (name, which, changes) => {
      const bytes = (files[which] as Uint8Array).slice()
      for (const [at, value] of changes) bytes[at % bytes.length] = value
      return answers(name, bytes)
    }),
    { numRuns: 120 },
  )
})
