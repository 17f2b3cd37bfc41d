import {
  comparisonOf,
  csvOf,
  isSchema,
  jsonOf,
  liveSets,
  type RowsQuery,
  schemas,
  setsByKind,
  xlsxOf,
} from '#datasets'
import { thePublic } from '#documents'
import { sealNumbers } from '#seals'
import type { Chrome } from '../chrome.ts'
import { renderComparison, renderData } from '../pages/data.tsx'
import { tags } from '../tags.ts'
import { html } from './html.ts'
import type { Answer, Portal } from './portal.ts'

/** What a reader asks of a table on a document's page; null for the plain page. */
export const rowsQueryOf = (query: URLSearchParams): RowsQuery | null => {
  const text = (name: string): string => (query.get(name) ?? '').replaceAll('\0', '').slice(0, 200)
  const table = Number(text('table'))
  if (!Number.isSafeInteger(table) || table < 1) return null
  const sort = text('sort')
  const where = [...query.keys()].flatMap((name) =>
    name.startsWith('in.') && text(name) ? [[name.slice(3), text(name)]] : [],
  )
  return {
    table,
    sort: sort.replace(/^-/, '') || null,
    descending: sort.startsWith('-'),
    where: Object.fromEntries(where),
    words: text('words').trim(),
    after: text('after') || null,
  }
}

/** `/data`: every set that is published, by kind, unit and year. */
export const dataAnswer = async (
  portal: Portal,
  asked: {
    readonly kind: string | null
    readonly unit: string | null
    readonly year: number | null
  },
  chrome: Chrome,
): Promise<Answer> => {
  const kind = asked.kind && isSchema(asked.kind) ? asked.kind : null
  const [all, kinds] = await Promise.all([
    liveSets(portal.db, {}, thePublic),
    setsByKind(
      portal.db,
      {
        ...(kind ? { schemaCode: kind } : {}),
        ...(asked.unit ? { organizationCode: asked.unit } : {}),
        ...(asked.year ? { year: asked.year } : {}),
      },
      thePublic,
    ),
  ])
  const codes = new Set(all.map(({ schemaCode }) => schemaCode))
  const shown = kinds.flatMap(({ sets }) => sets.map(({ documentId }) => documentId))
  const order = schemas.map(({ code }) => code)
  const view = {
    kinds: kinds.sort(
      (one, other) => order.indexOf(one.schema.code) - order.indexOf(other.schema.code),
    ),
    asked: { ...asked, kind },
    seals: await sealNumbers(portal.db, [...new Set(shown)]),
    choices: {
      kinds: schemas.filter(({ code }) => codes.has(code)),
      units: [...new Map(all.map((set) => [set.organizationCode, set.organizationName]))].map(
        ([code, name]) => ({ code, name }),
      ),
      years: [...new Set(all.map(({ year }) => year))].sort((one, other) => other - one),
    },
  }
  return html(renderData(view, chrome), [tags.recent])
}

/** `/data/<kind>/<unit>`: the same set of one unit over the years. */
export const comparisonAnswer = async (
  portal: Portal,
  kind: string,
  unit: string,
  chrome: Chrome,
): Promise<Answer | null> => {
  const comparison = await comparisonOf(portal.db, kind, unit, thePublic)
  return comparison && html(renderComparison(comparison, chrome), [tags.recent])
}

/** `/d/12/data.csv`: the tables of a document to take along. */
export const dataFileAnswer = async (
  portal: Portal,
  documentId: number,
  format: 'csv' | 'xlsx' | 'json',
  place: number,
): Promise<Answer | null> => {
  const file = await (format === 'csv'
    ? csvOf(portal.db, documentId, place, thePublic)
    : format === 'xlsx'
      ? xlsxOf(portal.db, documentId, thePublic)
      : jsonOf(portal.db, documentId, thePublic))
  return file && { kind: 'page', ...file, tags: [tags.document(documentId)] }
}
