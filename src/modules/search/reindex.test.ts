import { sql } from 'kysely'
import { expect, test } from 'vitest'
import { makeOrganization } from '../../../test/world/organizations.ts'
import { putLive } from '../../../test/world/search.ts'
import { world } from '../../../test/world/world.ts'
import { reindex } from './reindex.ts'

test('[M157] rights that an operator gave on the index outlive its being made anew', async () => {
  const w = await world()
  const civil = await makeOrganization(w, { name: '青穗县民政局' })
  await putLive(w, [{ organizationId: civil.id, title: '关于临时救助工作的通知' }])
  // Roles belong to the whole server: named after this world, gone with the test.
  const { rows } = await sql<{ name: string }>`
    select current_database() || '_reader' as name`.execute(w.db)
  const role = rows[0]?.name ?? ''
  await sql`create role ${sql.id(role)}`.execute(w.db)
  try {
    await sql`grant select on search.entry to ${sql.id(role)} with grant option`.execute(w.db)
    await sql`grant update (kind), references (kind) on search.entry to ${sql.id(role)}`.execute(
      w.db,
    )
    await sql`grant select on search.entry to public`.execute(w.db)
    const rights = async () => {
      const { rows } = await sql<{ table: string[]; column: string[] }>`
        select (select array_agg(a::text order by a::text) from pg_class c, unnest(c.relacl) a
            where c.oid = 'search.entry'::regclass) as table,
          (select array_agg(a::text order by a::text) from pg_attribute t, unnest(t.attacl) a
            where t.attrelid = 'search.entry'::regclass) as column`.execute(w.db)
      return rows[0]
    }
    const before = await rights()
    expect(before?.table).toHaveLength(3)
    await w.act((act) => reindex(act))
    expect(await rights()).toEqual(before)
  } finally {
    await sql`revoke all on search.entry from ${sql.id(role)} cascade`.execute(w.db)
    await sql`drop role ${sql.id(role)}`.execute(w.db)
  }
})
