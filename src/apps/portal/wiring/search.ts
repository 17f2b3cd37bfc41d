import { dateAt } from '#platform/civil-date'
import { search } from '#search'
import type { Chrome } from '../chrome.ts'
import { renderSearch } from '../pages/search.tsx'
import { fieldSlugOf } from './columns.ts'
import { questionsOf } from './home.ts'
import { html } from './html.ts'
import type { Answer, Portal } from './portal.ts'

export interface Asked {
  readonly q: string
  readonly field: string | null
  readonly organization: string | null
  readonly year: number | null
  readonly after: string | null
}

/** `/search`: never kept, since questions are without number. */
export const searchAnswer = async (
  portal: Portal,
  asked: Asked,
  chrome: Chrome,
): Promise<Answer> => {
  const forest = await portal.columns()
  const fieldColumn = forest.fields.find((column) => fieldSlugOf(column) === asked.field)
  const found = await search(portal.db, { ...asked, field: fieldColumn?.fieldCode ?? null })
  const { after, ...query } = asked
  const view = {
    query,
    count: found.count,
    capped: found.capped,
    hits: {
      items: found.hits.map((hit) => ({
        id: hit.documentId,
        title: hit.title,
        category: null,
        unit: { code: hit.organizationCode, name: hit.organizationName },
        publishedOn: dateAt(hit.publishedAt),
        documentNumber: hit.documentNumber || null,
        validity: null,
        foundTitle: hit.foundTitle,
        excerpt: hit.excerpt,
        attachment: null,
      })),
      next: found.next,
      first: after === null,
    },
    facets: {
      field: found.facets.field.flatMap((facet) => {
        const column = forest.byField(facet.value)
        return column
          ? [{ value: fieldSlugOf(column), label: column.name, count: facet.count }]
          : []
      }),
      organization: [...found.facets.organization],
      year: found.facets.year.map((facet) => ({ ...facet, label: facet.value })),
    },
    questions: questionsOf(chrome),
  }
  return html(renderSearch(view, chrome), [], 200, true)
}
