import { strFromU8, unzipSync } from 'fflate'
import { DomUtils, parseDocument } from 'htmlparser2'
import { fontFamilies, printPdf } from '#platform/print/index'

type Node = Parameters<typeof DomUtils.getChildren>[0]
type Element = Extract<Node, { name: string; attribs: Record<string, string> }>

interface Run {
  readonly text: string
  readonly size: number
  readonly bold: boolean
  readonly sans: boolean
}
interface Paragraph {
  readonly kind: 'paragraph'
  readonly align: string
  readonly indent: boolean
  readonly right: number
  readonly after: number
  readonly runs: readonly Run[]
}
interface Table {
  readonly kind: 'table'
  readonly columns: readonly number[]
  readonly rows: readonly (readonly {
    readonly span: number
    readonly blocks: readonly Block[]
  }[])[]
}
type Block = Paragraph | Table

const isElement = (node: Node): node is Element => 'attribs' in node && 'name' in node
const elements = (of: Element, name: string): Element[] =>
  of.children.filter(isElement).filter((one) => one.name === name)
const first = (of: Element | undefined, name: string): Element | undefined =>
  of ? elements(of, name)[0] : undefined
const value = (of: Element | undefined, name: string): string | undefined => of?.attribs[name]

const twipsToPoints = (twips: string | undefined): number => Number(twips ?? 0) / 20
const halfPointsToPoints = (half: string | undefined): number => Number(half ?? 32) / 2

const runOf = (run: Element): Run => {
  const looks = first(run, 'w:rPr')
  const family = value(first(looks, 'w:rFonts'), 'w:eastAsia') ?? ''
  const text = run.children
    .filter(isElement)
    .map((one) =>
      one.name === 'w:t'
        ? DomUtils.textContent(one)
        : one.name === 'w:br' || one.name === 'w:cr'
          ? '\n'
          : one.name === 'w:tab'
            ? '    '
            : '',
    )
  return {
    text: text.join(''),
    size: halfPointsToPoints(value(first(looks, 'w:sz'), 'w:val')),
    // No open typeface of the titles' kind (小标宋) is at hand: its place takes the bold one.
    bold: first(looks, 'w:b') !== undefined || family.includes('小标宋'),
    sans: /黑体|Hei|Sans/i.test(family),
  }
}

const runsOf = (of: Element): Run[] =>
  of.children
    .filter(isElement)
    .flatMap((one) =>
      one.name === 'w:r'
        ? [runOf(one)]
        : ['w:hyperlink', 'w:sdt', 'w:sdtContent', 'w:smartTag'].includes(one.name)
          ? runsOf(one)
          : [],
    )

const paragraphOf = (of: Element): Paragraph => {
  const looks = first(of, 'w:pPr')
  const indent = first(looks, 'w:ind')
  return {
    kind: 'paragraph',
    align: value(first(looks, 'w:jc'), 'w:val') ?? 'both',
    indent: Number(value(indent, 'w:firstLineChars') ?? value(indent, 'w:firstLine') ?? 0) > 0,
    right: twipsToPoints(value(indent, 'w:right')),
    after: twipsToPoints(value(first(looks, 'w:spacing'), 'w:after')),
    runs: runsOf(of).filter(({ text }) => text !== ''),
  }
}

const tableOf = (of: Element): Table => ({
  kind: 'table',
  columns: elements(first(of, 'w:tblGrid') ?? of, 'w:gridCol').map((one) =>
    twipsToPoints(value(one, 'w:w')),
  ),
  rows: elements(of, 'w:tr').map((row) =>
    elements(row, 'w:tc').map((cell) => ({
      span: Number(value(first(first(cell, 'w:tcPr'), 'w:gridSpan'), 'w:val') ?? 1),
      blocks: blocksOf(cell),
    })),
  ),
})

const blocksOf = (of: Element): Block[] =>
  of.children.filter(isElement).flatMap((one): Block[] => {
    if (one.name === 'w:p') return [paragraphOf(one)]
    if (one.name === 'w:tbl') return [tableOf(one)]
    return ['w:sdt', 'w:sdtContent'].includes(one.name) ? blocksOf(one) : []
  })

/** What a filled Word letter says and how it is laid out, for printing. */
export const sheetOf = (docx: Uint8Array): Block[] => {
  const xml = unzipSync(docx, { filter: ({ name }) => name === 'word/document.xml' })[
    'word/document.xml'
  ]
  const root = parseDocument(strFromU8(xml ?? new Uint8Array()), { xmlMode: true })
  const body = DomUtils.findOne((one) => one.name === 'w:body', root.children)
  return body ? blocksOf(body) : []
}

// GB/T 9704: A4, 37 mm above, 28 mm left, text 156 × 225 mm; the page number between dashes.
const layout = `
#let data = json(bytes(sys.inputs.data))
#set document(title: data.title)
#set page(paper: "a4", margin: (top: 37mm, bottom: 35mm, left: 28mm, right: 26mm),
  numbering: "— 1 —", number-align: center)
#set text(font: ("${fontFamilies.serif}"), lang: "zh", region: "cn", size: 16pt)
#let lead = 12.9pt
#set par(leading: lead, spacing: lead, justify: true)
#let run(one) = text(size: one.size * 1pt, weight: if one.bold { 700 } else { 400 },
  font: if one.sans { "${fontFamilies.sans}" } else { "${fontFamilies.serif}" },
  one.text.split("\\n").join(linebreak()))
#let paragraph(one) = block(width: 100%, below: lead + one.after * 1pt, inset: (right: one.right * 1pt),
  align(if one.align == "center" { center } else if one.align == "right" { right } else { left },
    par(first-line-indent: if one.indent { (amount: 2em, all: true) } else { 0pt },
      if one.runs.len() == 0 { [ ] } else { one.runs.map(run).join() })))
#let cell(one) = table.cell(colspan: one.span, one.blocks.map(part => align(
  if part.align == "center" { center } else { left }, part.runs.map(run).join())).join())
#for one in data.blocks {
  if one.kind == "paragraph" { paragraph(one) } else {
    set par(leading: 7pt, spacing: 7pt, justify: false)
    table(columns: one.columns.map(width => width * 1fr), stroke: 0.6pt, inset: (x: 6pt, y: 10pt),
      align: horizon, ..one.rows.flatten().map(cell))
  }
}
`

/** Prints a filled letter: the same words as the Word file, in open typefaces. */
export const printLetter = (docx: Uint8Array, title: string, madeAt: Date): Promise<Buffer> =>
  printPdf(layout, { title, blocks: sheetOf(docx) }, { madeAt })
