import {
  catalogueAsCsv,
  catalogueAsJson,
  catalogueAsXlsx,
  catalogueTable,
  type Matter,
  matters,
} from '#catalogue'
import { dateAt } from '#platform/civil-date'
import { speaker } from '#platform/words'
import type { Chrome } from '../chrome.ts'
import { renderCatalogue } from '../pages/catalogue.tsx'
import { renderMissing } from '../pages/failures.tsx'
import { renderGrassroots } from '../pages/grassroots.tsx'
import { tags } from '../tags.ts'
import type { CatalogueEditionView, CatalogueRow, CatalogueView, ItemCounts } from '../views.ts'
import { fieldCard, fieldSlugOf } from './columns.ts'
import { html } from './html.ts'
import { dayOf } from './lines.ts'
import type { Answer, CatalogueInForce, ColumnForest, Portal } from './portal.ts'

// A table is read by scrolling, not by clicking; on a telephone forty cards are as much as one scrolls.
const rowsOnPage = 40

/** How many matters must be disclosed and how many are given on request (M19). */
export const itemsInForce = async (portal: Portal): Promise<ItemCounts> =>
  (await portal.catalogue())?.items ?? { required: 0, optional: 0 }

const editionView = async (
  portal: Portal,
  edition: CatalogueInForce,
): Promise<CatalogueEditionView> => ({
  ...edition.items,
  name: edition.title,
  effectiveFrom: edition.effectiveOn ?? dateAt(new Date(edition.createdAt)),
  adoptedBy: (await portal.government()).name,
  matters: edition.matterCount,
})

const none = (chrome: Chrome): Answer =>
  html(renderMissing({ address: chrome.address, neighbours: [] }, chrome), [], 404)

/** `/grassroots`: both ways in, the catalogue and the fields (M11). */
export const grassrootsAnswer = async (portal: Portal, chrome: Chrome): Promise<Answer> => {
  const [edition, forest] = await Promise.all([portal.catalogue(), portal.columns()])
  if (!edition) return none(chrome)
  const view = {
    catalogue: await editionView(portal, edition),
    fields: forest.fields.map((column) => fieldCard(forest, column)),
    asOf: dateAt(new Date()),
  }
  return html(renderGrassroots(view, chrome), [tags.fullness])
}

const levelsOf: Readonly<Record<string, 'county' | 'township' | 'village'>> = {
  county: 'county',
  township: 'township',
  village: 'village',
}

const rowOf = (matter: Matter, forest: ColumnForest): CatalogueRow => {
  const column = forest.byMatter(matter.code)
  return {
    seq: matter.ordinal,
    level2: matter.level2 && matter.level2 !== matter.level1 ? matter.level2 : null,
    contents: matter.contentElements,
    bases: matter.legalBases,
    timeLimit: matter.timeLimit,
    bodies: [matter.disclosingBody].filter(Boolean),
    channels: matter.channels,
    audience: {
      public: matter.audience === 'public',
      group: matter.audienceGroup || null,
    },
    mode: matter.mode === 'onRequest' ? 'onRequest' : 'proactive',
    levels: matter.levels,
    required: matter.mode !== 'onRequest',
    address: column?.address ?? null,
    documents: column?.documentCount ?? 0,
    latestOn: dayOf(column?.lastPublishedAt ?? null),
  }
}

export interface CatalogueAsked {
  readonly q: string
  readonly field: string | null
  readonly level: string | null
  readonly after: string | null
}

/** `/grassroots/catalogue`: the standard catalogue in force as a table, every element of it (M9). */
export const catalogueAnswer = async (
  portal: Portal,
  asked: CatalogueAsked,
  chrome: Chrome,
): Promise<Answer> => {
  const [edition, forest] = await Promise.all([portal.catalogue(), portal.columns()])
  if (!edition) return none(chrome)
  const field = forest.fields.find((column) => fieldSlugOf(column) === asked.field)
  const level = asked.level ? levelsOf[asked.level] : undefined
  const found = await matters(
    portal.db,
    edition.id,
    {
      ...(field?.fieldCode ? { field: field.fieldCode } : {}),
      ...(level ? { level } : {}),
      ...(asked.q ? { text: asked.q.slice(0, 100) } : {}),
    },
    { after: Number(asked.after ?? 0) || 0, limit: rowsOnPage },
  )
  const grouped = Map.groupBy(found.matters, (matter) => `${matter.fieldCode}\n${matter.level1}`)
  const view: CatalogueView = {
    edition: await editionView(portal, edition),
    query: { q: asked.q, field: asked.field, level: asked.level },
    fields: forest.fields.map((column) => ({ slug: fieldSlugOf(column), name: column.name })),
    count: found.total,
    groups: [...grouped.values()].map((own) => {
      const first = own[0] as Matter
      const column = forest.byField(first.fieldCode)
      return {
        field: { slug: column ? fieldSlugOf(column) : '', name: column?.name ?? first.fieldCode },
        level1: first.level1,
        rows: own.map((matter) => rowOf(matter, forest)),
      }
    }),
    next: found.next === null ? null : String(found.next),
    first: asked.after === null,
  }
  return html(renderCatalogue(view, chrome), [tags.fullness])
}

const mediaTypes = {
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  csv: 'text/csv; charset=utf-8',
  json: 'application/json; charset=utf-8',
} as const

/** The catalogue in force as a file. */
export const catalogueFileAnswer = async (
  portal: Portal,
  format: keyof typeof mediaTypes,
): Promise<Answer | null> => {
  const edition = await portal.catalogue()
  if (!edition) return null
  const table = await catalogueTable(portal.db, edition.id)
  const say = speaker('zh-CN')
  const body =
    format === 'csv'
      ? catalogueAsCsv(table, say)
      : format === 'json'
        ? catalogueAsJson(table)
        : Buffer.from(await catalogueAsXlsx(table, say))
  return { kind: 'page', body, mediaType: mediaTypes[format], tags: [] }
}
