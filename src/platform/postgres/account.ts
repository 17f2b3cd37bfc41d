import { execFile, type SpawnOptions, spawnSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { dirname } from 'node:path'
import { refuse } from './refusals.ts'

/** An account of this machine that PostgreSQL runs as. */
export interface Account {
  readonly name: string
  readonly uid: number
  readonly gid: number
}

/** Who keeps a file. */
export interface Owner {
  readonly uid: number
  readonly gid: number
}

export const isRoot = (): boolean => process.getuid?.() === 0

/** The accounts of this machine: `initdb` works only for an account that has an entry here. */
export const localAccounts = (): Account[] =>
  readFileSync('/etc/passwd', 'utf8')
    .split('\n')
    .map((line) => line.split(':'))
    .filter((fields) => fields.length >= 4)
    .map(([name = '', , uid, gid]) => ({ name, uid: Number(uid), gid: Number(gid) }))

/**
 * PostgreSQL refuses to run as root. As root we therefore hand over to whoever keeps the cluster
 * already, else to `postgres`, else to the directory's owner, else to `nobody`.
 */
export function chooseAccount(
  owners: { readonly cluster?: Owner | undefined; readonly directory?: Owner | undefined },
  accounts: readonly Account[],
): Account {
  const { cluster, directory } = owners
  const entry = (uid: number) => accounts.find((account) => account.uid === uid)
  // The server itself, unlike initdb, is content with a number that has no entry.
  if (cluster) return entry(cluster.uid) ?? { name: String(cluster.uid), ...cluster }

  const named = (name: string) => accounts.find((account) => account.name === name)
  const keeper = directory && directory.uid !== 0 ? entry(directory.uid) : undefined
  const chosen = named('postgres') ?? keeper ?? named('nobody')
  if (!chosen) throw refuse('noAccount')
  return chosen
}

// Only what the programs need: a stray PGPORT or PGDATA of the operator's shell must not steer the
// server, and English messages let us tell one failure from another.
const environment = Object.fromEntries([
  ...['PATH', 'SYSTEMROOT', 'TEMP', 'TMP', 'TMPDIR'].flatMap((name) =>
    process.env[name] === undefined ? [] : [[name, process.env[name]]],
  ),
  ['LC_ALL', 'C'],
])

/** Spawn options that run a program as `account` (`null`: as ourselves). */
export const runningAs = (account: Account | null, cwd: string) =>
  ({
    cwd,
    env: environment,
    windowsHide: true,
    ...(account && { uid: account.uid, gid: account.gid }),
  }) satisfies SpawnOptions

/** The outermost directory on the way to `path` that `account` may not enter, if there is one. */
export function barrier(account: Account, path: string): string | undefined {
  const way: string[] = []
  for (let at = path; at !== way[0]; at = dirname(at)) way.unshift(at)
  // The kernel's own answer: modes alone would miss access lists.
  const enters = (at: string) => spawnSync('test', ['-x', at], runningAs(account, '/')).status === 0
  return enters(path) ? undefined : way.find((at) => !enters(at))
}

/** Runs a program to its end and returns what it printed; rejects with that text if it failed. */
export const run = (
  program: string,
  args: readonly string[],
  options: ReturnType<typeof runningAs>,
  input = '',
): Promise<string> =>
  new Promise((resolve, reject) => {
    const child = execFile(program, args, options, (error, stdout, stderr) => {
      const said = `${stdout}${stderr}`.trim()
      if (error) reject(new Error(said || error.message, { cause: error }))
      else resolve(said)
    })
    child.stdin?.on('error', () => {}) // a program that ends early is judged by its exit
    child.stdin?.end(input)
  })
