import { Feed } from 'feed'
import {
  columnByAddress,
  columnDocuments,
  type ListedDocument,
  recentDocuments,
  sitemapDocuments,
  thePublic,
} from '#documents'
import { addresses } from '../addresses.ts'
import type { Chrome } from '../chrome.ts'
import { tags } from '../tags.ts'
import type { Answer, Portal } from './portal.ts'

const entries = 30
// sitemaps.org allows 50,000 addresses in a file.
const sitemapFile = 20_000

const mediaTypes = {
  xml: 'application/rss+xml; charset=utf-8',
  atom: 'application/atom+xml; charset=utf-8',
  json: 'application/feed+json; charset=utf-8',
} as const
export type FeedFormat = keyof typeof mediaTypes

const write = (
  chrome: Chrome,
  about: { title: string; address: string },
  documents: readonly ListedDocument[],
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
    const link = origin + addresses.document(document.id)
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

/** The feed of a column, or of the whole site for the empty address. */
export const feedAnswer = async (
  portal: Portal,
  address: string,
  format: FeedFormat,
  chrome: Chrome,
): Promise<Answer | null> => {
  const column = address === '' ? null : await columnByAddress(portal.db, address)
  if (address !== '' && !column) return null
  const documents = column
    ? (
        await columnDocuments(
          portal.db,
          { columnId: column.id, after: null, limit: entries },
          thePublic,
        )
      ).items
    : await recentDocuments(portal.db, entries, thePublic)
  const title = column ? `${chrome.site.place} · ${column.name}` : chrome.site.name
  return {
    kind: 'page',
    body: write(chrome, { title, address: address || '/' }, documents, format),
    mediaType: mediaTypes[format],
    tags: column ? [tags.column(column.id)] : [tags.recent],
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

const urlLine = (location: string, changedAt?: Date): string =>
  `<url><loc>${location}</loc>${changedAt ? `<lastmod>${changedAt.toISOString()}</lastmod>` : ''}</url>`

/** `/sitemap.xml`: columns and the first documents; further documents by `?after=`. */
export const sitemapAnswer = async (
  portal: Portal,
  after: number,
  chrome: Chrome,
): Promise<Answer> => {
  const { origin } = chrome.site
  const documents = await sitemapDocuments(portal.db, after, sitemapFile, thePublic)
  const lines = documents.map((one) => urlLine(origin + addresses.document(one.id), one.changedAt))
  if (after > 0) return xml(sitemapXml(lines, 'urlset'), [tags.recent])
  const { all } = await portal.columns()
  const fixed = [
    addresses.home,
    addresses.platform,
    addresses.guide,
    addresses.catalogue(),
    addresses.fields,
    addresses.organizations,
    addresses.account,
  ].map((address) => urlLine(origin + address))
  const columns = all.map((column) => urlLine(origin + column.address))
  return xml(sitemapXml([...fixed, ...columns, ...lines], 'urlset'), [tags.recent])
}
