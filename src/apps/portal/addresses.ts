import type { Language } from '#platform/words'

/**
 * Every address of the portal, decided once. Addresses are pure text without the reader's view;
 * `inView` puts the view in front, so that a page can be kept, exported and shared as it is.
 */

/** How a reader wants to see the site: language of the furniture, large type, high contrast. */
export interface ReadersView {
  readonly language: Language
  readonly elder: boolean
  readonly contrast: boolean
}

export const plainView: ReadersView = { language: 'zh-CN', elder: false, contrast: false }

export interface SearchQuery {
  readonly q: string
  readonly field?: string | null
  readonly organization?: string | null
  readonly year?: number | null
  readonly kind?: string | null
  readonly validity?: string | null
  /** First and last day of publication. */
  readonly from?: string | null
  readonly until?: string | null
  /** Only what was typed, nothing in its place. */
  readonly asTyped?: boolean
  readonly after?: string | null
}

export interface PolicyQuery {
  readonly class?: string | null
  readonly year?: number | null
  readonly validity?: string | null
  readonly q?: string | null
  readonly after?: string | null
}

export interface CatalogueQuery {
  readonly q?: string | null
  readonly field?: string | null
  readonly level?: string | null
  readonly after?: string | null
}

/** What is asked of one table on a document's page. */
export interface TableQuery {
  readonly table: number
  readonly sort?: string | null
  readonly where?: Readonly<Record<string, string>>
  readonly words?: string
  readonly after?: string | null
}

export interface InterpretationQuery {
  readonly form?: string | null
  readonly unit?: string | null
  readonly policy?: number | null
}

const part = (text: string | number): string => encodeURIComponent(text)

/** Query text in the order given, empty values left out, so that one question has one address. */
const query = (values: Readonly<Record<string, string | number | null | undefined>>): string => {
  const kept = Object.entries(values).filter(([, value]) => value !== null && value !== undefined)
  const text = kept
    .filter(([, value]) => value !== '')
    .map(([name, value]) => `${name}=${encodeURIComponent(value as string | number)}`)
    .join('&')
  return text === '' ? '' : `?${text}`
}

const organization = (code: string): string => `/organizations/${part(code)}`
const field = (fieldSlug: string): string => `/grassroots/fields/${part(fieldSlug)}`
const document = (id: number): string => `/d/${id}`

const policyValues = (asked: PolicyQuery) => ({
  class: asked.class,
  year: asked.year,
  validity: asked.validity,
  q: asked.q,
  after: asked.after,
})

