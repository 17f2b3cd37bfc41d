import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate'
import { expect, test } from 'vitest'
import { readParts } from '#platform/file-parts/index'
import { printPdf } from '#platform/print/index'
import { makeDocx } from '../letters/make-docx.ts'
import { docxSegments } from './docx.ts'
import { pdfSegments } from './pdf.ts'
import { redact } from './redact.ts'

const note = { ground: 'refused/third_party', note: '个人隐私' }
const madeAt = new Date('2026-03-20T02:00:00Z')

const body = (xml: string): string =>
  `<?xml version="1.0"?><w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>${xml}</w:body></w:document>`
const p = (inner: string): string => `<w:p>${inner}</w:p>`
const r = (text: string, looks = ''): string =>
  `<w:r>${looks}<w:t xml:space="preserve">${text}</w:t></w:r>`

/** A Word file with the same name in every corner that Word has. */
const planted = (xml: string): Uint8Array => {
  const files = unzipSync(makeDocx({ title: '', numbered: false, parts: [] }))
  return zipSync({
    ...files,
    'word/document.xml': strToU8(body(xml)),
    'word/comments.xml': strToU8(
      '<w:comments xmlns:w="x"><w:comment><w:p><w:r><w:t>问钱禾苗</w:t></w:r></w:p></w:comment></w:comments>',
    ),
    'docProps/core.xml': strToU8(
      '<cp:coreProperties xmlns:cp="x"><creator>钱禾苗</creator></cp:coreProperties>',
    ),
    'customXml/item1.xml': strToU8('<data><name>钱禾苗</name></data>'),
    'word/embeddings/oleObject1.bin': strToU8('钱禾苗'),
    'word/header1.xml': strToU8(`<w:hdr xmlns:w="x">${p(r('钱禾苗的档案'))}</w:hdr>`),
    'word/_rels/document.xml.rels': strToU8(
      '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="x/header" Target="header1.xml"/><Relationship Id="rId9" Type="x/hyperlink" Target="https://example.test/钱禾苗" TargetMode="External"/></Relationships>',
    ),
  })
}

const corners =
  p(r('养护员') + r('钱禾') + r('苗') + r('，路段三公里')) +
  p(`<w:del w:author="钱禾苗"><w:r><w:delText>钱禾苗旧名</w:delText></w:r></w:del>${r('第二段')}`) +
  p(r('藏着钱禾苗', '<w:rPr><w:vanish/></w:rPr>') + r('第三段')) +
  p(
    '<w:r><w:instrText>HYPERLINK "mailto:钱禾苗"</w:instrText></w:r><w:bookmarkStart w:name="钱禾苗"/>' +
      r('第四段'),
  )

test('[M67] a name is gone from every corner of a Word file, with a note where it stood', async () => {
  const bytes = planted(corners)
  const segments = docxSegments(bytes)
  expect(segments.map(({ id, text }) => [id, text])).toEqual([
    ['body/0', '养护员钱禾苗，路段三公里'],
    ['body/1', '第二段'],
    ['body/2', '第三段'],
    ['body/3', '第四段'],
    ['header1/0', '钱禾苗的档案'],
  ])
  const made = await redact(
    { name: 'a.docx', bytes },
    {
      marks: [
        { segment: 'body/0', from: 3, to: 6, ...note },
        { segment: 'header1/0', from: 0, to: 3, ...note },
      ],
      boxes: [],
    },
    madeAt,
  )
  for (const [name, part] of Object.entries(unzipSync(made.bytes)))
    expect(`${name}: ${strFromU8(part).includes('钱禾')}`).toBe(`${name}: false`)
  const { parts, read } = await readParts('a.docx', made.bytes)
  expect(read).toBe(true)
  const text = parts.map((part) => part.text).join('\n')
  expect(text).toContain('养护员〔不予公开1〕，路段三公里')
  expect(text).toContain('个人隐私')
  expect(made.removed.map((one) => one.text)).toEqual(['钱禾苗', '钱禾苗'])
})

