import { strToU8, zipSync } from 'fflate'
import type { StandardPart, StandardText } from './standard.ts'

const escaped = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')

// 党政机关公文格式 GB/T 9704: A4 with 37, 35, 28 and 26 mm; title 22 pt, body 16 pt at 28.95 pt.
const page = { width: 11_906, height: 16_838, top: 2098, bottom: 1984, left: 1587, right: 1474 }
const textWidth = page.width - page.left - page.right
const sizes = { title: 44, body: 32, table: 24 }
const lineTwips = 579

const fonts = { title: '方正小标宋简体', body: '仿宋_GB2312', table: '宋体' }

interface Look {
  readonly font: keyof typeof fonts
  readonly align?: 'center' | 'right' | 'both'
  readonly indent?: boolean
  readonly right?: number
  readonly before?: number
  readonly after?: number
}

const paragraph = (text: string, look: Look): string => {
  const { font, align = 'both', indent, right = 0, before = 0, after = 0 } = look
  const family = fonts[font]
  const spacing =
    font === 'body' ? `w:line="${lineTwips}" w:lineRule="exact"` : 'w:line="360" w:lineRule="auto"'
  const ind =
    indent || right
      ? `<w:ind ${indent ? 'w:firstLineChars="200" w:firstLine="640"' : ''} ${right ? `w:right="${right}"` : ''}/>`
      : ''
  return `<w:p><w:pPr><w:spacing w:before="${before}" w:after="${after}" ${spacing}/>${ind}<w:jc w:val="${align}"/></w:pPr>${text === '' ? '' : `<w:r><w:rPr><w:rFonts w:ascii="${family}" w:hAnsi="${family}" w:eastAsia="${family}"/><w:sz w:val="${sizes[font]}"/></w:rPr><w:t xml:space="preserve">${escaped(text)}</w:t></w:r>`}</w:p>`
}

const columns = 4
const labelShare = 0.19

/** Labels and values in four columns; a row of two lets its value run over three. */
const table = (rows: readonly (readonly string[])[]): string => {
  const label = Math.round(textWidth * labelShare)
  const value = Math.round(textWidth / 2 - label)
  const widths = Array.from({ length: columns }, (_, at) => (at % 2 === 0 ? label : value))
  const cell = (text: string, width: number, span: number, isLabel: boolean) =>
    `<w:tc><w:tcPr><w:tcW w:w="${width}" w:type="dxa"/>${span > 1 ? `<w:gridSpan w:val="${span}"/>` : ''}<w:vAlign w:val="center"/></w:tcPr>${paragraph(text, { font: 'table', align: isLabel ? 'center' : 'both' })}</w:tc>`
  const row = (cells: readonly string[]) =>
    `<w:tr><w:trPr><w:trHeight w:val="640" w:hRule="atLeast"/></w:trPr>${cells
      .map((text, at) => {
        const last = cells.length === 2 && at === 1
        return cell(
          text,
          last ? textWidth - label : (widths[at] ?? value),
          last ? columns - 1 : 1,
          at % 2 === 0,
        )
      })
      .join('')}</w:tr>`
  const borders = ['top', 'left', 'bottom', 'right', 'insideH', 'insideV']
    .map((side) => `<w:${side} w:val="single" w:sz="6" w:space="0" w:color="000000"/>`)
    .join('')
  return `<w:tbl><w:tblPr><w:tblW w:w="${textWidth}" w:type="dxa"/><w:tblBorders>${borders}</w:tblBorders><w:tblLayout w:type="fixed"/></w:tblPr><w:tblGrid>${widths.map((width) => `<w:gridCol w:w="${width}"/>`).join('')}</w:tblGrid>${rows.map(row).join('')}</w:tbl>`
}

/** A condition over a whole line stands on lines of its own, which go when the letter is filled. */
const conditional = /^(\{[#^][^}]+\})([\s\S]*)(\{\/[^}]+\})$/

const line = (part: Extract<StandardPart, { line: string }>): string => {
  if (part.as === 'addressee') return paragraph(part.line, { font: 'body' })
  if (part.as === 'signature')
    return paragraph(part.line, { font: 'body', align: 'right', right: 640 })
  const whole = conditional.exec(part.line)
  const look: Look = { font: 'body', indent: true }
  return whole
    ? [whole[1], whole[2], whole[3]].map((text) => paragraph(text ?? '', look)).join('')
    : paragraph(part.line, look)
}

const space = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'

/** Makes the Word file of a standard text, in the layout of an official letter. */
export const makeDocx = ({ title, numbered, parts }: StandardText): Uint8Array => {
  const blocks = parts.map((part, at) => {
    if ('table' in part) return table(part.table)
    const first = part.as === 'signature' && parts[at - 1] && !isSignature(parts[at - 1])
    return (
      (first ? paragraph('', { font: 'body' }) + paragraph('', { font: 'body' }) : '') + line(part)
    )
  })
  const document = `<?xml version="1.0" encoding="UTF-8" standalone="yes"?><w:document ${space}><w:body>${paragraph(title, { font: 'title', align: 'center', after: 240 })}${numbered ? paragraph('{文号}', { font: 'body', align: 'center', after: 240 }) : ''}${blocks.join('')}${paragraph('', { font: 'table' })}<w:sectPr><w:pgSz w:w="${page.width}" w:h="${page.height}"/><w:pgMar w:top="${page.top}" w:right="${page.right}" w:bottom="${page.bottom}" w:left="${page.left}" w:header="851" w:footer="992" w:gutter="0"/></w:sectPr></w:body></w:document>`
  const files: Readonly<Record<string, string>> = {
    '[Content_Types].xml':
      '<?xml version="1.0" encoding="UTF-8" standalone="yes"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>',
    '_rels/.rels':
      '<?xml version="1.0" encoding="UTF-8" standalone="yes"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/></Relationships>',
    'word/document.xml': document,
  }
  // The same moment each time, so that the same text gives the same file.
  const mtime = new Date('2021-01-01T00:00:00Z')
  return zipSync(
    Object.fromEntries(
      Object.entries(files).map(([name, text]) => [name, [strToU8(text), { mtime }]]),
    ),
  )
}

const isSignature = (part: StandardPart | undefined): boolean =>
  part !== undefined && 'line' in part && part.as === 'signature'
