import { createHash, randomBytes } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { mkdir, open, readdir, rename, rm, stat, utimes } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { Readable, Transform } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { refusals } from './refusal.ts'

const refuse = refusals('files', { tooLarge: 'invalid', badName: 'invalid' })

export interface StoredBlob {
  readonly sha256: string
  readonly size: number
}

/** Files under the name of their content: the same file is kept once, and none ever changes. */
export interface BlobStore {
  /** Takes a stream in, bounded; it exists on the disk when this answers. */
  put(source: Readable, options: { readonly maxBytes: number }): Promise<StoredBlob>
  putBytes(bytes: Uint8Array): Promise<StoredBlob>
  /** A stream of the file, or of the bytes from `start` to `end` (inclusive). */
  read(sha256: string, range?: { readonly start: number; readonly end: number }): Readable
  /** The first bytes, enough to tell what kind of file it is. */
  head(sha256: string, bytes: number): Promise<Buffer>
  has(sha256: string): Promise<boolean>
  /** Deletes a file, unless it was handed in again since `untouchedSince`; answers whether it is gone. */
  remove(sha256: string, untouchedSince: Date): Promise<boolean>
  /** The files that nobody has handed in since a moment. */
  olderThan(moment: Date): AsyncIterable<string>
  pathOf(sha256: string): string
}

const namePattern = /^[0-9a-f]{64}$/

/** Makes a rename or a new file survive a power cut. Windows cannot open a directory, and need not. */
const syncDirectory = async (directory: string): Promise<void> => {
  if (process.platform === 'win32') return
  const handle = await open(directory, 'r')
  await handle.sync().finally(() => handle.close())
}

/** Opens the store in a directory, making it where it is missing. */
export const openBlobStore = async (directory: string): Promise<BlobStore> => {
  const arriving = join(directory, 'arriving')
  await mkdir(arriving, { recursive: true, mode: 0o700 })

  const pathOf = (sha256: string): string => {
    if (!namePattern.test(sha256)) throw refuse('badName')
    // 256 folders keep each small for tools that list them.
    return join(directory, sha256.slice(0, 2), sha256)
  }
  const has = (sha256: string): Promise<boolean> =>
    stat(pathOf(sha256)).then(
      () => true,
      () => false,
    )

  /** Written aside, synced, renamed: a reader never sees half a file, a power cut leaves all or none. */
  const put: BlobStore['put'] = async (source, { maxBytes }) => {
    const aside = join(arriving, randomBytes(12).toString('hex'))
    const hash = createHash('sha256')
    let size = 0
    const measure = new Transform({
      transform(chunk: Buffer, _encoding, done) {
        size += chunk.length
        if (size > maxBytes) return done(refuse('tooLarge', { megabytes: toMegabytes(maxBytes) }))
        hash.update(chunk)
        done(null, chunk)
      },
    })
    const handle = await open(aside, 'wx', 0o600)
    try {
      await pipeline(source, measure, handle.createWriteStream({ flush: true }))
      const sha256 = hash.digest('hex')
      const target = pathOf(sha256)
      if (await has(sha256)) {
        await rm(aside)
        // Handed in anew: a sweep that judged the old one must not take it.
        const now = new Date()
        await utimes(target, now, now)
      } else {
        await mkdir(dirname(target), { recursive: true, mode: 0o700 })
        await rename(aside, target)
        await syncDirectory(dirname(target))
      }
      return { sha256, size }
    } catch (error) {
      await rm(aside, { force: true })
      throw error
    }
  }

  return {
    put,
    async putBytes(bytes) {
      return put(Readable.from([Buffer.from(bytes)]), { maxBytes: bytes.byteLength })
    },
    read: (sha256, range) => createReadStream(pathOf(sha256), range),
    async head(sha256, bytes) {
      const handle = await open(pathOf(sha256), 'r')
      const { buffer, bytesRead } = await handle
        .read(Buffer.alloc(bytes), 0, bytes, 0)
        .finally(() => handle.close())
      return buffer.subarray(0, bytesRead)
    },
    has,
    async remove(sha256, untouchedSince) {
      const path = pathOf(sha256)
      const found = await stat(path).catch(() => null)
      if (!found) return true
      if (found.mtime > untouchedSince) return false
      await rm(path, { force: true })
      await syncDirectory(dirname(path))
      return true
    },
    async *olderThan(moment) {
      for (const folder of await readdir(directory)) {
        if (!/^[0-9a-f]{2}$/.test(folder)) continue
        for (const name of await readdir(join(directory, folder))) {
          const found = await stat(join(directory, folder, name)).catch(() => null)
          if (namePattern.test(name) && found && found.mtime < moment) yield name
        }
      }
      // What a broken upload or a power cut left half-written.
      for (const name of await readdir(arriving)) {
        const path = join(arriving, name)
        const found = await stat(path).catch(() => null)
        if (found && found.mtime < moment) await rm(path, { force: true })
      }
    },
    pathOf,
  }
}

const toMegabytes = (bytes: number): number => Math.floor(bytes / 1024 / 1024)
