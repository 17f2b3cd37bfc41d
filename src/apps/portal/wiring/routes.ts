import { publicFile, type Reader, thePublic } from '#documents'
import type { ReadersView } from '../addresses.ts'
import type { Chrome } from '../chrome.ts'
import { renderMissing } from '../pages/failures.tsx'
import { renderAccessibility } from '../pages/site-map.tsx'
import { accountAnswer, accountOfAnswer } from './account.ts'
import { catalogueAnswer, catalogueFileAnswer, grassrootsAnswer } from './catalogue.ts'
import { columnAnswer, fieldsAnswer } from './columns.ts'
import { documentAnswer, historyAnswer } from './document.ts'
import { type FeedFormat, feedAnswer, sitemapAnswer } from './feeds.ts'
import { homeAnswer, siteMapAnswer } from './home.ts'
import { html } from './html.ts'
import { organizationAnswer, organizationFieldAnswer, registerAnswer } from './organizations.ts'
import {
  guideAnswer,
  platformAnswer,
  reportsAnswer,
  requestAnswer,
  rulesAnswer,
  statutoryAnswer,
} from './platform.ts'
import type { Answer, Portal } from './portal.ts'
import { searchAnswer } from './search.ts'

/** One request for a page, the reader's view already taken off its path. */
export interface PageRequest {
  readonly path: string
  readonly query: URLSearchParams
  readonly view: ReadersView
  readonly chrome: Chrome
  /** Who asks: the public, or staff by their session; read only where it matters. */
  reader(): Promise<Reader>
}

interface Route {
  readonly pattern: RegExp
  /** Names of the query values that make a page of its own; anything else is not kept. */
  readonly keeps?: readonly string[]
  answer(portal: Portal, request: PageRequest, parts: readonly string[]): Promise<Answer | null>
}

const number = (text: string | null): number | null =>
  text && /^\d{1,9}$/.test(text) ? Number(text) : null
const value = (request: PageRequest, name: string): string | null => request.query.get(name) || null
const part = (parts: readonly string[], at: number): string => decodeURIComponent(parts[at] ?? '')

// The accessibility statement says when people and axe last looked at every page.
const accessibility = { testedOn: '2026-11-21', knownGaps: [] }

