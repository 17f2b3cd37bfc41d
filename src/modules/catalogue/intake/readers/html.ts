import { Parser } from 'htmlparser2'
import type { CellBudget, Sheet } from '../grid.ts'
import { limits } from '../limits.ts'
import { guardDepth } from './depth.ts'
import { shownIn } from './symbol-fonts.ts'
import { TableCollector } from './tables.ts'

const silent = new Set(['script', 'style', 'noscript', 'template', 'select', 'title', 'head'])
const blocks = new Set(
  'p div li ul ol h1 h2 h3 h4 h5 h6 section article header footer blockquote pre center caption br hr'.split(
    ' ',
  ),
)
const voids = new Set('br hr img input meta link col wbr area base embed source'.split(' '))

/** Tables of a web page, and definition lists, which some sites use for a matter's card. */
export function readHtml(html: string, spend: CellBudget): Sheet[] {
  const tables = new TableCollector(spend)
  const depth = guardDepth()
  const fonts: (string | undefined)[] = []
  let hush = 0

  const open: Readonly<Record<string, (attributes: Record<string, string>) => void>> = {
    table: () => tables.openTable(),
    dl: () => tables.openTable(),
    tr: (a) => tables.openRow(isHidden(a)),
    td: (a) => tables.openCell({ colSpan: spanOf(a.colspan, 1), rowSpan: spanOf(a.rowspan, 0) }),
    th: (a) => tables.openCell({ colSpan: spanOf(a.colspan, 1), rowSpan: spanOf(a.rowspan, 0) }),
    dt: () => {
      tables.openRow()
      tables.openCell()
    },
    dd: () => tables.openCell(),
    input: (a) => {
      if (/checkbox|radio/i.test(a.type ?? '')) tables.text('checked' in a ? '☑' : '☐')
    },
    img: (a) => {
      if (a.alt && a.alt.length === 1) tables.text(a.alt)
    },
  }
  const close: Readonly<Record<string, () => void>> = {
    table: () => tables.closeTable(),
    dl: () => tables.closeTable(),
    td: () => tables.closeCell(),
    th: () => tables.closeCell(),
    dd: () => tables.closeCell(),
    dt: () => tables.closeCell(),
  }
  const parser = new Parser({
    onopentag(name, attributes) {
      if (!voids.has(name)) {
        depth.enter()
        fonts.push(fontOf(attributes) ?? fonts.at(-1))
      }
      if (silent.has(name)) hush++
      if (hush > 0) return
      if (blocks.has(name)) tables.lineBreak()
      open[name]?.(attributes)
    },
    ontext(text) {
      if (hush === 0) tables.text(shownIn(fonts.at(-1), text.replace(/\s+/g, ' ')))
    },
    onclosetag(name) {
      if (!voids.has(name)) {
        depth.leave()
        fonts.pop()
      }
      if (silent.has(name)) hush--
      if (hush > 0) return
      if (blocks.has(name)) tables.lineBreak()
      close[name]?.()
    },
  })
  parser.end(html)
  return tables.finish()
}

/** `fallback` stands for "to the end of the table" (0) or for a plain cell (1). */
const spanOf = (value: string | undefined, zero: 0 | 1): number => {
  const span = Number.parseInt(value ?? '1', 10)
  if (span === 0) return zero
  return span > 0 ? Math.min(span, limits.cells) : 1
}

const isHidden = (attributes: Record<string, string>): boolean =>
  'hidden' in attributes || /display\s*:\s*none/i.test(attributes.style ?? '')

const fontOf = (attributes: Record<string, string>): string | undefined =>
  attributes.face ?? /font-family\s*:\s*([^;]+)/i.exec(attributes.style ?? '')?.[1]
