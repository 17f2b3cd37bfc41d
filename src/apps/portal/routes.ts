import { Readable } from 'node:stream'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { actorOf } from '#accounts'
import { type Reader, thePublic } from '#documents'
import { addDays, dateAt, startOfDay } from '#platform/civil-date'
import { type PageCache, pageHeaders } from '#platform/page-cache'
import { sessionCookie } from '../api/answer.ts'
import { contentDisposition } from '../content-disposition.ts'
import type { House } from '../house.ts'
import { inView, readView } from './addresses.ts'
import { portalAssets } from './assets.ts'
import { renderFault } from './pages/failures.tsx'
import { requestRoutes } from './request-routes.ts'
import { verifyRoute } from './verify-route.ts'
import { type FileAnswer, openPortal, type Portal } from './wiring/portal.ts'
import { answerPage } from './wiring/routes.ts'

const file = /^\/(?:(?:d\/\d+|preview\/[\w-]+)\/files\/|gazette\/\d+\/\d+\.pdf$)/

// Often enough that no page says "today" long after midnight; a day's end needs no more.
const dayCheckMs = 15_000

/** Every answer of the portal is sent with these; kept pages bring them along. */
const headers: Readonly<Record<string, string>> = Object.fromEntries(
  pageHeaders.flatMap((name, at) => (at % 2 === 0 ? [[name, pageHeaders[at + 1] ?? '']] : [])),
)

/** Scheme and host as the reader typed them; behind nginx as it passes them on. */
const originOf = (request: FastifyRequest): string => `${request.protocol}://${request.host}`

const readerOf = async (house: House, request: FastifyRequest): Promise<Reader> => {
  const token = request.cookies[sessionCookie]
  const found = token ? await actorOf(house.db, token, new Date()) : null
  return found ? { kind: 'staff', by: found.actor } : thePublic
}

const fault = async (
  portal: Portal,
  request: FastifyRequest,
  reply: FastifyReply,
  error: unknown,
): Promise<void> => {
  const reference = request.id
  request.log.error({ err: error, reference }, 'page fault')
  const { view, path } = readView(request.url.split('?')[0] ?? '/')
  const page = await portal
    .chrome(path, view, originOf(request))
    .then((chrome) => renderFault({ status: 500, reference }, chrome))
    .catch(() => `<!doctype html><meta charset="utf-8"><title>500</title><p>500 ${reference}`)
  void reply
    .code(500)
    .headers(headers)
    .header('cache-control', 'no-store')
    .type('text/html; charset=utf-8')
    .send(page)
}

const sendFile = (
  house: House,
  { name, size, sha256, mediaType, inline }: FileAnswer,
  request: FastifyRequest,
  reply: FastifyReply,
): FastifyReply => {
  const etag = `"${sha256}"`
  void reply
    .headers(headers)
    .header('etag', etag)
    // Who may see it is asked each time, so nobody between us and the reader may answer for us.
    .header('cache-control', 'private, no-cache')
    .header('content-security-policy', "default-src 'none'; img-src 'self'; sandbox")
  if (request.headers['if-none-match'] === etag) return reply.code(304).send()
  void reply
    .header('content-disposition', contentDisposition(name, inline))
    .header('content-length', size)
    .type(mediaType)
  return reply.send(request.method === 'HEAD' ? Readable.from([]) : house.files.read(sha256))
}

/** Until the day turns, if that comes before the next look at the clock. */
const untilNextLook = (now: Date): number => {
  const midnight = startOfDay(addDays(dateAt(now), 1)).getTime()
  return Math.min(dayCheckMs, midnight - now.getTime())
}

/** Pages say "today" and "late": all of them go when the day turns in Shanghai. */
const dropAtMidnight = (app: FastifyInstance, pages: PageCache, portal: Portal): void => {
  let day = dateAt(new Date())
  const look = () => {
    const now = new Date()
    if (dateAt(now) !== day) {
      day = dateAt(now)
      pages.drop(null)
      portal.forget('all')
    }
    timer = setTimeout(look, untilNextLook(now)).unref()
  }
  let timer = setTimeout(look, untilNextLook(new Date())).unref()
  app.addHook('onClose', async () => clearTimeout(timer))
}

