import { startOfDay } from '#platform/civil-date'
import { fontFamilies, printPdf } from '#platform/print/index'
import { speaker } from '#platform/words'
import type { AnnualReport } from '../contract/report.ts'
import { formTables, paragraphsOf, titleOf } from './layout.ts'

const template = `
#let data = json(bytes(sys.inputs.data))
#set document(title: data.title)
#set page(paper: "a4", margin: (top: 3.7cm, bottom: 3.5cm, left: 2.8cm, right: 2.6cm), numbering: "— 1 —")
#set text(font: ("${fontFamilies.serif}"), lang: "zh", region: "cn", size: 12pt)
#set par(first-line-indent: (amount: 2em, all: true), leading: 1em, justify: true)
#show heading: it => block(above: 1.4em, below: 1em, text(size: 14pt, weight: "bold", it.body))
#align(center, block(below: 1.6em, text(size: 18pt, weight: "bold", data.title)))
#for part in data.parts {
  heading(level: 1, part.title)
  for line in part.lines [#line #parbreak()]
  for table-of in part.tables {
    set text(size: 8pt)
    set par(first-line-indent: 0em, leading: 0.5em, justify: false)
    // The largest fills two thirds of a page: whole, its columns keep their headings.
    block(breakable: false, table(
      columns: table-of.widths.map(width => width * 1fr),
      align: center + horizon,
      inset: 4pt,
      stroke: 0.5pt,
      ..table-of.cells.map(cell => table.cell(colspan: cell.columns, rowspan: cell.rows, breakable: false, cell.text)),
    ))
  }
}
`

/** A report as PDF/A in the official form. */
export const pdfOf = (report: AnnualReport): Promise<Buffer> => {
  const tables = formTables(report, speaker('zh-CN'))
  const data = {
    title: titleOf(report),
    parts: report.parts.map((part) => ({
      title: part.title,
      lines: paragraphsOf(part.text),
      tables: tables
        .filter((table) => table.part === part.number)
        .map(({ widths, rows }) => ({ widths, cells: rows.flat() })),
    })),
  }
  // The same report gives the same file.
  return printPdf(template, data, {
    ...(report.publishedOn && { madeAt: startOfDay(report.publishedOn) }),
  })
}
