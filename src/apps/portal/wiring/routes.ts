import { publicFile, type Reader, readCursor } from '#documents'
import { isCivilDate } from '#platform/civil-date'
import { policyClasses, validities } from '#policies'
import type { ReadersView } from '../addresses.ts'
import type { Chrome } from '../chrome.ts'
import { renderMissing } from '../pages/failures.tsx'
import { renderAccessibility } from '../pages/site-map.tsx'
import { accountAnswer, accountOfAnswer } from './account.ts'
import { annualReportAnswer, annualReportFileAnswer, type ReportFormat } from './annual-report.ts'
import { catalogueAnswer, catalogueFileAnswer, grassrootsAnswer } from './catalogue.ts'
import { columnAnswer, fieldSlugOf, fieldsAnswer } from './columns.ts'
import { comparisonAnswer, dataAnswer, dataFileAnswer, rowsQueryOf } from './data.ts'
import { documentAnswer, historyAnswer } from './document.ts'
import { type FeedFormat, feedAnswer, sitemapAnswer } from './feeds.ts'
import {
  gazetteAnswer,
  gazetteSearchAnswer,
  issueAnswer,
  issueFileAnswer,
  issueSheetAnswer,
  printedTextAnswer,
} from './gazette.ts'
import { homeAnswer, siteMapAnswer } from './home.ts'
import { html } from './html.ts'
import {
  consultationAnswer,
  interpretationAnswer,
  isForm,
  programmeAnswer,
  programmesAnswer,
} from './interpretation.ts'
import { eventAnswer, eventsAnswer, negativeListAnswer } from './life-cycle.ts'
import { organizationAnswer, organizationFieldAnswer, registerAnswer } from './organizations.ts'
import {
  guideAnswer,
  platformAnswer,
  reportsAnswer,
  requestAnswer,
  rulesAnswer,
  statutoryAnswer,
} from './platform.ts'
import { policiesAnswer, policiesFileAnswer, policyQueryOf } from './policies.ts'
import type { Answer, Portal } from './portal.ts'
import { previewAnswer, previewFile } from './preview.ts'
import { flowAnswer, logAnswer } from './request-progress.ts'
import {
  documentSealAnswer,
  sealAnswer,
  sealJsonAnswer,
  sealsAnswer,
  verifyAnswer,
} from './seals.ts'
import { searchAnswer, suggestionsAnswer } from './search.ts'
import { lifeAnswer, topicAnswer, topicsAnswer } from './topics.ts'

/** One request for a page, the reader's view already taken off its path. */
export interface PageRequest {
  readonly path: string
  readonly query: URLSearchParams
  readonly view: ReadersView
  readonly chrome: Chrome
  /** Who asks: the public, or staff by their session; read only where it matters. */
  reader(): Promise<Reader>
}

/** Whether a query value is one that our own links carry: only those make a page worth keeping. */
type IsOurs = (portal: Portal, value: string) => boolean | Promise<boolean>

interface Route {
  readonly pattern: RegExp
  /** Query values that make a page of its own; with anything else the page is made once. */
  readonly keeps?: Readonly<Record<string, IsOurs>>
  answer(portal: Portal, request: PageRequest, parts: readonly string[]): Promise<Answer | null>
}

const isNumber = (text: string): boolean => /^(0|[1-9]\d{0,8})$/.test(text)
const number = (text: string | null): number | null =>
  text && isNumber(text) ? Number(text) : null
// PostgreSQL knows no text with a zero byte; no reader means one.
const value = (request: PageRequest, name: string): string | null =>
  request.query.get(name)?.replaceAll('\0', '') || null
const part = (parts: readonly string[], at: number): string => parts[at] ?? ''

const isField: IsOurs = async (portal, slug) =>
  (await portal.columns()).fields.some((column) => fieldSlugOf(column) === slug)
const isLevel: IsOurs = (_portal, level) => ['county', 'township', 'village'].includes(level)
const isPolicyClass: IsOurs = (_portal, text) => (policyClasses as readonly string[]).includes(text)
const isValidity: IsOurs = (_portal, text) => (validities as readonly string[]).includes(text)
const isYear: IsOurs = (_portal, text) => /^20\d\d$/.test(text)
const isPlace: IsOurs = (_portal, after) => readCursor(after) !== null
const isOrdinal: IsOurs = async (portal, after) =>
  isNumber(after) && Number(after) < ((await portal.catalogue())?.matterCount ?? 0)
const isCell: IsOurs = (_portal, after) => /^[\w.-]{1,40}~[1-9]\d{0,9}$/.test(after)
const documentId = '[1-9]\\d{0,14}'
const laterPages = { after: isPlace } as const

