import { fieldFromName } from '../cells/fields.ts'
import { isEmptyMark } from '../cells/marks.ts'
import { oneLine, plainDigits, squeezed } from '../cells/spelling.ts'
import { isDitto } from '../cells/words.ts'
import type { Cell, Grid } from '../grid.ts'
import type { Column, ColumnRole, Layout } from './columns.ts'

/** One record while its sheet rows are still being gathered. */
export interface Draft {
  readonly layout: Layout
  readonly field: string | null
  readonly table: number
  readonly sheet: string
  /** Row of the sheet, from 0. */
  readonly row: number
  /** Resolved text of each column, by column number. */
  readonly values: Map<number, string>
  /** The cells of the last row that went into it. */
  cells: readonly (Cell | undefined)[]
}

/** What one row of the body adds: a new record, a part of the one before, or nothing. */
export type RowEffect =
  | { readonly kind: 'record'; readonly draft: Draft; readonly dittoAtTop: boolean }
  | { readonly kind: 'continued' }
  | { readonly kind: 'nothing' }
  | { readonly kind: 'strange'; readonly text: string }

interface RowContext {
  readonly layout: Layout
  readonly field: string | null
  /** A heading inside the table that stands for 一级事项 of the rows below. */
  readonly section: string
  readonly table: number
  readonly sheet: string
  readonly previous: Draft | undefined
}

// Columns of which one matter may have several rows while everything else is merged down.
const partRoles: readonly ColumnRole[] = ['content', 'basis', 'channels']
const matterRoles: readonly ColumnRole[] = ['l1', 'l2', 'l3']
// Blanks of these repeat the row above once merges are lost; the third level does not.
const repeating: readonly ColumnRole[] = [
  'seq',
  'content',
  'basis',
  'time',
  'subject',
  'channels',
  'audience',
  'mode',
  'levels',
]
const tickGroups: readonly (readonly ColumnRole[])[] = [
  ['public', 'group', 'groupTick'],
  ['proactive', 'onRequest'],
  ['level'],
  ['channelTick'],
]

export function readRow(grid: Grid, row: number, context: RowContext): RowEffect {
  const { layout, previous } = context
  const places = grid[row] ?? []
  const fresh = layout.columns.filter((column) => {
    const cell = places[column.col]
    return cell !== undefined && cell.text !== '' && cell.row === row
  })
  if (fresh.length === 0 || fresh.every((column) => column.role === 'seq'))
    return { kind: 'nothing' }
  const words = (column: Column) => places[column.col]?.text ?? ''
  if (isStrange(fresh, words))
    return { kind: 'strange', text: fresh.map(words).join(' ').slice(0, 60) }
  const parts = previous ? continuing(fresh, places, previous, layout) : []
  if (previous && parts.length > 0) {
    for (const column of parts) append(previous, column, places[column.col]?.text ?? '')
    previous.cells = places
    return { kind: 'continued' }
  }
  const values = new Map(
    layout.columns.map((column) => [column.col, places[column.col]?.text ?? '']),
  )
  const dittoAtTop = resolveDitto(values, previous)
  fillDown(values, context)
  if (!hasSubstance(values, layout)) return { kind: 'nothing' }
  const draft: Draft = {
    ...context,
    row,
    values,
    cells: places,
    field: fieldOf(values, layout) ?? context.field,
  }
  return { kind: 'record', draft, dittoAtTop }
}

// 1, 1.2, （一）, ①, A-3: whatever an office numbers with has a numeral in it.
const numeral = /[\d０-９一二三四五六七八九十①-⑳ⅠⅡⅢ]/

/** Words where the number belongs and nothing in the columns of elements: the furniture of a page. */
const isStrange = (fresh: readonly Column[], words: (column: Column) => string): boolean =>
  fresh.some(
    (column) => column.role === 'seq' && !numeral.test(words(column)) && !isDitto(words(column)),
  ) && fresh.every((column) => column.role === 'seq' || matterRoles.includes(column.role))

/** The columns in which a row gives a further part, where all else is merged with the record or blank. */
function continuing(
  fresh: readonly Column[],
  places: readonly (Cell | undefined)[],
  previous: Draft,
  layout: Layout,
): readonly Column[] {
  if (previous.layout !== layout) return []
  const role = fresh[0]?.role
  const parts = fresh.filter((column) => column.role === role)
  const goesOn = layout.columns.every((column) => {
    if (column.role === role) return true
    const cell = places[column.col]
    return cell === undefined || cell.text === '' || cell === previous.cells[column.col]
  })
  if (goesOn) return role && partRoles.includes(role) ? parts : []
  return repeatsNumber(places, previous, layout)
    ? fresh.filter((column) => column.role === 'content')
    : []
}

