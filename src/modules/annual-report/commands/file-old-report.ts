import type { z } from 'zod'
import type { Act } from '#platform/act'
import { brokenPoints, brokenRules } from '../check/check-report.ts'
import type { fileOldReport as contract } from '../contract/filing.ts'
import type { AnnualReport, T2, T3, T4 } from '../contract/report.ts'
import { reportFiled } from '../facts.ts'
import { checkOldReport, type Filer, filerOf, oldReportData } from '../filing/old-report.ts'
import { refuse } from '../refusals.ts'
import { hashOf } from '../rolling-up.ts'
import { insertReport, putNote, saveReport } from '../store/reports.ts'
import { factOf } from './acting.ts'

type Input = z.output<typeof contract.input>
type Answer = z.output<typeof contract.output>

/** Cells in which no figure stands yet: `t3/r1/c1`. */
const openCells = (tables: Input['tables']): string[] =>
  Object.entries(tables).flatMap(([table, rows]) =>
    Object.entries(rows as Record<string, Record<string, number | null>>).flatMap(
      ([row, columns]) =>
        Object.entries(columns).flatMap(([column, value]) =>
          value === null ? [`${table}/${row}/${column}`] : [],
        ),
    ),
  )

/**
 * Checks an earlier report as somebody has read or corrected it; with `apply` files it as published
 * then. What was published out of balance is filed as it was, with the reason: history is not mended.
 */
export async function fileOldReport(act: Act, input: Input): Promise<Answer> {
  const filer = await filerOf(act.tx, act.by, act.today, input)
  const tables = input.tables as unknown as { t2: T2; t3: T3; t4: T4 }
  const report = oldReportData(filer, input.year, { ...input, tables })
  const { findings, notChecked } = await checkOldReport(act.tx, filer, report)
  const broken = brokenRules({ findings })
  const open = openCells(input.tables)
  const wantsReason = broken.length > 0 || filer.former !== null
  const answer = {
    findings: findings.map((one) => ({ ...one, cells: [...one.cells] })),
    notChecked: [...notChecked],
    open,
    wantsReason,
  }
  if (!input.apply) return { ...answer, id: null }

  if (open.length > 0)
    throw refuse('openCells', { cells: open.slice(0, 5).join('、'), count: open.length })
  const { publishedOn } = input
  if (!publishedOn || publishedOn > act.today || publishedOn <= `${input.year}-12-31`)
    throw refuse('publishedWhen', { year: input.year })
  if (wantsReason && input.reason === '')
    throw refuse('filedReason', { issues: brokenPoints(broken) })
  const notes = broken.map(({ id, cell }) => ({ id, cell, note: input.reason }))
  return { ...answer, id: await keep(act, filer, input, { ...report, notes }) }
}

/** Stands where a published report stands, in place of the one filed before. */
const keep = async (
  act: Act,
  filer: Filer,
  input: Input,
  published: AnnualReport,
): Promise<number> => {
  const { former } = filer
  if (former) await saveReport(act.tx, former.id, { state: 'superseded' })
  const id = await insertReport(act.tx, {
    organizationId: filer.id,
    year: input.year,
    ordinal: (former?.ordinal ?? 0) + 1,
    publisher: filer.publisher,
    reason: input.reason,
    origin: 'imported',
    overview: input.overview,
    problems: input.problems,
    other: input.other,
    source: input.source,
    by: act.by.id,
    at: act.at,
  })
  for (const { id: rule, cell, note } of published.notes)
    await putNote(act.tx, id, { rule, cell, note }, { at: act.at, by: act.by.id })
  const hash = hashOf(published)
  await saveReport(
    act.tx,
    id,
    {
      state: 'published',
      tables: { t2: published.t2, t3: published.t3, t4: published.t4 },
      published,
      hash,
      published_on: input.publishedOn,
      published_at: act.at,
      published_by: act.by.id,
    },
    act.by.id,
  )
  const { sha256 } = input.source
  const filed = factOf({ id, organizationId: filer.id, year: input.year })
  await act.announce(reportFiled, { ...filed, hash, sha256 })
  return id
}
