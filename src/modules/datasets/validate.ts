import { readCell } from './cell.ts'
import { type Cells, columnOf, isNumeric, type Schema, type TableColumn } from './schema.ts'

/** One thing wrong in a table: which row (counted from 1; null: the whole), which column, what. */
export interface CellIssue {
  readonly row: number | null
  readonly column: string | null
  readonly code: string
  readonly params: Readonly<Record<string, string | number>>
  /** A warning wants a look; an error keeps the document from going up for review. */
  readonly level: 'error' | 'warning'
}

/** What the checks need beside the rows. */
export interface TableAround {
  /** Totals that the office wrote under its own table (合计), by column. */
  readonly stated?: Cells
  /** Amounts of another year's or another set's table, by check number and key. */
  readonly previous?: ReadonlyMap<number, ReadonlyMap<string, number>>
  /** Names of places that exist here; null where that is not asked. */
  readonly places?: ReadonlySet<string> | null
}

const numberIn = (cells: Cells, key: string): number | null => {
  const text = cells[key]
  if (text === undefined || text === '') return null
  const value = Number(text)
  return Number.isFinite(value) ? value : null
}

/** As a person writes it: no tail of binary fractions. */
const shown = (value: number): string => String(Number(value.toFixed(4)))

const error = (
  row: number | null,
  column: string | null,
  code: string,
  params: CellIssue['params'] = {},
): CellIssue => ({ row, column, code, params, level: 'error' })

const warning = (
  row: number | null,
  column: string | null,
  code: string,
  params: CellIssue['params'] = {},
): CellIssue => ({ row, column, code, params, level: 'warning' })

const cellIssues = (schema: Schema, cells: Cells, row: number, around: TableAround): CellIssue[] =>
  schema.columns.flatMap((column): CellIssue[] => {
    const text = cells[column.key] ?? ''
    if (text === '') return column.required ? [error(row, column.key, 'required')] : []
    const read = readCell(text, column)
    if ('wrong' in read)
      return [error(row, column.key, read.wrong, { ...read.params, value: text })]
    if (column.type === 'region' && around.places && !knows(around.places, read.value))
      return [warning(row, column.key, 'unknownPlace', { value: text })]
    return []
  })

// 柳林村, 柳林村委会 and 柳林村村民委员会 are one place.
const placeName = (name: string): string =>
  name.replace(/(村民委员会|居民委员会|村委会|居委会|人民政府|街道办事处)$/, '')
const knows = (places: ReadonlySet<string>, name: string): boolean =>
  places.has(name) || places.has(placeName(name)) || places.has(placeName(name).replace(/村$/, ''))

const nameOf = (schema: Schema, key: string): string => columnOf(schema, key)?.name.zh ?? key

/** Relations inside one row. */
const rowIssues = (schema: Schema, cells: Cells, row: number): CellIssue[] =>
  schema.checks.flatMap((check): CellIssue[] => {
    const at = (key: string) => numberIn(cells, key)
    switch (check.kind) {
      case 'sum': {
        const total = at(check.total)
        const sum = check.parts.reduce((so, key) => so + (at(key) ?? 0), 0)
        if (total === null || Math.abs(total - sum) <= check.tolerance) return []
        const parts = check.parts.map((key) => nameOf(schema, key)).join('、')
        return [error(row, check.total, 'notSum', { parts, is: shown(total), should: shown(sum) })]
      }
      case 'product': {
        const factors = check.factors.map(at)
        const result = at(check.result)
        if (result === null || factors.includes(null)) return []
        const should = factors.reduce<number>((so, one) => so * (one ?? 1), 1)
        if (Math.abs(result - should) <= check.tolerance) return []
        const parts = check.factors.map((key) => nameOf(schema, key)).join('×')
        return [
          error(row, check.result, 'notProduct', {
            parts,
            is: shown(result),
            should: shown(should),
          }),
        ]
      }
      case 'ratio': {
        const [percent, of, to] = [at(check.percent), at(check.of), at(check.to)]
        if (percent === null || of === null || to === null || to === 0) return []
        const should = (of / to) * 100
        if (Math.abs(percent - should) <= check.tolerance) return []
        return [
          error(row, check.percent, 'notRatio', {
            of: nameOf(schema, check.of),
            to: nameOf(schema, check.to),
            is: shown(percent),
            should: should.toFixed(1),
          }),
        ]
      }
      case 'notAbove': {
        const [value, limit] = [at(check.value), at(check.limit)]
        if (value === null || limit === null || value <= limit) return []
        return [
          error(row, check.value, 'aboveLimit', {
            limit: nameOf(schema, check.limit),
            is: shown(value),
            most: shown(limit),
          }),
        ]
      }
      case 'order': {
        const [earlier, later] = [cells[check.earlier], cells[check.later]]
        if (!earlier || !later || earlier <= later) return []
        return [error(row, check.later, 'outOfOrder', { earlier: nameOf(schema, check.earlier) })]
      }
      case 'balance': {
        const [closing, opening] = [at(check.closing), at(check.opening)]
        if (closing === null || opening === null) return []
        const sumOf = (keys: readonly string[]) => keys.reduce((so, key) => so + (at(key) ?? 0), 0)
        const should = opening + sumOf(check.plus) - sumOf(check.minus)
        if (Math.abs(closing - should) <= check.tolerance) return []
        return [
          error(row, check.closing, 'notBalance', { is: shown(closing), should: shown(should) }),
        ]
      }
      case 'grade': {
        const value = at(check.by)
        const grade = check.of.find(({ is }) => is === cells[check.column])
        const range = grade?.[check.by]
        if (value === null || !Array.isArray(range)) return []
        const [from = 0, to = 0] = range
        // More deaths than the class allows is certain; fewer may be offset by injuries or loss.
        if (value <= to) return []
        return [
          error(row, check.column, 'wrongGrade', {
            by: nameOf(schema, check.by),
            is: value,
            from,
            to,
          }),
        ]
      }
      default:
        return []
    }
  })

