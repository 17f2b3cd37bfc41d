import { Feed } from 'feed'
import {
  columnDocuments,
  type ListedDocument,
  organizationDocuments,
  recentDocuments,
  sitemapBreaks,
  sitemapDocuments,
  thePublic,
} from '#documents'
import { existsOn } from '#organizations'
import { dateAt } from '#platform/civil-date'
import { speaker } from '#platform/words'
import { addresses } from '../addresses.ts'
import type { Chrome } from '../chrome.ts'
import { tags } from '../tags.ts'
import { gazetteFeed, gazettePlaces } from './gazette.ts'
import { entryOf } from './lines.ts'
import { withValidity } from './policies.ts'
import type { Answer, Portal } from './portal.ts'
import { topicFeed } from './topics.ts'

const entries = 30
// sitemaps.org allows 50,000 addresses in a file.
const sitemapFile = 20_000

const mediaTypes = {
  xml: 'application/rss+xml; charset=utf-8',
  atom: 'application/atom+xml; charset=utf-8',
  json: 'application/feed+json; charset=utf-8',
} as const
export type FeedFormat = keyof typeof mediaTypes

/** What a feed tells of one thing; a document unless it has an address of its own. */
type Told = Pick<ListedDocument, 'id' | 'title' | 'publishedAt' | 'organizationName'> & {
  readonly address?: string
}

const write = (
  chrome: Chrome,
  about: { title: string; address: string },
  documents: readonly Told[],
  format: FeedFormat,
): string => {
  const { origin, name } = chrome.site
  const feed = new Feed({
    id: origin + about.address,
    title: about.title,
    link: origin + about.address,
    language: 'zh-CN',
    copyright: name,
    ...(documents[0] ? { updated: documents[0].publishedAt } : {}),
  })
  for (const document of documents) {
    const link = origin + (document.address ?? addresses.document(document.id))
    feed.addItem({
      title: document.title,
      id: link,
      link,
      date: document.publishedAt,
      author: [{ name: document.organizationName }],
    })
  }
  return format === 'xml' ? feed.rss2() : format === 'atom' ? feed.atom1() : feed.json1()
}

interface FeedOf {
  readonly title: string
  readonly documents: readonly Told[]
  readonly tags: readonly string[]
}

const organization = /^\/organizations\/([^/]+)(\/fields\/[^/]+)?$/

/** A unit's documents, or those of one of its fields. */
const feedOfUnit = async (
  portal: Portal,
  code: string,
  field: string | undefined,
): Promise<FeedOf | null> => {
  const unit = (await portal.tree()).byCode(code)
  const column = field ? (await portal.columns()).byAddress(`/grassroots${field}`) : null
  if (!unit || (field && !column)) return null
  const asked = { organizationId: unit.id, after: null, limit: entries }
  const { items } = column
    ? await columnDocuments(portal.db, { ...asked, columnId: column.id }, thePublic)
    : await organizationDocuments(portal.db, asked, thePublic)
  return {
    title: [unit.shortName, column?.name].filter(Boolean).join(' · '),
    documents: items,
    tags: [tags.organization(unit.id), ...(column ? [tags.column(column.id)] : [])],
  }
}

const feedOf = async (portal: Portal, address: string, chrome: Chrome): Promise<FeedOf | null> => {
  const { name, place } = chrome.site
  if (address === '') {
    const documents = await recentDocuments(portal.db, entries, thePublic)
    return { title: name, documents, tags: [tags.recent] }
  }
  const [, code, field] = organization.exec(address) ?? []
  if (code !== undefined) return feedOfUnit(portal, decodeURIComponent(code), field)
  const topic = await topicFeed(portal, address)
  if (topic) return topic
  const gazette = await gazetteFeed(portal, address, chrome)
  if (gazette) return gazette
  const column = (await portal.columns()).byAddress(address)
  if (!column) return null
  const asked = { columnId: column.id, after: null, limit: entries }
  const { items } = await columnDocuments(portal.db, asked, thePublic)
  return { title: `${place} · ${column.name}`, documents: items, tags: [tags.column(column.id)] }
}

