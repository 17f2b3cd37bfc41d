import {
  createServer,
  type IncomingMessage,
  maxHeaderSize,
  type Server,
  type ServerResponse,
} from 'node:http'
import { type AddressInfo, connect, type Socket } from 'node:net'
import { brotliDecompressSync } from 'node:zlib'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { readPlainGet, standBefore } from './kept-front.ts'
import { pageCache } from './page-cache.ts'
import { keptAliveMs } from './ready-answer.ts'

const text = `<p>${'青穗县'.repeat(200)}</p>`
let server: Server
let front: { close(): void }
let port = 0
/** What reached Node's own server: the front answered the rest. */
let behind: string[] = []
let pages: ReturnType<typeof pageCache>

beforeEach(async () => {
  behind = []
  pages = pageCache(32_000_000)
  server = createServer({ keepAliveTimeout: keptAliveMs }, (request, response) => {
    behind.push(`${request.method} ${request.url}`)
    const chunks: Buffer[] = []
    request.on('data', (chunk) => chunks.push(chunk))
    request.on('end', () => {
      if (request.method === 'POST') response.end(`got ${Buffer.concat(chunks)}`)
      else if (request.url === '/d/1' && !pages.serve(request, response))
        void pages.answer(request, response, '/d/1', async () => ({
          body: text,
          mediaType: 'text/html; charset=utf-8',
          tags: ['document:1'],
        }))
      else if (request.url !== '/d/1') response.end('elsewhere')
    })
  })
  front = standBefore(server, pages.find)
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
  port = (server.address() as AddressInfo).port
  await fetch(`http://127.0.0.1:${port}/d/1`)
  behind = []
})

afterEach(async () => {
  front.close()
  server.closeAllConnections()
  await new Promise((done) => server.close(done))
})

/** Sends pieces one after another and gathers what comes until it is quiet. */
const talk = async (...pieces: string[]): Promise<string> => {
  const socket = connect(port, '127.0.0.1')
  let came = ''
  socket.on('data', (chunk) => {
    came += chunk.toString('latin1')
  })
  socket.on('error', () => undefined)
  for (const piece of pieces) {
    socket.write(piece)
    await new Promise((done) => setTimeout(done, 40))
  }
  await new Promise((done) => setTimeout(done, 60))
  socket.destroy()
  return came
}

const get = (address: string, more = ''): string =>
  `GET ${address} HTTP/1.1\r\nHost: a.example\r\n${more}\r\n`
const answersIn = (came: string): number => came.split('HTTP/1.1 ').length - 1
const linesOf = (came: string): string[] =>
  (came.split('\r\n\r\n')[0] ?? '').split('\r\n').map((line) => line.toLowerCase())

test('answers a kept page with the very headers and bytes that the server behind would send', async () => {
  const ours = await talk(get('/d/1'))
  expect(behind).toEqual([])
  // Two at once are out of the ordinary, so this one goes through the server behind.
  const theirs = (await talk(get('/d/1') + get('/other'))).split('HTTP/1.1 200 OK\r\n')[1] ?? ''
  expect(behind).toEqual(['GET /d/1', 'GET /other'])
  // A second may pass between the two: of the date its form counts (RFC 9110, 5.6.7).
  const dated = (lines: string[]) =>
    lines
      .map((line) => line.replace(/^(date: )\w{3}, \d\d \w{3} \d{4} [\d:]{8} gmt$/, '$1…'))
      .sort()
  expect(dated(linesOf(ours).slice(1))).toEqual(dated(linesOf(theirs)))
  expect(dated(linesOf(ours))).toContain('date: …')
  expect(ours.split('\r\n\r\n')[1]).toBe(theirs.split('\r\n\r\n')[1])
  expect(Buffer.from(ours.split('\r\n\r\n')[1] ?? '', 'latin1').toString()).toBe(text)
})

test('answers in the encoding asked for, and says unchanged to who has it', async () => {
  const answer = await fetch(`http://127.0.0.1:${port}/d/1`, {
    headers: { 'accept-encoding': 'br' },
  })
  expect(await answer.text()).toBe(text)
  expect(answer.headers.get('content-encoding')).toBe('br')
  const raw = await talk(get('/d/1', 'Accept-Encoding: gzip, br\r\n'))
  const packed = Buffer.from(raw.slice(raw.indexOf('\r\n\r\n') + 4), 'latin1')
  expect(brotliDecompressSync(packed).toString()).toBe(text)
  const etag = answer.headers.get('etag') ?? ''
  const same = await talk(get('/d/1', `If-None-Match: ${etag}\r\n`))
  expect(same.startsWith('HTTP/1.1 304 Not Modified\r\n')).toBe(true)
  expect(same.endsWith('\r\n\r\n')).toBe(true)
  expect(behind).toEqual([])
})

