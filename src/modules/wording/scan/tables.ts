import { columnsOf, judgeColumns, type TableText } from './columns.ts'
import type { Raw } from './scan-text.ts'

/**
 * Tables in a text: lines with tabs between their cells, as the text of a page and the parts of a file
 * are read out. What a column says of its cells is added to what each cell says of itself.
 */
export function judgeTables(text: string, found: readonly Raw[]): readonly Raw[] {
  if (!text.includes('\t')) return found
  const judged: Raw[] = []
  let next = 0
  for (const table of tablesIn(text)) {
    const end = table.lines.at(-1)?.end ?? 0
    const inside: Raw[] = []
    for (let one = found[next]; one && one.start < end; one = found[++next])
      (one.start < (table.lines[0]?.start ?? 0) ? judged : inside).push(one)
    for (const one of judgeColumns(text, table, columnsOf(text, table), inside)) judged.push(one)
  }
  return [...judged, ...found.slice(next)]
}

/** Two lines or more, each with a tab. */
function tablesIn(text: string): TableText[] {
  const tables: TableText[] = []
  let lines: { start: number; end: number }[] = []
  const close = () => {
    if (lines.length > 1) tables.push({ lines })
    lines = []
  }
  let tab = text.indexOf('\t')
  for (let start = 0; start <= text.length; ) {
    const stop = text.indexOf('\n', start)
    const end = stop < 0 ? text.length : stop
    // Looked for once for all the lines before it: else a book with one tab would be read by each line.
    if (tab >= 0 && tab < start) tab = text.indexOf('\t', start)
    if (tab >= 0 && tab < end) {
      lines.push({ start, end })
    } else if (end > start) {
      close()
      // Nothing more to look for: a long text without tables is passed at once.
      if (tab < 0) return tables
    }
    start = end + 1
  }
  close()
  return tables
}
