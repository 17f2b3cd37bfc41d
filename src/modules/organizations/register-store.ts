import { type SelectQueryBuilder, sql } from 'kysely'
import type { Db } from '#platform/database'
import type { Tables } from '#platform/tables'
import type { Organization, UnitRegister } from './contract.ts'
import { byOrdinal, isUnder, type OrganizationRow, organizationOf } from './store.ts'

type OrganizationQuery = SelectQueryBuilder<Tables, 'organizations.organization', OrganizationRow>

const narrowed = (query: OrganizationQuery, asked: UnitRegister, underPath: string | undefined) => {
  let narrow = query
  if (underPath) narrow = narrow.where(isUnder([underPath]))
  if (asked.kind) narrow = narrow.where('kind', '=', asked.kind)
  if (asked.level) narrow = narrow.where('level', '=', asked.level)
  if (asked.words) {
    const words = `%${asked.words.replace(/[\\%_]/g, '\\$&')}%`
    narrow = narrow.where((eb) =>
      eb.or([
        eb('name', 'like', words),
        eb('short_name', 'like', words),
        eb('duties', 'like', words),
      ]),
    )
  }
  return narrow
}

/** One page of the unit register, from after a cursor, in the order of the tree's levels. */
export const registerPage = async (
  db: Db,
  asked: UnitRegister,
  underPath: string | undefined,
  on: string,
  after: readonly [number, string, number] | null,
  limit: number,
): Promise<Organization[]> => {
  let query = narrowed(db.selectFrom('organizations.organization').selectAll(), asked, underPath)
    .where('valid_from', '<=', on)
    .where((eb) => eb.or([eb('valid_to', 'is', null), eb('valid_to', '>', on)]))
  if (after)
    query = query.where(
      sql<boolean>`(ordinal, sort_key collate "C", id) > (${after[0]}, ${after[1]}, ${after[2]})`,
    )
  const rows = await query.orderBy(byOrdinal).limit(limit).execute()
  return rows.map(organizationOf)
}