const routes: readonly Route[] = [
  { pattern: /^\/$/, answer: (portal, { chrome }) => homeAnswer(portal, chrome) },
  {
    pattern: /^\/d\/(\d{1,15})$/,
    answer: (portal, { chrome }, parts) => documentAnswer(portal, Number(parts[0]), chrome),
  },
  {
    pattern: /^\/d\/(\d{1,15})\/history$/,
    answer: (portal, request, parts) =>
      historyAnswer(
        portal,
        Number(parts[0]),
        { from: number(value(request, 'from')), to: number(value(request, 'to')) },
        request.chrome,
      ),
  },
  {
    pattern: /^\/d\/\d{1,15}\/files\/(\d{1,15})$/,
    answer: async (portal, _request, parts) => {
      const file = await publicFile(portal.db, { id: Number(parts[0]) }, thePublic)
      return file ? { kind: 'file', ...file, inline: false } : null
    },
  },
  {
    // Pictures in a text; staff see those of a draft as well.
    pattern: /^\/files\/([0-9a-f]{64})$/,
    answer: async (portal, request, parts) => {
      const file = await publicFile(portal.db, { sha256: part(parts, 0) }, await request.reader())
      return file ? { kind: 'file', ...file, inline: file.mediaType.startsWith('image/') } : null
    },
  },
  { pattern: /^\/platform$/, answer: (portal, { chrome }) => platformAnswer(portal, chrome) },
  { pattern: /^\/platform\/guide$/, answer: (portal, { chrome }) => guideAnswer(portal, chrome) },
  { pattern: /^\/platform\/rules$/, answer: (portal, { chrome }) => rulesAnswer(portal, chrome) },
  {
    pattern: /^\/platform\/statutory$/,
    answer: (portal, { chrome }) => statutoryAnswer(portal, chrome),
  },
  {
    pattern: /^\/platform\/reports$/,
    answer: (portal, { chrome }) => reportsAnswer(portal, chrome),
  },
  {
    pattern: /^\/platform\/request$/,
    answer: (portal, { chrome }) => requestAnswer(portal, chrome),
  },
  { pattern: /^\/grassroots$/, answer: (portal, { chrome }) => grassrootsAnswer(portal, chrome) },
  {
    pattern: /^\/grassroots\/catalogue$/,
    keeps: ['field', 'level', 'after'],
    answer: (portal, request) =>
      catalogueAnswer(
        portal,
        {
          q: value(request, 'q') ?? '',
          field: value(request, 'field'),
          level: value(request, 'level'),
          after: value(request, 'after'),
        },
        request.chrome,
      ),
  },
  {
    pattern: /^\/grassroots\/catalogue\.(xlsx|csv|json)$/,
    answer: (portal, _request, parts) =>
      catalogueFileAnswer(portal, parts[0] as 'xlsx' | 'csv' | 'json'),
  },
  {
    pattern: /^\/grassroots\/fields$/,
    answer: (portal, { chrome }) => fieldsAnswer(portal, chrome),
  },
  { pattern: /^\/organizations$/, answer: (portal, { chrome }) => registerAnswer(portal, chrome) },
  {
    pattern: /^\/organizations\/([^/]+)$/,
    keeps: ['after'],
    answer: (portal, request, parts) =>
      organizationAnswer(portal, part(parts, 0), value(request, 'after'), request.chrome),
  },
  {
    pattern: /^\/organizations\/([^/]+)\/fields\/([^/]+)$/,
    keeps: ['after'],
    answer: (portal, request, parts) =>
      organizationFieldAnswer(
        portal,
        part(parts, 0),
        part(parts, 1),
        value(request, 'after'),
        request.chrome,
      ),
  },
  {
    pattern: /^\/search$/,
    answer: (portal, request) =>
      searchAnswer(
        portal,
        {
          q: (value(request, 'q') ?? '').slice(0, 200),
          field: value(request, 'field'),
          organization: value(request, 'organization'),
          year: number(value(request, 'year')),
          after: value(request, 'after'),
        },
        request.chrome,
      ),
  },
  { pattern: /^\/account$/, answer: (portal, { chrome }) => accountAnswer(portal, chrome) },
  {
    pattern: /^\/account\/([^/]+)$/,
    keeps: ['field', 'after'],
    answer: (portal, request, parts) =>
      accountOfAnswer(
        portal,
        part(parts, 0),
        { field: value(request, 'field'), after: value(request, 'after') },
        request.chrome,
      ),
  },
  { pattern: /^\/site-map$/, answer: (portal, { chrome }) => siteMapAnswer(portal, chrome) },
  {
    pattern: /^\/accessibility$/,
    answer: async (_portal, { chrome }) => html(renderAccessibility(accessibility, chrome), []),
  },
  {
    pattern: /^\/sitemap\.xml$/,
    keeps: ['after'],
    answer: (portal, request) =>
      sitemapAnswer(portal, number(value(request, 'after')) ?? 0, request.chrome),
  },
  {
    pattern: /^(\/.+)?\/feed\.(xml|atom|json)$/,
    answer: (portal, request, parts) =>
      feedAnswer(portal, parts[0] ?? '', parts[1] as FeedFormat, request.chrome),
  },
  // Whatever else begins so is a column of the catalogue or made by hand, now or once.
  {
    pattern: /^(\/grassroots\/fields\/.+|\/platform\/statutory\/.+|\/columns\/.+)$/,
    keeps: ['after'],
    answer: (portal, request) =>
      columnAnswer(portal, request.path, value(request, 'after'), request.chrome),
  },
]

/** Which of a request's query values belong to the address of a kept page; null: do not keep. */
const keptQuery = (route: Route, query: URLSearchParams): boolean =>
  [...query.keys()].every((name) => route.keeps?.includes(name))

/** Answers a request for a page, with the page that helps where there is none. */
export const answerPage = async (portal: Portal, request: PageRequest): Promise<Answer> => {
  for (const route of routes) {
    const match = route.pattern.exec(request.path)
    if (!match) continue
    const answer = await route.answer(portal, request, match.slice(1))
    if (answer === null) break
    return answer.kind === 'page' && !keptQuery(route, request.query)
      ? { ...answer, once: true }
      : answer
  }
  const neighbours: never[] = []
  return html(renderMissing({ address: request.path, neighbours }, request.chrome), [], 404)
}
