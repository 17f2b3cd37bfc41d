import { sql } from 'kysely'
import type { Db, Tx } from '#platform/database'

export interface PowerRow {
  readonly id: number
  readonly list: 'power' | 'service'
  readonly code: string
  readonly name: string
  readonly organizationId: number
  readonly organizationName: string
  readonly organizationPath: string
  readonly matterCode: string | null
}

/** Powers below a government, with the link only where the edition has the matter. */
const powersUnder = (editionId: number, path: string) => sql`
  select power.id, power.list, power.code, power.name, power.organization_id as "organizationId",
    organization.name as "organizationName", organization.path as "organizationPath",
    matter.code as "matterCode"
  from catalogue.power
    join organizations.organization on organization.id = power.organization_id
    left join catalogue.matter on matter.edition_id = ${editionId}
      and matter.code = power.matter_code
  where organization.path like ${`${path}%`}`

export const powersPage = async (
  db: Db,
  of: { readonly editionId: number; readonly path: string },
  asked: {
    readonly list?: 'power' | 'service' | undefined
    readonly missing: boolean
    readonly after: number
    readonly limit: number
  },
): Promise<{ powers: PowerRow[]; total: number; missingCount: number }> => {
  const listed = asked.list ? sql`list = ${asked.list}` : sql`true`
  const { rows } = await sql<PowerRow>`
    select * from (${powersUnder(of.editionId, of.path)}) as power
    where ${listed} and id > ${asked.after}
      ${asked.missing ? sql`and "matterCode" is null` : sql``}
    order by id limit ${asked.limit}`.execute(db)
  const counted = await sql<{ total: number; missingCount: number }>`
    select count(*)::int as total,
      count(*) filter (where "matterCode" is null)::int as "missingCount"
    from (${powersUnder(of.editionId, of.path)}) as power where ${listed}`.execute(db)
  return { powers: rows, total: 0, missingCount: 0, ...counted.rows[0] }
}

export const findPower = async (
  db: Db,
  id: number,
): Promise<{ id: number; organizationId: number; path: string } | undefined> => {
  const { rows } = await sql<{ id: number; organizationId: number; path: string }>`
    select power.id, power.organization_id as "organizationId", organization.path
    from catalogue.power join organizations.organization
      on organization.id = power.organization_id where power.id = ${id}`.execute(db)
  return rows[0]
}

/** Adds entries, or renames those that the organization's list already has; links stay. */
export const savePowers = async (
  tx: Tx,
  powers: readonly {
    readonly list: string
    readonly code: string
    readonly name: string
    readonly organizationId: number
  }[],
): Promise<{ addedCount: number; changedCount: number }> => {
  // A code that the list holds twice counts as it stands last.
  const once = new Map(
    powers.map((power) => [`${power.organizationId}/${power.list}/${power.code}`, power]),
  )
  const { rows } = await sql<{ added: boolean }>`
    insert into catalogue.power (organization_id, list, code, name)
    select "organizationId", list, code, name
    from jsonb_to_recordset(${JSON.stringify([...once.values()])}::jsonb)
      as given (list text, code text, name text, "organizationId" bigint)
    on conflict (organization_id, list, code) do update set name = excluded.name
      where power.name <> excluded.name
    returning (xmax = 0) as added`.execute(tx)
  const addedCount = rows.filter((row) => row.added).length
  return { addedCount, changedCount: rows.length - addedCount }
}

export const setMatterOf = async (
  tx: Tx,
  powerId: number,
  matterCode: string | null,
): Promise<void> => {
  await tx
    .updateTable('catalogue.power')
    .set({ matter_code: matterCode })
    .where('id', '=', powerId)
    .execute()
}
