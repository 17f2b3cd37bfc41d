import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { dateAt } from '#platform/civil-date'
import { askingRulesOn } from '#requests'
import { enclosureBounds } from '#requests/contract'
import { contentDisposition } from '../content-disposition.ts'
import { addresses, inView, prefixOf, type ReadersView, readView } from './addresses.ts'
import type { Chrome } from './chrome.ts'
import type { Portal } from './wiring/portal.ts'
import * as ask from './wiring/request-new.ts'
import * as progress from './wiring/request-progress.ts'
import { askerOf, isOwnForm, isSecret, readSent, type Sent } from './wiring/request-sent.ts'

type Page = (asking: ask.Asking, parameter: string) => Promise<ask.Step>
type Door = (asking: ask.Asking, sent: Sent, parameter: string) => Promise<ask.Step>

const pages: readonly (readonly [path: string, page: Page])[] = [
  [addresses.requestNew, ask.newPage],
  [addresses.requestMatches, ask.matchesJson],
  [addresses.requestLook, (asking) => ask.lookPage(asking)],
  [addresses.requestDetails, ask.detailsPage],
  [addresses.requestReview, ask.reviewPage],
  [addresses.requestReceipt, ask.receiptPage],
  [addresses.requestForget, ask.forgetPage],
  [addresses.requestProgress(), progress.progressPage],
  [addresses.requestCase, progress.casePage],
  [
    '/request/draft/:secret',
    (asking, secret) => (isSecret(secret) ? ask.movePage(asking, secret) : ask.newPage(asking)),
  ],
]

/** What a requester may open. */
export const requestPages: readonly string[] = pages.map(([path]) => path)

const doors: readonly (readonly [path: string, door: Door])[] = [
  [addresses.requestNew, ask.newSent],
  [addresses.requestLook, ask.lookSent],
  [addresses.requestDetails, ask.detailsSent],
  [addresses.requestReview, ask.reviewSent],
  [addresses.requestKeep, ask.keepSent],
  [addresses.requestForget, ask.forgetSent],
  [addresses.requestProgress(), progress.progressSent],
  [addresses.requestAct('withdraw'), (asking, sent) => progress.actSent(asking, 'withdraw', sent)],
  [addresses.requestAct('correct'), (asking, sent) => progress.actSent(asking, 'correct', sent)],
  [addresses.requestAct('rate'), (asking, sent) => progress.actSent(asking, 'rate', sent)],
  [addresses.requestAct('leave'), progress.leaveSent],
  ['/request/draft/:secret', (asking, _sent, secret) => ask.moveSent(asking, secret)],
]

const both = [false, true]
const prefixes: readonly string[] = both.flatMap((en) =>
  both.flatMap((elder) =>
    both.map((contrast) => prefixOf({ language: en ? 'en' : 'zh-CN', elder, contrast })),
  ),
)

// A form without files; files come as multipart, which bounds them part by part.
const largestForm = 512 * 1024

export interface Around {
  readonly headers: Readonly<Record<string, string>>
  chromeOf(address: string, view: ReadersView, request: FastifyRequest): Promise<Chrome>
  fault(request: FastifyRequest, reply: FastifyReply, error: unknown): Promise<void>
}

const send = (
  step: ask.Step,
  { reply, view }: Pick<ask.Asking, 'reply' | 'view'>,
  headers: Around['headers'],
): FastifyReply => {
  // Nothing that somebody typed stays in a cache between us or in the browser's.
  void reply.headers(headers).header('cache-control', 'no-store')
  if ('nothing' in step) return reply.code(204).send()
  if ('json' in step) return reply.send(step.json)
  if ('to' in step) return reply.redirect(inView(view, step.to), 303)
  return reply
    .code(step.status ?? 200)
    .type('text/html; charset=utf-8')
    .send(step.html)
}

/**
 * Everything of `/request/…` that belongs to one reader: never kept, read by their cookie. Forms are
 * taken only with a token that was drawn for the same browser.
 */
