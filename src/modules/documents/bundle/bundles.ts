import { sql } from 'kysely'
import type { z } from 'zod'
import { holds } from '#accounts'
import { idsUnder } from '#organizations'
import type { Actor } from '#platform/act'
import type { CivilDate } from '#platform/civil-date'
import type { Db } from '#platform/database'
import type { bundle as contract } from '../contract/release-channels.ts'
import { reachOfStaff, visibleTo } from '../policy.ts'
import { ownerById, topOrganization } from '../store/organizations.ts'
import { bundleMoves } from './commands.ts'
import { quarterOf } from './quarter.ts'
import { type Bundle, bundleOf, daysOf, itemsOf } from './store.ts'

type Unit = { id: number; code: string; name: string }

/** The bundle of a quarter as the office, and each unit for its own part, sees it. */
export async function bundleFor(
  db: Db,
  by: Actor,
  input: z.output<typeof contract.input>,
  today: CivilDate,
): Promise<z.output<typeof contract.output>> {
  const top = input.organizationId
    ? await ownerById(db, input.organizationId)
    : await topOrganization(db)
  const now = quarterOf(today)
  const quarter = { year: input.year ?? now.year, quarter: input.quarter ?? now.quarter }
  const found = await bundleOf(db, top.id, quarter)
  const mine = await idsUnder(db, reachOfStaff(by))
  const own = new Set(mine)
  const bundle: Bundle = found ?? {
    id: 0,
    organization: { id: top.id, code: top.code, name: top.name },
    path: top.path,
    ...quarter,
    ...(await daysOf(db, quarter)),
    ...{ state: 'open', note: '', collatedAt: null, collatedById: null, collatedBy: '' },
    ...{ signedAt: null, signedBy: '', releasedAt: null, releasedBy: '' },
  }
  // A town sees what it handed in; the office and its leaders see all, for they see every draft.
  const items = found
    ? (await itemsOf(db, found.id)).filter((item) => own.has(item.organization.id))
    : []
  const { path, collatedById, ...rest } = bundle
  const iso = (at: Date | null) => at?.toISOString() ?? null
  return {
    bundle: {
      ...rest,
      collatedAt: iso(bundle.collatedAt),
      signedAt: iso(bundle.signedAt),
      releasedAt: iso(bundle.releasedAt),
      items: items.map((item) => ({
        ...item,
        handedInAt: item.handedInAt.toISOString(),
        publishedAt: iso(item.publishedAt),
      })),
      missing: await missingUnits(db, top.id, found?.id ?? 0, mine, today),
      may: found ? bundleMoves(by, found) : [],
    },
    ready: bundle.state === 'open' ? await readyOnes(db, by, mine) : [],
  }
}

/** Departments and towns of mine that handed in nothing; villages hand in through their town. */
async function missingUnits(
  db: Db,
  topId: number,
  bundleId: number,
  mine: readonly number[],
  today: CivilDate,
): Promise<Unit[]> {
  const { rows } = await sql<Unit>`
    select o.id, o.code, coalesce(nullif(o.short_name, ''), o.name) as name
    from organizations.organization o
    where o.parent_id = ${topId} and o.id = any(${mine}::bigint[]) and o.kind <> 'enterprise'
      and (o.valid_to is null or o.valid_to >= ${today}::date)
      and not exists (select from documents.bundle_item i
        join documents.edition e on e.id = i.edition_id
        join documents.document d on d.id = e.document_id
        join organizations.organization u on u.id = d.organization_id
        where i.bundle_id = ${bundleId} and i.taken_out_at is null and starts_with(u.path, o.path))
    order by o.ordinal, o.id limit 200`.execute(db)
  return rows
}

/** Approved texts that wait to go out and lie in no bundle. */
async function readyOnes(
  db: Db,
  by: Actor,
  mine: readonly number[],
): Promise<z.output<typeof contract.output>['ready']> {
  const { rows } = await sql<{
    editionId: number
    documentId: number
    title: string
    organization: Unit
    path: string
  }>`
    select e.id as "editionId", d.id as "documentId", e.title, o.path,
      json_build_object('id', o.id, 'code', o.code, 'name', coalesce(nullif(o.short_name, ''), o.name))
        as organization
    from documents.edition e
    join documents.document d on d.working_edition_id = e.id
    join organizations.organization o on o.id = d.organization_id
    where e.state = 'approved' and e.attribute = 'proactive'
      and d.organization_id = any(${mine}::bigint[]) and ${visibleTo({ kind: 'staff', by })}
      and not exists (select from documents.bundle_item i
        where i.edition_id = e.id and i.taken_out_at is null)
    order by e.due_on nulls last, e.id limit 50`.execute(db)
  return rows.map(({ path, ...row }) => ({
    ...row,
    mayHandIn: holds(by, ['signer', 'disclosureOffice', 'leader', 'sectionHead'], path),
  }))
}
