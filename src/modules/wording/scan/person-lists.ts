import { told } from './built-in.ts'
import { type Column, cellsOf, type TableText } from './columns.ts'
import type { Raw } from './scan-text.ts'

const identifiers: ReadonlySet<string> = new Set(['idCard', 'phone', 'bankCard', 'passport'])

/** What a table of persons is: one finding at the head of its column, not one for every line. */
export function lists(
  text: string,
  table: TableText,
  columns: readonly Column[],
  known: {
    readonly headerLine: number
    readonly named: readonly number[]
    readonly judged: readonly Raw[]
  },
): Raw[] {
  // A list of one is a form filled in; it is a list all the same.
  if (known.named.length === 0) return []
  const nameColumn = columns[known.named[0] ?? 0]
  if (!nameColumn) return []
  const bare = known.judged.some(
    ({ kind, confidence }) => identifiers.has(kind) && confidence === 'high',
  )
  const listed: Raw[] = bare
    ? [{ kind: 'nameList', ...nameColumn.header, confidence: 'medium', because: 'column' }]
    : []
  for (const kind of ['health', 'minor'] as const) {
    const own = columns.findIndex(({ role }) => role === kind)
    const isOwn = own >= 0 && hasContent(text, table, own, known.headerLine)
    const at = isOwn ? own : remarkColumn(text, table, columns, { ...known, kind })
    const column = columns[at]
    if (!column) continue
    const confidence = isOwn && kind === 'health' ? 'high' : 'medium'
    listed.push({ kind, ...column.header, confidence, because: 'column' })
  }
  return listed
}

// Where a list says of each person why he or she is on it.
const remark = /类[别型]|原因|情[况形]|备注|说明|对象|事由/

/** The column of remarks that says of somebody that he is ill, or a child; -1 if none does. */
function remarkColumn(
  text: string,
  table: TableText,
  columns: readonly Column[],
  { headerLine, kind }: { readonly headerLine: number; readonly kind: 'health' | 'minor' },
): number {
  const tells = told[kind]
  const isRemark = columns.map(
    ({ role, header }) => role === 'none' && remark.test(text.slice(header.start, header.end)),
  )
  if (!isRemark.includes(true)) return -1
  for (const line of table.lines.slice(headerLine + 1)) {
    if (!tells.test(text.slice(line.start, line.end))) continue
    const at = cellsOf(text, line).findIndex(
      ({ start, end }, column) => isRemark[column] && tells.test(text.slice(start, end)),
    )
    if (at >= 0) return at
  }
  return -1
}

const hasContent = (text: string, table: TableText, column: number, headerLine: number): boolean =>
  table.lines.slice(headerLine + 1).some((line) => {
    const cell = cellsOf(text, line)[column]
    const value = cell ? text.slice(cell.start, cell.end).trim() : ''
    return value !== '' && !/^(?:无|正常|健康|良好|—|-|\/|\*+)$/.test(value)
  })
