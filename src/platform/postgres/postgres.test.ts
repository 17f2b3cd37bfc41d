import { type ChildProcess, spawn, spawnSync } from 'node:child_process'
import { randomUUID } from 'node:crypto'
import { once } from 'node:events'
import {
  chmodSync,
  chownSync,
  cpSync,
  existsSync,
  lstatSync,
  mkdirSync,
  readFileSync,
  readlinkSync,
  rmSync,
  statSync,
  unlinkSync,
  writeFileSync,
} from 'node:fs'
import { connect, createServer } from 'node:net'
import { networkInterfaces, tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import pg from 'pg'
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import { isRoot, localAccounts } from './account.ts'
import { findNative, linkLibraries, usablePrograms } from './binaries.ts'
import { type EmbeddedServer, type StartPostgres, startPostgres } from './index.ts'
import { isAlive, stillRuns } from './lock.ts'
import { readPostmaster } from './postmaster.ts'

// One parent that every account may pass through, removed with all that is in it.
const ground = join(tmpdir(), `gongkai-postgres-${randomUUID()}`)
const open: EmbeddedServer[] = []
const children: ChildProcess[] = []

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
const fresh = () => {
  const directory = join(ground, randomUUID())
  clusters.push(join(directory, 'cluster'))
  return directory
}

async function start(directory: string, more: Partial<StartPostgres> = {}) {
  const server = await startPostgres({ directory, settings: quick, ...more })
  open.push(server)
  return server
}

async function ask<Row extends pg.QueryResultRow>(url: string, sql: string): Promise<Row[]> {
  const client = new pg.Client(url)
  client.on('error', () => {}) // a server killed under it
  await client.connect()
  try {
    return (await client.query<Row>(sql)).rows
  } finally {
    await client.end()
  }
}

const remember = (url: string) => ask(url, `create table kept as select 7 as n`)
const remembered = async (url: string) => (await ask<{ n: number }>(url, 'table kept'))[0]?.n

/** A Node process of its own that starts the server and then waits to be killed. */
async function startElsewhere(directory: string, as: { uid?: number; gid?: number } = {}) {
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

const serverPid = (server: { dataDirectory: string }) =>
  readPostmaster(server.dataDirectory)?.pid ?? 0

async function gone(pid: number) {
  await expect.poll(() => isAlive(pid), { timeout: 5_000 }).toBe(false)
}

const nobody = localAccounts().find((account) => account.name === 'nobody')

test('a first start founds a private UTF-8 cluster with checksums, and a restart keeps its data', async () => {
  const directory = fresh()
  const first = await start(directory)
  await remember(first.url)

  const [facts] = await ask<Record<string, string>>(
    first.url,
    `select current_setting('data_checksums') as checksums,
            current_setting('server_encoding') as encoding,
            current_setting('data_directory') as directory,
            current_setting('fsync') as fsync,
            current_setting('server_version_num')::int / 10000 as major,
            datcollate as collate, datctype as ctype,
            (select rolsuper from pg_roles where rolname = current_user)::text as super
       from pg_database where datname = current_database()`,
  )
  expect(facts).toEqual({
    checksums: 'on',
    encoding: 'UTF8',
    directory: first.dataDirectory,
    fsync: 'off',
    major: 18,
    collate: 'C.UTF-8',
    ctype: 'C.UTF-8',
    super: 'false',
  })
  await ask(first.url, 'create extension pg_trgm')
  const [chinese] = await ask<{ n: number }>(
    first.url,
    `select cardinality(show_trgm('政务公开条例')) as n`,
  )
  expect(chinese?.n).toBe(7)

  expect(statSync(join(directory, 'password')).mode & 0o777).toBe(0o600)
  expect(statSync(directory).mode & 0o777).toBe(0o700)
  const wrong = first.url.replace(/:[^:@]+@/, ':wrong@')
  await expect(ask(wrong, 'select 1')).rejects.toThrow(/password authentication failed/)

  const pid = serverPid(first)
  await first.stop()
  expect(isAlive(pid)).toBe(false)
  expect(existsSync(join(directory, 'lock'))).toBe(false)

  const second = await start(directory)
  expect(second.url).toBe(first.url)
  expect(await remembered(second.url)).toBe(7)
})

test('listens on the loopback address only', async () => {
  const { port, dataDirectory } = await start(fresh())
  const reach = (host: string) =>
    new Promise<boolean>((settle) => {
      const socket = connect({ port, host, timeout: 500 })
      const answer = (reached: boolean) => {
        socket.destroy()
        settle(reached)
      }
      socket.once('connect', () => answer(true))
      socket.once('timeout', () => answer(false))
      socket.once('error', () => answer(false))
    })
  expect(await reach('127.0.0.1')).toBe(true)
  const elsewhere = Object.values(networkInterfaces())
    .flatMap((addresses) => addresses ?? [])
    .filter(({ address }) => address !== '127.0.0.1')
  for (const { address } of elsewhere) expect(await reach(address), address).toBe(false)
  // Where a machine has no other address, this still tells. 0x7F000001 in the kernel's byte order.
  if (process.platform === 'linux') {
    const hex = port.toString(16).toUpperCase().padStart(4, '0')
    const listening = (table: string) =>
      existsSync(table)
        ? readFileSync(table, 'utf8')
            .split('\n')
            .map((line) => line.trim().split(/\s+/))
            .filter(([, local, , state]) => local?.endsWith(`:${hex}`) && state === '0A')
            .map(([, local]) => local)
        : []
    expect(listening('/proc/net/tcp')).toEqual([`0100007F:${hex}`])
    expect(listening('/proc/net/tcp6')).toEqual([])
  }
  const lines = readFileSync(join(dataDirectory, 'postmaster.pid'), 'utf8').split('\n')
  expect(lines[4]).toBe('') // no Unix socket either
})

test('a committed row outlives the kill of Node and of every server process', async () => {
  const directory = fresh()
  const { child, url } = await startElsewhere(directory)
  await remember(url)
  const pid = readPostmaster(join(directory, 'cluster'))?.pid ?? 0
  child.kill('SIGKILL')
  await once(child, 'exit')
  const backends = spawnSync('pgrep', ['-P', String(pid)], { encoding: 'utf8' }).stdout
  for (const each of [pid, ...backends.split('\n').filter(Boolean).map(Number)]) {
    if (isAlive(each)) process.kill(each, 'SIGKILL')
  }
  const again = await start(directory)
  expect(await remembered(again.url)).toBe(7)
})

test('a server orphaned by the kill of Node alone is ended, and its data served by our own', async () => {
  const directory = fresh()
  const { child, url } = await startElsewhere(directory)
  await remember(url)
  child.kill('SIGKILL')
  await once(child, 'exit')
  const orphan = readPostmaster(join(directory, 'cluster'))?.pid ?? 0
  expect(isAlive(orphan)).toBe(true)

  const ours = await start(directory)
  await gone(orphan)
  expect(serverPid(ours)).not.toBe(orphan)
  expect(ours.url).toBe(url)
  expect(await remembered(ours.url)).toBe(7)
})

test('the server does not outlive a Node process that ends without stopping it', async () => {
  const directory = fresh()
  const { child } = await startElsewhere(directory)
  const pid = readPostmaster(join(directory, 'cluster'))?.pid ?? 0
  child.stdin?.end()
  await once(child, 'exit')
  await gone(pid)
  expect(existsSync(join(directory, 'lock'))).toBe(false)
})

test('a second process is refused with the pid of the first, and may attach instead', async () => {
  const directory = fresh()
  const { child, url } = await startElsewhere(directory)
  await expect(startPostgres({ directory })).rejects.toMatchObject({
    code: 'postgres.inUse',
    params: { directory, pid: child.pid },
  })

  const beside = await startPostgres({ directory, attach: true })
  expect(beside.url).toBe(url)
  await beside.stop()
  expect(await ask(url, 'select 1 as n')).toEqual([{ n: 1 }])
})

test('who attaches while the first still starts waits for it; alone it starts the server', async () => {
  const directory = fresh()
  const [first, second] = await Promise.all([
    start(directory, { attach: true }),
    start(directory, { attach: true }),
  ])
  expect(second.url).toBe(first.url)
  expect(await ask(second.url, 'select 1 as n')).toEqual([{ n: 1 }])
})

test('a server that dies under us is started again', async () => {
  const server = await start(fresh())
  await remember(server.url)
  const pid = serverPid(server)
  const warned = once(process, 'warning')
  process.kill(pid, 'SIGKILL')
  expect(String(await warned)).toContain('PostgreSQL ended (SIGKILL)')
  const value = () => remembered(server.url).catch(() => 'not yet')
  await expect.poll(value, { timeout: 10_000 }).toBe(7)
  expect(serverPid(server)).not.toBe(pid)
})

test('a lock and a pid left by the dead do not stand in the way, though others bear their numbers', async () => {
  const directory = fresh()
  const server = await start(directory)
  const { dataDirectory } = server
  const left = readFileSync(join(dataDirectory, 'postmaster.pid'), 'utf8')
  await server.stop()

  // An innocent process of the same account, as a restarted container hands it the same number.
  const { uid, gid } = statSync(dataDirectory)
  const innocent = spawn('sleep', ['60'], isRoot() ? { uid, gid } : {})
  children.push(innocent)
  const stale = left.replace(/^\d+/, String(innocent.pid))
  writeFileSync(join(dataDirectory, 'postmaster.pid'), stale)
  chownSync(join(dataDirectory, 'postmaster.pid'), uid, gid)
  const namesake = { pid: process.pid, born: 'another time' }
  expect(stillRuns(namesake)).toBe(false)
  writeFileSync(join(directory, 'lock'), JSON.stringify(namesake))

  await start(directory)
  expect(innocent.exitCode).toBeNull()
  expect(innocent.signalCode).toBeNull()
})

test('a taken port is refused when it was asked for, and replaced when it was our own choice', async () => {
  const directory = fresh()
  const intruder = createServer().listen(0, '127.0.0.1')
  await once(intruder, 'listening')
  const taken = (intruder.address() as { port: number }).port
  try {
    await expect(startPostgres({ directory, port: taken })).rejects.toMatchObject({
      code: 'postgres.portTaken',
      params: { port: taken },
    })
    writeFileSync(join(directory, 'port'), String(taken))
    const server = await start(directory)
    expect(server.port).not.toBe(taken)
    expect(readFileSync(join(directory, 'port'), 'utf8')).toBe(String(server.port))
  } finally {
    intruder.close()
  }
})

test('a lost password file is replaced by a new password', async () => {
  const directory = fresh()
  const first = await start(directory)
  await first.stop()
  unlinkSync(join(directory, 'password'))
  const second = await start(directory)
  expect(second.url).not.toBe(first.url)
  expect(await ask(second.url, 'select 1 as n')).toEqual([{ n: 1 }])
})

test('refuses a data directory of another major version, and someone’s other files', async () => {
  const directory = fresh()
  mkdirSync(join(directory, 'cluster'), { recursive: true })
  writeFileSync(join(directory, 'cluster', 'PG_VERSION'), '15\n')
  if (isRoot() && nobody) chownSync(join(directory, 'cluster'), nobody.uid, nobody.gid)
  await expect(startPostgres({ directory })).rejects.toMatchObject({
    code: 'postgres.otherMajor',
    params: { found: '15', ours: '18' },
  })

  const photos = fresh()
  mkdirSync(photos)
  writeFileSync(join(photos, 'holiday.jpg'), '')
  await expect(startPostgres({ directory: photos })).rejects.toMatchObject({
    code: 'postgres.foreign',
  })
})

test('refuses a platform without binaries by name', () => {
  expect(() => findNative('linux-x64-musl')).toThrow(
    expect.objectContaining({ code: 'postgres.noBinary', params: { platform: 'linux-x64-musl' } }),
  )
})

const copyOfNative = () => {
  const { folder, version } = findNative()
  const copy = join(ground, randomUUID(), 'native')
  cpSync(folder, copy, { recursive: true, verbatimSymlinks: true })
  const { links } = { links: JSON.parse(readFileSync(join(copy, 'pg-symlinks.json'), 'utf8')) }
  const targets = links.map(({ target }: { target: string }) => join(copy, '..', target))
  return { folder: copy, version, targets: targets as string[] }
}

test.runIf(process.platform === 'linux')('makes the library links that npm left out', () => {
  const { folder, targets } = copyOfNative()
  for (const target of targets) rmSync(target, { force: true })
  linkLibraries(folder)
  expect(targets.length).toBeGreaterThan(10)
  for (const target of targets) expect(lstatSync(target).isSymbolicLink()).toBe(true)
  expect(readlinkSync(join(folder, 'lib', 'libpq.so.5'))).toBe('libpq.so.5.18')
})

test.runIf(isRoot() && nobody)('copies binaries that the account cannot read', async () => {
  const native = copyOfNative()
  chmodSync(join(native.folder, '..'), 0o700)
  const directory = join(ground, randomUUID())
  mkdirSync(directory)
  mkdirSync(join(directory, 'postgresql-17.0.0'))
  const programs = await usablePrograms(native, directory, nobody ?? null)
  expect(programs.postgres).toBe(join(directory, `postgresql-${native.version}`, 'bin', 'postgres'))
  expect(programs.major).toBe('18')
  expect(existsSync(join(directory, 'postgresql-17.0.0'))).toBe(false)
})

test.runIf(isRoot() && nobody)(
  'works as an ordinary user, and then for root on the same directory',
  async () => {
    const home = join(ground, randomUUID())
    mkdirSync(home)
    const as = { uid: nobody?.uid ?? 0, gid: nobody?.gid ?? 0 }
    chownSync(home, as.uid, as.gid)
    const directory = join(home, 'data', 'postgres')
    clusters.push(join(directory, 'cluster'))
    const { child, url } = await startElsewhere(directory, as)
    await remember(url)
    child.stdin?.end()
    await once(child, 'exit')

    const server = await start(directory)
    expect(await remembered(server.url)).toBe(7)
    expect(statSync(join(directory, 'password')).uid).toBe(as.uid)
  },
)

test.runIf(isRoot())('as root the cluster belongs to an account that is not root', async () => {
  const { dataDirectory } = await start(fresh())
  const { uid } = statSync(dataDirectory)
  expect(uid).not.toBe(0)
  const status = readFileSync(`/proc/${serverPid({ dataDirectory })}/status`, 'utf8')
  expect(/^Uid:\s+(\d+)/m.exec(status)?.[1]).toBe(String(uid))
})

test.runIf(isRoot())('names the directory that the account may not enter', async () => {
  const home = join(ground, randomUUID())
  mkdirSync(home, { mode: 0o700 })
  const directory = join(home, 'data')
  await expect(startPostgres({ directory })).rejects.toMatchObject({
    code: 'postgres.unreachable',
    params: { blocked: home, directory },
  })
})

test.runIf(isRoot() && nobody)(
  'refuses a directory that an ordinary user cannot read',
  async () => {
    const directory = fresh()
    mkdirSync(directory, { mode: 0o700 })
    const program = `
    const { startPostgres } = await import(${JSON.stringify(join(import.meta.dirname, 'index.ts'))})
    await startPostgres({ directory: ${JSON.stringify(directory)} }).catch((no) => console.log(no.code))`
    const { stdout } = spawnSync(process.execPath, ['--input-type=module', '-e', program], {
      uid: nobody?.uid,
      gid: nobody?.gid,
      encoding: 'utf8',
    })
    expect(stdout.trim()).toBe('postgres.unusable')
  },
)
