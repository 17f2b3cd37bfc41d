import { setImmediate } from 'node:timers/promises'
import { type FilePart, readParts, type Unread } from '#platform/file-parts/index'
import type { FindingKind, PartFinding } from './finding.ts'
import { scanParts } from './scan/scan-parts.ts'
import type { ScanOptions } from './scan/scan-text.ts'

/** A column of a table that holds what must be masked; `column` counts from 0. */
export interface ColumnToMask {
  readonly where: string
  readonly column: number
  readonly header: string
  /** The row of the headers, which keep their words. */
  readonly headerRow: number
  readonly kind: FindingKind
  readonly count: number
}

export interface FileScan {
  /** Whether everything that may hold words was read; what was not is not clean. */
  readonly scanned: boolean
  readonly findings: readonly PartFinding[]
  readonly unread: readonly Unread[]
  readonly columns: readonly ColumnToMask[]
}

/** Examines a file in every part: the same for the command line, an upload and a sweep. */
export async function scanFile(
  name: string,
  bytes: Uint8Array,
  options: ScanOptions = {},
): Promise<FileScan> {
  const { read, parts, unread } = await readParts(name, bytes)
  const findings: PartFinding[] = []
  // The name is read by everybody who sees the list of files: 张三身份证330….docx.
  for (const part of [{ where: 'name', text: name }, ...parts]) {
    // One by one: a table of 100,000 lines has more findings than a call takes arguments.
    for (const found of scanParts([part], options)) findings.push(found)
    // Long files must not hold up those who read pages meanwhile.
    await setImmediate()
  }
  return { scanned: read, findings, unread, columns: columnsIn(parts, findings) }
}

const inCell = /^(.*) ([A-Z]+)(\d+)$/s

const columnNumber = (name: string): number =>
  [...name].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1

/** Which columns hold what was found in tables; one click masks them. */
function columnsIn(
  parts: readonly FilePart[],
  findings: readonly PartFinding[],
): readonly ColumnToMask[] {
  const tables = new Map(parts.flatMap(({ where, rows }) => (rows ? [[where, rows] as const] : [])))
  const found = new Map<string, ColumnToMask & { readonly firstRow: number }>()
  const heads = new Map<string, number>()
  for (const { kind, where, confidence } of findings) {
    const [, table = '', letters = '', digits = ''] = inCell.exec(where) ?? []
    if (!tables.has(table) || confidence === 'low') continue
    const [row, column] = [Number(digits) - 1, columnNumber(letters)]
    // A list of names, of illnesses, of children is found at the head of its column.
    if (kind === 'nameList' || kind === 'health' || kind === 'minor') heads.set(table, row)
    const key = `${table}\n${column}\n${kind}`
    const known = found.get(key)
    const firstRow = Math.min(known?.firstRow ?? row, row)
    const count = (known?.count ?? 0) + 1
    found.set(key, { where: table, column, header: '', headerRow: 0, kind, count, firstRow })
  }
  return [...found.values()].map(({ firstRow, ...one }) => {
    const headerRow = heads.get(one.where) ?? Math.max(0, firstRow - 1)
    return { ...one, headerRow, header: tables.get(one.where)?.[headerRow]?.[one.column] ?? '' }
  })
}
