import { createHash } from 'node:crypto'
import { sql } from 'kysely'
import type { CivilDate } from '#platform/civil-date'
import type { Db } from '#platform/database'
import { checkBalance } from './check/balance.ts'
import { type Unit, unitsBelow } from './children.ts'
import { figuresOf, sumOf, type Tables } from './figures.ts'
import { reportJson } from './report-json.ts'
import { type Report, reportsWhere, type SummedChild } from './store/reports.ts'

export const hashOf = (value: unknown): string =>
  createHash('sha256').update(JSON.stringify(value)).digest('hex')

/** A unit whose report was summed; `correctedSince` where another version stands now. */
export interface SummedUnit extends SummedChild, Unit {
  readonly firstPublishedOn: CivilDate | null
  readonly correctedSince: boolean
}

/**
 * A unit whose report was not summed, and why: none, not signed yet, out of balance, or ready only after
 * the sum was closed.
 */
export interface MissingUnit extends Unit {
  readonly why: 'none' | 'notSigned' | 'unbalanced' | 'arrived'
  readonly reportId: number | null
}

export interface RollUp {
  readonly figures: ReadonlyMap<string, number>
  readonly children: readonly SummedUnit[]
  readonly missing: readonly MissingUnit[]
}

const isReady = (report: Report): report is Report & { readonly tables: Tables } =>
  (report.state === 'signed' || report.state === 'published') && report.tables !== null

/** Adds up the signed reports of the units below; each has to balance by itself first. */
export const rollUp = async (db: Db, organizationId: number, year: number): Promise<RollUp> => {
  const units = await unitsBelow(db, organizationId, year)
  const reports = await reportsWhere(
    db,
    sql`t.organization_id = any(${units.map(({ id }) => id)}::bigint[]) and t.year = ${year}
      and t.state <> 'superseded'`,
  )
  const byUnit = Map.groupBy(reports, (report) => report.organizationId)
  const judged = units.map((unit) => {
    // While a correction is under way the version that is public still counts.
    const own = byUnit.get(unit.id) ?? []
    const ready = own.find(isReady)
    if (!ready)
      return { unit, why: own.length > 0 ? ('notSigned' as const) : ('none' as const), own, ready }
    const broken = checkBalance(reportJson(ready, ready.tables, [])).some(
      ({ level }) => level === 'ERROR',
    )
    return { unit, why: broken ? ('unbalanced' as const) : null, own, ready }
  })
  const summed = judged.flatMap(({ unit, why, ready }) =>
    why === null && ready ? [{ unit, report: ready }] : [],
  )
  return {
    figures: sumOf(summed.map(({ report }) => figuresOf(report.tables))),
    children: summed.map(({ unit, report }) => ({
      ...unit,
      organizationId: unit.id,
      reportId: report.id,
      // Of the figures alone: publishing what was signed changes nothing of the sum.
      hash: hashOf(report.tables),
      firstPublishedOn: report.firstPublishedOn,
      correctedSince: false,
    })),
    missing: judged.flatMap(({ unit, why, own }) =>
      why === null ? [] : [{ ...unit, why, reportId: own[0]?.id ?? null }],
    ),
  }
}

/**
 * A sum that is closed: the units as they were summed, which of them stand corrected since, and which
 * were not there then. What came later waits for a correction of the sum.
 */
export const asClosed = (now: RollUp, summed: readonly SummedChild[]): RollUp => {
  const then = new Map(summed.map((child) => [child.organizationId, child]))
  const arrived = now.children.filter(({ organizationId }) => !then.has(organizationId))
  const gone = now.missing.filter(({ id }) => then.has(id))
  return {
    figures: now.figures,
    children: [...now.children, ...gone].flatMap((unit) => {
      const child = then.get(unit.id)
      if (!child) return []
      const isSame = 'hash' in unit && unit.hash === child.hash
      return [
        {
          ...child,
          id: unit.id,
          code: unit.code,
          name: unit.name,
          publisher: unit.publisher,
          firstPublishedOn: 'firstPublishedOn' in unit ? unit.firstPublishedOn : null,
          correctedSince: !isSame,
        },
      ]
    }),
    missing: [
      ...now.missing.filter(({ id }) => !then.has(id)),
      ...arrived.map(({ id, code, name, publisher, reportId }) => ({
        ...{ id, code, name, publisher, reportId },
        why: 'arrived' as const,
      })),
    ],
  }
}
