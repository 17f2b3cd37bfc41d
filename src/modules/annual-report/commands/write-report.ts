import type { z } from 'zod'
import type { Act } from '#platform/act'
import type * as contract from '../contract/doors.ts'
import { fill } from '../examining.ts'
import { reportChanged } from '../facts.ts'
import { cellOf, figureCells } from '../figures.ts'
import { type ReportView, reportFor } from '../queries/view.ts'
import { refuse } from '../refusals.ts'
import { putEntry, putNote, saveReport } from '../store/reports.ts'
import { draftToWrite, factOf } from './acting.ts'

const who = (act: Act) => ({ at: act.at, by: act.by.id })

/** Writes the told parts of a draft. */
export async function saveTexts(
  act: Act,
  input: z.output<typeof contract.saveTexts.input>,
): Promise<ReportView> {
  const report = await draftToWrite(act, input)
  const { overview, problems, other } = input
  await saveReport(act.tx, report.id, { overview, problems, other }, act.by.id)
  await act.announce(reportChanged, { ...factOf(report), what: 'texts' })
  return reportFor(act.tx, act.by, report.id)
}

/**
 * Puts a figure to what is counted: the whole figure where nothing is counted (permits, coercion,
 * charges), a correction elsewhere. Totals are never entered, and no figure falls below zero.
 */
export async function enterFigure(
  act: Act,
  input: z.output<typeof contract.enterFigure.input>,
): Promise<ReportView> {
  const report = await draftToWrite(act, input)
  if (!figureCells.includes(input.cell)) throw refuse('noSuchCell', { cell: input.cell })
  const isAmount = input.cell === 't2/charges/amountWan'
  if (!isAmount && !Number.isInteger(input.amount)) throw refuse('belowZero', { cell: input.cell })
  if (input.amount !== 0 && input.reason === '') throw refuse('reasonFirst')
  await putEntry(act.tx, report.id, input, who(act))
  const { tables } = await fill(act.tx, report)
  if (cellOf(tables, input.cell) < 0) throw refuse('belowZero', { cell: input.cell })
  await saveReport(act.tx, report.id, {}, act.by.id)
  await act.announce(reportChanged, { ...factOf(report), what: input.cell })
  return reportFor(act.tx, act.by, report.id)
}

/** Says why a warning, a jump or a missing unit is as it is. */
export async function noteFinding(
  act: Act,
  input: z.output<typeof contract.noteFinding.input>,
): Promise<ReportView> {
  const report = await draftToWrite(act, input)
  await putNote(act.tx, report.id, input, who(act))
  await saveReport(act.tx, report.id, {}, act.by.id)
  await act.announce(reportChanged, { ...factOf(report), what: `${input.rule} ${input.cell}` })
  return reportFor(act.tx, act.by, report.id)
}
