import { sql } from 'kysely'
import { reachOf } from '#accounts'
import { statutoryCalendar as calendar } from '#calendar'
import { type Actor, theSystem } from '#platform/act'
import type { CivilDate } from '#platform/civil-date'
import type { Db } from '#platform/database'
import type { DocketLine } from '../contract/dockets.ts'
import { mayRegister } from '../policy.ts'
import { datesOf } from './periods.ts'
import { type DocketRow, docketRows } from './store.ts'

const lineOf = (
  { organizationPath, previousDecidedOn, ...row }: DocketRow,
  by: Actor,
  today: CivilDate,
): DocketLine => {
  const dates = datesOf({ ...row, previousDecidedOn }, calendar)
  const ahead = dates
    .filter(({ what, on }) => on !== null && on >= today && what !== 'file')
    // Once decided only the other side's way to court is open.
    .filter(({ what }) => row.outcome === null || what === 'goOn')
    .sort((a, b) => (a.on ?? '').localeCompare(b.on ?? ''))
  const filing = dates.find(({ what }) => what === 'file')?.on
  return {
    ...row,
    dates,
    next: ahead[0] ?? null,
    filedLate: Boolean(filing && row.filedOn > filing),
    mayChange: mayRegister(by, organizationPath),
  }
}

const keepers = ['disclosureOffice', 'sectionHead', 'clerk'] as const
const watchers = ['leader', 'signer', 'supervisor'] as const
const seenBy = (by: Actor) =>
  by === theSystem
    ? sql`true`
    : sql`o.path like any(${reachOf(by, [...keepers, ...watchers]).map((path) => `${path}%`)}::text[])`

const cursorForm = /^(\d{4}-\d\d-\d\d)~(\d{1,15})$/

/** Dockets that a person may see, latest first. */
export const docketList = async (
  db: Db,
  by: Actor,
  asked: {
    readonly state?: 'pending' | 'decided' | 'lost' | undefined
    readonly kind?: 'reconsideration' | 'litigation' | undefined
    readonly requestId?: number | undefined
    readonly organizationId?: number | undefined
    readonly after?: string | undefined
    readonly limit: number
  },
  today: CivilDate,
): Promise<{ items: DocketLine[]; next: string | null }> => {
  const [, day, id] = cursorForm.exec(asked.after ?? '') ?? []
  const state = {
    pending: sql`and d.outcome is null`,
    decided: sql`and d.outcome is not null`,
    lost: sql`and d.outcome = 'corrected'`,
  }
  const rows = await docketRows(
    db,
    sql`${seenBy(by)} ${asked.state ? state[asked.state] : sql``}
      ${asked.kind ? sql`and d.kind = ${asked.kind}` : sql``}
      ${asked.requestId ? sql`and d.request_id = ${asked.requestId}` : sql``}
      ${asked.organizationId ? sql`and d.organization_id = ${asked.organizationId}` : sql``}
      ${day ? sql`and (d.filed_on, d.id) < (${day}::date, ${Number(id)})` : sql``}`,
    asked.limit + 1,
  )
  const last = rows.length > asked.limit ? rows[asked.limit - 1] : undefined
  return {
    items: rows.slice(0, asked.limit).map((row) => lineOf(row, by, today)),
    next: last ? `${last.filedOn}~${last.id}` : null,
  }
}
