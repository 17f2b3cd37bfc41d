import type { Sheet } from '#catalogue'
import {
  type T2Row,
  type T4Column,
  type T4Group,
  t2Form,
  t2Rows,
  t4Columns,
  t4Groups,
} from '../contract/form.ts'
import { readFigure } from './figure.ts'
import { bare, squeezed, t2Headings, t2Labels, t4GroupOf, t4Headings } from './labels.ts'
import { coverAt, placeOf, type Reading, rowText, textAt } from './reading.ts'

const headingOf = (text: string): (typeof t2Headings)[number]['column'] | null => {
  const said = bare(text)
  return t2Headings.find(({ has }) => has.test(said))?.column ?? null
}

/** Headings stand in the line above a block: the nearest that names columns, or uses an older form's. */
const headingsAbove = (sheet: Sheet, row: number): number | null => {
  for (let at = row - 1; at >= 0; at--) {
    const cells = sheet.grid[at] ?? []
    if (cells.some((cell) => bare(cell?.text ?? '') === '信息内容')) return at
    if (cells.some((_, column) => headingOf(textAt(sheet, at, column)) !== null)) return at
  }
  return null
}

interface T2Line {
  readonly row: T2Row
  readonly at: number
  readonly label: number
}

const t2LinesOf = (sheet: Sheet): T2Line[] =>
  sheet.grid.flatMap((cells, at) => {
    const label = cells.findIndex((_, column) => textAt(sheet, at, column) !== '')
    const row = label < 0 ? undefined : t2Labels[bare(textAt(sheet, at, label))]
    return row ? [{ row, at, label }] : []
  })

/** The second part: four blocks, each with headings of its own. */
export const readDisclosedTable = (sheets: readonly Sheet[], reading: Reading): boolean => {
  let isFound = false
  for (const sheet of sheets) {
    const lines = t2LinesOf(sheet)
    // 行政处罚 alone also heads tables of penalties.
    if (lines.length < 2 && !(isFound && lines.length > 0)) continue
    isFound = true
    for (const line of lines) readT2Row(sheet, line, reading)
  }
  if (!isFound) return false
  for (const row of t2Rows) if (!reading.has('t2', row)) reading.miss('rowMissing', row)
  return true
}

const readT2Row = (sheet: Sheet, { row, at, label }: T2Line, reading: Reading): void => {
  const where = placeOf(sheet, at, label)
  if (!reading.begins('t2', row, where, textAt(sheet, at, label))) return
  const heads = headingsAbove(sheet, at)
  for (const column of t2Form[row]) {
    const cell = `t2/${row}/${column}`
    const place = sheet.grid[heads ?? -1]?.findIndex(
      (_, index) =>
        index > label && headingOf(heads === null ? '' : textAt(sheet, heads, index)) === column,
    )
    if (place === undefined || place < 0 || heads === null) {
      // One line for the row: its headings are another form's.
      reading.miss('unknownColumn', rowText(sheet, heads ?? at), where)
      return
    }
    // 单位：元 where the form asks for 万元.
    const unit = /元/.test(squeezed(textAt(sheet, heads, place)).replaceAll('万元', '')) ? '元' : ''
    const text =
      textAt(sheet, at, place) || (t2Form[row].length === 1 ? lone(sheet, at, label) : '')
    const said = readFigure(
      unit && /\d$/.test(squeezed(text)) ? `${text}${unit}` : text,
      column === 'amountWan' ? 'amount' : 'count',
    )
    reading.take(cell, text, placeOf(sheet, at, place), said)
  }
}

/** Where merges moved a figure from under its heading: the only one that stands in the row. */
const lone = (sheet: Sheet, at: number, label: number): string => {
  const texts = (sheet.grid[at] ?? []).flatMap((_, column) =>
    column > label && textAt(sheet, at, column) !== '' ? [textAt(sheet, at, column)] : [],
  )
  return texts.length === 1 ? (texts[0] ?? '') : ''
}

interface T4Place {
  readonly group: T4Group
  readonly column: T4Column
  readonly at: number
}

/** Which groups a line of headings has: all three in the form's order, else by what stands above it. */
const groupsOf = (
  sheet: Sheet,
  row: number,
  fives: readonly number[],
  open: readonly T4Group[],
): readonly T4Group[] => {
  if (fives.length === t4Groups.length) return t4Groups
  if (fives.length === 2) return ['direct', 'afterReconsideration']
  const at = fives[0] ?? 0
  const above = [
    ...Array.from({ length: row }, (_, up) => coverAt(sheet, row - 1 - up, at)),
    ...sheet.above.toReversed(),
  ]
  const named = above.map(t4GroupOf).find((group) => group !== null)
  return [named ?? open[0] ?? 'reconsideration']
}

/** The columns of a line of headings, five to a group; null where they are not five and five. */
const t4PlacesOf = (
  sheet: Sheet,
  row: number,
  open: readonly T4Group[],
): readonly T4Place[] | null => {
  const named = (sheet.grid[row] ?? []).flatMap((_, at) => {
    const text = bare(textAt(sheet, row, at))
    const column = t4Headings.find(({ has }) => has.test(text))?.column
    return column ? [{ at, column }] : []
  })
  if (!named.some(({ column }) => column === 'upheld')) return []
  const isForm = named.every(({ column }, index) => column === t4Columns[index % t4Columns.length])
  if (!isForm || named.length % t4Columns.length !== 0) return null
  const fives = named.filter(({ column }) => column === 'upheld').map(({ at }) => at)
  const groups = groupsOf(sheet, row, fives, open)
  return named.map(({ at, column }, index) => ({
    at,
    column,
    group: groups[Math.floor(index / t4Columns.length)] ?? 'afterReconsideration',
  }))
}

/** The fourth part: one line of fifteen figures, or a table for each group. */
export const readOutcomesTable = (sheets: readonly Sheet[], reading: Reading): boolean => {
  let isFound = false
  for (const sheet of sheets) {
    for (let head = 0; head < sheet.grid.length; head++) {
      const open = t4Groups.filter((group) => !reading.has('t4', group))
      const places = t4PlacesOf(sheet, head, open)
      if (places?.length === 0) continue
      isFound = true
      const at = head + 1
      if (!places || at >= sheet.grid.length) {
        reading.miss('unknownColumn', '结果维持', placeOf(sheet, head, 0))
        continue
      }
      const isNew = new Map(
        [...new Set(places.map(({ group }) => group))].map((group) => [
          group,
          reading.begins('t4', group, placeOf(sheet, at, 0), group),
        ]),
      )
      for (const { group, column, at: place } of places.filter((one) => isNew.get(one.group)))
        reading.take(`t4/${group}/${column}`, textAt(sheet, at, place), placeOf(sheet, at, place))
    }
  }
  if (!isFound) return false
  for (const group of t4Groups) if (!reading.has('t4', group)) reading.miss('rowMissing', group)
  return true
}
