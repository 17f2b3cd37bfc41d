import { randomBytes } from 'node:crypto'
import { statSync } from 'node:fs'
import { chmod, mkdir, readFile, writeFile } from 'node:fs/promises'
import { dirname, join, resolve } from 'node:path'
import { migrate } from '#platform/migrate'
import { startPostgres } from '#platform/postgres/index'
import { type House, openHouse } from '../house.ts'

export interface Place {
  readonly house: House
  readonly databaseUrl: string
  readonly directory: string
  close(): Promise<void>
}

// Where Debian keeps the state of programs; PostgreSQL's account can enter it.
const systemDirectory = '/var/lib/gongkai'
const othersMayEnter = 0o001

/** Whether an account that owns nothing here can walk down to a folder (not below root's own home). */
const isOpenToOthers = (folder: string): boolean => {
  if ((statSync(folder).mode & othersMayEnter) === 0) return false
  return dirname(folder) === folder || isOpenToOthers(dirname(folder))
}

/**
 * Where this installation keeps its database, attachments and key: as said, else beside the program,
 * else, for root in a folder closed to PostgreSQL's account, in the system's place.
 */
export const placeDirectory = (given?: string): string => {
  const said = given ?? process.env.GONGKAI_DIRECTORY
  if (said) return resolve(said)
  const closed = process.getuid?.() === 0 && !isOpenToOthers(process.cwd())
  return closed ? systemDirectory : resolve('data-local')
}

/** The installation's key, made once; losing it voids the enrolled second factors. */
const readSecret = async (directory: string): Promise<Buffer> => {
  const file = join(directory, 'installation.key')
  const known = await readFile(file).catch(() => null)
  if (known) return known
  const made = randomBytes(32)
  await writeFile(file, made, { mode: 0o600, flag: 'wx' })
  await chmod(file, 0o600)
  return made
}

/**
 * Opens an installation: the database of DATABASE_URL or the embedded one in the directory, migrated.
 * `attach` joins a server that another process already runs.
 */
export const openPlace = async (options: {
  readonly directory?: string | undefined
  readonly attach?: boolean
  readonly hearOthers?: boolean
}): Promise<Place> => {
  const directory = placeDirectory(options.directory)
  await mkdir(directory, { recursive: true })
  const server = process.env.DATABASE_URL
    ? undefined
    : await startPostgres({
        directory: join(directory, 'postgres'),
        attach: options.attach ?? false,
      })
  const databaseUrl = process.env.DATABASE_URL ?? server?.url ?? ''
  try {
    await migrate(databaseUrl)
    const house = await openHouse({
      databaseUrl,
      filesDirectory: join(directory, 'files'),
      secret: await readSecret(directory),
      hearOthers: options.hearOthers ?? false,
    })
    return {
      house,
      databaseUrl,
      directory,
      async close() {
        await house.close()
        await server?.stop()
      },
    }
  } catch (error) {
    await server?.stop()
    throw error
  }
}
