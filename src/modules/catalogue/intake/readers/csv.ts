import { tidy } from '../cells/spelling.ts'
import { type CellBudget, GridBuilder, type Sheet } from '../grid.ts'
import { readHeader } from '../layout/header.ts'

const delimiters = [',', '\t', ';', '，', '|'] as const

/** A table in text form. The delimiter is the one under which the header can be recognised. */
export function readCsv(text: string, spend: CellBudget): Sheet[] {
  const opening = text.slice(0, 20_000)
  const best = delimiters.find((delimiter) => hasHeader(sheetOf(split(opening, delimiter), spend)))
  return [sheetOf(split(text, best ?? ','), spend)]
}

const hasHeader = (sheet: Sheet): boolean =>
  sheet.grid.slice(0, 40).some((_, row) => readHeader(sheet.grid, row) !== undefined)

function split(text: string, delimiter: string): string[][] {
  const rows: string[][] = []
  let row: string[] = []
  let field = ''
  let quoted = false
  const endField = () => {
    row.push(field)
    field = ''
  }
  const endRow = () => {
    endField()
    rows.push(row)
    row = []
  }
  for (let i = 0; i < text.length; i++) {
    const char = text[i] as string
    if (quoted) {
      if (char !== '"') field += char
      else if (text[i + 1] === '"') {
        field += '"'
        i++
      } else quoted = false
    } else if (char === '"' && field.trim() === '') {
      field = ''
      quoted = true
    } else if (char === delimiter) endField()
    else if (char === '\n') endRow()
    else if (char !== '\r') field += char
  }
  if (field !== '' || row.length > 0) endRow()
  return rows
}

function sheetOf(rows: readonly string[][], spend: CellBudget): Sheet {
  const builder = new GridBuilder(spend)
  rows.forEach((row, r) => {
    row.forEach((text, c) => {
      const shown = tidy(text)
      if (shown) builder.place(r, c, shown)
    })
  })
  return {
    name: '',
    above: [],
    grid: builder.grid(),
    width: builder.width,
    follows: false,
    hidden: false,
    hiddenRows: [],
    hiddenCols: [],
  }
}
