import { once } from 'node:events'
import {
  chownSync,
  existsSync,
  mkdirSync,
  readFileSync,
  statSync,
  unlinkSync,
  writeFileSync,
} from 'node:fs'
import { connect, createServer } from 'node:net'
import { networkInterfaces } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { isRoot } from './account.ts'
import { startPostgres } from './index.ts'
import { isAlive } from './lock.ts'
import {
  ask,
  fresh,
  nobody,
  remember,
  remembered,
  serverPid,
  start,
  startElsewhere,
} from './test-ground.ts'

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
