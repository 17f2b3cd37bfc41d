import { prefixOf, readView } from '../../../src/apps/portal/addresses.ts'
import { readHtml } from './html.ts'

/** One answer of the portal, and the page that led there. */
export interface Visited {
  readonly address: string
  readonly from: string
  readonly status: number
  readonly headers: Headers
  /** The text of a page; empty for everything else. */
  readonly html: string
  readonly faults: readonly string[]
}

/** Which of the patterns answers an address; -1 for none. */
export const routeOf = (patterns: readonly RegExp[], address: string): number => {
  const { path } = readView(address.split('?')[0] ?? '')
  return patterns.findIndex((pattern) => pattern.test(path))
}

const nothing = { links: [], faults: [] } as const

const questionOf = (address: string): string =>
  [...new URLSearchParams(address.split('?')[1] ?? '').keys()].sort().join('&')

// Filters of a search can be combined without end; so many addresses of one route are enough.
const mostOfRoute = 40

/**
 * Follows links from the starts as a reader would, in the plain view: from the pages of every route so
 * many links to every other, for each kind of question asked of it (`?year=`, `?after=`).
 */
export const crawl = async (
  url: string,
  patterns: readonly RegExp[],
  starts: readonly string[],
  most = 2,
): Promise<Visited[]> => {
  const visited: Visited[] = []
  const seen = new Set<string>()
  const counts = new Map<string, number>()
  const waiting: { address: string; from: string }[] = []
  const count = (key: string): number => {
    const before = counts.get(key) ?? 0
    counts.set(key, before + 1)
    return before
  }
  const meet = (address: string, from: string): void => {
    const { view } = readView(address.split('?')[0] ?? '')
    if (seen.has(address) || prefixOf(view) !== '' || /^\/(api|office)\//.test(address)) return
    const route = routeOf(patterns, address)
    const way = `${routeOf(patterns, from)} to ${route} ${questionOf(address)}`
    if (from !== '' && (count(way) >= most || count(String(route)) >= mostOfRoute)) return
    seen.add(address)
    waiting.push({ address, from })
  }
  for (const start of starts) meet(start, '')
  for (let next = waiting.shift(); next; next = waiting.shift()) {
    const reply = await fetch(url + next.address, { redirect: 'manual' })
    const { status, headers } = reply
    const isPage = headers.get('content-type')?.startsWith('text/html') ?? false
    const text = await reply.text()
    const { links, faults } = isPage ? readHtml(text, 'zh-CN') : nothing
    visited.push({ ...next, status, headers, html: isPage ? text : '', faults })
    for (const link of [headers.get('location') ?? '', ...links])
      if (link !== '') meet(link, next.address)
  }
  return visited
}
