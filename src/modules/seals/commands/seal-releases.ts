import { randomBytes } from 'node:crypto'
import { type SealedTable, tablesToSeal } from '#datasets'
import {
  editionCorrected,
  editionPublished,
  editionWithdrawn,
  type ReleaseFact,
  sealedText,
  textOf,
} from '#documents'
import type { Act, Announcement } from '#platform/act'
import {
  beginning,
  canonical,
  contentHash,
  fileHash,
  type Link,
  type SealedAct,
  sha256,
  tableHash,
  textHash,
} from '../chain.ts'
import { type FileReleased, fileReleased } from '../facts.ts'
import {
  addEntry,
  entriesAt,
  lastEntry,
  linkOf,
  lockChain,
  type Opening,
  shutOpenings,
  shutOpeningsAt,
} from '../store.ts'

// As long as the hash it protects is strong: 128 bits nobody guesses.
const saltBytes = 16

/** What a link says beside its place in the chain, what opens it, and which openings shut with it. */
interface Sealed {
  readonly body: Omit<Link, 'at' | 'number' | 'previous'>
  readonly opening: Opening | null
  shut(number: number): Promise<unknown>
}

const sealedEdition = async (
  act: Act,
  what: SealedAct,
  { documentId, editionId }: ReleaseFact,
  tables: readonly SealedTable[],
): Promise<Sealed | null> => {
  const text = await sealedText(act.tx, editionId)
  if (!text) return null
  const isGone = what === 'withdrawal'
  const salt = isGone ? '' : randomBytes(saltBytes).toString('hex')
  const shown = textOf(text.html)
  return {
    body: {
      act: what,
      address: `/d/${documentId}`,
      content: isGone ? '' : contentHash(salt, text.title, shown),
      data: tables.map((table) => tableHash(salt, table)),
      edition: text.number,
      files: isGone ? [] : text.files.map((file) => fileHash(salt, file)),
      indexNumber: text.indexNumber,
    },
    opening: isGone
      ? null
      : {
          salt,
          textHash: textHash(shown),
          fileHashes: [...new Set(text.files)],
          tableHashes: tables.map(({ csv }) => csv),
        },
    // 政府信息公开条例 art. 14, 15: what was taken back may hold what must not be public.
    shut: async (number) =>
      (isGone || text.concealPrevious) && shutOpenings(act.tx, documentId, isGone ? 0 : number),
  }
}

/** A file on its own: its name stands where a document has its title, and there is no text. */
const sealedFile = async (act: Act, told: FileReleased): Promise<Sealed> => {
  const { address, name } = told
  const salt = randomBytes(saltBytes).toString('hex')
  const [before] = await entriesAt(act.tx, address)
  return {
    body: {
      act: told.first ? 'release' : 'correction',
      address,
      content: contentHash(salt, name, ''),
      data: [],
      edition: before ? linkOf(before).edition + 1 : 1,
      files: [fileHash(salt, told.sha256)],
      indexNumber: name,
    },
    // No text leads to it: what is hashed here nobody has.
    opening: { salt, textHash: textHash(salt), fileHashes: [told.sha256], tableHashes: [] },
    // It is made anew where a text in it left the site.
    shut: (number) => shutOpeningsAt(act.tx, address, number),
  }
}

const sealedIn = async (
  act: Act,
  { kind, payload }: Announcement,
  corrected: ReadonlySet<number>,
  tables: HashedTables,
): Promise<Sealed | null> => {
  if (kind === fileReleased.kind) return sealedFile(act, payload as FileReleased)
  const release = payload as ReleaseFact
  if (kind === editionWithdrawn.kind) return sealedEdition(act, 'withdrawal', release, [])
  const what = corrected.has(release.editionId) ? 'correction' : 'release'
  const own = tables.get(release.editionId) ?? []
  return kind === editionPublished.kind ? sealedEdition(act, what, release, own) : null
}

/** The tables of editions that an act releases, hashed. */
export type HashedTables = ReadonlyMap<number, readonly SealedTable[]>

/** Hashes the tables of what an act releases, before a chain is locked: nobody waits for 20,000 rows of another. */
export const hashTables = async (
  act: Act,
  announced: readonly Announcement[],
): Promise<HashedTables> => {
  const tables = new Map<number, readonly SealedTable[]>()
  for (const { kind, payload } of announced) {
    if (kind !== editionPublished.kind) continue
    const { editionId } = payload as ReleaseFact
    tables.set(editionId, await tablesToSeal(act.tx, editionId))
  }
  return tables
}

const sealedKinds: readonly string[] = [
  editionPublished.kind,
  editionWithdrawn.kind,
  fileReleased.kind,
]

/**
 * Puts what an act released, corrected or withdrew into the public chain, in the act's transaction.
 * Done once for an act, last before the commit like the log: a lock taken in the middle of an act
 * that releases many would wait for columns that another holds, while that one waits for the lock.
 */
export async function sealReleases(
  act: Act,
  announced: readonly Announcement[],
  tables: HashedTables,
): Promise<void> {
  const told = announced.filter(({ kind }) => sealedKinds.includes(kind))
  if (told.length === 0) return
  const corrected = new Set(
    announced.flatMap(({ kind, payload }) =>
      kind === editionCorrected.kind ? [(payload as ReleaseFact).editionId] : [],
    ),
  )
  // Its own statement: only one begun after the lock is ours sees the link that came last.
  await lockChain(act.tx)
  const last = await lastEntry(act.tx)
  let [number, previous] = [last?.number ?? 0, last?.hash ?? beginning]
  for (const one of told) {
    const sealed = await sealedIn(act, one, corrected, tables)
    if (!sealed) continue
    number++
    const body = canonical({ ...sealed.body, at: act.at.toISOString(), number, previous })
    const hash = sha256(body)
    await addEntry(act.tx, { number, body, hash }, sealed.opening)
    await sealed.shut(number)
    previous = hash
  }
}
