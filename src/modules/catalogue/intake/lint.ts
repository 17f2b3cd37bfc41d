import { squeezed } from './cells/spelling.ts'
import type { Draft } from './layout/rows.ts'
import type { ParsedRow } from './parsed.ts'
import type { Warnings } from './warnings.ts'

interface Read {
  readonly row: ParsedRow
  readonly draft: Draft
}

// 政府信息公开条例 art. 26: within twenty working days, unless a law or regulation sets another limit.
const longestWorkingDays = 20

const template = /(?:[XxＸ×]{2,}|某某|[○〇]{2,})(?:省|自治区|市|县|区|旗|镇|乡|街道|村|局|部门)/

/** What a careful reader would ask about in the records of a file. */
export function lintRecords(read: readonly Read[], warnings: Warnings): void {
  for (const { row, draft } of read) {
    const place = { sheet: draft.sheet, row: draft.row + 1 }
    const rule = row.timeRule
    if (rule.kind === 'unknown' && row.time_limit !== '')
      warnings.add('timeNotUnderstood', { text: row.time_limit }, place, row.time_limit)
    if (row.mode === '主动' && rule.trigger === 'request_received')
      warnings.add('proactiveOnRequest', { text: row.time_limit }, place)
    if (
      rule.kind === 'within' &&
      rule.unit === 'working' &&
      (rule.days ?? 0) > longestWorkingDays &&
      !rule.exceptLaw
    )
      warnings.add('longerThanLaw', { days: rule.days ?? 0, most: longestWorkingDays }, place)
    const left = [
      row.content,
      row.basis,
      row.subject,
      row.matter_l1,
      row.matter_l2,
      ...row.channels,
    ]
      .map((text) => template.exec(text)?.[0])
      .find((found) => found !== undefined)
    if (left) warnings.add('templateText', { text: left }, place)
    if (row.field === null) warnings.add('fieldUnknown', {}, place, 'field')
  }
  lintDragFill(read, warnings)
}

// Two rows that differ by one may be meant; three in a row are the spreadsheet's fill handle.
const shortestRun = 3

/** Runs of limits whose number grows by one from row to row. */
function lintDragFill(read: readonly Read[], warnings: Warnings): void {
  for (let from = 0; from < read.length; ) {
    let to = from + 1
    while (to < read.length && growsByOne(read[to - 1] as Read, read[to] as Read)) to++
    const [first, last] = [read[from] as Read, read[to - 1] as Read]
    if (to - from >= shortestRun)
      warnings.add(
        'dragFill',
        { from: first.row.time_limit, to: last.row.time_limit, rows: to - from },
        { sheet: first.draft.sheet, row: first.draft.row + 1 },
      )
    from = to
  }
}

function growsByOne(a: Read, b: Read): boolean {
  if (a.draft.table !== b.draft.table) return false
  const [before, after] = [numbersOf(a.row.time_limit), numbersOf(b.row.time_limit)]
  if (before.frame !== after.frame || before.numbers.length !== after.numbers.length) return false
  const steps = before.numbers.map((number, i) => (after.numbers[i] ?? 0) - number)
  return steps.filter((step) => step !== 0).length === 1 && steps.includes(1)
}

const numbersOf = (text: string): { frame: string; numbers: number[] } => ({
  frame: squeezed(text).replace(/\d+/g, '#'),
  numbers: (text.match(/\d+/g) ?? []).map(Number),
})
