import { applyEdits, type Edit, escapeXml, walkPlaces, withoutElements } from './edit-xml.ts'
import type { Package } from './package.ts'

interface WordCell {
  readonly row: number
  readonly column: number
  text: string
  readonly runs: { readonly start: number; end: number }[]
}

/** Writes other words into cells of the tables of a Word file; tables are counted as the reader does. */
export function changeWordCells(
  file: Package,
  change: (table: number, cell: { row: number; column: number; text: string }) => string | null,
): void {
  const xml = file.text('word/document.xml')
  const edits: Edit[] = []
  const tables: {
    cells: WordCell[]
    row: number
    column: number
    span: number
    cell: WordCell | null
  }[] = []
  let finished = 0
  let boxes = 0
  let deleted = 0
  let run: { start: number; end: number } | null = null
  const settle = (cells: readonly WordCell[]) => {
    finished += 1
    for (const { row, column, text, runs } of cells) {
      const changed = text.trim() === '' ? null : change(finished, { row, column, text })
      if (changed === null) continue
      for (const [at, { start, end }] of runs.entries())
        edits.push({ start, end, text: at === 0 ? escapeXml(changed) : '' })
    }
  }
  walkPlaces(xml, {
    open(name, attributes, { end }) {
      const table = tables.at(-1)
      if (name === 'txbxContent') boxes += 1
      else if (name === 'del' || name === 'moveFrom') deleted += 1
      else if (boxes > 0) return
      else if (name === 'tbl') tables.push({ cells: [], row: -1, column: 0, span: 1, cell: null })
      else if (name === 'tr' && table) {
        table.row += 1
        table.column = 0
      } else if (name === 'tc' && table) {
        table.cell = { row: table.row, column: table.column, text: '', runs: [] }
        table.span = 1
      } else if (name === 'gridSpan' && table) table.span = Number(attributes['w:val'] ?? 1) || 1
      else if (name === 't' && table?.cell && deleted === 0) run = { start: end, end }
    },
    text(words) {
      const cell = tables.at(-1)?.cell
      if (run && cell) cell.text += words
    },
    close(name, { start }) {
      const table = tables.at(-1)
      if (name === 'txbxContent') boxes -= 1
      else if (name === 'del' || name === 'moveFrom') deleted -= 1
      else if (boxes > 0) return
      else if (name === 't' && run) {
        run.end = Math.max(run.start, start)
        if (run.end > run.start) table?.cell?.runs.push(run)
        run = null
      } else if (name === 'tc' && table?.cell) {
        table.cells.push(table.cell)
        table.column += Math.min(table.span, 200)
        table.cell = null
      } else if (name === 'tbl' && table) {
        tables.pop()
        settle(table.cells)
      }
    },
  })
  file.put('word/document.xml', applyEdits(xml, edits))
}

const withText = /^word\/(?:document|header\d*|footer\d*|footnotes|endnotes)\d*\.xml$/
const gone = new Set([
  ...['del', 'moveFrom', 'commentRangeStart', 'commentRangeEnd', 'commentReference', 'object'],
  ...['rPrChange', 'pPrChange', 'tblPrChange', 'tcPrChange', 'trPrChange', 'sectPrChange'],
  ...['tblGridChange', 'numberingChange', 'moveFromRangeStart', 'moveFromRangeEnd'],
  ...['moveToRangeStart', 'moveToRangeEnd', 'cellDel', 'cellIns', 'docVars'],
])
const unwrapped = new Set(['ins', 'moveTo'])

/** Accepts tracked changes and takes out hidden words, comments and embedded files. */
export function removeHiddenOfWord(file: Package): void {
  for (const path of [...file.parts.keys()])
    if (withText.test(path))
      file.put(
        path,
        withoutElements(withoutHiddenRuns(file.text(path)), (name) => gone.has(name), unwrapped),
      )
  if (file.parts.has('word/settings.xml'))
    file.put(
      'word/settings.xml',
      withoutElements(file.text('word/settings.xml'), (name) =>
        ['docVars', 'trackRevisions', 'attachedTemplate', 'mailMerge'].includes(name),
      ),
    )
  file.drop((path) => /^word\/(?:comments|people|embeddings|glossary)/i.test(path))
}

/** Runs that Word hides, and rows that were struck out. */
function withoutHiddenRuns(xml: string): string {
  const edits: Edit[] = []
  const runs: { start: number; isHidden: boolean }[] = []
  const rows: { start: number; isStruck: boolean }[] = []
  let inRowProperties = false
  walkPlaces(xml, {
    open(name, attributes, { start }) {
      const run = runs.at(-1)
      const row = rows.at(-1)
      if (name === 'r') runs.push({ start, isHidden: false })
      else if (name === 'tr') rows.push({ start, isStruck: false })
      else if (name === 'trPr') inRowProperties = true
      else if (name === 'del' && inRowProperties && row) row.isStruck = true
      else if (/^(?:vanish|webHidden|specVanish)$/.test(name) && run)
        run.isHidden ||= !['0', 'false', 'off'].includes(attributes['w:val'] ?? 'true')
    },
    close(name, { end }) {
      if (name === 'trPr') inRowProperties = false
      const one = name === 'r' ? runs.pop() : undefined
      if (one?.isHidden) edits.push({ start: one.start, end, text: '' })
      const row = name === 'tr' ? rows.pop() : undefined
      if (row?.isStruck) edits.push({ start: row.start, end, text: '' })
    },
  })
  return applyEdits(xml, edits)
}
