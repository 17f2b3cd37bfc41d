import { sql } from 'kysely'
import type { z } from 'zod'
import type { Act } from '#platform/act'
import { yearOf } from '#platform/civil-date'
import { issue } from '#platform/refusal'
import { brokenPoints, brokenRules } from '../check/check-report.ts'
import type * as contract from '../contract/doors.ts'
import type { AnnualReport } from '../contract/report.ts'
import { examine, wantsNote } from '../examining.ts'
import {
  reportChecked,
  reportOpened,
  reportPublished,
  reportReopened,
  reportSigned,
} from '../facts.ts'
import { mayPublish, maySign, mayWrite } from '../policy.ts'
import { type ReportView, reportFor } from '../queries/view.ts'
import { refuse } from '../refusals.ts'
import { reportJson } from '../report-json.ts'
import { hashOf } from '../rolling-up.ts'
import { take } from '../states.ts'
import {
  copyEntries,
  insertReport,
  lockReport,
  notesOf,
  type Report,
  reportsWhere,
  saveReport,
} from '../store/reports.ts'
import { draftToWrite, factOf } from './acting.ts'

type Step = z.output<typeof contract.signReport.input>

/** All that stands in the way, at once: broken equations, then what still wants a word. */
const mustBeReady = async (act: Act, report: Report, notesToo: boolean) => {
  const examined = await examine(act.tx, report)
  const issues = [
    ...brokenPoints(brokenRules(examined.checked)),
    ...(notesToo
      ? wantsNote(examined).map(({ rule, cell }) =>
          issue('report', 'reportNoteWanted', { id: rule, cell }),
        )
      : []),
  ]
  if (issues.length > 0) throw refuse('notSound', { issues })
  return examined
}

/** Closes the figures: every equation holds, everything odd has its word, and nothing moves any more. */
export async function checkFigures(act: Act, input: Step): Promise<ReportView> {
  const report = await draftToWrite(act, input)
  // Until 31 December the year can still bring cases.
  if (report.year >= yearOf(act.today)) throw refuse('notOver', { year: report.year })
  const examined = await mustBeReady(act, report, true)
  await saveReport(
    act.tx,
    report.id,
    {
      state: take('check', report.state),
      tables: examined.tables,
      children:
        examined.rolled?.children.map(({ organizationId, reportId, hash }) => ({
          organizationId,
          reportId,
          hash,
        })) ?? null,
      checked_at: act.at,
      checked_by: act.by.id,
    },
    act.by.id,
  )
  await act.announce(reportChecked, factOf(report))
  return reportFor(act.tx, act.by, report.id)
}

/** Signs a checked report. Whoever wrote in it cannot sign it: four eyes see more than two. */
export async function signReport(act: Act, input: Step): Promise<ReportView> {
  const report = await lockReport(act.tx, input.id, input.version)
  if (!maySign(act.by, report.organizationPath)) throw refuse('notYours')
  const state = take('sign', report.state)
  if (act.by.id !== null && report.writtenBy.includes(act.by.id)) throw refuse('ownHand')
  await saveReport(act.tx, report.id, { state, signed_at: act.at, signed_by: act.by.id })
  await act.announce(reportSigned, factOf(report))
  return reportFor(act.tx, act.by, report.id)
}

/** Puts a signed report before the public, word for word and with its hash. */
export async function publishReport(act: Act, input: Step): Promise<ReportView> {
  const report = await lockReport(act.tx, input.id, input.version)
  if (!mayPublish(act.by, report.organizationPath)) throw refuse('notYours')
  const state = take('publish', report.state)
  if (!report.tables) throw refuse('notChecked')
  const published: AnnualReport = reportJson(
    report,
    report.tables,
    await notesOf(act.tx, report.id),
    act.today,
  )
  for (const former of await reportsWhere(
    act.tx,
    sql`t.organization_id = ${report.organizationId} and t.year = ${report.year}
      and t.state = 'published'`,
  ))
    await saveReport(act.tx, former.id, { state: 'superseded' })
  const hash = hashOf(published)
  await saveReport(act.tx, report.id, {
    state,
    published,
    hash,
    published_on: act.today,
    published_at: act.at,
    published_by: act.by.id,
  })
  await act.announce(reportPublished, { ...factOf(report), hash })
  return reportFor(act.tx, act.by, report.id)
}

/** Sends a checked or signed report back; its figures are counted again. */
export async function reopenReport(
  act: Act,
  input: z.output<typeof contract.reopenReport.input>,
): Promise<ReportView> {
  const report = await lockReport(act.tx, input.id, input.version)
  const { organizationPath: path } = report
  if (!mayWrite(act.by, path) && !maySign(act.by, path)) throw refuse('notYours')
  await saveReport(act.tx, report.id, {
    state: take('reopen', report.state),
    tables: null,
    children: null,
    reason: input.reason,
    checked_at: null,
    checked_by: null,
    signed_at: null,
    signed_by: null,
  })
  await act.announce(reportReopened, { ...factOf(report), reason: input.reason })
  return reportFor(act.tx, act.by, report.id)
}

/** Begins a correction: a version of its own, with the texts, entries and notes of the one before. */
export async function correctReport(
  act: Act,
  input: z.output<typeof contract.correctReport.input>,
): Promise<{ id: number }> {
  const report = await lockReport(act.tx, input.id, input.version)
  if (!mayWrite(act.by, report.organizationPath)) throw refuse('notYours')
  take('correct', report.state)
  // It was never counted here: a correction is read from a file again.
  if (report.origin === 'imported') throw refuse('fileAgain')
  const id = await insertReport(act.tx, {
    ...report,
    ordinal: report.ordinal + 1,
    reason: input.reason,
    origin: 'written',
    by: act.by.id,
    at: act.at,
  })
  await copyEntries(act.tx, report.id, id)
  await act.announce(reportOpened, factOf({ ...report, id }))
  return { id }
}
