import {
  accessSync,
  chmodSync,
  chownSync,
  constants,
  mkdirSync,
  readdirSync,
  realpathSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { dirname, join, resolve } from 'node:path'
import { type Account, barrier, chooseAccount, isRoot, localAccounts } from './account.ts'
import { refuse } from './refusals.ts'

/** The files of one embedded server, and the account they belong to (`null`: ourselves). */
export interface Place {
  readonly directory: string
  /** PostgreSQL's own data directory. */
  readonly cluster: string
  readonly password: string
  readonly port: string
  readonly lock: string
  readonly log: string
  readonly account: Account | null
}

const placeAt = (directory: string, account: Account | null): Place => ({
  directory,
  cluster: join(directory, 'cluster'),
  password: join(directory, 'password'),
  port: join(directory, 'port'),
  lock: join(directory, 'lock'),
  log: join(directory, 'server.log'),
  account,
})

/** Makes the directory where needed, and settles which account keeps it. */
export function openPlace(path: string): Place {
  const asked = resolve(path)
  try {
    refuseForeignFiles(asked)
    const account = isRoot() ? accountFor(asked) : null
    const first = mkdirSync(asked, { recursive: true, mode: 0o700 })
    if (account) handOver(first ?? asked, asked, account)
    const directory = realpathSync(asked)
    if (account) refuseBarrier(account, directory)
    else refuseOthersCluster(directory)
    return placeAt(directory, account)
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException
    if (!['EACCES', 'EPERM', 'EROFS', 'ENOTDIR', 'EEXIST'].includes(code ?? '')) throw error
    throw refuse('unusable', { directory: asked, reason: code })
  }
}

const ownerOf = (path: string) => statSync(path, { throwIfNoEntry: false })

function accountFor(directory: string): Account {
  const cluster = ownerOf(join(directory, 'cluster'))
  if (cluster?.uid === 0) {
    const { name } = chooseAccount({}, localAccounts())
    throw refuse('notOurs', { directory, owner: 'root', account: name })
  }
  return chooseAccount({ cluster, directory: ownerOf(directory) }, localAccounts())
}

/** As root: a new or empty directory becomes the account's; those made above it let it pass. */
function handOver(first: string, directory: string, account: Account): void {
  for (let at = dirname(directory); at.length >= first.length; at = dirname(at)) {
    chmodSync(at, 0o711)
  }
  const isRoots = statSync(directory).uid === 0
  if (isRoots && readdirSync(directory).length === 0) {
    chownSync(directory, account.uid, account.gid)
  }
}

function refuseBarrier(account: Account, directory: string): void {
  const blocked = barrier(account, directory)
  if (blocked) throw refuse('unreachable', { account: account.name, directory, blocked })
}

function refuseOthersCluster(directory: string): void {
  accessSync(directory, constants.R_OK | constants.W_OK | constants.X_OK)
  const cluster = ownerOf(join(directory, 'cluster'))
  const me = process.getuid?.()
  if (!cluster || me === undefined || cluster.uid === me) return
  throw refuse('notOurs', { directory, owner: String(cluster.uid), account: String(me) })
}

/** A wrongly typed path must not scatter a database among someone's files. */
function refuseForeignFiles(directory: string): void {
  const present = ownerOf(directory) ? readdirSync(directory) : []
  const ours = /^(cluster|cluster\.new|password|port|lock|server\.log|postgresql-\d|lost\+found)/
  if (present.length > 0 && !present.some((name) => ours.test(name))) {
    throw refuse('foreign', { directory })
  }
}

/** Writes a small private file whole or not at all. */
export function writePrivately(path: string, text: string, account: Account | null): void {
  const draft = `${path}.new`
  rmSync(draft, { force: true })
  writeFileSync(draft, text, { mode: 0o600, flag: 'wx', flush: true })
  if (account) chownSync(draft, account.uid, account.gid)
  renameSync(draft, path)
}
