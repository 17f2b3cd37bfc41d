import { randomUUID } from 'node:crypto'
import {
  chmodSync,
  cpSync,
  existsSync,
  lstatSync,
  mkdirSync,
  readFileSync,
  readlinkSync,
  rmSync,
} from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { isRoot } from './account.ts'
import { findNative, linkLibraries, usablePrograms } from './binaries.ts'
import { ground, nobody } from './test-ground.ts'

const copyOfNative = () => {
  const { folder, version } = findNative()
  const copy = join(ground, randomUUID(), 'native')
  cpSync(folder, copy, { recursive: true, verbatimSymlinks: true })
  const list = readFileSync(join(copy, 'pg-symlinks.json'), 'utf8')
  const links: { target: string }[] = JSON.parse(list)
  const targets = links.map(({ target }) => join(copy, '..', target))
  return { folder: copy, version, targets }
}

test('refuses a platform without binaries by name', () => {
  expect(() => findNative('linux-x64-musl')).toThrow(
    expect.objectContaining({ code: 'postgres.noBinary', params: { platform: 'linux-x64-musl' } }),
  )
})

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