/** What is no longer in force says so in its title: a reader of feeds sees nothing else of it. */
const marked = async (portal: Portal, told: readonly Told[]): Promise<Told[]> => {
  const say = speaker('zh-CN')
  const documents = told.filter((one) => one.address === undefined)
  const marks = new Map(
    (await withValidity(portal, documents)).map(({ id, validity }) => [id, validity]),
  )
  return told.map((one) => {
    const state = one.address === undefined ? marks.get(one.id) : null
    return !state || state === 'inForce'
      ? one
      : { ...one, title: `【${say(`portal.validity.${state}`)}】${one.title}` }
  })
}

/** The feed of a column or a unit, or of the whole site for the empty address. */
export const feedAnswer = async (
  portal: Portal,
  address: string,
  format: FeedFormat,
  chrome: Chrome,
): Promise<Answer | null> => {
  const found = await feedOf(portal, address, chrome)
  if (!found) return null
  const about = { title: found.title, address: address || '/' }
  return {
    kind: 'page',
    body: write(chrome, about, await marked(portal, found.documents), format),
    mediaType: mediaTypes[format],
    tags: found.tags,
  }
}

const sitemapXml = (lines: readonly string[], kind: 'urlset' | 'sitemapindex'): string =>
  `<?xml version="1.0" encoding="UTF-8"?>\n<${kind} xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">\n${lines.join('\n')}\n</${kind}>\n`

const xml = (body: string, ownTags: readonly string[]): Answer => ({
  kind: 'page',
  body,
  mediaType: 'application/xml; charset=utf-8',
  tags: ownTags,
})

/** XML has five characters that text must not hold as they are; addresses hold at most `&` and `'`. */
const xmlText = (text: string): string => text.replaceAll('&', '&amp;').replaceAll("'", '&apos;')

const urlLine = (location: string, changedAt?: Date): string =>
  `<url><loc>${xmlText(location)}</loc>${changedAt ? `<lastmod>${changedAt.toISOString()}</lastmod>` : ''}</url>`

/**
 * `/sitemap.xml`: fixed pages, columns, units and documents. A site with more documents than a file
 * may hold answers with the list of its files, `?after=0` and on.
 */
export const sitemapAnswer = async (
  portal: Portal,
  asked: number | null,
  chrome: Chrome,
): Promise<Answer> => {
  const { origin } = chrome.site
  if (asked === null) {
    const breaks = await sitemapBreaks(portal.db, sitemapFile, thePublic)
    const files = [0, ...breaks].map(
      (id) => `<sitemap><loc>${origin}${addresses.sitemap}?after=${id}</loc></sitemap>`,
    )
    if (breaks.length > 0) return xml(sitemapXml(files, 'sitemapindex'), [tags.recent])
  }
  const after = asked ?? 0
  const documents = await sitemapDocuments(portal.db, after, sitemapFile, thePublic)
  const lines = documents.map((one) => urlLine(origin + addresses.document(one.id), one.changedAt))
  if (after > 0) return xml(sitemapXml(lines, 'urlset'), [tags.recent])
  const [{ all }, tree] = await Promise.all([portal.columns(), portal.tree()])
  const today = dateAt(new Date())
  const fixed = [
    addresses.home,
    addresses.platform,
    addresses.guide,
    addresses.rules,
    addresses.statutory,
    addresses.reports,
    addresses.request,
    addresses.grassroots,
    addresses.catalogue(),
    addresses.fields,
    addresses.organizations,
    addresses.data(),
    addresses.topics,
    addresses.account,
    addresses.accessibility,
  ]
  const units = tree.organizations.filter((unit) => existsOn(unit, today))
  const places = [
    ...fixed,
    // A folded column has no page to be found (M13).
    ...all.flatMap((column) => entryOf(column).address ?? []),
    ...units.map((unit) => addresses.organization(unit.code)),
    ...(await gazettePlaces(portal)),
  ].map((address) => urlLine(origin + address))
  return xml(sitemapXml([...places, ...lines], 'urlset'), [
    tags.recent,
    tags.fullness,
    tags.gazette,
  ])
}
