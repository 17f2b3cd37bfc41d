import { spawnSync } from 'node:child_process'
import { readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as delay } from 'node:timers/promises'
import type { Programs } from './binaries.ts'
import { isAlive } from './lock.ts'

/** What a server says of itself in its `postmaster.pid`. */
export interface Postmaster {
  readonly pid: number
  readonly port: number
  readonly sharedMemory: string | undefined
  readonly isReady: boolean
}

const pidFile = (cluster: string) => join(cluster, 'postmaster.pid')

export function readPostmaster(cluster: string): Postmaster | null {
  try {
    const lines = readFileSync(pidFile(cluster), 'utf8').split('\n')
    const [pid, , , port, , , memory = '', status = ''] = lines
    return {
      pid: Number(pid),
      port: Number(port),
      sharedMemory: memory.trim().split(/\s+/)[1],
      isReady: status.trim() === 'ready',
    }
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null
    throw error
  }
}

/** `INT` is PostgreSQL's fast shutdown, `QUIT` its immediate one. */
export function signalServer(programs: Programs, pid: number, signal: 'INT' | 'QUIT'): void {
  // On Windows a signal from Node would simply end the process; PostgreSQL listens on a pipe there.
  if (process.platform === 'win32') spawnSync(programs.pgCtl, ['kill', signal, String(pid)])
  else if (isAlive(pid)) process.kill(pid, `SIG${signal}`)
}

const fastShutdownMs = 60_000
const immediateShutdownMs = 10_000

/**
 * Ends a server that outlived its Node process, which the kill of Node alone leaves behind. It is
 * stopped rather than taken over: a start of 0.1 s buys a server that is our child, which we can
 * watch, with the settings and the binaries of today.
 */
export async function endOrphan(cluster: string, programs: Programs): Promise<void> {
  const found = readPostmaster(cluster)
  if (!found) return
  if (!isServerOf(cluster, found.pid)) return clearStalePid(cluster, found)

  const gone = () => readPostmaster(cluster)?.pid !== found.pid || !isAlive(found.pid)
  signalServer(programs, found.pid, 'INT')
  if (await within(fastShutdownMs, gone)) return
  signalServer(programs, found.pid, 'QUIT')
  if (await within(immediateShutdownMs, gone)) return
  throw new Error(`the PostgreSQL server with pid ${found.pid} on ${cluster} does not stop`)
}

/** Whether the process of this number is the server, and not one that got its number since. */
function isServerOf(cluster: string, pid: number): boolean {
  if (!isAlive(pid)) return false
  if (process.platform === 'win32') return true // the pipe of signalServer is PostgreSQL's alone
  if (process.platform !== 'linux') {
    const { stdout } = spawnSync('ps', ['-o', 'command=', '-p', String(pid)], { encoding: 'utf8' })
    return stdout.includes(cluster)
  }
  try {
    return readFileSync(`/proc/${pid}/cmdline`, 'utf8').split('\0').includes(cluster)
  } catch {
    return false
  }
}

/**
 * A container that was killed and started again gives the same numbers out again, and PostgreSQL
 * then takes any process of its account for the old server. We know better where Linux tells us
 * that nothing is attached to the old server's memory: the very test PostgreSQL would make next.
 */
function clearStalePid(cluster: string, { pid, sharedMemory }: Postmaster): void {
  if (process.platform !== 'linux' || !isAlive(pid)) return
  const segments = readFileSync('/proc/sysvipc/shm', 'utf8')
  const rows = segments.split('\n').map((line) => line.trim().split(/\s+/))
  const column = rows[0]?.indexOf('nattch') ?? -1
  const segment = rows.find((row) => row[1] === sharedMemory)
  if (segment && segment[column] !== '0') return
  rmSync(pidFile(cluster))
}

/** Waits until `done`, at most `ms`. */
export async function within(ms: number, done: () => boolean): Promise<boolean> {
  for (const deadline = Date.now() + ms; Date.now() < deadline; await delay(20)) {
    if (done()) return true
  }
  return done()
}
