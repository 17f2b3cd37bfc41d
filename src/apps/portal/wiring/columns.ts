import { type ColumnRow, columnDocuments, readCursor, redirectFor, thePublic } from '#documents'
import { dateAt } from '#platform/civil-date'
import type { Chrome } from '../chrome.ts'
import { renderColumn } from '../pages/column.tsx'
import { renderField, renderFields } from '../pages/grassroots.tsx'
import { tags } from '../tags.ts'
import type { ColumnDuty, FieldCard } from '../views.ts'
import { html } from './html.ts'
import { dayOf, entriesOf, entryOf, identityOf, lineOf } from './lines.ts'
import { withValidity } from './policies.ts'
import type { Answer, CatalogueInForce, ColumnForest, Portal } from './portal.ts'

const pageSize = 20
const latestCount = 8

export const fieldSlugOf = (column: ColumnRow): string => column.address.split('/').at(-1) ?? ''

const mattersBelow = (forest: ColumnForest, column: ColumnRow): number =>
  forest
    .childrenOf(column.id)
    .reduce((sum, child) => sum + mattersBelow(forest, child), column.matterCode ? 1 : 0)

export const fieldCard = (forest: ColumnForest, column: ColumnRow): FieldCard => ({
  slug: fieldSlugOf(column),
  name: column.name,
  matters: mattersBelow(forest, column),
  documents: column.documentCount,
  latestOn: dayOf(column.lastPublishedAt),
})

/** `/grassroots/fields`: the grid. */
export const fieldsAnswer = async (portal: Portal, chrome: Chrome): Promise<Answer> => {
  const forest = await portal.columns()
  const fields = forest.fields.map((column) => fieldCard(forest, column))
  return html(renderFields({ fields, asOf: dateAt(new Date()) }, chrome), [tags.fullness])
}

const fieldAnswer = async (portal: Portal, column: ColumnRow, chrome: Chrome): Promise<Answer> => {
  const asked = { columnId: column.id, after: null, limit: latestCount }
  const [forest, catalogue, { items }] = await Promise.all([
    portal.columns(),
    portal.catalogue(),
    columnDocuments(portal.db, asked, thePublic),
  ])
  const view = {
    field: { slug: fieldSlugOf(column), name: column.name },
    leadOrgans: [],
    level1: forest.childrenOf(column.id).map((level1) => ({
      ...entryOf(level1),
      address: level1.address,
      level2: entriesOf(forest.childrenOf(level1.id), catalogue),
    })),
    latest: await withValidity(portal, items.map(lineOf)),
  }
  return html(renderField(view, chrome), [tags.fullness, tags.column(column.id)])
}

const dutyOf = (catalogue: CatalogueInForce | null, column: ColumnRow): ColumnDuty | null => {
  const matter = catalogue?.byCode.get(column.matterCode ?? '')
  if (!matter) return null
  return {
    contents: matter.contentElements,
    timeLimit: matter.timeLimit,
    bodies: [matter.disclosingBody].filter(Boolean),
    bases: matter.legalBases,
  }
}

/** A column by its address: a field, a level-1 or level-2 matter, a hand-made column. */
export const columnAnswer = async (
  portal: Portal,
  address: string,
  after: string | null,
  chrome: Chrome,
): Promise<Answer | null> => {
  const forest = await portal.columns()
  const column = forest.byAddress(address)
  if (!column) {
    const to = await redirectFor(portal.db, address)
    return to ? { kind: 'moved', to } : null
  }
  if (column.kind === 'field') return fieldAnswer(portal, column, chrome)
  const trail = forest.trailOf(column)
  const children = forest.childrenOf(column.id)
  const [catalogue, documents] = await Promise.all([
    portal.catalogue(),
    columnDocuments(
      portal.db,
      { columnId: column.id, after: readCursor(after), limit: pageSize },
      thePublic,
    ),
  ])
  const parent = trail.at(-2)
  // M13: an empty level-2 column has folded into its level-1 column.
  if (column.kind === 'level2' && column.documentCount === 0 && parent)
    return { kind: 'moved', to: parent.address }
  const view = {
    column: identityOf(column),
    trail: trail.slice(0, -1).map(identityOf),
    children: entriesOf(children, catalogue),
    duty: dutyOf(catalogue, column),
    documents: {
      items: await withValidity(portal, documents.items.map(lineOf)),
      next: documents.next,
      first: after === null,
    },
  }
  return html(renderColumn(view, chrome), [
    tags.column(column.id),
    ...children.map((child) => tags.column(child.id)),
  ])
}
