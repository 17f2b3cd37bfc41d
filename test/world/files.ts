import { CFB } from '@e965/xlsx'
import { strToU8, zipSync, zlibSync } from 'fflate'
import sharp from 'sharp'
import { docx, paragraph, table } from '../../src/modules/documents/intake/docx.fixture.ts'

/** Files that offices really send, made here with invented people, so that nothing real is kept. */

/** Invented, with right check digits. */
export const zhang = { name: '张小明', id: '110101199003077600', phone: '13800138000' }
export const li = { name: '李小红', id: '110101198805121226', phone: '13900139000' }

const zip = (parts: Readonly<Record<string, string | Uint8Array>>): Uint8Array =>
  zipSync(
    Object.fromEntries(
      Object.entries(parts).map(([path, content]) => [
        path,
        typeof content === 'string' ? strToU8(content) : content,
      ]),
    ),
    { mtime: new Date(2026, 2, 18) },
  )

const words =
  'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" xmlns:v="urn:schemas-microsoft-com:vml"'

/** A Word file whose page looks harmless and whose corners are not. */
export const wordWithCorners = (): Uint8Array =>
  docx(
    [
      paragraph('关于发放补贴的公示'),
      `<w:p><w:r><w:t>现将名单公示如下。</w:t></w:r><w:r><w:rPr><w:vanish/></w:rPr><w:t>隐藏身份证${zhang.id}</w:t></w:r></w:p>`,
      `<w:p><w:del w:id="1" w:author="李小红"><w:r><w:delText>删除电话${li.phone}</w:delText></w:r></w:del></w:p>`,
      '<w:p><w:r><w:pict><v:shape alt="公章"><v:textbox><w:txbxContent><w:p><w:r><w:t>秘密★1年</w:t></w:r></w:p></w:txbxContent></v:textbox></v:shape></w:pict></w:r></w:p>',
      table([
        ['姓名', '身份证号', '电话'],
        [zhang.name, zhang.id, zhang.phone],
        [li.name, li.id, li.phone],
      ]),
    ],
    {
      parts: {
        'word/comments.xml': `<w:comments ${words}><w:comment w:id="1" w:author="王科长"><w:p><w:r><w:t>请核对${li.id}</w:t></w:r></w:p></w:comment></w:comments>`,
        'word/header1.xml': `<w:hdr ${words}><w:p><w:r><w:t>内部资料</w:t></w:r></w:p></w:hdr>`,
        'docProps/core.xml':
          '<cp:coreProperties xmlns:cp="c" xmlns:dc="d"><dc:creator>王科长</dc:creator></cp:coreProperties>',
        'word/embeddings/Microsoft_Excel_Sheet1.xlsx': workbookWithCorners(),
      },
    },
  )

const relation = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const sheetHead = `xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="${relation}"`
const inline = (address: string, text: string) =>
  `<c r="${address}" t="inlineStr"><is><t>${text}</t></is></c>`

