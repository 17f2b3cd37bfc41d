import { existsOn, organizationTree } from '#organizations'
import type { OrganizationKind, OrganizationLevel } from '#organizations/contract'
import type { Db } from '#platform/database'
import type { Publisher } from './contract/form.ts'

/** As whom an organ reports (art. 49); null for bodies that file no report of their own. */
export const publisherOf = (organ: {
  readonly kind: OrganizationKind
  readonly level: OrganizationLevel
}): Publisher | null => {
  if (organ.kind === 'government') return organ.level === 'county' ? 'government' : 'township'
  if (organ.kind === 'township' || organ.kind === 'subdistrict') return 'township'
  // Bodies under vertical leadership report to their own system; villages and enterprises are no organs.
  if (organ.kind === 'office' || organ.kind === 'department' || organ.kind === 'dispatched')
    return organ.level === 'county' ? 'department' : null
  return null
}

export interface Unit {
  readonly id: number
  readonly code: string
  readonly name: string
  readonly publisher: Publisher
}

/** The units whose reports make up a government's: departments, townships, its office, as of the year's end. */
export const unitsBelow = async (db: Db, organizationId: number, year: number): Promise<Unit[]> => {
  const tree = await organizationTree(db)
  return tree
    .under(organizationId)
    .filter((one) => one.id !== organizationId && existsOn(one, `${year}-12-31`))
    .flatMap((one) => {
      const publisher = publisherOf(one)
      return publisher ? [{ id: one.id, code: one.code, name: one.name, publisher }] : []
    })
}
