import { type CivilDate, dateAt } from '#platform/civil-date'
import type { Db } from '#platform/database'
import type { Organization, Region, Site, UnitRegister } from './contract.ts'
import { existsOn, type OrganizationTree, treeOf } from './organization.ts'
import { refuse } from './refusals.ts'
import { regionsBelow } from './region-store.ts'
import { registerPage } from './register-store.ts'
import { findSite } from './site-store.ts'
import { allNodes, findByCode, findOrganization } from './store.ts'

const unitsOnPage = 50

/** The whole tree, bodies abolished included: one read, fit to be kept until a change is heard. */
export const organizationTree = async (db: Db): Promise<OrganizationTree> =>
  treeOf(await allNodes(db))

/** The nodes for the office: as of a day, or with those abolished. */
export const listedOrganizations = async (
  db: Db,
  asked: { readonly abolished?: boolean | undefined },
  on: CivilDate = dateAt(new Date()),
): Promise<{ organizations: OrganizationTree['organizations'][number][] }> => {
  const nodes = await allNodes(db)
  return { organizations: asked.abolished ? nodes : nodes.filter((one) => existsOn(one, on)) }
}

/** One organization, or a refusal. */
export const organizationById = async (db: Db, id: number): Promise<Organization> => {
  const found = await findOrganization(db, id)
  if (!found) throw refuse('missing', { id })
  return found
}

export const organizationByCode = async (db: Db, code: string): Promise<Organization> => {
  const found = await findByCode(db, code)
  if (!found) throw refuse('missing', { id: code })
  return found
}

export const siteOf = async (db: Db, organizationId: number): Promise<Site | null> =>
  (await findSite(db, organizationId)) ?? null

/** The identity of the nearest site at or above an organization: towns live inside the county's. */
export const siteAbove = async (db: Db, organization: { path: string }): Promise<Site | null> => {
  const ids = organization.path.split('/').filter(Boolean).map(Number).reverse()
  for (const id of ids) {
    const found = await findSite(db, id)
    if (found) return found
  }
  return null
}

const cursorOf = (unit: Organization): string =>
  Buffer.from(JSON.stringify([unit.ordinal, unit.sortKey, unit.id])).toString('base64url')

const readCursor = (text: string): readonly [number, string, number] | null => {
  try {
    const [ordinal, sortKey, id] = JSON.parse(Buffer.from(text, 'base64url').toString())
    return [Number(ordinal), String(sortKey), Number(id)]
  } catch {
    return null
  }
}

/** The unit register (条例 art. 20 (2)): what each body is for, where it is, who heads it. */
export const unitRegister = async (
  db: Db,
  asked: UnitRegister,
  on: CivilDate = dateAt(new Date()),
): Promise<{ units: Organization[]; next: string | null }> => {
  const limit = asked.limit ?? unitsOnPage
  const top = asked.under === undefined ? undefined : await organizationById(db, asked.under)
  const after = asked.after ? readCursor(asked.after) : null
  const found = await registerPage(db, asked, top?.path, on, after, limit + 1)
  const units = found.slice(0, limit)
  const last = units.at(-1)
  return { units, next: found.length > limit && last ? cursorOf(last) : null }
}

export const regionsUnder = (db: Db, parentCode: string | undefined): Promise<Region[]> =>
  regionsBelow(db, parentCode)