export const requestRoutes = (app: FastifyInstance, portal: Portal, around: Around): void => {
  const { headers } = around
  const key = portal.house.secret

  const askingOf = async (request: FastifyRequest, reply: FastifyReply): Promise<ask.Asking> => {
    const [rawPath = '/', rawQuery = ''] = request.url.split('?', 2)
    const { view, path } = readView(rawPath)
    const address = rawQuery ? `${path}?${rawQuery}` : path
    const chrome = await around.chromeOf(address, view, request)
    const query = new URLSearchParams(rawQuery.replaceAll('%00', ''))
    return { portal, request, reply, chrome, view, asker: askerOf(request, reply), query }
  }
  const parameterOf = (request: FastifyRequest): string =>
    (request.params as { readonly secret?: string }).secret ?? ''

  const reading = (page: Page) => async (request: FastifyRequest, reply: FastifyReply) => {
    try {
      const asking = await askingOf(request, reply)
      return send(await page(asking, parameterOf(request)), asking, headers)
    } catch (error) {
      await around.fault(request, reply, error)
      return reply
    }
  }

  const taking = (door: Door) => async (request: FastifyRequest, reply: FastifyReply) => {
    try {
      const { formHours } = askingRulesOn(dateAt(new Date()))
      const { most, megabytes } = enclosureBounds.portal
      const sent = await readSent(request, { files: most, megabytes })
      const asking = await askingOf(request, reply)
      if (!isOwnForm(request, sent.fields.form ?? '', formHours, key))
        return send(await ask.foreignForm(asking, sent), asking, headers)
      return send(await door(asking, sent, parameterOf(request)), asking, headers)
    } catch (error) {
      await around.fault(request, reply, error)
      return reply
    }
  }

  interface Sent {
    readonly name: string
    readonly mediaType: string
    readonly bytes: string | Buffer
  }
  const file =
    (read: (asking: ask.Asking) => Promise<Sent | null>) =>
    async (request: FastifyRequest, reply: FastifyReply) => {
      try {
        const asking = await askingOf(request, reply)
        const found = await read(asking)
        if (found === null) return send({ to: addresses.requestCase }, asking, headers)
        return reply
          .headers(headers)
          .header('cache-control', 'no-store')
          .header('content-security-policy', "sandbox; default-src 'none'")
          .header('content-disposition', contentDisposition(found.name))
          .type(found.mediaType)
          .send(found.bytes)
      } catch (error) {
        await around.fault(request, reply, error)
        return reply
      }
    }
  const nameIn = ({ request }: ask.Asking): string =>
    (request.params as { readonly name?: string }).name ?? ''
  const due = file(async (asking) => {
    const bytes = await progress.dueFile(asking)
    return bytes === null
      ? null
      : { name: 'due.ics', mediaType: 'text/calendar; charset=utf-8', bytes }
  })
  const letter = file((asking) => progress.servedFile(asking, 'letter', nameIn(asking)))
  const released = file((asking) => progress.servedFile(asking, 'released', nameIn(asking)))
  const supplied = file((asking) => progress.servedFile(asking, 'supplied', nameIn(asking)))

  void app.register(async (own) => {
    own.addContentTypeParser(
      'application/x-www-form-urlencoded',
      { parseAs: 'string', bodyLimit: largestForm },
      (_request, body, done) => done(null, body),
    )
    const hidden = { schema: { hide: true } }
    for (const prefix of prefixes) {
      for (const [path, page] of pages) own.get(prefix + path, hidden, reading(page))
      for (const [path, door] of doors) own.post(prefix + path, hidden, taking(door))
      own.get(prefix + addresses.requestCalendar, hidden, due)
      own.get(`${prefix}/request/progress/letters/:name`, hidden, letter)
      own.get(`${prefix}/request/progress/files/:name`, hidden, released)
      own.get(`${prefix}/request/progress/supplied/:name`, hidden, supplied)
    }
  })
}
