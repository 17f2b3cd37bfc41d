import { sql } from 'kysely'
import type { CivilDate } from '#platform/civil-date'
import type { Db, Tx } from '#platform/database'
import { type Issue, issue } from '#platform/refusal'
import { dayBefore, limitOn } from '../limits/limit.ts'
import { endOfQuarter, type Quarter } from './quarter.ts'

export interface Bundle {
  readonly id: number
  readonly organization: { readonly id: number; readonly code: string; readonly name: string }
  readonly path: string
  readonly year: number
  readonly quarter: number
  readonly handInBy: CivilDate
  readonly endsOn: CivilDate
  readonly source: string
  readonly state: 'open' | 'collated' | 'signed' | 'released'
  readonly note: string
  readonly collatedAt: Date | null
  readonly collatedById: number | null
  readonly collatedBy: string
  readonly signedAt: Date | null
  readonly signedBy: string
  readonly releasedAt: Date | null
  readonly releasedBy: string
}

const selected = sql`select b.id, o.path, json_build_object('id', o.id, 'code', o.code, 'name', o.name)
    as organization, b.year, b.quarter, b.hand_in_by as "handInBy", b.ends_on as "endsOn", b.source,
    b.state, b.note, b.collated_at as "collatedAt", b.collated_by as "collatedById",
    coalesce(c.name, '') as "collatedBy", b.signed_at as "signedAt", coalesce(s.name, '') as "signedBy",
    b.released_at as "releasedAt", coalesce(r.name, '') as "releasedBy"
  from documents.bundle b join organizations.organization o on o.id = b.organization_id
  left join accounts.staff c on c.id = b.collated_by
  left join accounts.staff s on s.id = b.signed_by
  left join accounts.staff r on r.id = b.released_by`

export async function lockBundle(tx: Tx, id: number): Promise<Bundle | null> {
  await sql`select from documents.bundle where id = ${id} for update`.execute(tx)
  const { rows } = await sql<Bundle>`${selected} where b.id = ${id}`.execute(tx)
  return rows[0] ?? null
}

export async function bundleOf(
  db: Db,
  organizationId: number,
  { year, quarter }: Quarter,
): Promise<Bundle | null> {
  const { rows } = await sql<Bundle>`${selected}
    where b.organization_id = ${organizationId} and b.year = ${year} and b.quarter = ${quarter}`.execute(
    db,
  )
  return rows[0] ?? null
}

/** The days of a quarter as the limit in force sets them. */
export async function daysOf(
  db: Db,
  quarter: Quarter,
): Promise<{ handInBy: CivilDate; endsOn: CivilDate; source: string }> {
  const endsOn = endOfQuarter(quarter)
  const limit = await limitOn(db, 'bundleHandIn', endsOn)
  return { handInBy: dayBefore(limit, endsOn), endsOn, source: limit.source }
}

/** The bundle of a quarter, begun by the first that is handed in. */
export async function ensureBundle(
  tx: Tx,
  organizationId: number,
  quarter: Quarter,
): Promise<Bundle> {
  const { handInBy, endsOn, source } = await daysOf(tx, quarter)
  await sql`insert into documents.bundle (organization_id, year, quarter, hand_in_by, ends_on, source)
    values (${organizationId}, ${quarter.year}, ${quarter.quarter}, ${handInBy}, ${endsOn}, ${source})
    on conflict (organization_id, year, quarter) do nothing`.execute(tx)
  const found = await bundleOf(tx, organizationId, quarter)
  const locked = found && (await lockBundle(tx, found.id))
  if (!locked) throw new Error(`no bundle for ${quarter.year}-${quarter.quarter}`)
  return locked
}

export interface BundleItem {
  readonly editionId: number
  readonly documentId: number
  readonly title: string
  readonly organization: { readonly id: number; readonly code: string; readonly name: string }
  readonly handedInAt: Date
  readonly handedInBy: string
  readonly late: boolean
  readonly takenOutReason: string | null
  readonly publishedAt: Date | null
}

/** What lies in a bundle, by unit; what was taken out too, with its reason. */
export async function itemsOf(db: Db, bundleId: number): Promise<BundleItem[]> {
  const { rows } = await sql<BundleItem>`
    select i.edition_id as "editionId", e.document_id as "documentId", e.title,
      json_build_object('id', o.id, 'code', o.code, 'name', coalesce(nullif(o.short_name, ''), o.name))
        as organization,
      i.handed_in_at as "handedInAt", coalesce(s.name, '') as "handedInBy", i.late,
      case when i.taken_out_at is not null then i.taken_out_reason end as "takenOutReason",
      e.published_at as "publishedAt"
    from documents.bundle_item i
    join documents.edition e on e.id = i.edition_id
    join documents.document d on d.id = e.document_id
    join organizations.organization o on o.id = d.organization_id
    left join accounts.staff s on s.id = i.handed_in_by
    where i.bundle_id = ${bundleId} order by o.ordinal, o.id, i.handed_in_at, e.id`.execute(db)
  return rows
}

/** The bundle in which an edition lies, unless it was taken out. */
export async function bundleHolding(
  db: Db,
  editionId: number,
): Promise<{
  id: number
  organizationId: number
  state: Bundle['state']
  year: number
  quarter: number
} | null> {
  const { rows } = await sql<{
    id: number
    organizationId: number
    state: Bundle['state']
    year: number
    quarter: number
  }>`select b.id, b.organization_id as "organizationId", b.state, b.year, b.quarter
    from documents.bundle_item i join documents.bundle b on b.id = i.bundle_id
    where i.edition_id = ${editionId} and i.taken_out_at is null`.execute(db)
  return rows[0] ?? null
}

/** What was handed in waits for the leader's signature under the whole; urgent ones are taken out. */
export async function bundleIssues(db: Db, editionId: number): Promise<Issue[]> {
  const held = await bundleHolding(db, editionId)
  return held && ['open', 'collated'].includes(held.state)
    ? [issue('bundle', 'waitsForBundle', { year: held.year, quarter: held.quarter })]
    : []
}
