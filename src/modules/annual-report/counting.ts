import type { Db } from '#platform/database'
import { annualCounts, annualFees, annualOutcomes } from '#requests'
import type { RequesterKind } from '#requests/contract'
import type { T3Column } from './contract/form.ts'
import { normativeCounts, penaltyRows } from './store/counts.ts'

/** Requesters' classes are the columns of the third table. */
export const columnOfKind = {
  naturalPerson: 'c1',
  enterprise: 'c2',
  research: 'c3',
  welfare: 'c4',
  legalService: 'c5',
  other: 'c6',
} as const satisfies Record<RequesterKind, T3Column>

/** What the system knows of one organ's year. */
export interface Counted {
  readonly figures: ReadonlyMap<string, number>
  readonly feesYuan: number
  /** Cases done with whose result nobody entered: they break the balance until someone does. */
  readonly withoutResult: number
}

const nothing = (): { figures: Map<string, number>; feesYuan: number; withoutResult: number } => ({
  figures: new Map(),
  feesYuan: 0,
  withoutResult: 0,
})

/** Counts a year for some organs at once: cases, dockets, documents, tables, fees; five reads in all. */
export const countYear = async (
  db: Db,
  organizationIds: readonly number[],
  year: number,
): Promise<ReadonlyMap<number, Counted>> => {
  const [cases, outcomes, documents, penalties, fees] = await Promise.all([
    annualCounts(db, organizationIds, year),
    annualOutcomes(db, organizationIds, year),
    normativeCounts(db, organizationIds, year),
    penaltyRows(db, organizationIds, year),
    annualFees(db, organizationIds, year),
  ])
  const counted = new Map(organizationIds.map((id) => [id, nothing()]))
  const of = (id: number) => counted.get(id) ?? nothing()
  const add = (id: number, cell: string, by: number) => {
    const { figures } = of(id)
    figures.set(cell, (figures.get(cell) ?? 0) + by)
  }
  for (const { organizationId, kind, from, row, count } of cases) {
    const column = columnOfKind[kind as RequesterKind]
    add(organizationId, `t3/${from}/${column}`, count)
    if (row === 'unknown') of(organizationId).withoutResult += count
    else add(organizationId, `t3/${row}/${column}`, count)
  }
  for (const { organizationId, group, outcome, count } of outcomes)
    add(organizationId, `t4/${group}/${outcome}`, count)
  for (const { organizationId, ...columns } of documents)
    for (const [column, count] of Object.entries(columns))
      add(organizationId, `t2/normative/${column}`, count)
  for (const { organizationId, count } of penalties)
    add(organizationId, 't2/penalties/decisions', count)
  for (const { organizationId, fen } of fees) of(organizationId).feesYuan += fen / 100
  return counted
}
