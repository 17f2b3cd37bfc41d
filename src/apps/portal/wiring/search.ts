import { suggestedMatters } from '#documents'
import { type CivilDate, dateAt, isCivilDate } from '#platform/civil-date'
import { validities } from '#policies'
import { type SearchAnswer, type SearchHit, type Suggestion, search, suggest } from '#search'
import type { Chrome } from '../chrome.ts'
import { renderSearch } from '../pages/search.tsx'
import type { SearchView, Validity } from '../views.ts'
import { fieldSlugOf } from './columns.ts'
import { questionsOf } from './home.ts'
import { html } from './html.ts'
import { validityById } from './policies.ts'
import type { Answer, Portal } from './portal.ts'

export interface Asked {
  readonly q: string
  readonly field: string | null
  readonly organization: string | null
  readonly year: number | null
  readonly kind: string | null
  readonly validity: string | null
  readonly from: string | null
  readonly until: string | null
  readonly asTyped: boolean
  readonly after: string | null
}

/** `/search`: never kept, since questions are without number. */
export const searchAnswer = async (
  portal: Portal,
  given: Asked,
  chrome: Chrome,
): Promise<Answer> => {
  const forest = await portal.columns()
  const asked = { ...given, from: dayOf(given.from), until: dayOf(given.until) }
  const fieldColumn = forest.fields.find((column) => fieldSlugOf(column) === asked.field)
  const [found, further] = await Promise.all([
    search(portal.db, { ...asked, field: fieldColumn?.fieldCode ?? null }),
    asked.after === null ? suggest(portal.db, asked.q) : [],
  ])
  const { after, ...query } = asked
  const view: SearchView = {
    query,
    count: found.count,
    capped: found.capped,
    hits: { items: found.hits.map(hitOf), next: found.next, first: after === null },
    facets: facetsOf(found, forest, chrome),
    instead: found.instead,
    meant: found.meant,
    numbered: found.numbered,
    further: await markedSuggestions(
      portal,
      further.filter(({ text }) => text !== asked.q.trim()),
    ),
    matters: found.hits.length === 0 && asked.q !== '' ? await mattersFor(portal, asked.q) : [],
    questions: questionsOf(chrome),
  }
  return html(renderSearch(view, chrome), [], 200, true)
}

/** Titles among suggestions with how their documents stand today. */
const markedSuggestions = async (portal: Portal, suggestions: readonly Suggestion[]) => {
  const marks = await validityById(
    portal,
    suggestions.flatMap(({ documentId }) => documentId ?? []),
  )
  return suggestions.map((one) => ({
    ...one,
    validity: one.documentId === null ? null : (marks.get(one.documentId) ?? null),
  }))
}

// A day typed into the address that is none narrows nothing.
const dayOf = (text: string | null): CivilDate | null => (text && isCivilDate(text) ? text : null)

const hitOf = (hit: SearchHit): SearchView['hits']['items'][number] => ({
  id: hit.documentId,
  title: hit.title,
  category: null,
  unit: { code: hit.organizationCode, name: hit.organizationName },
  publishedOn: dateAt(hit.publishedAt),
  documentNumber: hit.documentNumber || null,
  validity: markOf(hit.validity),
  foundTitle: hit.foundTitle,
  excerpt: hit.excerpt,
  file: hit.file,
  apart: hit.apart,
})

/** What a list says of a policy: only that one must not rely on it as it stands. */
const markOf = (validity: string): Validity | null => {
  if (validity === 'declaredExpired') return 'expired'
  return validity === 'amended' || validity === 'repealed' || validity === 'expired'
    ? validity
    : null
}

const facetsOf = (
  { facets }: SearchAnswer,
  forest: Awaited<ReturnType<Portal['columns']>>,
  { say }: Chrome,
): SearchView['facets'] => ({
  field: facets.field.flatMap((facet) => {
    const column = forest.byField(facet.value)
    return column ? [{ value: fieldSlugOf(column), label: column.name, count: facet.count }] : []
  }),
  organization: facets.organization,
  kind: facets.kind.map((facet) => ({ ...facet, label: facet.value })),
  validity: facets.validity
    .filter((facet) => (validities as readonly string[]).includes(facet.value))
    .map((facet) => ({ ...facet, label: say(`policy.validity.${facet.value}`) })),
  year: facets.year.map((facet) => ({ ...facet, label: facet.value })),
})

const mostMatters = 3

/** The matters of the catalogue that would hold what was asked for, with who discloses them. */
const mattersFor = async (portal: Portal, q: string): Promise<SearchView['matters']> => {
  const [government, forest, catalogue] = await Promise.all([
    portal.government(),
    portal.columns(),
    portal.catalogue(),
  ])
  const likely = await suggestedMatters(portal.db, {
    organizationId: government.id,
    title: q,
    text: '',
  })
  return likely.slice(0, mostMatters).map(({ matterCode, name, fieldName }) => ({
    name,
    field: fieldName,
    address: forest.byMatter(matterCode)?.address ?? null,
    bodies: catalogue?.byCode.get(matterCode)?.disclosingBody ?? '',
  }))
}

/** `/search/suggestions.json`: for the script of the search box; nine at most. */
export const suggestionsAnswer = async (
  portal: Portal,
  typed: string,
  { say }: Chrome,
): Promise<Answer> => ({
  kind: 'page',
  body: JSON.stringify({
    suggestions: (await markedSuggestions(portal, await suggest(portal.db, typed))).map(
      // The browser shows the mark beside the title; in force needs none.
      ({ text, validity }) => ({
        text,
        mark: validity && validity !== 'inForce' ? say(`portal.validity.${validity}`) : '',
      }),
    ),
  }),
  mediaType: 'application/json; charset=utf-8',
  tags: [],
  status: 200,
  once: true,
})
