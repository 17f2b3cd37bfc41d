/** One answer as it goes over the wire, head and body in one piece. */
export interface ReadyAnswer {
  /** The body alone, the same memory. */
  readonly body: Buffer
  /** The bytes, dated to the second. Send them and forget them: the next call may date them anew. */
  readonly bytes: () => Buffer
}

/** For how long a silent connection is kept, by whoever answers on it. */
export const keptAliveMs = 65_000

let second = 0
let date = ''

/** Today's `Date` header, written once a second however many ask. */
const httpDate = (): string => {
  const now = Math.trunc(Date.now() / 1_000)
  if (now !== second) {
    second = now
    date = new Date(now * 1_000).toUTCString()
  }
  return date
}

/**
 * Puts an answer together once. `headers` are names and values in turn, without those of the
 * connection. The date comes first: it leaves with the first bytes, so that dating the buffer anew
 * never touches what a slow reader still waits for.
 */
export const readyAnswer = (
  status: '200 OK' | '304 Not Modified',
  headers: readonly string[],
  body: Buffer,
): ReadyAnswer => {
  const start = `HTTP/1.1 ${status}\r\nDate: `
  const lines = headers.map((text, at) => (at % 2 === 0 ? `${text}: ` : `${text}\r\n`)).join('')
  let dated = httpDate()
  const head = `${start}${dated}\r\n${lines}Connection: keep-alive\r\nKeep-Alive: timeout=${keptAliveMs / 1_000}\r\n\r\n`
  const bytes = Buffer.concat([Buffer.from(head, 'latin1'), body])
  return {
    body: bytes.subarray(bytes.length - body.length),
    bytes() {
      const now = httpDate()
      if (now !== dated) {
        bytes.write(now, start.length, 'latin1')
        dated = now
      }
      return bytes
    },
  }
}
