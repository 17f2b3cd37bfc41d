import { readFileSync } from 'node:fs'
import { unzipSync, zipSync } from 'fflate'
import sharp from 'sharp'
import { expect, test } from 'vitest'
import { cpuMs } from '../../../../test/world/cpu.ts'
import { textOf } from '../text/index.ts'
import { docx, paragraph, picture, table, townNotice } from './docx.fixture.ts'
import { placePictures, readDocx } from './index.ts'

const codes = (warnings: readonly { code: string }[]) => warnings.map(({ code }) => code)

test('[M33] reads the head, the signature and the mark of a town’s notice', async () => {
  const read = await readDocx(docx(townNotice))
  expect(read).toMatchObject({
    title: '白水洋镇人民政府关于做好2026年度种粮补贴发放工作的通知',
    documentNumber: '白政发〔2026〕12号',
    issuingOrgan: '白水洋镇人民政府',
    addressee: '各村民委员会，镇属各单位',
    writtenOn: '2026-03-18',
    attributeMark: 'proactive',
    warnings: [],
    images: [],
  })
  // The page shows these by itself; the text does not repeat them.
  expect(read.html).not.toMatch(/文件<|〔2026〕|\[2026\]|<span/)
  expect(read.html.startsWith('<p>各村民委员会，镇属各单位：</p>')).toBe(true)
})

test('keeps merged cells, alignment and headings that were only numbered', async () => {
  const { html } = await readDocx(docx(townNotice))
  expect(html).toContain(
    '<td rowspan="2"><p class="center" style="text-align: center">规模种粮补贴</p></td>',
  )
  expect(html).toContain(
    '<td colspan="2"><p class="center" style="text-align: center">合计资金（万元）</p></td>',
  )
  expect(html).toContain('<thead><tr><th><p class="center"')
  expect(html).toContain('<h2>一、补贴对象和标准</h2>')
  expect(html).toContain('<h3>（一）农户申报</h3>')
  expect(html).toContain('<h2>三、发放时间</h2>')
  // Items that follow each other are a list, not headings.
  expect(html).toContain('>1.补贴申请表；</p>')
  expect(html).toContain('<p class="right" style="text-align: right">白水洋镇人民政府</p>')
  expect(html).toContain('<p class="right" style="text-align: right">二〇二六年三月十八日</p>')
})

test('the notice kept as a file is the one described here', async () => {
  const file = new URL('../../../../test/fixtures/documents/notice.docx', import.meta.url)
  expect(await readDocx(readFileSync(file))).toEqual(await readDocx(docx(townNotice)))
})

test.each<[string, string[], Record<string, unknown>]>([
  [
    'a title in the style 标题, the number below it',
    [
      paragraph('关于公布2026年城乡低保标准的公告', { style: 'a5' }),
      paragraph('（临民发【2026】 03 号）', { align: 'center' }),
      paragraph('现将有关标准公布如下。'),
      paragraph('       临海市民政局\n2026.3.1'),
    ],
    {
      title: '关于公布2026年城乡低保标准的公告',
      documentNumber: '临民发〔2026〕3号',
      issuingOrgan: '临海市民政局',
      writtenOn: '2026-03-01',
    },
  ],
  [
    'an organ’s name without 文件 above the number',
    [
      paragraph('临海市财政局', { align: 'center' }),
      paragraph('临财〔2026〕7号', { align: 'center' }),
      paragraph('关于批复2026年部门预算的通知', { align: 'center' }),
      paragraph('市直各单位：'),
      paragraph('现予批复。'),
      paragraph('2026年2月10日', { align: 'right' }),
      paragraph('附件1'),
    ],
    {
      title: '关于批复2026年部门预算的通知',
      issuingOrgan: '临海市财政局',
      addressee: '市直各单位',
      writtenOn: '2026-02-10',
    },
  ],
  [
    'nothing centred at all',
    [paragraph('上游村2026年一季度财务公开'), paragraph('收支情况如下。')],
    { title: '上游村2026年一季度财务公开', documentNumber: undefined, writtenOn: undefined },
  ],
  [
    'two signatories and a mark against disclosure',
    [
      paragraph('关于联合检查的函', { align: 'center' }),
      paragraph('请予配合。'),
      paragraph('临海市应急管理局', { align: 'right' }),
      paragraph('临海市消防救援大队', { align: 'right' }),
      paragraph('2026年5月6日', { align: 'right' }),
      paragraph('（此件不公开）'),
    ],
    { issuingOrgan: '临海市应急管理局、临海市消防救援大队', attributeMark: 'notDisclosed' },
  ],
])('[M33] recognises %s', async (_what, body, fields) => {
  expect(await readDocx(docx(body))).toMatchObject(fields)
})

test('says when no title can be told, and marks a secrecy mark', async () => {
  const read = await readDocx(
    docx([paragraph('机密★1年'), paragraph('为了进一步做好工作，请各单位按时报送。')]),
  )
  expect(read.title).toBe('')
  expect(codes(read.warnings)).toEqual(['intake.noTitle', 'intake.secretMark'])
  expect(codes((await readDocx(docx([]))).warnings)).toContain('intake.noText')
})

