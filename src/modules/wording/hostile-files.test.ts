import { strToU8, zipSync } from 'fflate'
import { expect, test } from 'vitest'
import { readPartsHere } from '#platform/file-parts/read'
import { docx, paragraph } from '../documents/intake/docx.fixture.ts'
import { madeId, seeded } from './made.fixture.ts'
import { scanParts } from './scan/scan-parts.ts'

/** Corners of files in which somebody who had not read the readers hid a number. */

const dice = seeded(20261122)
const [one, two] = [madeId(dice), madeId(dice)]
const halves = (id: string): [string, string] => [id.slice(0, 9), id.slice(9)]

const w =
  'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" xmlns:v="urn:schemas-microsoft-com:vml"'
const run = (text: string) => `<w:r><w:t>${text}</w:t></w:r>`
const word = (body: string, parts: Record<string, string | Uint8Array> = {}) =>
  docx([paragraph('公示'), body], { parts })

const sheet = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main'
const relations = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const package_ = 'http://schemas.openxmlformats.org/package/2006'
const cell = (text: string) => `<c r="A1" t="inlineStr"><is><t>${text}</t></is></c>`
/** A workbook with one sheet; `after` stands behind its rows, `book` behind the list of sheets. */
const workbook = (
  { rows = cell('标题'), after = '', book = '', state = 'visible' },
  parts: Record<string, string> = {},
): Uint8Array =>
  zipSync(
    Object.fromEntries(
      Object.entries({
        '[Content_Types].xml': `<Types xmlns="${package_}/content-types"><Default Extension="xml" ContentType="application/xml"/></Types>`,
        '_rels/.rels': `<Relationships xmlns="${package_}/relationships"><Relationship Id="a" Type="${relations}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
        'xl/workbook.xml': `<workbook xmlns="${sheet}" xmlns:r="${relations}"><sheets><sheet name="公示" sheetId="1" state="${state}" r:id="s"/></sheets>${book}</workbook>`,
        'xl/_rels/workbook.xml.rels': `<Relationships xmlns="${package_}/relationships"><Relationship Id="s" Type="${relations}/worksheet" Target="worksheets/sheet1.xml"/><Relationship Id="t" Type="${relations}/sharedStrings" Target="sharedStrings.xml"/></Relationships>`,
        'xl/worksheets/sheet1.xml': `<worksheet xmlns="${sheet}"><sheetData><row r="1">${rows}</row></sheetData>${after}</worksheet>`,
        ...parts,
      }).map(([path, text]) => [path, strToU8(text)]),
    ),
  )

/** A PDF of one page; further objects are numbered from 6. */
const pdf = (content: string, more: { page?: string; root?: string; objects?: string[] } = {}) => {
  const stream = (text: string) => `<</Length ${text.length}>>stream\n${text}\nendstream`
  const objects = [
    `<</Type/Catalog/Pages 2 0 R${more.root ?? ''}>>`,
    '<</Type/Pages/Kids[3 0 R]/Count 1>>',
    `<</Type/Page/Parent 2 0 R/MediaBox[0 0 600 800]/Contents 4 0 R/Resources<</Font<</F1 5 0 R>>>>${more.page ?? ''}>>`,
    stream(`BT /F1 12 Tf 50 700 Td ${content} ET`),
    '<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>',
    ...(more.objects ?? []).map((object) => (object.startsWith('<<') ? object : stream(object))),
  ]
  let out = '%PDF-1.7\n'
  const offsets = objects.map((object, at) => {
    const offset = out.length
    out += `${at + 1} 0 obj\n${object}\nendobj\n`
    return `${String(offset).padStart(10, '0')} 00000 n \n`
  })
  const table = out.length
  out += `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${offsets.join('')}`
  out += `trailer<</Size ${objects.length + 1}/Root 1 0 R>>\nstartxref\n${table}\n%%EOF`
  return Buffer.from(out, 'latin1')
}
/** The same saved once more: its page says something else, and what it said is still there. */
const changed = (before: Buffer, content: string) => {
  const text = `BT /F1 12 Tf 50 700 Td ${content} ET`
  const object = `4 0 obj\n<</Length ${text.length}>>stream\n${text}\nendstream\nendobj\n`
  const at = before.length + 1
  const previous = before.lastIndexOf('xref\n0')
  return Buffer.concat([
    before,
    Buffer.from(
      `\n${object}xref\n4 1\n${String(at).padStart(10, '0')} 00000 n \ntrailer<</Size 6/Root 1 0 R/Prev ${previous}>>\nstartxref\n${at + object.length}\n%%EOF`,
      'latin1',
    ),
  ])
}
const letters = '(An ordinary page with letters enough on it.) Tj'
const [first, second] = halves(one)

test.each<[string, string, Uint8Array, readonly string[]]>([
  ['letter by letter', 'a.docx', word(`<w:p>${[...one].map(run).join('')}</w:p>`), [one]],
  ['text moved away', 'a.docx', word(`<w:p><w:moveFrom>${run(one)}</w:moveFrom></w:p>`), [one]],
  [
    'changed in the middle',
    'a.docx',
    word(
      `<w:p>${run(first)}<w:del><w:r><w:delText>旧</w:delText></w:r></w:del><w:ins>${run(second)}</w:ins></w:p>`,
    ),
    [one],
  ],
  [
    'hidden in the middle',
    'a.docx',
    word(
      `<w:p>${run(first)}<w:r><w:rPr><w:vanish/></w:rPr><w:t>隐</w:t></w:r>${run(second)}</w:p>`,
    ),
    [one],
  ],
  [
    'boxes of a form',
    'a.docx',
    word(
      `<w:tbl><w:tr>${[...one].map((digit) => `<w:tc><w:p>${run(digit)}</w:p></w:tc>`).join('')}</w:tr></w:tbl>`,
    ),
    [one],
  ],
  [
    'a table in a table',
    'a.docx',
    word(
      `<w:tbl><w:tr><w:tc><w:tbl><w:tr><w:tc><w:p>${run(one)}</w:p></w:tc></w:tr></w:tbl></w:tc></w:tr></w:tbl>`,
    ),
    [one],
  ],
  [
    'a field',
    'a.docx',
    word(`<w:p><w:r><w:instrText> QUOTE "${one}" </w:instrText></w:r></w:p>`),
    [one],
  ],
  [
    'a control and its name',
    'a.docx',
    word(
      `<w:sdt><w:sdtPr><w:alias w:val="${one}"/><w:dropDownList><w:listItem w:displayText="${two}"/></w:dropDownList></w:sdtPr></w:sdt>`,
    ),
    [one, two],
  ],
  [
    'word art',
    'a.docx',
    word(`<w:p><w:r><w:pict><v:shape><v:textpath string="${one}"/></v:shape></w:pict></w:r></w:p>`),
    [one],
  ],
  [
    'foot- and endnotes',
    'a.docx',
    word('', {
      'word/footnotes.xml': `<w:footnotes ${w}><w:p>${run(one)}</w:p></w:footnotes>`,
      'word/endnotes.xml': `<w:endnotes ${w}><w:p>${run(two)}</w:p></w:endnotes>`,
    }),
    [one, two],
  ],
  [
    'variables, building blocks',
    'a.docx',
    word('', {
      'word/settings.xml': `<w:settings ${w}><w:docVars><w:docVar w:val="${one}"/></w:docVars></w:settings>`,
      'word/glossary/document.xml': `<w:glossaryDocument ${w}><w:p>${run(two)}</w:p></w:glossaryDocument>`,
    }),
    [one, two],
  ],
  [
    'a diagram',
    'a.docx',
    word('', { 'word/diagrams/data1.xml': `<d xmlns:a="x"><a:t>${one}</a:t></d>` }),
    [one],
  ],
  [
    'an address of a link',
    'a.docx',
    word('', {
      'word/_rels/header1.xml.rels': `<Relationships><Relationship Target="http://10.0.0.1/q?id=${one}" TargetMode="External"/></Relationships>`,
    }),
    [one],
  ],
  ['a very hidden sheet', 'a.xlsx', workbook({ rows: cell(one), state: 'veryHidden' }), [one]],
  [
    'text in several styles',
    'a.xlsx',
    workbook(
      { rows: '<c r="A1" t="s"><v>0</v></c>' },
      {
        'xl/sharedStrings.xml': `<sst xmlns="${sheet}"><si><r><t>${first}</t></r><r><rPr><b/></rPr><t>${second}</t></r></si></sst>`,
      },
    ),
    [one],
  ],
  [
    'a format of numbers',
    'a.xlsx',
    workbook(
      {},
      {
        'xl/styles.xml': `<styleSheet xmlns="${sheet}"><numFmts><numFmt numFmtId="170" formatCode="&quot;${one}&quot;"/></numFmts></styleSheet>`,
      },
    ),
    [one],
  ],
  [
    'a hint, a header, a link',
    'a.xlsx',
    workbook({
      after: `<dataValidations><dataValidation prompt="${one}"/></dataValidations><headerFooter><oddHeader>${two}</oddHeader></headerFooter>`,
    }),
    [one, two],
  ],
  [
    'a formula, a name',
    'a.xlsx',
    workbook({
      rows: `<c r="A1"><f>"${one}"&amp;""</f><v>1</v></c>`,
      book: `<definedNames><definedName name="x" hidden="1">"${two}"</definedName></definedNames>`,
    }),
    [one, two],
  ],
  [
    'threaded remarks, their writers',
    'a.xlsx',
    workbook(
      {},
      {
        'xl/threadedComments/threadedComment1.xml': `<ThreadedComments><threadedComment><text>${one}</text></threadedComment></ThreadedComments>`,
        'xl/persons/person.xml': `<personList><person displayName="${two}"/></personList>`,
      },
    ),
    [one, two],
  ],
  [
    'a cache, a chart',
    'a.xlsx',
    workbook(
      {},
      {
        'xl/pivotCache/pivotCacheRecords1.xml': `<pivotCacheRecords xmlns="${sheet}"><r><s v="${one}"/></r></pivotCacheRecords>`,
        'xl/charts/chart1.xml': `<c:chartSpace xmlns:c="c"><c:v>${two}</c:v></c:chartSpace>`,
      },
    ),
    [one, two],
  ],
  [
    'glyph by glyph',
    'a.pdf',
    pdf([...one].map((digit, at) => `1 0 0 1 ${50 + at * 7} 700 Tm (${digit}) Tj`).join(' ')),
    [one],
  ],
  ['letters that nobody sees', 'a.pdf', pdf(`3 Tr (${one}) Tj`), [one]],
  ['over two lines', 'a.pdf', pdf(`(${first}) Tj 0 -14 Td (${second}) Tj`), [one]],
  [
    'an answer of a form and what stood there first',
    'a.pdf',
    pdf(letters, {
      page: '/Annots[6 0 R]',
      root: '/AcroForm<</Fields[6 0 R]>>',
      objects: [`<</Type/Annot/Subtype/Widget/FT/Tx/T(f)/V(${one})/DV(${two})/Rect[0 0 10 10]>>`],
    }),
    [one, two],
  ],
  [
    'a file inside',
    'a.pdf',
    pdf(letters, {
      root: '/Names<</EmbeddedFiles<</Names[(a.txt) 6 0 R]>>>>',
      objects: ['<</Type/Filespec/F(a.txt)/EF<</F 7 0 R>>>>', one],
    }),
    [one],
  ],
  [
    'a file that hangs at a page',
    'a.pdf',
    pdf(letters, {
      page: '/Annots[6 0 R]',
      objects: [
        '<</Type/Annot/Subtype/FileAttachment/FS 7 0 R/Rect[0 0 10 10]>>',
        '<</Type/Filespec/F(b.txt)/EF<</F 8 0 R>>>>',
        one,
      ],
    }),
    [one],
  ],
  ['what a page said before it was changed', 'a.pdf', changed(pdf(`(${one}) Tj`), letters), [one]],
  [
    'letters as their numbers',
    'a.json',
    Buffer.from(
      `{"id":"${[...one].map((digit) => `\\u00${digit.charCodeAt(0).toString(16)}`).join('')}"}`,
    ),
    [one],
  ],
])('[M44] a number in %s of %s is found', async (_, name, bytes, planted) => {
  // In this thread: sixty threads would take a minute to start.
  const { parts } = await readPartsHere(name, bytes)
  const found = scanParts(parts)
    .filter(({ kind, confidence }) => kind === 'idCard' && confidence === 'high')
    .map(({ masked }) => masked.replace(/[^0-9X]/g, '').slice(-4))
  expect(found).toEqual(expect.arrayContaining(planted.map((id) => id.slice(-4))))
})

test.each<[string, Uint8Array]>([
  ['名单.rar', Buffer.from('526172211a0700cf907300000d00000000000000', 'hex')],
  ['名单.7z', Buffer.from('377abcaf271c000400000000000000', 'hex')],
  ['名单.gz', Buffer.from('1f8b0800000000000003', 'hex')],
  ['名单.docx', word('').subarray(0, 400)],
  ['名单.xlsx', workbook({}).subarray(0, 500)],
  ['名单.pdf', pdf(letters).subarray(0, 80)],
  ['网页.doc', Buffer.from('MIME-Version: 1.0\nContent-Type: multipart/related\n\nx')],
  ['名单.csv', Buffer.from('姓名,身份证号', 'utf16le')],
])('[M44] %s cannot be read here and does not count as clean', async (name, bytes) => {
  expect((await readPartsHere(name, bytes)).read).toBe(false)
})
