import { type HeatUnit, noCounts } from '#assessment'
import {
  columnDocuments,
  organizationColumns,
  organizationDocuments,
  readCursor,
  thePublic,
} from '#documents'
import {
  existsOn,
  type Organization,
  type OrganizationNode,
  organizationById,
  unitRegister,
} from '#organizations'
import { dateAt } from '#platform/civil-date'
import { addresses } from '../addresses.ts'
import type { Chrome } from '../chrome.ts'
import { renderColumn } from '../pages/column.tsx'
import { renderOrganization } from '../pages/organization.tsx'
import { renderOrganizations } from '../pages/organizations.tsx'
import { tags } from '../tags.ts'
import type { FieldCard, OrganizationLine } from '../views.ts'
import { withVillages } from './account.ts'
import { fieldSlugOf } from './columns.ts'
import { html } from './html.ts'
import { dayOf, identityOf, kindOf, lineOf, refOf } from './lines.ts'
import { withValidity } from './policies.ts'
import type { Answer, ColumnForest, Portal } from './portal.ts'

const pageSize = 20
// A county has about forty departments and twenty towns; its villages are listed under their towns.
const registerSize = 200

const headOf = (unit: Organization): string | null =>
  unit.headName ? [unit.headTitle, unit.headName].filter(Boolean).join(' ') : null

const registerLine = (unit: Organization): OrganizationLine => ({
  ...refOf(unit),
  kind: kindOf(unit),
  duties: unit.duties || null,
  address: unit.address || null,
  telephone: unit.telephone || null,
  head: headOf(unit),
})

/** `/organizations`: the unit register. */
export const registerAnswer = async (portal: Portal, chrome: Chrome): Promise<Answer> => {
  const today = dateAt(new Date())
  const government = await portal.government()
  const [tree, county, towns] = await Promise.all([
    portal.tree(),
    unitRegister(portal.db, { under: government.id, level: 'county', limit: registerSize }),
    unitRegister(portal.db, { under: government.id, level: 'township', limit: registerSize }),
  ])
  const isEnterprise = (unit: Organization) => unit.kind === 'enterprise'
  const view = {
    departments: county.units
      .filter((unit) => !isEnterprise(unit) && unit.kind !== 'government')
      .map(registerLine),
    towns: towns.units
      .filter((unit) => !isEnterprise(unit))
      .map((unit) => ({
        ...registerLine(unit),
        villages: tree
          .childrenOf(unit.id)
          .filter((child) => existsOn(child, today))
          .map(refOf),
      })),
    enterprises: [...county.units, ...towns.units].filter(isEnterprise).map(registerLine),
  }
  return html(renderOrganizations(view, chrome), [])
}

/** The fields in which a unit has duties or documents, in the order of the catalogue, with its own figures. */
const fieldsOf = (
  forest: ColumnForest,
  heat: HeatUnit | undefined,
  shares: Awaited<ReturnType<typeof organizationColumns>>,
): FieldCard[] => {
  const byColumn = new Map(shares.map((share) => [share.columnId, share]))
  return forest.fields.flatMap((column) => {
    const counts = heat?.cells[column.fieldCode ?? '']
    const share = byColumn.get(column.id)
    if (!counts && !share) return []
    const { met, due, late, blank } = counts ?? noCounts
    return [
      {
        slug: fieldSlugOf(column),
        name: column.name,
        matters: met + due + late + blank,
        documents: share?.documentCount ?? 0,
        latestOn: dayOf(share?.lastPublishedAt ?? null),
      },
    ]
  })
}

/** A unit's own page: who it is, what it published, how it stands. */
export const organizationAnswer = async (
  portal: Portal,
  code: string,
  after: string | null,
  chrome: Chrome,
): Promise<Answer | null> => {
  const tree = await portal.tree()
  const node = tree.byCode(code)
  if (!node) return null
  const today = dateAt(new Date())
  const successor = node.validTo && node.validTo <= today ? tree.successorOf(node.id) : undefined
  if (successor && successor.id !== node.id)
    return { kind: 'moved', to: addresses.organization(successor.code) }

  const [unit, forest, documents, shares, heat] = await Promise.all([
    organizationById(portal.db, node.id),
    portal.columns(),
    organizationDocuments(
      portal.db,
      { organizationId: node.id, after: readCursor(after), limit: pageSize },
      thePublic,
    ),
    organizationColumns(portal.db, node.id),
    portal.heat(),
  ])
  const own = heat.units.find((line) => line.organizationId === node.id)
  // As the account counts it: a town with its villages.
  const standing = node.level === 'township' && own ? withVillages(own, heat.units) : own
  const counts = node.kind === 'government' ? heat.total : (standing?.counts ?? noCounts)
  const parent = node.parentId === null ? undefined : tree.byId(node.parentId)
  const view = {
    code: unit.code,
    name: unit.name,
    kind: kindOf(unit),
    parent: parent ? refOf(parent) : null,
    duties: unit.duties.split(/\n+/).filter(Boolean),
    address: unit.address || null,
    postcode: unit.postcode || null,
    hours: unit.hours || null,
    telephone: unit.telephone || null,
    email: unit.email || null,
    head: unit.headName ? { name: unit.headName, post: unit.headTitle } : null,
    updatedOn: null,
    counts,
    asOf: today,
    fields: fieldsOf(forest, own, shares),
    documents: {
      items: await withValidity(portal, documents.items.map(lineOf)),
      next: documents.next,
      first: after === null,
    },
    children: tree
      .childrenOf(node.id)
      .filter((child) => existsOn(child, today))
      .map((child: OrganizationNode) => ({ ...refOf(child), kind: kindOf(child) })),
  }
  return html(renderOrganization(view, chrome), [
    tags.organization(node.id),
    tags.standing,
    tags.fullness,
  ])
}

/** One field of one unit: its documents only. */
export const organizationFieldAnswer = async (
  portal: Portal,
  code: string,
  fieldSlug: string,
  after: string | null,
  chrome: Chrome,
): Promise<Answer | null> => {
  const [tree, forest] = await Promise.all([portal.tree(), portal.columns()])
  const column = forest.byAddress(addresses.field(fieldSlug))
  const node = tree.byCode(code)
  if (!node || !column) return null
  const documents = await columnDocuments(
    portal.db,
    { columnId: column.id, organizationId: node.id, after: readCursor(after), limit: pageSize },
    thePublic,
  )
  const address = addresses.organizationField(code, fieldSlug)
  const view = {
    column: { ...identityOf(column), name: `${node.shortName} · ${column.name}`, address },
    trail: [
      {
        ...identityOf(column),
        name: node.shortName,
        address: addresses.organization(code),
      },
    ],
    children: [],
    duty: null,
    documents: {
      items: await withValidity(portal, documents.items.map(lineOf)),
      next: documents.next,
      first: after === null,
    },
  }
  return html(renderColumn(view, chrome), [tags.organization(node.id), tags.column(column.id)])
}