test('spells out Chinese numbering and leaves plain lists as lists', async () => {
  const { html } = await readDocx(
    docx([
      paragraph('通知', { align: 'center' }),
      paragraph('总体要求', { numbering: [1, 0] }),
      paragraph('指导思想', { numbering: [1, 1] }),
      paragraph('正文。'),
      paragraph('基本原则', { numbering: [1, 1] }),
      paragraph('正文。'),
      paragraph('主要任务', { numbering: [1, 0] }),
      paragraph('任务类型', { numbering: [1, 1] }),
      paragraph('身份证', { numbering: [2, 0] }),
      paragraph('户口簿', { numbering: [2, 0] }),
    ]),
  )
  expect(textOf(html)).toContain('一、总体要求\n（一）指导思想\n正文。\n（二）基本原则')
  expect(textOf(html)).toContain('二、主要任务\n（一）任务类型')
  expect(html).toContain('<h2>一、总体要求</h2><h3>（一）指导思想</h3>')
  expect(html).toContain('<ol><li>身份证</li><li>户口簿</li></ol>')
})

test('[M44] drops hidden text, and says that the file still holds what it drops', async () => {
  const tracked =
    '<w:p><w:r><w:t>定稿</w:t></w:r><w:del w:id="1"><w:r><w:delText>旧稿</w:delText></w:r></w:del></w:p>'
  const read = await readDocx(
    docx(
      [
        paragraph('通知', { align: 'center' }),
        paragraph('张三331082199003077218', { hidden: true }),
        tracked,
        paragraph('正文。'),
      ],
      { parts: { 'word/comments.xml': '<w:comments/>' } },
    ),
  )
  expect(textOf(read.html)).toBe('定稿\n正文。')
  expect(codes(read.warnings)).toEqual([
    'intake.hiddenText',
    'intake.trackedChanges',
    'intake.comments',
  ])
})

test('draws pictures anew, without place and device, and names what it cannot read', async () => {
  const photo = await sharp({ create: { width: 40, height: 20, channels: 3, background: 'red' } })
    .withExif({ IFD0: { Make: 'SecretPhone' }, IFD3: { GPSLatitude: '28/1' } })
    .withMetadata({ orientation: 6 })
    .jpeg()
    .toBuffer()
  const read = await readDocx(
    docx(
      [
        paragraph('通知', { align: 'center' }),
        picture('photo.jpg', '村道'),
        picture('drawing.emf', '图'),
      ],
      { media: { 'photo.jpg': photo, 'drawing.emf': Buffer.from('EMF') } },
    ),
  )
  expect(read.images).toHaveLength(1)
  const [image] = read.images
  expect(image).toMatchObject({ name: 'image-1.jpg', mediaType: 'image/jpeg' })
  const drawn = await sharp(image?.bytes).metadata()
  expect(drawn.exif).toBeUndefined()
  // Turned upright as the camera meant it.
  expect([drawn.width, drawn.height]).toEqual([20, 40])
  expect(read.html).toBe('<p><img src="/files/incoming/image-1.jpg" alt="村道"></p>')
  expect(codes(read.warnings)).toEqual(['intake.pictureDropped'])
  expect(placePictures(read.html, (name) => `/files/7/${name}`)).toBe(
    '<p><img src="/files/7/image-1.jpg" alt="村道"></p>',
  )
  expect(placePictures(read.html, () => null)).toBe('<p></p>')
})

test('runs nothing that a file brings along', async () => {
  const link = (address: string) =>
    `<Relationship Id="link" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/hyperlink" Target="${address}" TargetMode="External"/>`
  const body = [
    paragraph('<script>alert(1)</script>'),
    '<w:p><w:hyperlink r:id="link"><w:r><w:t>点我</w:t></w:r></w:hyperlink></w:p>',
  ]
  const read = await readDocx(docx(body, { documentRelations: [link('javascript:alert(1)')] }))
  expect(read.html).toBe('<p>&lt;script&gt;alert(1)&lt;/script&gt;</p><p>点我</p>')
})

test('refuses what is no Word file, and entities that expand without end', async () => {
  await expect(readDocx(Buffer.from('%PDF-1.7'))).rejects.toMatchObject({
    code: 'documents.fileBroken',
  })
  const sheet = docx([], { parts: { 'xl/workbook.xml': '<workbook/>' } })
  const { 'word/document.xml': _, ...rest } = unzipSync(sheet)
  await expect(readDocx(zipSync(rest))).rejects.toMatchObject({
    code: 'documents.notWordDocument',
  })
  const bomb = '<!DOCTYPE x [<!ENTITY a "aaaa">]><w:document><w:body>&a;</w:body></w:document>'
  await expect(readDocx(docx([], { parts: { 'word/document.xml': bomb } }))).rejects.toMatchObject({
    code: 'documents.fileBroken',
  })
})

test('reads a plan of 300 paragraphs and a table of 300 rows within seconds', async () => {
  const body = [
    paragraph('规划', { align: 'center' }),
    ...Array.from({ length: 300 }, (_, n) => paragraph(`第${n}段，${'内容'.repeat(60)}。`)),
    table(Array.from({ length: 300 }, (_, n) => [`${n}`, '甲', '乙', '丙'])),
  ]
  const started = cpuMs()
  const { html } = await readDocx(docx(body))
  expect(html.match(/<tr>/g)).toHaveLength(300)
  expect(cpuMs() - started).toBeLessThan(6000)
})
