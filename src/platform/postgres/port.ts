import { readFileSync } from 'node:fs'
import { createServer } from 'node:net'
import { type Place, writePrivately } from './place.ts'
import { refuse } from './refusals.ts'

export const loopback = '127.0.0.1'

/** Binds for a moment: the port if it is free, else `null`. Port 0 lets the system choose. */
const tryPort = (port: number): Promise<number | null> =>
  new Promise((settle) => {
    const probe = createServer()
    probe.once('error', () => settle(null))
    probe.listen(port, loopback, () => {
      const bound = probe.address()
      probe.close(() => settle(bound && typeof bound === 'object' ? bound.port : null))
    })
  })

function keptPort(place: Place): number {
  try {
    return Number(readFileSync(place.port, 'utf8')) || 0
  } catch {
    return 0
  }
}

/** The port asked for; or the one kept from last time; or, when that is taken, another free one. */
export async function settlePort(place: Place, asked: number): Promise<number> {
  const port = (await tryPort(asked || keptPort(place))) ?? (asked ? null : await tryPort(0))
  if (port === null) throw refuse('portTaken', { port: asked })
  writePrivately(place.port, String(port), place.account)
  return port
}
