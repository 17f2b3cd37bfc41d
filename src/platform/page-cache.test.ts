import { EventEmitter } from 'node:events'
import type { IncomingMessage, ServerResponse } from 'node:http'
import { gunzipSync } from 'node:zlib'
import { expect, test } from 'vitest'
import { pageCache } from './page-cache.ts'

const ask = (url: string, headers: Record<string, string> = {}) => {
  const answer: { status: number; headers: string[]; body: Buffer | undefined } = {
    status: 0,
    headers: [],
    body: undefined,
  }
  const response = Object.assign(new EventEmitter(), {
    writeHead(status: number, sent: string[]) {
      answer.status = status
      answer.headers = sent
      return response
    },
    end(body?: Buffer) {
      answer.body = body
    },
  }) as unknown as ServerResponse
  return { request: { url, method: 'GET', headers } as IncomingMessage, response, answer }
}
const page = (body: string, tags: string[]) => async () => ({
  body,
  mediaType: 'text/html; charset=utf-8',
  tags,
})

test('keeps a rendered page, answers it compressed, and says unchanged to who has it', async () => {
  const cache = pageCache(1_000_000)
  const first = ask('/d/1')
  await cache.answer(first.request, first.response, '/d/1', page('甲'.repeat(400), ['document:1']))
  expect(first.answer.status).toBe(200)

  const again = ask('/d/1', { 'accept-encoding': 'gzip' })
  expect(cache.serve(again.request, again.response)).toBe(true)
  expect(gunzipSync(again.answer.body as Buffer).toString()).toBe('甲'.repeat(400))

  const etag = again.answer.headers[again.answer.headers.indexOf('etag') + 1] ?? ''
  const known = ask('/d/1', { 'if-none-match': etag })
  cache.serve(known.request, known.response)
  expect(known.answer.status).toBe(304)
})

test('sends as it is what is packed already', async () => {
  const cache = pageCache(1_000_000)
  const mediaType = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'
  const bytes = Buffer.from('PK'.repeat(400))
  const asked = ask('/table.xlsx', { 'accept-encoding': 'gzip, br' })
  const render = async () => ({ body: bytes, mediaType, tags: [] })
  await cache.answer(asked.request, asked.response, '/table.xlsx', render)
  expect(asked.answer.body).toEqual(bytes)
  expect(asked.answer.headers).not.toContain('content-encoding')
})

test('drops by tag only what carries the tag', async () => {
  const cache = pageCache(1_000_000)
  for (const [url, tag] of [
    ['/d/1', 'document:1'],
    ['/d/2', 'document:2'],
  ] as const) {
    const { request, response } = ask(url)
    await cache.answer(request, response, url, page(url, [tag]))
  }
  cache.drop(['document:1'])
  expect(cache.serve(ask('/d/1').request, ask('/d/1').response)).toBe(false)
  expect(cache.serve(ask('/d/2').request, ask('/d/2').response)).toBe(true)
})

test('does not keep a page whose data changed while it was being rendered', async () => {
  const cache = pageCache(1_000_000)
  let finish: () => void = () => undefined
  const slow = new Promise<void>((resolve) => {
    finish = resolve
  })
  const early = ask('/list')
  const answered = cache.answer(early.request, early.response, '/list', async () => {
    await slow
    return { body: 'old', mediaType: 'text/html', tags: ['column:7'] }
  })
  cache.drop(['column:7'])
  const late = ask('/list')
  await cache.answer(late.request, late.response, '/list', page('new', ['column:7']))
  expect(late.answer.body?.toString()).toBe('new')
  finish()
  await answered
  const after = ask('/list')
  expect(cache.serve(after.request, after.response)).toBe(true)
  expect(after.answer.body?.toString()).toBe('new')
})

test('stays inside its bytes and never keeps errors', async () => {
  const cache = pageCache(30_000)
  for (let n = 0; n < 50; n += 1) {
    const { request, response } = ask(`/d/${n}`)
    await cache.answer(request, response, `/d/${n}`, page('x'.repeat(1_000), [`document:${n}`]))
  }
  expect(cache.size.bytes).toBeLessThanOrEqual(30_000)
  const missing = ask('/nowhere')
  await cache.answer(missing.request, missing.response, '/nowhere', async () => ({
    body: 'no',
    mediaType: 'text/html',
    tags: [],
    status: 404,
  }))
  expect(missing.answer.status).toBe(404)
  expect(cache.serve(ask('/nowhere').request, ask('/nowhere').response)).toBe(false)
})
