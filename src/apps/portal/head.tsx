import type { ComponentChildren } from 'preact'
import { minuteAt } from '#platform/civil-date'
import { addresses, inView, prefixOf } from './addresses.ts'
import { useChrome } from './chrome.ts'
import type { ColumnIdentity } from './views.ts'

/** What the content tags of 政府网站发展指引 tell about one article. */
export interface ArticleTags {
  readonly title: string
  readonly publishedAt: Date
  readonly source: string
  readonly author: string | null
  readonly keywords: readonly string[]
  readonly summary: string | null
}

export interface HeadProps {
  /** Null on the home page, which bears the site's name alone. */
  readonly title: string | null
  readonly column: ColumnIdentity
  readonly article?: ArticleTags
  /** Address of the column's own feed; the site's feed is always offered. */
  readonly feed?: string
  /** False for pages that must not be found by search engines: searches, faults, tombstones. */
  readonly indexed?: boolean
}

const Meta = ({ name, content }: { name: string; content: string | null | undefined }) =>
  content ? <meta name={name} content={content} /> : null

/** The tags of 政府网站发展指引 (国办发〔2017〕47号): site, column and, on an article, content. */
const OfficialTags = ({ column, article }: Pick<HeadProps, 'column' | 'article'>) => {
  const { site, address, say } = useChrome()
  return (
    <>
      <Meta name="SiteName" content={site.name} />
      <Meta name="SiteDomain" content={site.domain} />
      <Meta name="SiteIDCode" content={site.idCode} />
      <Meta name="ColumnName" content={column.name} />
      <Meta name="ColumnType" content={say(`portal.columnType.${column.type}`)} />
      <Meta name="ColumnDescription" content={column.description} />
      <Meta name="ColumnKeywords" content={column.keywords.join(',')} />
      {article && (
        <>
          <Meta name="ArticleTitle" content={article.title} />
          <Meta name="PubDate" content={minuteAt(article.publishedAt)} />
          <Meta name="ContentSource" content={article.source} />
          <Meta name="Keywords" content={article.keywords.join(',')} />
          <Meta name="Author" content={article.author} />
          <Meta name="Description" content={article.summary} />
          <Meta name="Url" content={site.origin + address} />
        </>
      )}
    </>
  )
}

const Feed = ({ href, title }: { href: string; title: string }) => (
  <link rel="alternate" type="application/rss+xml" title={title} href={href} />
)

export const Head = ({ title, column, article, feed, indexed = true }: HeadProps) => {
  const { site, address, view, assets } = useChrome()
  const languages = [
    ['zh-CN', 'zh-CN'],
    ['en', 'en'],
  ] as const
  return (
    <head>
      <meta charset="utf-8" />
      <meta name="viewport" content="width=device-width, initial-scale=1" />
      <title>{title === null ? site.name : `${title} - ${site.name}`}</title>
      <OfficialTags column={column} article={article} />
      {!article && <Meta name="description" content={column.description} />}
      {!indexed && <meta name="robots" content="noindex" />}
      {/* One page, many views: search engines keep the plain one. */}
      {indexed && (
        <link
          rel="canonical"
          href={
            site.origin +
            inView({ language: view.language, elder: false, contrast: false }, address)
          }
        />
      )}
      {indexed &&
        languages.map(([language, tag]) => (
          <link
            key={tag}
            rel="alternate"
            hreflang={tag}
            href={site.origin + inView({ language, elder: false, contrast: false }, address)}
          />
        ))}
      <Feed href={addresses.feed()} title={site.name} />
      {feed && <Feed href={feed} title={`${column.name} - ${site.name}`} />}
      <link rel="icon" type="image/svg+xml" href={assets.icon} />
      <link rel="stylesheet" href={assets.css} />
      <script defer src={assets.js} data-view={prefixOf(view)} />
    </head>
  )
}

/** Data for machines inside the page; `<` is written so that no text can close the element. */
export const StructuredData = ({ data }: { data: unknown }): ComponentChildren => (
  <script
    type="application/ld+json"
    // biome-ignore lint/security/noDangerouslySetInnerHtml: JSON with every `<` escaped
    dangerouslySetInnerHTML={{ __html: JSON.stringify(data).replaceAll('<', '\\u003c') }}
  />
)
