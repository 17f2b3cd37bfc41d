import type { Sheet } from '#catalogue'
import { plain, readCell, squeezed } from './cell.ts'
import { refuse } from './refusals.ts'
import { type Cells, isNumeric, type Schema, type TableColumn } from './schema.ts'

/** What became of a heading of a file. */
export interface MatchedHeading {
  readonly heading: string
  /** Column key; `never` for what nobody may publish; null for what the table does not ask for. */
  readonly to: string | 'never' | null
  /** Money of another unit is multiplied by this: 万元 in a column of 元 by 10,000. */
  readonly factor: number
}

export interface ReadTable {
  readonly sheet: string
  readonly headings: readonly MatchedHeading[]
  /** Required columns that the file has not. */
  readonly missing: readonly string[]
  /** As read, names not masked yet: never stored, never sent, masked before they leave the thread. */
  readonly rows: readonly Cells[]
  /** The row of totals of the file, by column. */
  readonly stated: Cells
  /** Sub-totals and notes, left out. */
  readonly leftOut: number
}

// Titles, units and dates stand above the heading; the longest official form has nine such lines.
const headerWithin = 20
// 合计 under 三公经费 and the like: a heading of two lines, at most three.
const headerDepth = 3

const units: Readonly<Record<string, number>> = {
  元: 1,
  千元: 1e3,
  万元: 1e4,
  百万元: 1e6,
  亿元: 1e8,
}
const unitPattern = /(亿元|百万元|万元|千元|元)/

/** How headings are compared: no space, no bracket with its content, no punctuation. */
const heading = (text: string): string =>
  squeezed(text)
    .replace(/[(（[【][^)）\]】]*[)）\]】]/g, '')
    .replace(/[“”"'、，,:：*.。·]/g, '')

interface Target {
  readonly to: string
  readonly column: TableColumn | null
}

const targetsOf = (schema: Schema): ReadonlyMap<string, Target> => {
  const targets = new Map<string, Target>()
  const put = (words: string, target: Target) => {
    for (const form of [heading(words), squeezed(words)])
      if (form && !targets.has(form)) targets.set(form, target)
  }
  for (const column of schema.columns) put(column.name.zh, { to: column.key, column })
  for (const one of schema.never)
    for (const words of [one.name.zh, ...one.synonyms]) put(words, { to: 'never', column: null })
  for (const column of schema.columns)
    for (const words of [...column.synonyms, column.name.en, column.key])
      put(words, { to: column.key, column })
  return targets
}

interface Header {
  readonly row: number
  readonly depth: number
  readonly matches: readonly (Target & { readonly at: number; readonly heading: string })[]
  readonly others: readonly { readonly at: number; readonly heading: string }[]
}

/** Texts of one column of a heading of several lines, each once, lowest first, then all of them. */
const headingTexts = (sheet: Sheet, row: number, depth: number, at: number): string[] => {
  const cells = Array.from({ length: depth }, (_, down) => sheet.grid[row + down]?.[at])
  const texts = [...new Set(cells)].map((cell) => cell?.text ?? '').filter(Boolean)
  return texts.length > 1 ? [texts.at(-1) ?? '', texts.join(''), texts[0] ?? ''] : texts
}

const headerAt = (
  sheet: Sheet,
  targets: ReadonlyMap<string, Target>,
  row: number,
  depth: number,
): Header => {
  const matches: (Target & { at: number; heading: string })[] = []
  const others: { at: number; heading: string }[] = []
  for (let at = 0; at < sheet.width; at++) {
    const texts = headingTexts(sheet, row, depth, at)
    if (texts.length === 0) continue
    const found = texts
      .map((text) => targets.get(squeezed(text)) ?? targets.get(heading(text)))
      .find((target) => target !== undefined)
    const isTaken = found && found.to !== 'never' && matches.some((match) => match.to === found.to)
    if (found && !isTaken)
      matches.push({ ...found, at, heading: texts.join('') && (texts[0] ?? '') })
    else others.push({ at, heading: texts[0] ?? '' })
  }
  return { row, depth, matches, others }
}

/** The line or lines under which most columns are recognised; a single line where both do. */
const findHeader = (sheet: Sheet, targets: ReadonlyMap<string, Target>): Header | null => {
  let best: Header | null = null
  for (let row = 0; row < Math.min(headerWithin, sheet.grid.length); row++)
    for (let depth = 1; depth <= headerDepth; depth++) {
      const found = headerAt(sheet, targets, row, depth)
      // Lower lines of a heading merge with none of the rows: those are the first rows of the table.
      const reaches =
        depth === 1 ||
        sheet.grid[row + depth - 1]?.some((cell) => cell && cell.row < row + depth - 1)
      if (reaches && found.matches.length > (best?.matches.length ?? 0)) best = found
    }
  return best
}

const unitOf = (text: string): string | undefined =>
  unitPattern.exec(/[(（[][^)）\]]*[)）\]]/.exec(plain(text))?.[0] ?? '')?.[1]

