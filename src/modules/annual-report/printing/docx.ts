import PizZip from 'pizzip'
import { speaker } from '#platform/words'
import type { AnnualReport } from '../contract/report.ts'
import { type FormCell, type FormTable, formTables, paragraphsOf, titleOf } from './layout.ts'

// A4 with the margins of GB/T 9704: 15.6 cm of text, in twentieths of a point.
const textWidth = 8_844
const escaped = (text: string): string =>
  text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    // Characters that XML does not have.
    // biome-ignore lint/suspicious/noControlCharactersInRegex: these are the ones
    .replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f]/g, '')

const run = (text: string, font: string, halfPoints: number): string =>
  `<w:r><w:rPr><w:rFonts w:ascii="${font}" w:hAnsi="${font}" w:eastAsia="${font}"/>` +
  `<w:sz w:val="${halfPoints}"/></w:rPr><w:t xml:space="preserve">${escaped(text)}</w:t></w:r>`

const paragraph = (
  text: string,
  style: { readonly font: string; readonly size: number; readonly look: string },
): string => `<w:p><w:pPr>${style.look}</w:pPr>${run(text, style.font, style.size)}</w:p>`

// GB/T 9704: title in 小标宋 二号, headings 黑体 三号, text 仿宋 三号 with two characters' indent.
const styles = {
  title: {
    font: '方正小标宋简体',
    size: 44,
    look: '<w:pStyle w:val="Title"/><w:jc w:val="center"/>',
  },
  heading: { font: '黑体', size: 32, look: '<w:pStyle w:val="Heading1"/>' },
  text: {
    font: '仿宋_GB2312',
    size: 32,
    look: '<w:ind w:firstLineChars="200" w:firstLine="640"/>',
  },
  head: { font: '宋体', size: 18, look: '<w:jc w:val="center"/>' },
  figure: { font: '宋体', size: 18, look: '<w:jc w:val="center"/>' },
} as const

interface Placed {
  readonly cell: FormCell
  readonly width: number
  /** A cell of a row further up reaches down here. */
  readonly below: boolean
}

/** Every row with all its places: Word wants the continued cells of a merge said in each row. */
const placed = ({ rows, widths }: FormTable): Placed[][] => {
  const share = widths.reduce((sum, one) => sum + one, 0)
  const widthOf = (from: number, columns: number) =>
    Math.round(
      (widths.slice(from, from + columns).reduce((sum, one) => sum + one, 0) / share) * textWidth,
    )
  let open: { column: number; cell: FormCell; left: number }[] = []
  return rows.map((row) => {
    const waiting = [...row]
    const out: Placed[] = []
    const next: typeof open = []
    for (let column = 0; column < widths.length; ) {
      const from = open.find((one) => one.column === column)
      const cell = from?.cell ?? waiting.shift()
      if (!cell) break
      out.push({ cell, width: widthOf(column, cell.columns), below: from !== undefined })
      const left = (from?.left ?? cell.rows) - 1
      if (left > 0) next.push({ column, cell, left })
      column += cell.columns
    }
    open = next
    return out
  })
}

const cellXml = ({ cell, width, below }: Placed): string =>
  `<w:tc><w:tcPr><w:tcW w:w="${width}" w:type="dxa"/>` +
  (cell.columns > 1 ? `<w:gridSpan w:val="${cell.columns}"/>` : '') +
  (cell.rows > 1 ? `<w:vMerge${below ? '' : ' w:val="restart"'}/>` : '') +
  `<w:vAlign w:val="center"/></w:tcPr>` +
  `${paragraph(below ? '' : cell.text, cell.head ? styles.head : styles.figure)}</w:tc>`

const tableXml = (table: FormTable): string => {
  const share = table.widths.reduce((sum, one) => sum + one, 0)
  const grid = table.widths
    .map((one) => `<w:gridCol w:w="${Math.round((one / share) * textWidth)}"/>`)
    .join('')
  const borders = ['top', 'left', 'bottom', 'right', 'insideH', 'insideV']
    .map((side) => `<w:${side} w:val="single" w:sz="4" w:space="0" w:color="auto"/>`)
    .join('')
  const rows = placed(table).map((row, at) => {
    // No row breaks within; the headings come again on the next page.
    const repeats = at < table.heads ? '<w:tblHeader/>' : ''
    return `<w:tr><w:trPr><w:cantSplit/>${repeats}</w:trPr>${row.map(cellXml).join('')}</w:tr>`
  })
  return `<w:tbl><w:tblPr><w:tblW w:w="${textWidth}" w:type="dxa"/><w:tblBorders>${borders}</w:tblBorders><w:tblLayout w:type="fixed"/></w:tblPr><w:tblGrid>${grid}</w:tblGrid>${rows.join('')}</w:tbl><w:p/>`
}

const body = (report: AnnualReport): string => {
  const tables = formTables(report, speaker('zh-CN'))
  const parts = report.parts.map((part) => {
    const table = tables.find((one) => one.part === part.number)
    return [
      paragraph(part.title, styles.heading),
      ...paragraphsOf(part.text).map((line) => paragraph(line, styles.text)),
      ...(table ? [tableXml(table)] : []),
    ].join('')
  })
  return paragraph(titleOf(report), styles.title) + parts.join('')
}

const namespace = 'http://schemas.openxmlformats.org'
const xml = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
const style = (id: string, name: string, level: string): string =>
  `<w:style w:type="paragraph" w:styleId="${id}"><w:name w:val="${name}"/>${level}</w:style>`

/** A report as DOCX in the official form: real tables with merged cells, headings by style. */
export const docxOf = (report: AnnualReport): Buffer => {
  const zip = new PizZip()
  zip.file(
    '[Content_Types].xml',
    `${xml}<Types xmlns="${namespace}/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/><Override PartName="/word/styles.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.styles+xml"/></Types>`,
  )
  zip.file(
    '_rels/.rels',
    `${xml}<Relationships xmlns="${namespace}/package/2006/relationships"><Relationship Id="rId1" Type="${namespace}/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/></Relationships>`,
  )
  zip.file(
    'word/_rels/document.xml.rels',
    `${xml}<Relationships xmlns="${namespace}/package/2006/relationships"><Relationship Id="rId1" Type="${namespace}/officeDocument/2006/relationships/styles" Target="styles.xml"/></Relationships>`,
  )
  zip.file(
    'word/styles.xml',
    `${xml}<w:styles xmlns:w="${namespace}/wordprocessingml/2006/main">${style('Title', 'Title', '')}${style('Heading1', 'heading 1', '<w:pPr><w:outlineLvl w:val="0"/></w:pPr>')}</w:styles>`,
  )
  zip.file(
    'word/document.xml',
    `${xml}<w:document xmlns:w="${namespace}/wordprocessingml/2006/main"><w:body>${body(report)}<w:sectPr><w:pgSz w:w="11906" w:h="16838"/><w:pgMar w:top="2098" w:right="1474" w:bottom="1984" w:left="1588" w:header="851" w:footer="992" w:gutter="0"/></w:sectPr></w:body></w:document>`,
  )
  return zip.generate({ type: 'nodebuffer', compression: 'DEFLATE' })
}
