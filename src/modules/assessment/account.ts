import { fields } from '#catalogue'
import { organizationById } from '#organizations'
import { type CivilDate, dateAt } from '#platform/civil-date'
import type { Db } from '#platform/database'
import type {
  CellFilter,
  CoverageLine,
  HeatMap,
  HeatUnit,
  Share,
  StandingCell,
  StandingCounts,
} from './contract.ts'
import { spanOf } from './period.ts'
import { cellPage, coverageLines, type HeatRow, heatRows } from './store.ts'

export const noCounts: StandingCounts = { met: 0, due: 0, late: 0, blank: 0, notApplicable: 0 }

export const addCounts = (a: StandingCounts, b: StandingCounts): StandingCounts => ({
  met: a.met + b.met,
  due: a.due + b.due,
  late: a.late + b.late,
  blank: a.blank + b.blank,
  notApplicable: a.notApplicable + b.notApplicable,
})

export const noShare: Share = { part: 0, total: 0 }

export const addShares = (a: Share, b: Share): Share => ({
  part: a.part + b.part,
  total: a.total + b.total,
})

const pathOf = async (db: Db, organizationId: number): Promise<string> =>
  (await organizationById(db, organizationId)).path

const byField = (rows: readonly HeatRow[]): Record<string, StandingCounts> => {
  const cells: Record<string, StandingCounts> = {}
  for (const row of rows) cells[row.fieldCode] = addCounts(cells[row.fieldCode] ?? noCounts, row)
  return cells
}

/** Units × fields below an organization, folded from one grouped read. */
export const heatMapOf = async (
  db: Db,
  organizationId: number,
  today: CivilDate = dateAt(new Date()),
): Promise<HeatMap> => {
  const rows = await heatRows(db, await pathOf(db, organizationId))
  const units = [...Map.groupBy(rows, (row) => row.organizationId).values()].map(
    (own): HeatUnit => {
      const { organizationId, code, name, level, parentId } = own[0] as (typeof own)[number]
      const sum = (of: (row: (typeof own)[number]) => number) =>
        own.reduce((total, row) => total + of(row), 0)
      const counts = own.reduce<StandingCounts>(addCounts, noCounts)
      return {
        organizationId,
        code,
        name,
        level,
        parentId,
        documents: sum((row) => row.documents),
        counts,
        coverage: {
          part: sum((row) => row.covered),
          total: counts.met + counts.due + counts.late + counts.blank,
        },
        onTime: { part: sum((row) => row.within), total: sum((row) => row.timed) },
        cells: byField(own),
      }
    },
  )
  const used = new Set(rows.map((row) => row.fieldCode))
  return {
    asOf: today,
    units,
    fields: (await fields(db))
      .filter((field) => used.has(field.code))
      .map(({ code, name, slug }) => ({ code, name, slug })),
    total: units.map((unit) => unit.counts).reduce(addCounts, noCounts),
    coverage: units.map((unit) => unit.coverage).reduce(addShares, noShare),
    onTime: units.map((unit) => unit.onTime).reduce(addShares, noShare),
  }
}

/** The cells behind a figure. */
export const standingCells = async (
  db: Db,
  filter: CellFilter & { readonly after?: string | undefined; readonly limit: number },
): Promise<{ cells: StandingCell[]; next: string | null }> =>
  cellPage(db, filter, await pathOf(db, filter.organizationId))

const totalOf = (lines: readonly CoverageLine[]): CoverageLine => {
  const sum = (of: (line: CoverageLine) => number) =>
    lines.reduce((total, line) => total + of(line), 0)
  return {
    key: '',
    name: '',
    duties: sum((line) => line.duties),
    covered: sum((line) => line.covered),
    timed: sum((line) => line.timed),
    within: sum((line) => line.within),
    documents: sum((line) => line.documents),
  }
}

export const coverageOf = async (
  db: Db,
  input: {
    readonly organizationId: number
    readonly by: 'field' | 'level' | 'organization'
    readonly period?: string | undefined
  },
): Promise<{ lines: CoverageLine[]; total: CoverageLine }> => {
  const span = input.period ? spanOf(input.period) : null
  const lines = await coverageLines(db, await pathOf(db, input.organizationId), input.by, span)
  return { lines, total: totalOf(lines) }
}
