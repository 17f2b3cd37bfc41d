import { randomBytes } from 'node:crypto'
import {
  chmodSync,
  chownSync,
  existsSync,
  mkdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { join } from 'node:path'
import { run, runningAs } from './account.ts'
import type { Programs } from './binaries.ts'
import { type Place, writePrivately } from './place.ts'
import { refuse } from './refusals.ts'

/** The role we work as, and its database. No superuser: a county's own PostgreSQL gives none. */
export const role = 'gongkai'

// The superuser `postgres` has no password, so that nobody signs in as it; `postgres --single`
// remains for whoever may read the data directory anyway.
const hostRules = `# Loopback with a password, and nothing else.
host all all 127.0.0.1/32 scram-sha-256
`

const founding = [
  `CREATE ROLE ${role} LOGIN CREATEDB CREATEROLE`,
  `GRANT pg_monitor TO ${role}`,
  `CREATE DATABASE ${role} OWNER ${role}`,
]

// pg_trgm asks the system's character classes: with lc_ctype C it finds no trigram in Chinese text
// (measured). Only Linux surely has C.UTF-8; elsewhere PostgreSQL's built-in one does the sorting.
const locale =
  process.platform === 'linux'
    ? ['--locale=C.UTF-8']
    : [
        '--locale-provider=builtin',
        '--builtin-locale=C.UTF-8',
        process.platform === 'darwin' ? '--locale=en_US.UTF-8' : '--locale=C',
      ]

/** Founds the cluster if there is none, and makes sure that these programs can open it. */
export async function ensureCluster(place: Place, programs: Programs): Promise<void> {
  if (!existsSync(place.cluster)) return found(place, programs)
  const version = join(place.cluster, 'PG_VERSION')
  if (!existsSync(version)) throw refuse('foreign', { directory: place.cluster })
  const theirs = readFileSync(version, 'utf8').trim()
  if (theirs !== programs.major) {
    const { directory } = place
    throw refuse('otherMajor', { directory, found: theirs, ours: programs.major })
  }
  // A restored copy often comes wider open, which the server refuses.
  chmodSync(place.cluster, 0o700)
}

/** Founds it under another name, so that a cluster that bears the right one is always complete. */
async function found(place: Place, programs: Programs): Promise<void> {
  const { account } = place
  const draft = `${place.cluster}.new`
  rmSync(draft, { recursive: true, force: true })
  mkdirSync(draft, { mode: 0o700 })
  if (account) chownSync(draft, account.uid, account.gid)

  const wanted = ['--username=postgres', '--encoding=UTF8', ...locale, '--data-checksums']
  const closed = ['--auth=reject', '--no-instructions']
  await run(
    programs.initdb,
    ['-D', draft, ...wanted, ...closed],
    runningAs(account, place.directory),
  ).catch((error: Error) => {
    throw /invalid locale/.test(error.message) ? refuse('noLocale') : error
  })
  writeFileSync(join(draft, 'pg_hba.conf'), hostRules)
  await runSingle(draft, founding, place, programs)
  rmSync(place.password, { force: true })
  renameSync(draft, place.cluster)
}

/** The stored password. When its file is gone a new one is set, which is also how to change it. */
export async function ensurePassword(place: Place, programs: Programs): Promise<string> {
  if (existsSync(place.password)) return readPassword(place)
  const password = randomBytes(24).toString('base64url')
  const change = [`ALTER ROLE ${role} PASSWORD '${password}'`]
  await runSingle(place.cluster, change, place, programs)
  writePrivately(place.password, password, place.account)
  return password
}

export const readPassword = (place: Place): string => readFileSync(place.password, 'utf8').trim()

/** Runs statements as the superuser while no server runs. */
async function runSingle(
  cluster: string,
  statements: readonly string[],
  { account, directory }: Place,
  { postgres }: Programs,
): Promise<void> {
  const args = ['--single', '-D', cluster, '-c', 'exit_on_error=on', 'postgres']
  await run(postgres, args, runningAs(account, directory), `${statements.join('\n')}\n`)
}
