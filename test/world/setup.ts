import { randomBytes } from 'node:crypto'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import type { TestProject } from 'vitest/node'
import { migrate } from '#platform/migrate'
import { startPostgres } from '#platform/postgres/index'

declare module 'vitest' {
  interface ProvidedContext {
    serverUrl: string
    template: string
  }
}

const withDatabase = (url: string, name: string): string => {
  const changed = new URL(url)
  changed.pathname = `/${name}`
  return changed.href
}

/**
 * One PostgreSQL for the whole run: DATABASE_URL's server where given, else the embedded one. A
 * template is migrated once; each test file gets a clone of it (about 40 ms).
 */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const directory = await mkdtemp(join(tmpdir(), 'gongkai-test-'))
  const external = process.env.DATABASE_URL
  const server = external
    ? undefined
    : await startPostgres({
        directory,
        // Tests may lose everything at a power cut; they are quicker without waiting for the disk.
        settings: { fsync: 'off', synchronous_commit: 'off', max_connections: 200 },
      })
  const serverUrl = external ?? server?.url ?? ''
  const template = `gongkai_template_${randomBytes(4).toString('hex')}`
  const admin = new pg.Client({ connectionString: serverUrl })
  await admin.connect()
  await admin.query(
    `create database ${template} template template0 encoding 'UTF8' lc_collate 'C.UTF-8' lc_ctype 'C.UTF-8'`,
  )
  await admin.end()
  await migrate(withDatabase(serverUrl, template))
  project.provide('serverUrl', serverUrl)
  project.provide('template', template)

  return async () => {
    if (external) {
      const cleaner = new pg.Client({ connectionString: serverUrl })
      await cleaner.connect()
      await cleaner.query(`drop database if exists ${template} with (force)`)
      await cleaner.end()
    }
    await server?.stop()
    await rm(directory, { recursive: true, force: true })
  }
}