/** Merges taken apart: the same number again, and nothing different but the contents. */
const repeatsNumber = (
  places: readonly (Cell | undefined)[],
  previous: Draft,
  layout: Layout,
): boolean =>
  layout.columns.some(({ role, col }) => role === 'seq' && (places[col]?.text ?? '') !== '') &&
  layout.columns.every(({ role, col }) => {
    const same = (places[col]?.text ?? '') === (previous.cells[col]?.text ?? '')
    return role === 'content' ? !same : same
  })

function append(draft: Draft, column: Column, text: string): void {
  const before = draft.values.get(column.col) ?? ''
  draft.values.set(column.col, before === '' ? text : `${before}\n${text}`)
}

/** Puts the value of the record above in place of 同上; true where there is no record above. */
function resolveDitto(values: Map<number, string>, previous: Draft | undefined): boolean {
  let atTop = false
  for (const [col, text] of values) {
    if (!isDitto(text)) continue
    const above = previous?.values.get(col)
    if (above === undefined) atTop = true
    else values.set(col, above)
  }
  return atTop
}

function fillDown(values: Map<number, string>, { layout, previous, section }: RowContext): void {
  const columns = (roles: readonly ColumnRole[]) =>
    layout.columns.filter((column) => roles.includes(column.role))
  const blank = (column: Column) => isEmptyMark(values.get(column.col) ?? '')
  const repeat = (column: Column) => {
    const above = previous?.values.get(column.col)
    if (above !== undefined) values.set(column.col, above)
  }
  const [l1] = columns(['l1'])
  const [l2] = columns(['l2'])
  const newFirst = l1 !== undefined && !blank(l1)
  if (l1 && blank(l1)) {
    if (section !== '') values.set(l1.col, section)
    else repeat(l1)
  }
  for (const column of columns(['field'])) if (blank(column)) repeat(column)
  const [l3] = columns(['l3'])
  if (l2 && blank(l2) && !newFirst && ((l3 && !blank(l3)) || layout.mergesLost)) repeat(l2)
  if (!layout.mergesLost) return
  for (const column of columns(repeating)) if (blank(column)) repeat(column)
  for (const column of columns(['extra']))
    if (blank(column) && /责任|科室|电话|部门|单位/.test(column.name)) repeat(column)
  for (const group of tickGroups) {
    const ticks = columns(group)
    if (ticks.every(blank)) ticks.forEach(repeat)
  }
}

const hasSubstance = (values: ReadonlyMap<number, string>, layout: Layout): boolean =>
  layout.columns.some(
    (column) =>
      [...matterRoles, 'content'].includes(column.role) &&
      !isEmptyMark(values.get(column.col) ?? ''),
  )

const fieldOf = (values: ReadonlyMap<number, string>, layout: Layout): string | undefined => {
  const column = layout.columns.find(({ role }) => role === 'field')
  const text = column ? (values.get(column.col) ?? '') : ''
  return text === '' ? undefined : (fieldFromName(text) ?? oneLine(text))
}

/** How a row that holds a single text is to be taken. */
export type LoneKind = 'note' | 'total' | 'notApplicable' | 'metadata' | 'section' | 'other'

export function loneKind(text: string): LoneKind {
  const words = plainDigits(squeezed(text))
  if (/^(注|备注|说明|填表说明|填报说明|编制说明|[*＊※])/.test(words)) return 'note'
  if (isTotal(words)) return 'total'
  if (/(未|不)涉及|暂无|无此[项类]|不适用/.test(words)) return 'notApplicable'
  if (
    /^(填报|填表|编制|制表|发布|印发|公布|联系|审核|单位|部门|日期|时间|来源|浏览|打印|附件|第\d+页)/.test(
      words,
    )
  )
    return 'metadata'
  if (words.length <= 40 && !/[。；]$/.test(words)) return 'section'
  return 'other'
}

export const isTotal = (text: string): boolean =>
  /^(合计|总计|共计|小计|总数)|^共\d+[项条]/.test(squeezed(text))

/** A section's name without its number: `二、备灾管理`. */
export const sectionName = (text: string): string =>
  oneLine(text).replace(
    /^[（(]?[一二三四五六七八九十\d]{1,3}[)）]?[、.．]\s*|^[（(][一二三四五六七八九十\d]{1,3}[)）]/,
    '',
  )
