import { createServer, type RequestListener } from 'node:http'
import type { AddressInfo } from 'node:net'
import { standBefore } from '#platform/kept-front'
import { type PageCache, pageCache } from '#platform/page-cache'
import { keptAliveMs } from '#platform/ready-answer'
import { refusals } from '#platform/refusal'
import { apiServer } from './api/server.ts'
import type { House } from './house.ts'
import { officeFiles } from './office-files.ts'
import { portalRoutes } from './portal/routes.ts'
import { tagsOf } from './portal/tags.ts'
import { startWorker } from './worker/worker.ts'

const refuse = refusals('serve', { portTaken: 'conflict', portForbidden: 'forbidden' })

// About 3,000 pages with their compressed forms: what a county's readers open in a day.
const pageCacheBytes = 96 * 1024 * 1024

export interface Serving {
  readonly url: string
  readonly pages: PageCache
  close(): Promise<void>
}

/** Portal, office, API and worker in one process. Kept pages are answered before any framework. */
export const startServing = async (
  place: { readonly house: House },
  where: { readonly port: number; readonly host: string },
  options: {
    readonly worker?: boolean
    readonly log?: boolean
    /** Addresses of proxies on other machines whose `X-Forwarded-For` counts. */
    readonly trustedProxies?: readonly string[]
  } = {},
): Promise<Serving> => {
  const { house } = place
  const pages = pageCache(pageCacheBytes)
  house.onAnnounced((announced) => {
    const tags = announced === null ? null : tagsOf(announced)
    if (tags === null || tags.length > 0) pages.drop(tags)
  })

  const front =
    (behind: RequestListener): RequestListener =>
    (request, response) => {
      const reads = request.method === 'GET' || request.method === 'HEAD'
      if (!(reads && pages.serve(request, response))) behind(request, response)
    }
  const app = await apiServer(
    house,
    {
      logger: options.log === false ? false : { level: 'warn' },
      serverFactory: (handler) =>
        createServer({ keepAliveTimeout: keptAliveMs, requestTimeout: 120_000 }, front(handler)),
    },
    options.trustedProxies,
  )
  const keptFront = standBefore(app.server, pages.find)
  await officeFiles(app)
  portalRoutes(app, house, pages)

  await app.listen({ port: where.port, host: where.host }).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'EADDRINUSE') throw refuse('portTaken', { port: where.port })
    if (error.code === 'EACCES') throw refuse('portForbidden', { port: where.port })
    throw error
  })
  const worker = options.worker === false ? undefined : await startWorker(house)
  const { port } = app.server.address() as AddressInfo
  const host = where.host === '0.0.0.0' ? '127.0.0.1' : where.host

  return {
    url: `http://${host}:${port}`,
    pages,
    async close() {
      keptFront.close()
      app.server.closeAllConnections()
      await app.close()
      await worker?.close()
    },
  }
}