/** Rows that are told apart by nothing. Masked names may well be alike, so there it is a warning. */
const keyIssues = (schema: Schema, rows: readonly Cells[]): CellIssue[] => {
  if (schema.key.length === 0) return []
  const isMasked = schema.key.some((key) => columnOf(schema, key)?.privacy === 'name')
  const seen = new Map<string, number>()
  return rows.flatMap((cells, at): CellIssue[] => {
    const parts = schema.key.map((key) => cells[key] ?? '')
    if (parts.every((part) => part === '')) return []
    const key = parts.join('\n')
    const first = seen.get(key)
    if (first === undefined) {
      seen.set(key, at + 1)
      return []
    }
    const masked = isMasked && parts.some((part) => part.includes('*'))
    const issue = masked ? warning : error
    return [
      issue(at + 1, schema.key[0] ?? null, masked ? 'maybeTwice' : 'twice', {
        first,
        columns: schema.key.map((one) => nameOf(schema, one)).join('＋'),
      }),
    ]
  })
}

const treeIssues = (schema: Schema, rows: readonly Cells[]): CellIssue[] =>
  schema.checks.flatMap((check): CellIssue[] => {
    if (check.kind !== 'tree') return []
    const sums = new Map<string, Map<string, number>>()
    for (const cells of rows) {
      const code = cells[check.code] ?? ''
      const parentLength = check.lengths[check.lengths.indexOf(code.length) - 1]
      if (parentLength === undefined) continue
      const parent = code.slice(0, parentLength)
      const own = sums.get(parent) ?? new Map<string, number>()
      for (const key of check.amounts)
        own.set(key, (own.get(key) ?? 0) + (numberIn(cells, key) ?? 0))
      sums.set(parent, own)
    }
    return rows.flatMap((cells, at) => {
      const under = sums.get(cells[check.code] ?? '')
      if (!under) return []
      return check.amounts.flatMap((key): CellIssue[] => {
        const [is, should] = [numberIn(cells, key), under.get(key) ?? 0]
        if (is === null || Math.abs(is - should) <= check.tolerance) return []
        return [
          error(at + 1, key, 'notSumOfBelow', {
            code: cells[check.code] ?? '',
            is: shown(is),
            should: shown(should),
          }),
        ]
      })
    })
  })

/** What the office wrote as 合计 against what the rows add up to. */
const statedIssues = (
  schema: Schema,
  rows: readonly Cells[],
  stated: Cells,
  totals: Cells,
): CellIssue[] =>
  schema.columns.flatMap((column): CellIssue[] => {
    const is = isNumeric(column) && column.type !== 'percent' ? numberIn(stated, column.key) : null
    if (is === null || rows.length === 0) return []
    const should = Number(totals[column.key] ?? sumOf(rows, column))
    if (Math.abs(is - should) <= 0.01) return []
    return [error(null, column.key, 'notTotal', { is: shown(is), should: shown(should) })]
  })

const sumOf = (rows: readonly Cells[], column: TableColumn): number =>
  rows.reduce((so, cells) => so + (numberIn(cells, column.key) ?? 0), 0)

const previousIssues = (
  schema: Schema,
  rows: readonly Cells[],
  previous: NonNullable<TableAround['previous']>,
): CellIssue[] =>
  schema.checks.flatMap((check, number): CellIssue[] => {
    const known = check.kind === 'previous' ? previous.get(number) : undefined
    if (check.kind !== 'previous' || !known) return []
    return rows.flatMap((cells, at): CellIssue[] => {
      const [is, was] = [numberIn(cells, check.column), known.get(cells[check.by] ?? '')]
      if (is === null || was === undefined || Math.abs(is - was) <= check.tolerance) return []
      return [
        warning(at + 1, check.column, 'differsFromPrevious', { is: shown(is), was: shown(was) }),
      ]
    })
  })

/** Everything wrong in a table at once, in the order of its rows; the whole table last. */
export const validateTable = (
  schema: Schema,
  rows: readonly Cells[],
  around: TableAround & { readonly totals?: Cells } = {},
): CellIssue[] => {
  const issues = [
    ...rows.flatMap((cells, at) => [
      ...cellIssues(schema, cells, at + 1, around),
      ...rowIssues(schema, cells, at + 1),
    ]),
    ...keyIssues(schema, rows),
    ...treeIssues(schema, rows),
    ...(around.previous ? previousIssues(schema, rows, around.previous) : []),
  ].sort((one, other) => (one.row ?? 0) - (other.row ?? 0))
  return [...issues, ...statedIssues(schema, rows, around.stated ?? {}, around.totals ?? {})]
}
