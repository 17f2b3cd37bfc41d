import { docxOf, fileOldReport, publicReport, readOldReport } from '#annual-report'
import {
  type AnnualReport,
  fileOldReport as filing,
  type T3Row,
  t3Columns,
  t3Rows,
} from '#annual-report/contract'
import type { Actor } from '#platform/act'
import { dateAt } from '#platform/civil-date'
import type { House } from '../../../house.ts'

type Row = AnnualReport['t3']['r1']

const numbers = (row: Row): number[] => t3Columns.map((column) => Number(row[column]))
const rowOf = (cells: readonly number[]): Row =>
  Object.fromEntries(t3Columns.map((column, at) => [column, cells[at] ?? 0])) as Row

/** The year before, such that this year goes on from it: what was carried on, in force, pending. */
const yearBefore = (report: AnnualReport): AnnualReport => {
  const { t2, t3, t4 } = report
  const carried = numbers(t3.r2)
  const zero = t3Columns.map(() => 0)
  const granted = t3Columns.map((_, at) => [9, 1, 0, 0, 1, 0, 11][at] ?? 0)
  const rows: Partial<Record<T3Row, readonly number[]>> = {
    r1: carried.map((rest, at) => rest + (granted[at] ?? 0)),
    'r3.1': granted,
    'r3.7': granted,
    r4: carried,
  }
  const { issued, repealed, inForce } = t2.normative
  const former = Number(inForce) - Number(issued) + Number(repealed)
  return {
    ...report,
    year: report.year - 1,
    publishedOn: `${report.year}-03-19`,
    parts: report.parts.map((part) => ({
      ...part,
      text:
        part.number === 1
          ? `${report.year - 1}年，全县收到政府信息公开申请${rows.r1?.at(-1)}件，均依法答复或者结转。`
          : part.number === 5
            ? '一是部分单位公开目录调整不及时；二是基层查阅点布局不均。已列入下一年工作要点。'
            : part.number === 6
              ? `${report.year - 1}年，未收取依申请公开信息处理费。`
              : part.text,
    })),
    t2: { ...t2, normative: { issued: 0, repealed: 0, inForce: Math.max(0, former) } },
    t3: Object.fromEntries(
      t3Rows.map((row) => [row, rowOf(rows[row] ?? zero)]),
    ) as AnnualReport['t3'],
    t4: Object.fromEntries(
      Object.entries(t4).map(([group, cells]) => [
        group,
        Object.fromEntries(Object.keys(cells).map((column) => [column, 0])),
      ]),
    ) as AnnualReport['t4'],
    notes: [],
  }
}

/** The county's report of the year before, read out of the Word file in which it was published. */
export const fileYearBefore = async (
  house: House,
  keeper: Actor,
  organ: { readonly organizationId: number; readonly organizationCode: string },
  year: number,
  now: Date,
): Promise<void> => {
  const known = await publicReport(house.db, organ.organizationCode, year)
  if (!known) return
  const before = yearBefore(known.report)
  const name = `${before.organization.name}${before.year}年政府信息公开工作年度报告.docx`
  const { organizationId } = organ
  const read = await readOldReport(house.db, keeper, dateAt(now), {
    organizationId,
    year: before.year,
    file: { name, bytes: docxOf(before) },
  })
  const { tables, overview, problems, other, source } = read
  const input = filing.input.parse({
    ...{ organizationId, tables, overview, problems, other, source },
    year: before.year,
    publishedOn: before.publishedOn,
    apply: true,
  })
  await house.perform(keeper, (act) => fileOldReport(act, input), now)
}
