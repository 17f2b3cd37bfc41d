export interface Row {
  readonly target: string
  readonly what: string
  readonly measured: string
  readonly wanted: string
  /** True met, false short, null measured without a target of its own. */
  readonly met: boolean | null
  readonly note?: string
}

const rows: Row[] = []

export const round = (value: number, digits = 2): number => Number(value.toFixed(digits))

/** Prints a row as soon as it is measured, and keeps it for the table at the end. */
export const report = (row: Row): void => {
  rows.push(row)
  const verdict = row.met === null ? '' : row.met ? 'met' : 'SHORT'
  console.log(
    `${row.target.padEnd(4)} ${row.what}: ${row.measured} (target ${row.wanted}) ${verdict}`,
  )
  if (row.note) console.log(`     ${row.note}`)
}

export const percentile = (values: readonly number[], share: number): number => {
  const sorted = [...values].sort((a, b) => a - b)
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0
}

/** The whole run as a Markdown table, for docs/reference/bench.md. */
export const asMarkdown = (): string =>
  [
    '| Row | What | Measured | Target | |',
    '|---|---|---|---|---|',
    ...rows.map(
      (row) =>
        `| ${row.target} | ${row.what} | ${row.measured}${row.note ? `<br>${row.note}` : ''} | ${row.wanted} | ${
          row.met === null ? '' : row.met ? 'met' : '**short**'
        } |`,
    ),
  ].join('\n')
