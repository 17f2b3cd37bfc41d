import { type ChildProcess, spawn } from 'node:child_process'
import {
  closeSync,
  fchownSync,
  fstatSync,
  openSync,
  readFileSync,
  renameSync,
  statSync,
} from 'node:fs'
import { setTimeout as delay } from 'node:timers/promises'
import { runningAs } from './account.ts'
import type { Programs } from './binaries.ts'
import type { Place } from './place.ts'
import { readPostmaster, signalServer } from './postmaster.ts'
import { refuse } from './refusals.ts'
import { type Settings, serverArguments } from './settings.ts'

/** A server that is our child, and the promise of its end. */
export interface RunningServer {
  readonly child: ChildProcess
  readonly ended: Promise<string>
}

export interface LaunchPlan {
  readonly place: Place
  readonly programs: Programs
  readonly port: number
  readonly settings: Settings
}

// After a crash the last child of the old server may live on for a moment and hold its memory:
// measured in 2 of 50 kills, gone at the next try.
const retryMs = 10_000
const maxLogBytes = 10 * 1024 * 1024

/** Starts the server and waits until it takes connections, however long its recovery lasts. */
export async function launch(plan: LaunchPlan): Promise<RunningServer> {
  for (const deadline = Date.now() + retryMs; ; await delay(250)) {
    const logged = logSize(plan.place.log)
    const running = spawnServer(plan)
    if (await becomesReady(plan.place.cluster, running)) return running

    const end = await running.ended
    const said = readFileSync(plan.place.log).subarray(logged).toString().trim() || end
    const lingers = /pre-existing shared memory block|lock file .* already exists/.test(said)
    if (lingers && Date.now() < deadline) continue
    if (/could not bind .* already in use/.test(said)) {
      throw refuse('portTaken', { port: plan.port })
    }
    throw new Error(`PostgreSQL did not start (see ${plan.place.log}):\n${said}`)
  }
}

function spawnServer({ place, programs, port, settings }: LaunchPlan): RunningServer {
  const log = openLog(place)
  // Its own session: Ctrl+C reaches us alone, and we stop the server after the last request.
  const child = spawn(programs.postgres, serverArguments(place.cluster, port, settings), {
    ...runningAs(place.account, place.directory),
    stdio: ['ignore', log, log],
    detached: true,
  })
  closeSync(log)
  child.unref()

  const stopWithUs = () => child.pid && signalServer(programs, child.pid, 'INT')
  process.on('exit', stopWithUs)
  const ended = new Promise<string>((resolve) => {
    child.once('error', (error) => resolve(error.message))
    child.once('exit', (code, signal) => resolve(signal ?? `exit code ${code}`))
  }).finally(() => process.off('exit', stopWithUs))
  return { child, ended }
}

async function becomesReady(cluster: string, { child, ended }: RunningServer): Promise<boolean> {
  let hasEnded = false
  ended.then(() => {
    hasEnded = true
  })
  while (!hasEnded) {
    const postmaster = readPostmaster(cluster)
    if (postmaster?.pid === child.pid && postmaster?.isReady) return true
    await delay(20)
  }
  return false
}

const logSize = (log: string) => statSync(log, { throwIfNoEntry: false })?.size ?? 0

function openLog({ log, account }: Place): number {
  if (logSize(log) > maxLogBytes) renameSync(log, `${log}.1`)
  const opened = openSync(log, 'a', 0o600)
  if (account && fstatSync(opened).uid !== account.uid) {
    fchownSync(opened, account.uid, account.gid)
  }
  return opened
}
