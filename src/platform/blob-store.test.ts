import { mkdtemp, readdir, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { buffer } from 'node:stream/consumers'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type BlobStore, openBlobStore } from './blob-store.ts'

let directory: string
let store: BlobStore
beforeAll(async () => {
  directory = await mkdtemp(join(tmpdir(), 'gongkai-blobs-'))
  store = await openBlobStore(directory)
})
afterAll(() => rm(directory, { recursive: true, force: true }))

test('keeps a stream under its hash and gives it back whole or in part', async () => {
  const { sha256, size } = await store.put(
    Readable.from([Buffer.from('政务'), Buffer.from('公开')]),
    {
      maxBytes: 100,
    },
  )
  expect(size).toBe(12)
  expect((await buffer(store.read(sha256))).toString()).toBe('政务公开')
  expect((await buffer(store.read(sha256, { start: 6, end: 11 }))).toString()).toBe('公开')
  expect((await store.head(sha256, 3)).toString()).toBe('政')
})

test('keeps the same content once', async () => {
  const first = await store.putBytes(Buffer.from('same'))
  const second = await store.putBytes(Buffer.from('same'))
  expect(second).toEqual(first)
  expect(await readdir(join(directory, first.sha256.slice(0, 2)))).toEqual([first.sha256])
})

test('refuses a stream that grows past its bound and leaves nothing behind', async () => {
  const endless = Readable.from(
    (function* () {
      for (;;) yield Buffer.alloc(1024)
    })(),
  )
  await expect(store.put(endless, { maxBytes: 10_000 })).rejects.toMatchObject({
    code: 'files.tooLarge',
  })
  expect(await readdir(join(directory, 'arriving'))).toEqual([])
})

test('refuses a name that is no hash, so that no path leads outside', () => {
  expect(() => store.pathOf('../../etc/passwd')).toThrow(
    expect.objectContaining({ code: 'files.badName' }),
  )
})