test('answers many on one connection, and goes on after the connection was handed over', async () => {
  const came = await talk(get('/d/1'), get('/d/1'), get('/other'), get('/d/1'))
  expect(answersIn(came)).toBe(4)
  expect(behind).toEqual(['GET /other', 'GET /d/1'])
})

test('a page that was dropped is asked of the server again', async () => {
  pages.drop(['document:1'])
  expect(answersIn(await talk(get('/d/1')))).toBe(1)
  expect(behind).toEqual(['GET /d/1'])
})

test('leaves to the server what is not one plain GET: pieces, several, bodies, other methods', async () => {
  const whole = get('/d/1')
  expect(answersIn(await talk(whole.slice(0, 9), whole.slice(9)))).toBe(1)
  expect(answersIn(await talk(whole + whole + whole))).toBe(3)
  expect(await talk(`HEAD /d/1 HTTP/1.1\r\nHost: a\r\n\r\n`)).not.toContain('<p>')
  const post = 'POST /d/1 HTTP/1.1\r\nHost: a\r\nContent-Length: 5\r\n\r\nhello'
  expect(await talk(post)).toContain('got hello')
  expect(behind).toHaveLength(6)
})

test('never takes a body for a second request', async () => {
  const hidden = get('/secret')
  const smuggled = `GET /d/1 HTTP/1.1\r\nHost: a\r\nContent-Length: ${hidden.length}\r\n\r\n`
  await talk(smuggled, hidden)
  expect(behind).toEqual(['GET /d/1'])
})

test.each([
  ['no host', 'GET /d/1 HTTP/1.1\r\nAccept: */*\r\n\r\n'],
  ['two hosts', 'GET /d/1 HTTP/1.1\r\nHost: a\r\nHost: b\r\n\r\n'],
  ['a header without colon', 'GET /d/1 HTTP/1.1\r\nHost: a\r\nrubbish\r\n\r\n'],
  ['a folded header', 'GET /d/1 HTTP/1.1\r\nHost: a\r\nX: 1\r\n 2\r\n\r\n'],
  ['a bare line feed', 'GET /d/1 HTTP/1.1\nHost: a\n\n'],
  ['an older version', 'GET /d/1 HTTP/1.0\r\nHost: a\r\n\r\n'],
  ['an end of the connection', 'GET /d/1 HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n'],
  ['a body', 'GET /d/1 HTTP/1.1\r\nHost: a\r\nContent-Length: 0\r\n\r\n'],
  ['chunks', 'GET /d/1 HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\n'],
  ['an upgrade', 'GET /d/1 HTTP/1.1\r\nHost: a\r\nUpgrade: websocket\r\n\r\n'],
  ['a whole address', 'GET http://a/d/1 HTTP/1.1\r\nHost: a\r\n\r\n'],
  ['more headers than Node takes', get('/d/1', `X-Long: ${'a'.repeat(maxHeaderSize)}\r\n`)],
  ['a request and a half', `${get('/d/1')}GET /d`],
])('does not read %s', (_what, request) => {
  expect(readPlainGet(Buffer.from(request, 'latin1'))).toBeUndefined()
})

test('reads what browsers send', () => {
  const request =
    'GET /d/1?after=2026 HTTP/1.1\r\nhost: www.a.example:8080\r\nConnection: Keep-Alive\r\nUser-Agent: Mozilla/5.0 (X11) 浏览\r\nAccept-Encoding: gzip, deflate, br\r\nIf-None-Match: "abc"\r\n\r\n'
  expect(readPlainGet(Buffer.from(request))).toEqual({
    address: '/d/1?after=2026',
    ifNoneMatch: '"abc"',
    acceptEncoding: 'gzip, deflate, br',
  })
})

test('who asks without reading is not read from, and misses nothing once they read', async () => {
  const big = 'a'.repeat(8_000_000)
  const asked = { url: '/big', method: 'GET', headers: {} } as IncomingMessage
  const nowhere = { writeHead: () => nowhere, end: () => undefined } as unknown as ServerResponse
  const render = async () => ({ body: big, mediaType: 'text/plain', tags: [] })
  await pages.answer(asked, nowhere, '/big', render)
  const held: Socket[] = []
  server.on('connection', (socket: Socket) => held.push(socket))

  const reader = connect(port, '127.0.0.1')
  reader.pause()
  for (let times = 0; times < 3; times += 1) {
    reader.write(get('/big'))
    await new Promise((done) => setTimeout(done, 50))
  }
  expect(held[0]?.isPaused()).toBe(true)
  expect(held[0]?.writableLength).toBeLessThan(big.length + 1_000)
  let came = 0
  reader.on('data', (chunk) => {
    came += chunk.length
  })
  reader.resume()
  await vi.waitFor(() => expect(came).toBeGreaterThan(3 * big.length), 5_000)
  reader.destroy()
})