/** A workbook: an open table, a hidden column, a numeric identity number, a very hidden sheet, a remark. */
export function workbookWithCorners(): Uint8Array {
  return zip({
    '[Content_Types].xml':
      '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/><Override PartName="/xl/worksheets/sheet1.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"/><Override PartName="/xl/worksheets/sheet2.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"/><Override PartName="/xl/sharedStrings.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sharedStrings+xml"/><Override PartName="/xl/comments1.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.comments+xml"/></Types>',
    '_rels/.rels': `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="${relation}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
    'xl/workbook.xml': `<workbook ${sheetHead}><sheets><sheet name="公示" sheetId="1" r:id="rId1"/><sheet name="底册" sheetId="2" state="veryHidden" r:id="rId2"/></sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="${relation}/worksheet" Target="worksheets/sheet1.xml"/><Relationship Id="rId2" Type="${relation}/worksheet" Target="worksheets/sheet2.xml"/><Relationship Id="rId3" Type="${relation}/sharedStrings" Target="sharedStrings.xml"/></Relationships>`,
    'xl/sharedStrings.xml': `<sst xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" count="3" uniqueCount="3"><si><t>姓名</t></si><si><r><t>张小</t></r><r><t>明</t></r></si><si><t>旧值${li.phone}</t></si></sst>`,
    'xl/worksheets/sheet1.xml': `<worksheet ${sheetHead}><cols><col min="3" max="3" hidden="1" width="9"/></cols><sheetData><row r="1"><c r="A1" t="s"><v>0</v></c>${inline('B1', '补贴金额')}${inline('C1', '联系电话')}</row><row r="2"><c r="A2" t="s"><v>1</v></c><c r="B2"><v>1200</v></c><c r="C2"><v>1.3800138E10</v></c></row></sheetData></worksheet>`,
    'xl/worksheets/_rels/sheet1.xml.rels': `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="${relation}/comments" Target="../comments1.xml"/></Relationships>`,
    'xl/worksheets/sheet2.xml': `<worksheet ${sheetHead}><sheetData><row r="1">${inline('A1', '姓名')}${inline('B1', '身份证号')}</row><row r="2">${inline('A2', li.name)}${inline('B2', li.id)}</row><row r="3">${inline('A3', zhang.name)}<c r="B3"><v>1.1010119900307760E17</v></c></row></sheetData></worksheet>`,
    'xl/comments1.xml': `<comments xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><authors><author>王科长</author></authors><commentList><comment ref="A2" authorId="0"><text><r><t>卡号6222021001116245702</t></r></text></comment></commentList></comments>`,
    'docProps/core.xml':
      '<cp:coreProperties xmlns:cp="c" xmlns:dc="d"><dc:creator>王科长</dc:creator></cp:coreProperties>',
  })
}

/** A PDF by hand: objects in order, the cross-reference table after them. */
export function pdf(objects: readonly (string | Buffer)[], trailer = ''): Uint8Array {
  const chunks: Buffer[] = [Buffer.from('%PDF-1.7\n')]
  const offsets: number[] = []
  let at = chunks[0]?.length ?? 0
  const push = (chunk: Buffer) => {
    chunks.push(chunk)
    at += chunk.length
  }
  for (const [index, object] of objects.entries()) {
    offsets.push(at)
    push(
      Buffer.concat([
        Buffer.from(`${index + 1} 0 obj\n`),
        Buffer.from(object),
        Buffer.from('\nendobj\n'),
      ]),
    )
  }
  const table = offsets.map((offset) => `${String(offset).padStart(10, '0')} 00000 n \n`).join('')
  push(
    Buffer.from(
      `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${table}trailer\n<</Size ${objects.length + 1}/Root 1 0 R${trailer}>>\nstartxref\n${at}\n%%EOF`,
    ),
  )
  return Buffer.concat(chunks)
}

const stream = (content: string | Uint8Array, more = ''): Buffer => {
  const bytes = Buffer.from(content as string)
  return Buffer.concat([
    Buffer.from(`<</Length ${bytes.length}${more}>>stream\n`),
    bytes,
    Buffer.from('\nendstream'),
  ])
}

const page = (resources: string, more = '') => [
  '<</Type/Catalog/Pages 2 0 R>>',
  '<</Type/Pages/Kids[3 0 R]/Count 1>>',
  `<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 4 0 R/Resources<<${resources}>>${more}>>`,
]

// 身份证号 in GBK, as an old printer driver writes it: the font is named, not held.
const gbk: Readonly<Record<string, string>> = { 身: 'c9ed', 份: 'b7dd', 证: 'd6a4', 号: 'bac5' }

