import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { actorOf } from '#accounts'
import { type Reader, thePublic } from '#documents'
import type { PageCache } from '#platform/page-cache'
import { sessionCookie } from '../api/answer.ts'
import type { House } from '../house.ts'
import { inView, readView } from './addresses.ts'
import { portalAssets } from './assets.ts'
import { renderFault } from './pages/failures.tsx'
import { type FileAnswer, openPortal, type Portal } from './wiring/portal.ts'
import { answerPage } from './wiring/routes.ts'

const file = /^\/(d\/\d+\/)?files\//

const contentDisposition = (name: string, inline: boolean): string =>
  `${inline ? 'inline' : 'attachment'}; filename*=UTF-8''${encodeURIComponent(name)}`

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
    .header('cache-control', 'no-store')
    .type('text/html; charset=utf-8')
    .send(page)
}

const sendFile = (house: House, file: FileAnswer, reply: FastifyReply): FastifyReply =>
  reply
    .header('content-disposition', contentDisposition(file.name, file.inline))
    .header('content-length', file.size)
    .header('etag', `"${file.sha256}"`)
    .header('cache-control', 'no-cache')
    .header('x-content-type-options', 'nosniff')
    .header('content-security-policy', "default-src 'none'; img-src 'self'; sandbox")
    .type(file.mediaType)
    .send(house.files.read(file.sha256))

/** The public portal: assets, then every page through the one table of routes. */
export const portalRoutes = (app: FastifyInstance, house: House, pages: PageCache): void => {
  const portal = openPortal(house)
  house.onAnnounced((announced) => {
    const may = announced === null || announced.some(({ kind }) => changesFrame.test(kind))
    if (may) portal.forget()
  })

  const { css, js } = portalAssets()
  for (const asset of [css, js]) {
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
      .type('text/plain; charset=utf-8')
      .send(
        `User-agent: *\nDisallow: /office/\nDisallow: /api/\nSitemap: ${originOf(request)}/sitemap.xml\n`,
      ),
  )

  app.get('/*', { schema: { hide: true } }, async (request, reply) => {
    const [rawPath = '/', rawQuery = ''] = request.url.split('?', 2)
    const { view, path } = readView(rawPath)
    const query = new URLSearchParams(rawQuery)
    if (path.length > 1 && path.endsWith('/')) {
      const bare = inView(view, path.slice(0, -1))
      return reply.redirect(rawQuery ? `${bare}?${rawQuery}` : bare, 301)
    }
    try {
      const address = rawQuery ? `${path}?${rawQuery}` : path
      const chrome = await portal.chrome(address, view, originOf(request))
      const reader = () => readerOf(house, request)
      const render = () => answerPage(portal, { path, query, view, chrome, reader })
      // A file depends on who asks, so its answer is shared with nobody else who asks now.
      if (file.test(path)) {
        const answer = await render()
        if (answer.kind === 'file') return sendFile(house, answer, reply)
      }
      const none = await pages.answer(request.raw, reply.raw, request.url, async () => {
        const answer = await render()
        return answer.kind === 'page' ? answer : { instead: answer }
      })
      if (none?.instead.kind === 'moved') return reply.redirect(inView(view, none.instead.to), 302)
    } catch (error) {
      await fault(portal, request, reply, error)
    }
    return reply
  })
}

// The tree, the columns or the site's identity: what every page's frame is drawn from. Counts of
// documents stand in the columns, so a release changes them too.
const changesFrame =
  /^(organizations\.|documents\.(columnsMoved|editionPublished|editionWithdrawn|documentReferred)|catalogue\.editionAdopted)/
