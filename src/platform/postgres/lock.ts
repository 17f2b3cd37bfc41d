import { execFileSync } from 'node:child_process'
import { randomUUID } from 'node:crypto'
import { linkSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'

/** A process, told apart from a later one that got the same number. */
export interface Holder {
  readonly pid: number
  readonly born: string | null
}

const bootId = '/proc/sys/kernel/random/boot_id'

/** What Linux tells of a process, from the third field on: the second, a name, may hold spaces. */
const statOf = (pid: number): string[] =>
  (readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ').at(-1) ?? '').split(' ')

/** When a process began, in whatever form this system tells it; `null` where it does not. */
function birthOf(pid: number): string | null {
  try {
    if (process.platform === 'linux') {
      // Field 22 counts clock ticks since boot.
      return `${readFileSync(bootId, 'utf8').trim()} ${statOf(pid)[19]}`
    }
    if (process.platform === 'win32') return null
    return execFileSync('ps', ['-o', 'lstart=', '-p', String(pid)], { encoding: 'utf8' }).trim()
  } catch {
    return null
  }
}

export function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0)
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EPERM') return false
  }
  return !isZombie(pid)
}

/** Dead, only not yet fetched by its parent: in a container perhaps for ever. */
function isZombie(pid: number): boolean {
  if (process.platform !== 'linux') return false
  try {
    return statOf(pid)[0] === 'Z'
  } catch {
    return false
  }
}

/** Whether this holder still runs. Where births are not told, a living number counts as the same. */
export function stillRuns({ pid, born }: Holder): boolean {
  if (!isAlive(pid)) return false
  const birth = birthOf(pid)
  return born === null || birth === null || birth === born
}

function readHolder(path: string): Holder | null {
  try {
    return JSON.parse(readFileSync(path, 'utf8')) as Holder
  } catch (error) {
    // A power cut can leave an empty file: nobody holds that.
    if (error instanceof SyntaxError || isMissing(error)) return null
    throw error
  }
}

const isMissing = (error: unknown) => (error as NodeJS.ErrnoException).code === 'ENOENT'

/** Takes the lock and returns `null`, or returns the living process that has it. */
export function claim(path: string): Holder | null {
  const draft = `${path}.${randomUUID()}`
  const me: Holder = { pid: process.pid, born: birthOf(process.pid) }
  writeFileSync(draft, JSON.stringify(me), { mode: 0o644, flag: 'wx' })
  try {
    for (;;) {
      try {
        linkSync(draft, path) // with its content at once, or not at all
        return null
      } catch (error) {
        if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error
      }
      const holder = readHolder(path)
      if (holder && stillRuns(holder)) return holder
      setAside(path, `${draft}.stale`)
    }
  } finally {
    rmSync(draft, { force: true })
  }
}

/** Removes a dead holder's lock; puts it back if another start was quicker and it is theirs now. */
function setAside(path: string, aside: string): void {
  try {
    renameSync(path, aside)
    const moved = readHolder(aside)
    if (moved && stillRuns(moved)) linkSync(aside, path)
    rmSync(aside)
  } catch (error) {
    if (!isMissing(error)) throw error
  }
}

export const release = (path: string): void => rmSync(path, { force: true })