/** A PDF that names a Chinese font without holding it: empty to whoever has no character tables. */
export const pdfWithoutFont = (): Uint8Array => {
  const hex = [...'身份证号'].map((letter) => gbk[letter]).join('')
  const digits = Buffer.from(zhang.id).toString('hex')
  return pdf([
    ...page('/Font<</F1 5 0 R>>'),
    stream(`BT /F1 16 Tf 72 700 Td <${hex}${digits}> Tj ET`),
    '<</Type/Font/Subtype/Type0/BaseFont/STSong-Light/Encoding/GBK-EUC-H/DescendantFonts[6 0 R]>>',
    '<</Type/Font/Subtype/CIDFontType0/BaseFont/STSong-Light/CIDSystemInfo<</Registry(Adobe)/Ordering(GB1)/Supplement 2>>/FontDescriptor 7 0 R>>',
    '<</Type/FontDescriptor/FontName/STSong-Light/Flags 6/FontBBox[-25 -254 1000 880]/ItalicAngle 0/Ascent 880/Descent -120/CapHeight 880/StemV 93>>',
  ])
}

/** A scan: one picture over the whole page and not a letter. */
export const scannedPdf = async (): Promise<Uint8Array> => {
  const jpeg = await sharp({ create: { width: 60, height: 80, channels: 3, background: '#eee' } })
    .jpeg()
    .toBuffer()
  return pdf([
    ...page('/XObject<</I 5 0 R>>'),
    stream('q 595 0 0 842 0 0 cm /I Do Q'),
    stream(
      jpeg,
      '/Type/XObject/Subtype/Image/Width 60/Height 80/ColorSpace/DeviceRGB/BitsPerComponent 8/Filter/DCTDecode',
    ),
  ])
}

/** Ordinary text, a remark on the page, properties. */
export const plainPdf = (text: string, remark = ''): Uint8Array =>
  pdf(
    [
      ...page(
        '/Font<</F1 5 0 R>>',
        `/Annots[<</Type/Annot/Subtype/Text/Rect[0 0 9 9]/Contents(${remark})>>]`,
      ),
      stream(zlibSync(strToU8(`BT /F1 12 Tf 72 700 Td (${text}) Tj ET`)), '/Filter/FlateDecode'),
      '<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>',
      '<</Author(wang@example.gov.cn)/Title(List)>>',
    ],
    '/Info 6 0 R',
  )

const ofdSpace = 'xmlns:ofd="http://www.ofdspec.org/2016"'

/** An OFD file by the standard: a template, a page, an annotation, tags, an attachment. */
export const ofd = (options: { readonly imageOnly?: boolean } = {}): Uint8Array => {
  const object = (id: number, x: number, text: string) =>
    `<ofd:TextObject ID="${id}" Boundary="${x} 30 5 5" Font="1" Size="4"><ofd:TextCode X="0" Y="4">${text}</ofd:TextCode></ofd:TextObject>`
  // Makers put each character into an object of its own.
  const letters = [...`身份证${li.id}`].map((letter, at) => object(at + 10, 20 + at * 5, letter))
  const content = options.imageOnly
    ? '<ofd:ImageObject ID="9" ResourceID="3" Boundary="0 0 210 297"/>'
    : letters.join('')
  return zip({
    'OFD.xml': `<ofd:OFD ${ofdSpace} DocType="OFD"><ofd:DocBody><ofd:DocInfo><ofd:Author>王科长</ofd:Author></ofd:DocInfo><ofd:DocRoot>Doc_0/Document.xml</ofd:DocRoot></ofd:DocBody></ofd:OFD>`,
    'Doc_0/Document.xml': `<ofd:Document ${ofdSpace}><ofd:Pages><ofd:Page ID="1" BaseLoc="Pages/Page_0/Content.xml"/></ofd:Pages><ofd:Attachments>Attachs/Attachments.xml</ofd:Attachments></ofd:Document>`,
    'Doc_0/Tpls/Tpl_0/Content.xml': `<ofd:Page ${ofdSpace}><ofd:Content><ofd:Layer>${object(5, 20, '内部资料')}</ofd:Layer></ofd:Content></ofd:Page>`,
    'Doc_0/Pages/Page_0/Content.xml': `<ofd:Page ${ofdSpace}><ofd:Content><ofd:Layer>${content}</ofd:Layer></ofd:Content></ofd:Page>`,
    'Doc_0/Annots/Page_0/Annotation.xml': `<ofd:PageAnnot ${ofdSpace}><ofd:Annot Creator="王科长"><ofd:Remark>电话${zhang.phone}</ofd:Remark></ofd:Annot></ofd:PageAnnot>`,
    'Doc_0/Attachs/Attachments.xml': `<ofd:Attachments ${ofdSpace}><ofd:Attachment ID="1" Name="名单"><ofd:FileLoc>list.csv</ofd:FileLoc></ofd:Attachment></ofd:Attachments>`,
    'Doc_0/Attachs/list.csv': `姓名,身份证号\n${zhang.name},${zhang.id}\n`,
  })
}

