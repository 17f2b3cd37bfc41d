import { connect, type Socket } from 'node:net'

/** Opens many keep-alive connections to loopback, keeps them open, and asks once on each. */
export const manyConnections = async (
  url: string,
  path: string,
  count: number,
): Promise<{ answered: number; errors: number }> => {
  const { port } = new URL(url)
  const sockets: Socket[] = []
  let answered = 0
  let errors = 0
  const ask = (at: number): Promise<void> =>
    new Promise((resolve) => {
      // One source address has some 28,000 ports; two make room for all.
      const socket = connect({
        port: Number(port),
        host: '127.0.0.1',
        localAddress: at % 2 ? '127.0.0.1' : '127.0.0.2',
      })
      sockets.push(socket)
      let answeredHere = false
      socket.setTimeout(30_000, () => socket.destroy(new Error('no answer')))
      socket.once('connect', () => socket.write(`GET ${path} HTTP/1.1\r\nhost: 127.0.0.1\r\n\r\n`))
      socket.once('data', (head) => {
        answeredHere = true
        if (head.toString('latin1', 0, 12) === 'HTTP/1.1 200') answered += 1
        else errors += 1
        resolve()
      })
      socket.once('error', () => {
        if (!answeredHere) errors += 1
        resolve()
      })
    })
  const atOnce = 500
  for (let first = 0; first < count; first += atOnce)
    await Promise.all(
      Array.from({ length: Math.min(atOnce, count - first) }, (_, at) => ask(first + at)),
    )
  for (const socket of sockets) socket.destroy()
  return { answered, errors }
}
