import { spawn, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { chownSync, existsSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { isRoot } from './account.ts'
import { isAlive, stillRuns } from './lock.ts'
import { readPostmaster } from './postmaster.ts'
import {
  children,
  fresh,
  gone,
  remember,
  remembered,
  serverPid,
  start,
  startElsewhere,
} from './test-ground.ts'

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