/** A photograph as a phone takes it: where it was taken travels with it. */
export const photograph = (): Promise<Uint8Array> =>
  sharp({ create: { width: 40, height: 30, channels: 3, background: '#393' } })
    .jpeg()
    .withExif({
      IFD0: { ImageDescription: `ID ${zhang.id}`, Make: 'Phone' },
      IFD3: {
        GPSLatitudeRef: 'N',
        GPSLatitude: '28/1 51/1 30/1',
        GPSLongitudeRef: 'E',
        GPSLongitude: '121/1 8/1 15/1',
      },
    })
    .toBuffer()

/** A newer Word file behind a password: the old container around a locked package. */
export const lockedWord = (): Uint8Array => {
  const container = CFB.utils.cfb_new()
  CFB.utils.cfb_add(container, '/EncryptionInfo', Buffer.alloc(64))
  CFB.utils.cfb_add(container, '/EncryptedPackage', Buffer.alloc(5000, 7))
  return Buffer.from(CFB.write(container, { type: 'buffer' }) as Buffer)
}

/** 姓名,身份证号 in GB18030, as Windows writes a CSV file. */
export const gb18030Csv = (): Uint8Array =>
  Buffer.concat([
    Buffer.from('d0d5c3fb2cc9edb7ddd6a4bac50d0a', 'hex'),
    Buffer.from('d5c5d0a1c3f7', 'hex'),
    Buffer.from(`,${zhang.id}\r\n`),
  ])

/** A Word file of before 2007, as WPS still writes it: one piece of text in the old container. */
export const oldWord = (text: string): Uint8Array => {
  const body = Buffer.from(text.replaceAll('\n', '\r'), 'utf16le')
  const textAt = 0x800
  const word = Buffer.alloc(Math.max(0x1200, textAt + body.length))
  word.writeUInt16LE(0xa5ec, 0)
  word.writeUInt16LE(0xc1, 2)
  word.writeUInt16LE(0x0200, 0x0a) // the tables stand in the stream 1Table
  word.writeUInt32LE(text.length, 0x4c)
  body.copy(word, textAt)
  // The piece table: from character 0 to the last, its text at this offset in two bytes each.
  const pieces = Buffer.alloc(16)
  pieces.writeUInt32LE(text.length, 4)
  pieces.writeUInt32LE(textAt, 10)
  const table = Buffer.alloc(0x1200)
  table.writeUInt8(2, 0)
  table.writeUInt32LE(pieces.length, 1)
  pieces.copy(table, 5)
  word.writeUInt32LE(0, 0x1a2)
  word.writeUInt32LE(5 + pieces.length, 0x1a6)
  const container = CFB.utils.cfb_new()
  CFB.utils.cfb_add(container, '/WordDocument', word)
  CFB.utils.cfb_add(container, '/1Table', table)
  return Buffer.from(CFB.write(container, { type: 'buffer' }) as Buffer)
}
