import type { useSay } from '../words.tsx'

/** What a figure is called: its row, then its column; the part for a text. */
export const cellName = (cell: string, say: ReturnType<typeof useSay>): string => {
  const [table = '', row = '', column = ''] = cell.split('/')
  if (table === 'parts') return say(`annualReport.part.${row}`)
  if (!/^t\d$/.test(table)) return ''
  return `${say(`annualReport.${table}.${row}`)} · ${say(`annualReport.${table}.${column}`)}`
}

/** Both sides of an equation as they are, or what stands there where a bound is passed. */
export const sidesOf = (one: {
  readonly equation: string
  readonly left: number | string | null
  readonly right: number | string | null
}): string =>
  one.equation.includes(' = ') ? `${one.left ?? '—'} ≠ ${one.right ?? '—'}` : `${one.left ?? '—'}`
