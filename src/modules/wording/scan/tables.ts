import { columnsOf, judgeColumns, type TableText } from './columns.ts'
import type { Raw } from './scan-text.ts'

/**
 * Tables in a text: lines with tabs between their cells, as the text of a page and the parts of a file
 * are read out. What a column says of its cells is added to what each cell says of itself.
 */
export function judgeTables(text: string, found: readonly Raw[]): Raw[] {
  if (!text.includes('\t')) return [...found]
  let judged: Raw[] = [...found]
  for (const table of tablesIn(text))
    judged = judgeColumns(text, table, columnsOf(text, table), judged)
  return judged
}

/** Two lines or more, each with a tab. */
function tablesIn(text: string): TableText[] {
  const tables: TableText[] = []
  let lines: { start: number; end: number }[] = []
  let headline = ''
  let last = ''
  const close = () => {
    if (lines.length > 1) tables.push({ lines, headline })
    lines = []
  }
  for (let start = 0; start <= text.length; ) {
    const stop = text.indexOf('\n', start)
    const end = stop < 0 ? text.length : stop
    const tab = text.indexOf('\t', start)
    if (tab >= 0 && tab < end) {
      if (lines.length === 0) headline = last
      lines.push({ start, end })
    } else if (end > start) {
      close()
      last = text.slice(start, Math.min(end, start + 80))
      // Nothing more to look for: a long text without tables is passed at once.
      if (tab < 0) return tables
    }
    start = end + 1
  }
  close()
  return tables
}