/** 单位：万元 above the table. */
const unitAbove = (sheet: Sheet, row: number): string | undefined => {
  for (const cells of sheet.grid.slice(0, row))
    for (const cell of cells) {
      const found = /单位[:：](.*)/.exec(squeezed(cell?.text ?? ''))?.[1]
      const unit = found && unitPattern.exec(found)?.[1]
      if (unit) return unit
    }
  return undefined
}

const totalWords = /^((本年|本级)?(一般公共预算)?(收入|支出)?(合计|总计)|共计|总数)$/
const subtotalWords = /小计$/
const noteWords = /^(注|备注|说明|填表说明|填报|制表|审核人?|单位负责人)[:：]?/

/** Reads the one table of a file that fits the schema best. */
export const readTable = (schema: Schema, sheets: readonly Sheet[]): ReadTable => {
  const targets = targetsOf(schema)
  const found = sheets
    .filter((sheet) => !sheet.hidden)
    .map((sheet) => ({ sheet, header: findHeader(sheet, targets) }))
    .sort(
      (one, other) => (other.header?.matches.length ?? 0) - (one.header?.matches.length ?? 0),
    )[0]
  const header = found?.header
  const known = header?.matches.filter((match) => match.to !== 'never') ?? []
  if (!found || !header || known.length < 2)
    throw refuse('noColumns', { columns: schema.columns.map(({ name }) => name.zh).join('、') })
  return { sheet: found.sheet.name, ...rowsUnder(schema, found.sheet, header) }
}

const rowsUnder = (schema: Schema, sheet: Sheet, header: Header): Omit<ReadTable, 'sheet'> => {
  const above = unitAbove(sheet, header.row)
  const factorOf = (column: TableColumn | null, text: string): number => {
    if (column?.type !== 'money' || !column.unit) return 1
    const given = unitOf(text) ?? above
    return given ? (units[given] ?? 1) / (units[column.unit] ?? 1) : 1
  }
  const takes = header.matches.flatMap((match) =>
    match.column
      ? [{ ...match, column: match.column, factor: factorOf(match.column, match.heading) }]
      : [],
  )
  const rows: Cells[] = []
  let stated: Cells = {}
  let leftOut = 0
  for (let at = header.row + header.depth; at < sheet.grid.length; at++) {
    const line = sheet.grid[at] ?? []
    const filled = new Set(line.filter((cell) => cell && cell.text.trim() !== ''))
    if (filled.size === 0) continue
    const opening = squeezed([...filled][0]?.text ?? '')
    const cells = cellsOf(line, takes)
    const words = [
      opening,
      ...takes
        .filter(({ column }) => !isNumeric(column))
        .map(({ at: place }) => squeezed(line[place]?.text ?? '')),
    ]
    if (words.some((word) => totalWords.test(word))) {
      // A budget has several such lines; the last one that states a sum is the whole table's.
      stated = { ...stated, ...onlyNumbers(cells, takes) }
      leftOut++
    } else if (
      words.some((word) => subtotalWords.test(word)) ||
      (filled.size <= 2 && noteWords.test(opening))
    )
      leftOut++
    else if (Object.keys(cells).length > 0) rows.push(cells)
  }
  return {
    rows,
    stated,
    leftOut,
    headings: headingsOf(header, takes),
    missing: schema.columns
      .filter((column) => column.required && !takes.some((take) => take.to === column.key))
      .map((column) => column.key),
  }
}

interface Take {
  readonly at: number
  readonly to: string
  readonly column: TableColumn
  readonly factor: number
}

const headingsOf = (header: Header, takes: readonly Take[]): MatchedHeading[] =>
  [
    ...header.matches.map((match) => ({
      at: match.at,
      heading: match.heading,
      to: match.to as string | null,
      factor: takes.find((take) => take.at === match.at)?.factor ?? 1,
    })),
    ...header.others
      .filter((other) => !/^序号|^编号$/.test(heading(other.heading)))
      .map((other) => ({ ...other, to: null, factor: 1 })),
  ]
    .sort((one, other) => one.at - other.at)
    .map(({ at: _, ...one }) => one)

const cellsOf = (line: Sheet['grid'][number], takes: readonly Take[]): Cells =>
  Object.fromEntries(
    takes.flatMap(({ at, column, factor }) => {
      const read = readCell(line[at]?.text ?? '', column)
      if (read.value === '') return []
      const isScaled = factor !== 1 && !('wrong' in read)
      const value = isScaled ? String(Number((Number(read.value) * factor).toFixed(6))) : read.value
      return [[column.key, value]]
    }),
  )

const onlyNumbers = (cells: Cells, takes: readonly Take[]): Cells =>
  Object.fromEntries(
    takes.flatMap(({ column }) => {
      const text = cells[column.key]
      return isNumeric(column) && column.type !== 'percent' && text && Number.isFinite(Number(text))
        ? [[column.key, text]]
        : []
    }),
  )
