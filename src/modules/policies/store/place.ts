import { sql } from 'kysely'
import type { Db } from '#platform/database'

export interface Place {
  readonly id: number
  readonly path: string
  readonly regionCode: string
}

/** The government at the top, whose place's rules hold for every unit of the site. */
export const placeOfSite = async (db: Db): Promise<Place | null> => {
  const { rows } = await sql<Place>`select id, path, coalesce(region_code, '') as "regionCode"
    from organizations.organization where parent_id is null order by id limit 1`.execute(db)
  return rows[0] ?? null
}
