import { strToU8, zipSync } from 'fflate'
import { expect, test } from 'vitest'
import { docx, paragraph, table } from '../documents/intake/docx.fixture.ts'
import { scanFile } from './scan-file.ts'

// S9: numbers planted in every corner of files; what is missed is a person on the public net.

let seed = 20261122
const random = (below: number): number => {
  seed = (seed * 1103515245 + 12345) % 2147483648
  return Math.floor((seed / 2147483648) * below)
}
const weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2]
const two = (n: number) => String(n).padStart(2, '0')
const regions = ['110101', '331082', '440106', '510104', '320583', '610113']

const identity = (): string => {
  const date = `${1950 + random(70)}${two(1 + random(12))}${two(1 + random(28))}`
  const body = `${regions[random(regions.length)]}${date}${String(random(1000)).padStart(3, '0')}`
  const sum = [...body].reduce((total, digit, at) => total + Number(digit) * (weights[at] ?? 0), 0)
  return body + '10X98765432'[sum % 11]
}
const many = (count: number, make: (id: string) => string) =>
  Array.from({ length: count }, () => make(identity()))

const w = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
const each = 400
const word = (): Uint8Array =>
  docx(
    [
      ...many(each, (id) => paragraph(`经核实，村民身份证号码为${id}，情况属实。`)),
      ...many(
        each,
        (id) => `<w:p><w:del><w:r><w:delText>原${id}已删</w:delText></w:r></w:del></w:p>`,
      ),
      ...many(
        each,
        (id) =>
          `<w:p><w:r><w:rPr><w:vanish/></w:rPr><w:t>${id.slice(0, 9)}</w:t></w:r><w:r><w:rPr><w:vanish/></w:rPr><w:t>${id.slice(9)}</w:t></w:r></w:p>`,
      ),
      table([
        ['户主', '身份证号'],
        ...many(each, (id) => `张某${id}`).map((both) => [both.slice(0, 2), both.slice(2)]),
      ]),
    ],
    {
      parts: {
        'word/comments.xml': `<w:comments ${w}>${many(each, (id) => `<w:comment><w:p><w:r><w:t>核 ${id}</w:t></w:r></w:p></w:comment>`).join('')}</w:comments>`,
        'customXml/item1.xml': `<rows>${many(each, (id) => `<row><id>${id}</id></row>`).join('')}</rows>`,
      },
    },
  )
const columns = (): Uint8Array =>
  Buffer.from(`姓名,身份证号,银行卡\n${many(each * 4, (id) => `李某,${id},\n`).join('')}`)
const pages = (): Uint8Array =>
  zipSync({
    '说明.txt': strToU8(many(each, (id) => `村民${id}已领取。`).join('\n')),
    '页.html': strToU8(
      `<p>${many(each, (id) => `<b>${id.slice(0, 6)}</b>${id.slice(6)}`).join('</p><p>')}</p>`,
    ),
  })

test.each([
  [
    'a Word file, shown, deleted, hidden, in tables, remarks and custom data',
    '名单.docx',
    word,
    each * 6,
  ],
  ['a table', '名单.csv', columns, each * 4],
  ['an archive of texts and pages', '名单.zip', pages, each * 2],
])('[M44] of the identity numbers planted in %s none is missed', async (_, name, make, planted) => {
  const { scanned, findings } = await scanFile(name, make())
  const found = findings.filter(
    ({ kind, confidence }) => kind === 'idCard' && confidence === 'high',
  )
  expect(scanned).toBe(true)
  expect(found).toHaveLength(planted)
})

test('[M44] what is public by duty raises no alarm in a table of two thousand lines', async () => {
  const lines = Array.from(
    { length: 2000 },
    (_, at) =>
      `青穗县第${at}供水站,0900-88${String(10000 + at)},91331082MA2A${two(at % 100)}${String(1000 + at).slice(-4)},青政发〔2026〕${at}号,${(at * 137.5).toFixed(2)}`,
  )
  const csv = `单位名称,咨询电话,统一社会信用代码,文号,金额\n${lines.join('\n')}\n`
  const { findings } = await scanFile('单位.csv', Buffer.from(csv))
  expect(findings.filter(({ confidence }) => confidence === 'high')).toEqual([])
})