export const addresses = {
  home: '/',
  platform: '/platform',
  guide: '/platform/guide',
  rules: '/platform/rules',
  negativeList: '/platform/rules/negative-list',
  events: '/events',
  event: (id: number): string => `/events/${id}`,
  statutory: '/platform/statutory',
  statutoryColumn: (slug: string): string => `/platform/statutory/${part(slug)}`,
  reports: '/platform/reports',
  annualReport: (code: string, year: number): string => `/reports/${part(code)}/${year}`,
  annualReportFile: (code: string, year: number, format: 'json' | 'docx' | 'pdf'): string =>
    `/reports/${part(code)}/${year}.${format}`,
  request: '/platform/request',
  grassroots: '/grassroots',
  catalogue: (asked: CatalogueQuery = {}): string =>
    `/grassroots/catalogue${query({ q: asked.q, field: asked.field, level: asked.level, after: asked.after })}`,
  catalogueFile: (format: 'xlsx' | 'csv' | 'json'): string => `/grassroots/catalogue.${format}`,
  fields: '/grassroots/fields',
  field,
  level1: (fieldSlug: string, l1Slug: string): string => `${field(fieldSlug)}/${part(l1Slug)}`,
  level2: (fieldSlug: string, l1Slug: string, l2Slug: string): string =>
    `${field(fieldSlug)}/${part(l1Slug)}/${part(l2Slug)}`,
  document,
  history: (id: number, compared?: { readonly from: number; readonly to: number }): string =>
    `${document(id)}/history${query({ from: compared?.from, to: compared?.to })}`,
  /** One table of a document, sorted and narrowed down, on the page where it stands. */
  table: (page: string, { table, sort, where, words, after }: TableQuery): string =>
    `${page}${query({
      table,
      sort,
      ...Object.fromEntries(Object.entries(where ?? {}).map(([key, own]) => [`in.${key}`, own])),
      words,
      after,
    })}#table-${table}`,
  tableFile: (page: string, format: 'csv' | 'xlsx' | 'json', table = 1): string =>
    `${page}/data.${format}${format === 'csv' && table > 1 ? `?table=${table}` : ''}`,
  /** Every set that is published. */
  data: (
    asked: { kind?: string | null; unit?: string | null; year?: number | null } = {},
  ): string => `/data${query({ kind: asked.kind, unit: asked.unit, year: asked.year })}`,
  comparison: (kind: string, unit: string): string => `/data/${part(kind)}/${part(unit)}`,
  /** The gazette: issues of a year, one issue, one printed text and how it is cited. */
  gazette: (year: number | null = null): string => `/gazette${query({ year })}`,
  gazetteIssue: (year: number, number: number): string => `/gazette/${year}/${number}`,
  gazetteText: (year: number, number: number, place: number): string =>
    `/gazette/${year}/${number}/${place}`,
  gazetteCitation: (year: number, number: number, place: number): string =>
    `/gazette/${year}/${number}#${place}`,
  gazetteSheet: (year: number, number: number): string => `/gazette/${year}/${number}/print`,
  gazetteFile: (year: number, number: number): string => `/gazette/${year}/${number}.pdf`,
  gazetteSearch: (asked: { readonly q?: string; readonly year?: number | null } = {}): string =>
    `/gazette/search${query({ q: asked.q, year: asked.year })}`,
  topics: '/topics',
  topic: (slug: string): string => `/topics/${part(slug)}`,
  topicSection: (slug: string, section: string): string =>
    `/topics/${part(slug)}${query({ section: section || 'all' })}`,
  /** One matter of one unit through its stages. */
  life: (unit: string, matter: string): string => `/life/${part(unit)}/${part(matter)}`,
  attachment: (id: number, key: string): string => `${document(id)}/files/${part(key)}`,
  interpretation: (asked: InterpretationQuery = {}): string =>
    `/interpretation${query({ form: asked.form, unit: asked.unit, policy: asked.policy })}`,
  consultation: (asked: { readonly q?: string; readonly policy?: number | null } = {}): string =>
    `/consultation${query({ q: asked.q, policy: asked.policy })}`,
  programmes: '/programmes',
  programme: (id: number): string => `/programmes/${id}`,
  policies: (asked: PolicyQuery = {}): string => `/policies${query(policyValues(asked))}`,
  policiesFile: (format: 'csv' | 'json', asked: PolicyQuery = {}): string =>
    `/policies.${format}${query(policyValues({ ...asked, after: null }))}`,
  organizations: '/organizations',
  organization,
  organizationField: (code: string, fieldSlug: string): string =>
    `${organization(code)}/fields/${part(fieldSlug)}`,
  search: (asked: SearchQuery = { q: '' }): string =>
    `/search${query({ q: asked.q, field: asked.field, organization: asked.organization, year: asked.year, kind: asked.kind, validity: asked.validity, from: asked.from, until: asked.until, typed: asked.asTyped ? 1 : null, after: asked.after })}`,
  /** What may be typed further, as JSON: `?q=` is added by the script of the search box. */
  suggestions: '/search/suggestions.json',
  /** The request form, with the words that were searched for in vain. */
  requestAbout: (words: string): string => `/request/new${query({ about: words })}`,
  requestNew: '/request/new',
  requestKiosk: '/request/new?door=kiosk',
  requestMatches: '/request/new/matches.json',
  requestLook: '/request/new/look',
  requestDetails: '/request/new/details',
  requestReview: '/request/new/review',
  requestKeep: '/request/new/keep',
  requestForget: '/request/new/forget',
  requestReceipt: '/request/receipt',
  requestDraft: (secret: string): string => `/request/draft/${part(secret)}`,
  requestProgress: (number = ''): string => `/request/progress${query({ number })}`,
  requestCase: '/request/progress/case',
  requestAct: (act: 'withdraw' | 'correct' | 'rate' | 'leave'): string =>
    `/request/progress/${act}`,
  requestCalendar: '/request/progress/due.ics',
  requestLetter: (id: number, form: 'pdf' | 'docx'): string =>
    `/request/progress/letters/${id}.${form}`,
  /** A file that goes along with the answer: supplied whole, or released in part. */
  requestFile: (kind: 'supplied' | 'released', id: number): string =>
    `/request/progress/${kind === 'supplied' ? 'supplied' : 'files'}/${id}`,
  requestFlow: '/request/flow',
  requestLog: (after: string | null = null): string => `/request/log${query({ after })}`,
  account: '/account',
  accountOf: (code: string, fieldSlug?: string | null, after?: string | null): string =>
    `/account/${part(code)}${query({ field: fieldSlug, after })}`,
  /** The public record of releases; `before` a day. */
  seals: (before: string | null = null): string => `/seals${query({ before })}`,
  seal: (day: string, after: number | null = null): string =>
    `/seals/${part(day)}${query({ after })}`,
  sealJson: (day: string): string => `/seals/${part(day)}.json`,
  verify: '/verify',
  siteMap: '/site-map',
  sitemap: '/sitemap.xml',
  accessibility: '/accessibility',
  /** The feed of a column: `…/feed.xml`; of the whole site: `/feed.xml`. */
  feed: (column = '', format: 'xml' | 'atom' | 'json' = 'xml'): string =>
    `${column === '/' ? '' : column}/feed.${format}`,
} as const