const isPicture = (mediaType: string): boolean => /^image\/(png|jpeg|gif|webp)$/.test(mediaType)

// The accessibility statement says when people and axe last looked at every page.
const accessibility = { testedOn: '2026-11-21', knownGaps: [] }

const routes: readonly Route[] = [
  { pattern: /^\/$/, answer: (portal, { chrome }) => homeAnswer(portal, chrome) },
  {
    pattern: new RegExp(`^/d/(${documentId})$`),
    answer: (portal, { chrome, query }, parts) =>
      documentAnswer(portal, Number(parts[0]), chrome, rowsQueryOf(query)),
  },
  {
    pattern: new RegExp(`^/d/(${documentId})/data\\.(csv|xlsx|json)$`),
    // A document has at most forty tables.
    keeps: { table: (_portal, place) => /^([2-9]|[1-3]\d|40)$/.test(place) },
    answer: (portal, request, parts) =>
      dataFileAnswer(
        portal,
        Number(parts[0]),
        parts[1] as 'csv' | 'xlsx' | 'json',
        number(value(request, 'table')) ?? 1,
      ),
  },
  {
    pattern: /^\/gazette$/,
    keeps: { year: isYear },
    answer: (portal, request) =>
      gazetteAnswer(portal, number(value(request, 'year')), request.chrome),
  },
  {
    pattern: /^\/gazette\/search$/,
    answer: (portal, request) =>
      gazetteSearchAnswer(
        portal,
        {
          q: (value(request, 'q') ?? '').slice(0, 100),
          year: number(value(request, 'year')),
          after: value(request, 'after'),
        },
        request.chrome,
      ),
  },
  {
    pattern: /^\/gazette\/(\d{4})\/(\d{1,3})\.pdf$/,
    answer: (portal, { chrome }, parts) =>
      issueFileAnswer(portal, Number(parts[0]), Number(parts[1]), chrome),
  },
  {
    pattern: /^\/gazette\/(\d{4})\/(\d{1,3})$/,
    answer: (portal, { chrome }, parts) =>
      issueAnswer(portal, Number(parts[0]), Number(parts[1]), chrome),
  },
  {
    pattern: /^\/gazette\/(\d{4})\/(\d{1,3})\/print$/,
    answer: (portal, { chrome }, parts) =>
      issueSheetAnswer(portal, Number(parts[0]), Number(parts[1]), chrome),
  },
  {
    pattern: /^\/gazette\/(\d{4})\/(\d{1,3})\/(\d{1,3})$/,
    answer: (portal, { chrome }, parts) =>
      printedTextAnswer(portal, Number(parts[0]), Number(parts[1]), Number(parts[2]), chrome),
  },
  { pattern: /^\/topics$/, answer: (portal, { chrome }) => topicsAnswer(portal, chrome) },
  {
    pattern: /^\/topics\/([a-z0-9-]{1,60})$/,
    answer: (portal, request, parts) => {
      const section = value(request, 'section')
      return topicAnswer(
        portal,
        part(parts, 0),
        { section: section === 'all' ? '' : section, after: readCursor(value(request, 'after')) },
        request.chrome,
      )
    },
  },
  {
    pattern: /^\/life\/([^/]+)\/([^/]+)$/,
    answer: (portal, { chrome }, parts) =>
      lifeAnswer(portal, part(parts, 0), part(parts, 1), chrome),
  },
  {
    pattern: /^\/data$/,
    answer: (portal, request) =>
      dataAnswer(
        portal,
        {
          kind: value(request, 'kind'),
          unit: value(request, 'unit'),
          year: number(value(request, 'year')),
        },
        request.chrome,
      ),
  },
  {
    pattern: /^\/data\/([a-z-]{1,60})\/([^/]+)$/,
    answer: (portal, { chrome }, parts) =>
      comparisonAnswer(portal, part(parts, 0), part(parts, 1), chrome),
  },
  {
    pattern: new RegExp(`^/d/(${documentId})/history$`),
    answer: (portal, request, parts) =>
      historyAnswer(
        portal,
        Number(parts[0]),
        { from: number(value(request, 'from')), to: number(value(request, 'to')) },
        request.chrome,
      ),
  },
  {
    pattern: new RegExp(`^/d/(${documentId})/files/(${documentId})$`),
    answer: async (portal, request, parts) => {
      const wanted = { documentId: Number(parts[0]), id: Number(parts[1]) }
      const file = await publicFile(portal.db, wanted, await request.reader())
      // Pictures stand in the text under this address too; nosniff and the sandbox hold for both.
      return file ? { kind: 'file', ...file, inline: isPicture(file.mediaType) } : null
    },
  },
  {
    pattern: /^\/preview\/([\w-]{43})$/,
    answer: (portal, { chrome, query }, [token = '']) =>
      previewAnswer(portal, token, chrome, rowsQueryOf(query)),
  },
  {
    pattern: new RegExp(`^/preview/([\\w-]{43})/files/(${documentId})$`),
    answer: async (portal, _request, [token = '', id]) => {
      const file = await previewFile(portal, token, Number(id))
      return file ? { kind: 'file', ...file, inline: isPicture(file.mediaType) } : null
    },
  },
  { pattern: /^\/platform$/, answer: (portal, { chrome }) => platformAnswer(portal, chrome) },
  { pattern: /^\/platform\/guide$/, answer: (portal, { chrome }) => guideAnswer(portal, chrome) },
  { pattern: /^\/platform\/rules$/, answer: (portal, { chrome }) => rulesAnswer(portal, chrome) },
  {
    pattern: /^\/platform\/rules\/negative-list$/,
    answer: (portal, { chrome }) => negativeListAnswer(portal, chrome),
  },
  { pattern: /^\/events$/, answer: (portal, { chrome }) => eventsAnswer(portal, chrome) },
  {
    pattern: new RegExp(`^/events/(${documentId})$`),
    answer: (portal, { chrome }, parts) => eventAnswer(portal, Number(parts[0]), chrome),
  },
  {
    pattern: /^\/platform\/statutory$/,
    answer: (portal, { chrome }) => statutoryAnswer(portal, chrome),
  },
  {
    pattern: /^\/platform\/reports$/,
    answer: (portal, { chrome }) => reportsAnswer(portal, chrome),
  },
  {
    pattern: /^\/reports\/([^/]+)\/(20\d\d)$/,
    answer: (portal, { chrome }, parts) =>
      annualReportAnswer(portal, part(parts, 0), Number(parts[1]), chrome),
  },
  {
    pattern: /^\/reports\/([^/]+)\/(20\d\d)\.(json|docx|pdf)$/,
    answer: (portal, _request, parts) =>
      annualReportFileAnswer(portal, part(parts, 0), Number(parts[1]), parts[2] as ReportFormat),
  },
  {
    pattern: /^\/platform\/request$/,
    answer: (portal, { chrome }) => requestAnswer(portal, chrome),
  },
  { pattern: /^\/request\/flow$/, answer: (portal, { chrome }) => flowAnswer(portal, chrome) },
  {
    pattern: /^\/request\/log$/,
    answer: (portal, request) => logAnswer(portal, value(request, 'after'), request.chrome),
  },
  { pattern: /^\/grassroots$/, answer: (portal, { chrome }) => grassrootsAnswer(portal, chrome) },
  {
    pattern: /^\/grassroots\/catalogue$/,
    keeps: { field: isField, level: isLevel, after: isOrdinal },
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
  {
    pattern: /^\/interpretation$/,
    keeps: { form: (_portal, text) => isForm(text), after: isPlace },
    answer: (portal, request) =>
      interpretationAnswer(
        portal,
        {
          form: value(request, 'form'),
          unit: value(request, 'unit'),
          policy: number(value(request, 'policy')),
          after: value(request, 'after'),
        },
        request.chrome,
      ),
  },
  {
    pattern: /^\/consultation$/,
    answer: (portal, request) =>
      consultationAnswer(
        portal,
        {
          q: (value(request, 'q') ?? '').slice(0, 100),
          policy: number(value(request, 'policy')),
          after: value(request, 'after'),
        },
        request.chrome,
      ),
  },
  {
    pattern: /^\/programmes$/,
    keeps: laterPages,
    answer: (portal, request) => programmesAnswer(portal, value(request, 'after'), request.chrome),
  },
  {
    pattern: new RegExp(`^/programmes/(${documentId})$`),
    answer: (portal, { chrome }, parts) => programmeAnswer(portal, Number(parts[0]), chrome),
  },
  {
    pattern: /^\/policies$/,
    keeps: { ...laterPages, class: isPolicyClass, validity: isValidity, year: isYear },
    answer: (portal, request) =>
      policiesAnswer(
        portal,
        policyQueryOf((name) => value(request, name)),
        request.chrome,
      ),
  },
  {
    pattern: /^\/policies\.(csv|json)$/,
    answer: (portal, request, parts) =>
      policiesFileAnswer(
        portal,
        parts[0] as 'csv' | 'json',
        policyQueryOf((name) => value(request, name)),
      ),
  },
  { pattern: /^\/organizations$/, answer: (portal, { chrome }) => registerAnswer(portal, chrome) },
  {
    pattern: /^\/organizations\/([^/]+)$/,
    keeps: laterPages,
    answer: (portal, request, parts) =>
      organizationAnswer(portal, part(parts, 0), value(request, 'after'), request.chrome),
  },
  {
    pattern: /^\/organizations\/([^/]+)\/fields\/([^/]+)$/,
    keeps: laterPages,
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
          kind: value(request, 'kind'),
          validity: value(request, 'validity'),
          from: value(request, 'from'),
          until: value(request, 'until'),
          asTyped: request.query.get('typed') === '1',
          after: value(request, 'after'),
        },
        request.chrome,
      ),
  },
  {
    pattern: /^\/search\/suggestions\.json$/,
    answer: (portal, request) =>
      suggestionsAnswer(portal, (value(request, 'q') ?? '').slice(0, 40), request.chrome),
  },
  { pattern: /^\/account$/, answer: (portal, { chrome }) => accountAnswer(portal, chrome) },
  {
    pattern: /^\/account\/([^/]+)$/,
    keeps: { field: isField, after: isCell },
    answer: (portal, request, parts) =>
      accountOfAnswer(
        portal,
        part(parts, 0),
        { field: value(request, 'field'), after: value(request, 'after') },
        request.chrome,
      ),
  },
  {
    pattern: /^\/seals$/,
    keeps: { before: (_portal, day) => isCivilDate(day) },
    answer: (portal, request) => sealsAnswer(portal, value(request, 'before'), request.chrome),
  },
  {
    pattern: /^\/seals\/(\d{4}-\d\d-\d\d)$/,
    answer: (portal, request, parts) =>
      sealAnswer(portal, part(parts, 0), number(value(request, 'after')), request.chrome),
  },
  {
    pattern: /^\/seals\/(\d{4}-\d\d-\d\d)\.json$/,
    answer: (portal, _request, parts) => sealJsonAnswer(portal, part(parts, 0)),
  },
  { pattern: /^\/verify$/, answer: async (_portal, { chrome }) => verifyAnswer(chrome) },
  {
    pattern: new RegExp(`^/d/(${documentId})/seal\\.json$`),
    answer: (portal, _request, parts) => documentSealAnswer(portal, Number(parts[0])),
  },
  { pattern: /^\/site-map$/, answer: (portal, { chrome }) => siteMapAnswer(portal, chrome) },
  {
    pattern: /^\/accessibility$/,
    answer: async (_portal, { chrome }) => html(renderAccessibility(accessibility, chrome), []),
  },
  {
    pattern: /^\/sitemap\.xml$/,
    answer: (portal, request) =>
      sitemapAnswer(portal, number(value(request, 'after')), request.chrome),
  },
  {
    pattern: /^(\/.+)?\/feed\.(xml|atom|json)$/,
    answer: (portal, request, parts) =>
      feedAnswer(portal, parts[0] ?? '', parts[1] as FeedFormat, request.chrome),
  },
  // Whatever else begins so is a column of the catalogue or made by hand, now or once.
  {
    pattern: /^(\/grassroots\/fields\/.+|\/platform\/statutory\/.+|\/columns\/.+)$/,
    keeps: laterPages,
    answer: (portal, request) =>
      columnAnswer(portal, request.path, value(request, 'after'), request.chrome),
  },
]

