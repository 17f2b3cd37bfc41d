import { sql } from 'kysely'
import { organizationById } from '#organizations'
import type { Actor } from '#platform/act'
import type { CivilDate } from '#platform/civil-date'
import type { Db } from '#platform/database'
import type { NegativeEntry } from '../contract/negative-list.ts'
import { mayKeepNegativeList } from './commands.ts'
import { type EntryRow, entryRows, inForceOn, reaching } from './store.ts'

const shown = (organizationId: number, { path, ...row }: EntryRow): NegativeEntry => ({
  ...row,
  addedAt: row.addedAt.toISOString(),
  inherited: row.organizationId !== organizationId,
})

/** What is not disclosed in a unit: its own entries and those of the units above. */
export async function negativeList(
  db: Db,
  by: Actor,
  asked: { readonly organizationId: number; readonly ended: boolean },
  today: CivilDate,
): Promise<{ entries: NegativeEntry[]; mayKeep: boolean }> {
  const unit = await organizationById(db, asked.organizationId)
  const time = asked.ended ? sql<boolean>`n.valid_to < ${today}::date` : inForceOn(today)
  const rows = await entryRows(db, sql<boolean>`${reaching(unit.path)} and ${time}`)
  return {
    entries: rows.map((row) => shown(unit.id, row)),
    mayKeep: mayKeepNegativeList(by, unit.path),
  }
}

// More than three to choose from is no help.
const mostSuggested = 3

/** The entries a draft of this title may fall under: one of their words stands in it. */
export async function suggestedEntries(
  db: Db,
  asked: { readonly organizationId: number; readonly title: string },
  today: CivilDate,
): Promise<{ entries: NegativeEntry[] }> {
  const unit = await organizationById(db, asked.organizationId)
  const rows = await entryRows(
    db,
    sql<boolean>`${reaching(unit.path)} and ${inForceOn(today)}
      and exists (select from unnest(n.signs) sign where strpos(${asked.title}, sign) > 0)`,
    mostSuggested,
  )
  return { entries: rows.map((row) => shown(unit.id, row)) }
}

/** The whole list in force, unit by unit, for the public page: categories, no single record. */
export const publicNegativeList = async (db: Db, today: CivilDate): Promise<NegativeEntry[]> =>
  (await entryRows(db, inForceOn(today))).map((row) => shown(row.organizationId, row))
