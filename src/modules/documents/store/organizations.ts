import type { Db } from '#platform/database'
import type { Owner } from '../edition.ts'
import { refuse } from '../refusals.ts'

const owners = (db: Db) =>
  db
    .selectFrom('organizations.organization')
    .select(['id', 'code', 'name', 'path', 'credit_code as creditCode'])

/** The unit that owns a document, or will. */
export async function ownerById(db: Db, id: number): Promise<Owner> {
  const found = await owners(db).where('id', '=', id).executeTakeFirst()
  if (!found) throw refuse('unknownOrganization')
  return found
}

/** The organization at the top, whose site this is. */
export async function topOrganization(db: Db): Promise<Owner> {
  const found = await owners(db).where('parent_id', 'is', null).orderBy('id').executeTakeFirst()
  if (!found) throw refuse('unknownOrganization')
  return found
}
