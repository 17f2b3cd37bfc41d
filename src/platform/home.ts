import { existsSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

const findHome = (from: string): string => {
  const home = dirname(from)
  if (existsSync(join(home, 'db', 'migrations'))) return home
  if (home === from) throw new Error('db/migrations not found above the program')
  return findHome(home)
}

/** The folder that holds db/, messages/ and data/, from the sources as from the bundle in dist/. */
export const home: string = findHome(fileURLToPath(import.meta.url))

export const inHome = (...parts: string[]): string => join(home, ...parts)
