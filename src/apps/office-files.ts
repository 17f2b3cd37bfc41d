import { existsSync } from 'node:fs'
import fastifyStatic from '@fastify/static'
import type { FastifyInstance } from 'fastify'
import { inHome } from '#platform/home'

// The office shows nobody else's content; its own pictures of documents come as data or from /files.
const officePolicy =
  "default-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data: blob:; frame-ancestors 'none'; base-uri 'none'; object-src 'none'"

/** Serves the built office under /office/; any address below it is a screen of the same program. */
export const officeFiles = async (app: FastifyInstance): Promise<void> => {
  const root = inHome('dist', 'office')
  if (!existsSync(root)) return
  await app.register(fastifyStatic, {
    root,
    prefix: '/office/',
    decorateReply: true,
    cacheControl: false,
    preCompressed: true,
    setHeaders: (response, path) => {
      // Built files carry their hash in the name, so a browser may keep them for good.
      const kept = path.includes('/assets/') ? 'public, max-age=31536000, immutable' : 'no-cache'
      response.header('cache-control', kept)
      response.header('content-security-policy', officePolicy)
      response.header('x-content-type-options', 'nosniff')
    },
    wildcard: false,
  })
  app.get('/office', { schema: { hide: true } }, (_request, reply) => reply.redirect('/office/'))
  app.get('/office/*', { schema: { hide: true } }, (request, reply) =>
    // A built file of a version before this one is gone; a page in its place would be read as a script.
    request.url.startsWith('/office/assets/')
      ? reply.code(404).type('text/plain').send('')
      : reply.sendFile('index.html'),
  )
}
