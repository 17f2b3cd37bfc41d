import { spawnSync } from 'node:child_process'
import { randomUUID } from 'node:crypto'
import { once } from 'node:events'
import { chownSync, mkdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { isRoot } from './account.ts'
import { startPostgres } from './index.ts'
import {
  fresh,
  ground,
  nobody,
  remember,
  remembered,
  serverPid,
  start,
  startElsewhere,
} from './test-ground.ts'

test.runIf(isRoot() && nobody)(
  'works as an ordinary user, and then for root on the same directory',
  async () => {
    const home = join(ground, randomUUID())
    mkdirSync(home)
    const as = { uid: nobody?.uid ?? 0, gid: nobody?.gid ?? 0 }
    chownSync(home, as.uid, as.gid)
    const directory = fresh(join(home, 'data'))
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
