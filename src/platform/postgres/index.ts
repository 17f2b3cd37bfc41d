import { findNative, usablePrograms } from './binaries.ts'
import { ensureCluster, ensurePassword, readPassword, role } from './cluster.ts'
import { claim, type Holder, isAlive, release, stillRuns } from './lock.ts'
import { openPlace, type Place } from './place.ts'
import { loopback, settlePort } from './port.ts'
import { endOrphan, readPostmaster, within } from './postmaster.ts'
import { refuse } from './refusals.ts'
import type { Settings } from './settings.ts'
import { supervise } from './supervise.ts'

export interface EmbeddedServer {
  readonly url: string
  readonly dataDirectory: string
  readonly port: number
  /** Fast shutdown; resolves when the server is gone. Does nothing for one we attached to. */
  stop(): Promise<void>
}

export interface StartPostgres {
  /** Holds the cluster, its password, port, lock and log; made if it is not there. */
  readonly directory: string
  /** 0 or absent: a free one, kept in the directory. */
  readonly port?: number
  /** Server settings that differ from the ordinary ones. */
  readonly settings?: Settings
  /** Use the server of another process that runs on this directory, instead of being refused. */
  readonly attach?: boolean
}

/** Starts PostgreSQL from its npm binaries, on this machine's loopback only. */
export async function startPostgres(options: StartPostgres): Promise<EmbeddedServer> {
  const native = findNative()
  const place = openPlace(options.directory)
  const holder = claim(place.lock)
  if (holder) {
    const { directory } = place
    if (!options.attach) throw refuse('inUse', { directory, pid: holder.pid })
    return attach(place, holder)
  }

  const letGo = () => release(place.lock)
  process.on('exit', letGo)
  const forget = () => {
    process.off('exit', letGo)
    letGo()
  }
  try {
    const programs = await usablePrograms(native, place.directory, place.account)
    await endOrphan(place.cluster, programs)
    await ensureCluster(place, programs)
    const password = await ensurePassword(place, programs)
    const port = await settlePort(place, options.port ?? 0)
    const stopServer = await supervise({ place, programs, port, settings: options.settings ?? {} })
    let stopped: Promise<void> | undefined
    const stop = () => {
      stopped ??= stopServer().finally(forget)
      return stopped
    }
    return { ...reachable(place, password, port), stop }
  } catch (error) {
    forget()
    throw error
  }
}

const attachMs = 60_000

/** The server of the process that holds the lock, once it takes connections. */
async function attach(place: Place, holder: Holder): Promise<EmbeddedServer> {
  const ready = () => {
    const server = readPostmaster(place.cluster)
    return server?.isReady && isAlive(server.pid) ? server : null
  }
  await within(attachMs, () => ready() !== null || !stillRuns(holder))
  const server = ready()
  if (!server) {
    throw refuse('stillStarting', { directory: place.directory, pid: holder.pid })
  }
  return { ...reachable(place, readPassword(place), server.port), stop: async () => {} }
}

const reachable = (place: Place, password: string, port: number) => ({
  url: `postgres://${role}:${password}@${loopback}:${port}/${role}`,
  dataDirectory: place.cluster,
  port,
})