/** The same list from a later place; `cursor` is opaque. */
export const after = (address: string, cursor: string): string =>
  `${address}${address.includes('?') ? '&' : '?'}after=${encodeURIComponent(cursor)}`

/**
 * What stands before an address in a reader's view: `/en`, `/elder`, `/contrast`, in this order.
 * A view is part of the address and no cookie: pages can be cached and exported without varying,
 * the view stays while one follows links, and it works without scripts.
 */
export const prefixOf = (view: ReadersView): string =>
  [view.language === 'en' && '/en', view.elder && '/elder', view.contrast && '/contrast']
    .filter((piece) => piece !== false)
    .join('')

// Files and feeds are the same in every view, so they keep one address.
const sameInEveryView =
  /^\/(assets\/|sitemap\.xml)|\/feed\.(xml|atom|json)$|\/(catalogue|policies)\.(xlsx|csv|json)$|^\/request\/(new\/matches\.json|progress\/(due\.ics|letters\/|files\/|supplied\/))|^\/seals\/.+\.json$|^\/gazette\/\d+\/\d+\.pdf$|^\/d\/\d+\/(files\/|data\.)/

/** An address as it must be linked from a page in this view. Addresses of other sites stay. */
export const inView = (view: ReadersView, address: string): string => {
  if (!address.startsWith('/') || sameInEveryView.test(address)) return address
  const prefix = prefixOf(view)
  return address === '/' && prefix !== '' ? prefix : prefix + address
}

/** Takes the view off an address that was asked for: `/en/elder/d/12` → English, large, `/d/12`. */
export const readView = (path: string): { readonly view: ReadersView; readonly path: string } => {
  let rest = path
  const take = (prefix: string): boolean => {
    if (rest !== prefix && !rest.startsWith(`${prefix}/`)) return false
    rest = rest.slice(prefix.length) || '/'
    return true
  }
  const language: Language = take('/en') ? 'en' : 'zh-CN'
  const elder = take('/elder')
  const contrast = take('/contrast')
  return { view: { language, elder, contrast }, path: rest }
}
