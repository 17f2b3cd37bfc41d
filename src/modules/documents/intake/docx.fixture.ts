import { strToU8, zipSync } from 'fflate'

/** Hand-made Word files for tests: the XML that Word and WPS write, reduced to what matters. */

const escapeXml = (text: string) =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')

interface ParagraphLook {
  align?: 'center' | 'right'
  style?: string
  bold?: boolean
  hidden?: boolean
  indent?: boolean
  /** Number and level of automatic numbering. */
  numbering?: readonly [number, number]
}

export const paragraph = (text: string, look: ParagraphLook = {}): string => {
  const properties = [
    look.style && `<w:pStyle w:val="${look.style}"/>`,
    look.numbering &&
      `<w:numPr><w:ilvl w:val="${look.numbering[1]}"/><w:numId w:val="${look.numbering[0]}"/></w:numPr>`,
    look.indent && '<w:ind w:firstLine="640" w:firstLineChars="200"/>',
    look.align && `<w:jc w:val="${look.align}"/>`,
  ]
  const font = `<w:rPr><w:rFonts w:eastAsia="仿宋_GB2312"/>${look.bold ? '<w:b/>' : ''}${look.hidden ? '<w:vanish/>' : ''}<w:sz w:val="32"/></w:rPr>`
  const lines = text.split('\n').map((line) => `<w:t xml:space="preserve">${escapeXml(line)}</w:t>`)
  return `<w:p><w:pPr>${properties.filter(Boolean).join('')}</w:pPr><w:r>${font}${lines.join('<w:br/>')}</w:r></w:p>`
}

interface Cell {
  text: string
  across?: number
  /** First or further cell of a vertical merge. */
  down?: 'restart' | 'continue'
}

export const table = (rows: readonly (readonly (string | Cell)[])[]): string => {
  const cell = (content: string | Cell) => {
    const { text, across, down } = typeof content === 'string' ? { text: content } : content
    return `<w:tc><w:tcPr>${across ? `<w:gridSpan w:val="${across}"/>` : ''}${down ? `<w:vMerge${down === 'restart' ? ' w:val="restart"' : ''}/>` : ''}</w:tcPr>${paragraph(text, { align: 'center' })}</w:tc>`
  }
  const line = (row: readonly (string | Cell)[], index: number) =>
    `<w:tr>${index === 0 ? '<w:trPr><w:tblHeader/></w:trPr>' : ''}${row.map(cell).join('')}</w:tr>`
  return `<w:tbl><w:tblPr><w:tblStyle w:val="a3"/></w:tblPr>${rows.map(line).join('')}</w:tbl>`
}

export const picture = (relation: string, description: string): string =>
  `<w:p><w:r><w:drawing><wp:inline><wp:docPr id="1" name="${relation}" descr="${description}"/><a:graphic><a:graphicData><pic:pic><pic:blipFill><a:blip r:embed="${relation}"/></pic:blipFill></pic:pic></a:graphicData></a:graphic></wp:inline></w:drawing></w:r></w:p>`

const namespaces =
  'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing" xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" xmlns:pic="http://schemas.openxmlformats.org/drawingml/2006/picture"'
const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const head = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>'
const relations = (rows: string[]) =>
  `${head}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${rows.join('')}</Relationships>`

/** Styles as a Chinese Word names them: ids are numbers, names Chinese or English. */
const styles = `${head}<w:styles ${namespaces}><w:style w:type="paragraph" w:styleId="1"><w:name w:val="heading 1"/></w:style><w:style w:type="paragraph" w:styleId="2"><w:name w:val="标题 2"/></w:style><w:style w:type="paragraph" w:styleId="a5"><w:name w:val="标题"/></w:style></w:styles>`

const numbering = `${head}<w:numbering ${namespaces}><w:abstractNum w:abstractNumId="0"><w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="chineseCountingThousand"/><w:lvlText w:val="%1、"/></w:lvl><w:lvl w:ilvl="1"><w:start w:val="1"/><w:numFmt w:val="chineseCounting"/><w:lvlText w:val="（%2）"/></w:lvl></w:abstractNum><w:abstractNum w:abstractNumId="1"><w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="decimal"/><w:lvlText w:val="%1."/></w:lvl></w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num><w:num w:numId="2"><w:abstractNumId w:val="1"/></w:num></w:numbering>`