/** The public portal: assets, then every page through the one table of routes. */
export const portalRoutes = (app: FastifyInstance, house: House, pages: PageCache): void => {
  const portal = openPortal(house)
  house.onAnnounced((announced) => {
    if (announced === null || announced.some(({ kind }) => changesFrame.test(kind))) {
      portal.forget('all')
      return
    }
    const figures = announced.filter(({ kind }) => changesFigures.test(kind))
    if (figures.length === 0) return
    portal.forget('heat')
    const columnIds = figures.flatMap(({ payload }) => (payload as Filling).columnIds ?? [])
    if (columnIds.length > 0) portal.recount([...new Set(columnIds)])
  })
  dropAtMidnight(app, pages, portal)

  for (const asset of Object.values(portalAssets())) {
    app.get(asset.address, { schema: { hide: true } }, async (request, reply) => {
      await pages.answer(request.raw, reply.raw, asset.address, async () => ({
        body: asset.text,
        mediaType: asset.type,
        tags: [],
        immutable: true,
      }))
      return reply
    })
  }
  app.get('/robots.txt', { schema: { hide: true } }, (request, reply) =>
    reply
      .headers(headers)
      .type('text/plain; charset=utf-8')
      .send(
        `User-agent: *\nDisallow: /office/\nDisallow: /api/\nSitemap: ${originOf(request)}/sitemap.xml\n`,
      ),
  )

  verifyRoute(app, house, headers, (address, view, request) =>
    portal.chrome(address, view, originOf(request)),
  )

  requestRoutes(app, portal, {
    headers,
    chromeOf: (address, view, request) => portal.chrome(address, view, originOf(request)),
    fault: (request, reply, error) => fault(portal, request, reply, error),
  })

  app.get('/*', { schema: { hide: true } }, async (request, reply) => {
    const [rawPath = '/', rawQuery = ''] = request.url.split('?', 2)
    // Two slashes at the front would lead a redirect to another site.
    const { view, path } = readView(rawPath.replace(/^\/+/, '/'))
    const query = new URLSearchParams(rawQuery)
    if (path.length > 1 && path.endsWith('/')) {
      const bare = inView(view, path.replace(/\/+$/, '') || '/')
      return reply.headers(headers).redirect(rawQuery ? `${bare}?${rawQuery}` : bare, 301)
    }
    try {
      const address = rawQuery ? `${path}?${rawQuery}` : path
      const chrome = await portal.chrome(address, view, originOf(request))
      const reader = () => readerOf(house, request)
      const render = () => answerPage(portal, { path, query, view, chrome, reader })
      // A file depends on who asks, so its answer is shared with nobody else who asks now.
      if (file.test(path)) {
        const answer = await render()
        if (answer.kind === 'file') return sendFile(house, answer, request, reply)
      }
      const none = await pages.answer(request.raw, reply.raw, request.url, async () => {
        const answer = await render()
        return answer.kind === 'page' ? answer : { instead: answer }
      })
      if (none?.instead.kind === 'moved')
        return reply.headers(headers).redirect(inView(view, none.instead.to), 302)
    } catch (error) {
      await fault(portal, request, reply, error)
    }
    return reply
  })
}

// The tree, the columns or the site's identity: what every page's frame is drawn from.
const changesFrame = /^(organizations\.|documents\.columnsMoved|catalogue\.editionAdopted)/
interface Filling {
  readonly columnIds?: readonly number[]
}
// How many documents stand in a column, and how duties stand.
const changesFigures =
  /^(documents\.(editionPublished|editionWithdrawn|documentReferred|dutyClock)|assessment\.|catalogue\.obligation)/
