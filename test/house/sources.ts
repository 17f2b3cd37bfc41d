import { readdirSync, readFileSync } from 'node:fs'
import { join, relative } from 'node:path'
import { home, inHome } from '#platform/home'

export interface Source {
  /** Path from the project's folder, with forward slashes. */
  readonly path: string
  readonly text: string
}

const walk = (folder: string): string[] =>
  readdirSync(folder, { withFileTypes: true }).flatMap((entry) =>
    entry.isDirectory() ? walk(join(folder, entry.name)) : [join(folder, entry.name)],
  )

/** Every source file below a folder of the project. */
export const sourcesBelow = (...folders: string[]): Source[] =>
  folders
    .flatMap((folder) => walk(inHome(folder)))
    .filter((path) => /\.(ts|tsx|mjs)$/.test(path))
    .map((path) => ({
      path: relative(home, path).replaceAll('\\', '/'),
      text: readFileSync(path, 'utf8'),
    }))

/** What a source imports, statically or dynamically. */
export const importsOf = (source: Source): string[] =>
  [...source.text.matchAll(/(?:\bfrom|\bimport)\s*\(?\s*'([^']+)'/g)].map((match) => match[1] ?? '')