test('[M67] a redaction that leaves the words standing elsewhere is refused, with the place', async () => {
  const chosen = { marks: [{ segment: 'body/0', from: 3, to: 6, ...note }], boxes: [] }
  await expect(
    redact({ name: 'a.docx', bytes: planted(corners) }, chosen, madeAt),
  ).rejects.toMatchObject({ code: 'requests.redactionLeaves', params: { places: /header/ } })
})

test('[M67] a table cell and a whole paragraph go; what is chosen nowhere is refused', async () => {
  const bytes = planted(
    p(r('标题')) +
      `<w:tbl><w:tr><w:tc>${p(r('张三丰'))}</w:tc><w:tc>${p(r('三百元'))}</w:tc></w:tr></w:tbl>`,
  )
  const cell = docxSegments(bytes).find(({ text }) => text === '张三丰')
  const made = await redact(
    { name: 'a.docx', bytes },
    { marks: [{ segment: cell?.id ?? '', ...note }], boxes: [] },
    madeAt,
  )
  const texts = docxSegments(made.bytes).map(({ text }) => text)
  expect(texts).toContain('〔不予公开1〕')
  expect(texts).toContain('三百元')
  const nowhere = { marks: [{ segment: 'body/99', ...note }], boxes: [] }
  await expect(redact({ name: 'a.docx', bytes }, nowhere, madeAt)).rejects.toMatchObject({
    code: 'requests.redactionNowhere',
  })
  await expect(
    redact({ name: 'a.docx', bytes }, { marks: [], boxes: [] }, madeAt),
  ).rejects.toMatchObject({ code: 'requests.redactionNothing' })
  const one = { marks: [{ segment: 'body/0', from: 0, to: 1, ...note }], boxes: [] }
  await expect(redact({ name: 'a.docx', bytes }, one, madeAt)).rejects.toMatchObject({
    code: 'requests.redactionShort',
  })
})

const pdfTemplate = `
#let data = json(bytes(sys.inputs.data))
#set text(font: "Noto Serif SC", size: 14pt)
#for line in data.lines { block(line) }
`

test('[M67] a covered line of a PDF is in the file no more; the others can still be read', async () => {
  const lines = [
    '公路养护资金分配明细',
    '养护员钱禾苗账号6222020000000000000',
    '路段三公里一万二千元',
  ]
  const bytes = await printPdf(pdfTemplate, { lines })
  const { segments } = await pdfSegments(bytes)
  const chosen = segments.find(({ text }) => text.includes('钱禾苗'))
  const made = await redact(
    { name: 'a.pdf', bytes },
    { marks: [{ segment: chosen?.id ?? '', ...note }], boxes: [] },
    madeAt,
  )
  const { parts } = await readParts('a.pdf', made.bytes)
  const text = parts.map((part) => part.text ?? '').join('\n')
  expect(text).toContain('公路养护资金分配明细')
  expect(text).toContain('路段三公里一万二千元')
  expect(text).not.toContain('钱禾苗')
  expect(text).not.toContain('6222')
  expect(text.replace(/\s/g, '')).toContain('不予公开1〕第1页')
})

test('[M67] a box covers what lies under it, and a file that is no document is refused', async () => {
  const bytes = await printPdf(pdfTemplate, { lines: ['首行文字内容', '次行文字内容'] })
  const box = { page: 1, x: 0, y: 0, width: 1, height: 0.12, ...note }
  const made = await redact({ name: 'a.pdf', bytes }, { marks: [], boxes: [box] }, madeAt)
  expect(made.removed[0]?.text).toContain('首行文字内容')
  await expect(
    redact({ name: 'a.docx', bytes: strToU8('plain') }, { marks: [], boxes: [box] }, madeAt),
  ).rejects.toMatchObject({ code: 'requests.redactionKind' })
})
