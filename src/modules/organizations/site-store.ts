import type { Selectable } from 'kysely'
import type { Db, Tx } from '#platform/database'
import type { OrganizationsSite } from '#platform/tables'
import type { Site } from './contract.ts'

const siteOf = (row: Selectable<OrganizationsSite>): Site => ({
  organizationId: row.organization_id,
  name: row.name,
  domain: row.domain,
  idCode: row.id_code,
  icp: row.icp,
  policeRecord: row.police_record,
  sponsor: row.sponsor,
  undertaker: row.undertaker,
  contact: row.contact,
})

export const findSite = async (db: Db, organizationId: number): Promise<Site | undefined> => {
  const row = await db
    .selectFrom('organizations.site')
    .selectAll()
    .where('organization_id', '=', organizationId)
    .executeTakeFirst()
  return row && siteOf(row)
}

export const upsertSite = async (tx: Tx, given: Site): Promise<Site> => {
  const columns = {
    name: given.name,
    domain: given.domain,
    id_code: given.idCode,
    icp: given.icp,
    police_record: given.policeRecord,
    sponsor: given.sponsor,
    undertaker: given.undertaker,
    contact: given.contact,
  }
  const row = await tx
    .insertInto('organizations.site')
    .values({ organization_id: given.organizationId, ...columns })
    .onConflict((conflict) => conflict.column('organization_id').doUpdateSet(columns))
    .returningAll()
    .executeTakeFirstOrThrow()
  return siteOf(row)
}