/** What the public may open, in the order in which it is looked for. */
export const patterns: readonly RegExp[] = routes.map(({ pattern }) => pattern)

/** Whether a page with these query values is one of the finite many that our links lead to. */
const isKept = async (portal: Portal, route: Route, query: URLSearchParams): Promise<boolean> => {
  const names = [...query.keys()]
  if (new Set(names).size < names.length) return false
  for (const [name, text] of query) if (!(await route.keeps?.[name]?.(portal, text))) return false
  return true
}

/** The variable parts of a path; null where they are no text. */
const readParts = (match: RegExpExecArray): string[] | null => {
  try {
    const parts = match.slice(1).map((part) => decodeURIComponent(part ?? ''))
    return parts.some((part) => part.includes('\0')) ? null : parts
  } catch {
    return null
  }
}

/** Answers a request for a page, with the page that helps where there is none. */
export const answerPage = async (portal: Portal, request: PageRequest): Promise<Answer> => {
  for (const route of routes) {
    const match = route.pattern.exec(request.path)
    if (!match) continue
    const parts = readParts(match)
    const answer = parts && (await route.answer(portal, request, parts))
    if (!answer) break
    const once = answer.kind === 'page' && !(await isKept(portal, route, request.query))
    return once ? { ...answer, once } : answer
  }
  const neighbours: never[] = []
  return html(renderMissing({ address: request.path, neighbours }, request.chrome), [], 404)
}
