import { type ChildProcess, spawn } from 'node:child_process'
import { randomUUID } from 'node:crypto'
import { once } from 'node:events'
import { chmodSync, mkdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import pg from 'pg'
import { afterAll, afterEach, beforeAll, expect } from 'vitest'
import { localAccounts } from './account.ts'
import { type EmbeddedServer, type StartPostgres, startPostgres } from './index.ts'
import { isAlive } from './lock.ts'
import { readPostmaster } from './postmaster.ts'

// One parent for the test file's directories, that every account may pass through, removed with all that is in it.
export const ground = join(tmpdir(), `gongkai-postgres-${randomUUID()}`)
const open: EmbeddedServer[] = []
export const children: ChildProcess[] = []

beforeAll(() => {
  mkdirSync(ground)
  chmodSync(ground, 0o755)
})

afterEach(async () => {
  await Promise.all(open.splice(0).map((server) => server.stop()))
  for (const child of children.splice(0)) child.kill('SIGKILL')
})

const clusters: string[] = []
afterAll(() => {
  for (const cluster of clusters) {
    const left = readPostmaster(cluster)
    if (left && isAlive(left.pid)) process.kill(left.pid, 'SIGQUIT')
  }
  rmSync(ground, { recursive: true, force: true, maxRetries: 20 })
})

const quick = { fsync: 'off', shared_buffers: '16MB' }
export const fresh = (below = ground) => {
  const directory = join(below, randomUUID())
  clusters.push(join(directory, 'cluster'))
  return directory
}

export async function start(directory: string, more: Partial<StartPostgres> = {}) {
  const server = await startPostgres({ directory, settings: quick, ...more })
  open.push(server)
  return server
}

export async function ask<Row extends pg.QueryResultRow>(url: string, sql: string): Promise<Row[]> {
  const client = new pg.Client(url)
  client.on('error', () => {}) // a server killed under it
  await client.connect()
  try {
    return (await client.query<Row>(sql)).rows
  } finally {
    await client.end()
  }
}

export const remember = (url: string) => ask(url, `create table kept as select 7 as n`)
export const remembered = async (url: string) => (await ask<{ n: number }>(url, 'table kept'))[0]?.n

/** A Node process of its own that starts the server and then waits to be killed. */
export async function startElsewhere(directory: string, as: { uid?: number; gid?: number } = {}) {
  const program = `
    const { startPostgres } = await import(${JSON.stringify(join(import.meta.dirname, 'index.ts'))})
    const server = await startPostgres(${JSON.stringify({ directory, settings: quick })})
    console.log(server.url)
    process.stdin.on('end', () => process.exit()).resume()`
  const child = spawn(process.execPath, ['--input-type=module', '-e', program], {
    stdio: ['pipe', 'pipe', 'inherit'],
    ...as,
  })
  children.push(child)
  const [url] = (await once(createInterface(child.stdout), 'line')) as [string]
  return { child, url }
}

export const serverPid = (server: { dataDirectory: string }) =>
  readPostmaster(server.dataDirectory)?.pid ?? 0

export async function gone(pid: number) {
  await expect.poll(() => isAlive(pid), { timeout: 5_000 }).toBe(false)
}

export const nobody = localAccounts().find((account) => account.name === 'nobody')
