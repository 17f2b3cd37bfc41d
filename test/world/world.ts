import { randomBytes } from 'node:crypto'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import { afterAll, inject } from 'vitest'
import { type Act, type Actor, theSystem } from '#platform/act'
import { type House, openHouse } from '../../src/apps/house.ts'

export interface World {
  readonly house: House
  readonly db: House['db']
  readonly perform: House['perform']
  readonly databaseUrl: string
  readonly filesDirectory: string
  /** Acts as the system, or as `by`, now or at a moment. */
  act<Answer>(work: (act: Act) => Promise<Answer>, by?: Actor, at?: Date): Promise<Answer>
}

// Said once as the file is read: an `afterAll` from inside a test is not heard, and its world would stay.
const closings: (() => Promise<void>)[] = []
afterAll(async () => {
  for (const close of closings.splice(0)) await close()
})

/**
 * Whoever a test left connected is sent away. The server's own vacuum may not be sent away by us (refused
 * as 42501); a plain drop waits for it.
 */
export const dropDatabase = async (admin: pg.Client, name: string): Promise<void> => {
  await admin
    .query(`drop database if exists ${name} with (force)`)
    .catch(() => admin.query(`drop database if exists ${name}`))
}

/**
 * A world of its own for a test: a database cloned from the migrated template and an empty file
 * store. It goes when the file's tests are done.
 */
export const world = async (options: { readonly poolSize?: number } = {}): Promise<World> => {
  const name = `gongkai_${randomBytes(6).toString('hex')}`
  const serverUrl = inject('serverUrl')
  const admin = new pg.Client({ connectionString: serverUrl })
  await admin.connect()
  await admin.query(`create database ${name} template ${inject('template')}`)
  const url = new URL(serverUrl)
  url.pathname = `/${name}`
  const filesDirectory = await mkdtemp(join(tmpdir(), 'gongkai-files-'))
  const house = await openHouse({
    databaseUrl: url.href,
    filesDirectory,
    secret: randomBytes(32),
    poolSize: options.poolSize ?? 4,
  })
  closings.push(async () => {
    await house.close()
    await dropDatabase(admin, name)
    await admin.end()
    await rm(filesDirectory, { recursive: true, force: true })
  })
  return {
    house,
    db: house.db,
    perform: house.perform,
    databaseUrl: url.href,
    filesDirectory,
    act: (work, by = theSystem, at) => house.perform(by, work, at),
  }
}