export interface DocxParts {
  media?: Readonly<Record<string, Uint8Array>>
  /** Further parts by path, or a replacement for one of the usual ones. */
  parts?: Readonly<Record<string, string | Uint8Array>>
  documentRelations?: readonly string[]
}

/** A Word file with the given body. */
export function docx(body: readonly string[], more: DocxParts = {}): Uint8Array {
  const media = Object.entries(more.media ?? {})
  const parts: Record<string, string | Uint8Array> = {
    '[Content_Types].xml': `${head}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Default Extension="png" ContentType="image/png"/><Default Extension="jpg" ContentType="image/jpeg"/><Default Extension="emf" ContentType="image/x-emf"/><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>`,
    '_rels/.rels': relations([
      `<Relationship Id="rId1" Type="${office}/officeDocument" Target="word/document.xml"/>`,
    ]),
    'word/_rels/document.xml.rels': relations([
      `<Relationship Id="rIdStyles" Type="${office}/styles" Target="styles.xml"/>`,
      `<Relationship Id="rIdNumbering" Type="${office}/numbering" Target="numbering.xml"/>`,
      ...media.map(
        ([name]) => `<Relationship Id="${name}" Type="${office}/image" Target="media/${name}"/>`,
      ),
      ...(more.documentRelations ?? []),
    ]),
    'word/styles.xml': styles,
    'word/numbering.xml': numbering,
    'word/document.xml': `${head}<w:document ${namespaces}><w:body>${body.join('')}<w:sectPr><w:pgSz w:w="11906" w:h="16838"/></w:sectPr></w:body></w:document>`,
    ...Object.fromEntries(media.map(([name, bytes]) => [`word/media/${name}`, bytes])),
    ...more.parts,
  }
  const files = Object.entries(parts).map(
    ([path, content]) => [path, typeof content === 'string' ? strToU8(content) : content] as const,
  )
  // A fixed date keeps a file built twice the same.
  return zipSync(Object.fromEntries(files), { mtime: new Date(2026, 2, 18) })
}

/** A notice as a town sends it: head, numbered text, a table with merged cells, signature, mark. */
export const townNotice = [
  paragraph('白水洋镇人民政府文件', { align: 'center', bold: true }),
  paragraph('白政发[2026]12号', { align: 'center' }),
  paragraph('白水洋镇人民政府\n关于做好2026年度种粮补贴发放工作的通知', { align: 'center' }),
  paragraph('各村民委员会，镇属各单位：'),
  paragraph(
    '为落实上级强农惠农政策，规范涉农补贴资金管理，保障种粮农民利益，根据省市有关文件精神，现就做好我镇2026年度种粮补贴发放工作通知如下：',
    { indent: true },
  ),
  paragraph('一、补贴对象和标准', { indent: true }),
  paragraph(
    '补贴对象为在本镇范围内实际种植粮食作物的农户、家庭农场和农民专业合作社。具体标准见下表。',
    {
      indent: true,
    },
  ),
  table([
    ['补贴类别', '作物', '标准（元/亩）', '备注'],
    [{ text: '规模种粮补贴', down: 'restart' }, '早稻', '280', '50亩以上'],
    [{ text: '', down: 'continue' }, '晚稻', '120', '50亩以上'],
    ['耕地地力保护补贴', '不限', '90', '按确权面积'],
    [
      { text: '合计资金（万元）', across: 2 },
      { text: '368.5', across: 2 },
    ],
  ]),
  paragraph('二、申报程序', { indent: true }),
  paragraph('（一）农户申报', { indent: true }),
  paragraph('农户于2026年4月10日前向所在村民委员会申报，并提交以下材料：', { indent: true }),
  paragraph('1.补贴申请表；', { indent: true }),
  paragraph('2.土地流转合同复印件。', { indent: true }),
  paragraph('（二）村级公示', { indent: true }),
  paragraph('各村核实后在村务公开栏公示，公示期不少于七天。', { indent: true }),
  paragraph('三、发放时间', { indent: true }),
  paragraph('经镇财政所审核后，于2026年6月30日前通过“一卡通”发放到户。', { indent: true }),
  paragraph('联系人：镇农业农村办公室，联系电话：0576—85001234。', { indent: true }),
  paragraph('附件：种粮补贴申请表', { indent: true }),
  paragraph('白水洋镇人民政府', { align: 'right' }),
  paragraph('二〇二六年三月十八日', { align: 'right' }),
  paragraph('（此件公开发布）', { indent: true }),
] as const
