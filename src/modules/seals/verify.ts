import { type StandingTable, standingTables } from '#datasets'
import { liveTexts, textOf } from '#documents'
import type { Db } from '#platform/database'
import {
  type Break,
  beginning,
  canonical,
  contentHash,
  type DaySeal,
  fileHash,
  type Link,
  sha256,
  tableHash,
  Walk,
} from './chain.ts'
import {
  allDays,
  chainPiece,
  documentsNotWithdrawn,
  highestNumber,
  linkOf,
  newestOf,
  openings,
} from './store.ts'

export interface ChainReport {
  readonly ok: boolean
  /** Links that fit. */
  readonly checked: number
  readonly brokenAt: Break | null
  /** Days whose seal does not fit the chain, or the seal before. */
  readonly wrongDays: readonly string[]
  /** Documents whose page no longer says what was sealed, and tables whose rows do not. */
  readonly changed: readonly string[]
  /** Hash of the last link: kept elsewhere, it proves that nothing was cut off the end. */
  readonly head: string
}

// One value of this many links is some 2 MB: large enough that round trips vanish, small enough that
// what the server gathers stays in the processor's cache (20,000 took a third longer).
const pieceSize = 5_000
const textsAtOnce = 200

/** Walks the whole chain, the seals of the days, and compares every live text with its link. */
export async function verifyChain(
  db: Db,
  { texts = true }: { readonly texts?: boolean } = {},
): Promise<ChainReport> {
  const { days, broken, walk } = await walkChain(db)
  const changed = texts ? await changedTexts(db) : []
  return {
    ok: broken === null && days.length === 0 && changed.length === 0,
    checked: walk.number,
    brokenAt: broken,
    wrongDays: days,
    changed,
    head: walk.previous,
  }
}

async function walkChain(db: Db) {
  const walk = new Walk()
  const sealed = (await allDays(db)).map((row) => ({
    ...row,
    seal: JSON.parse(row.body) as DaySeal,
  }))
  const ends = new Map<number, string>([[0, beginning]])
  const wanted = new Set(sealed.map(({ seal }) => seal.last))
  const highest = await highestNumber(db)
  let broken: Break | null = null
  // The server gathers the next piece while this one is hashed.
  let coming = chainPiece(db, 0, pieceSize)
  for (let after = 0; after < highest && !broken; after += pieceSize) {
    const piece = await coming
    coming = chainPiece(db, after + pieceSize, pieceSize)
    // A piece that is missing whole breaks at its first link.
    if (piece === null) broken = { number: after + 1, why: 'number' }
    for (const line of piece?.split('\n') ?? []) {
      broken = walk.step(line.slice(65), line.slice(0, 64))
      if (broken) break
      if (wanted.has(walk.number)) ends.set(walk.number, walk.previous)
    }
  }
  await coming
  const days = wrongDays(sealed, ends)
  return { walk, broken, days }
}

function wrongDays(
  sealed: readonly { day: string; body: string; hash: string; seal: DaySeal }[],
  ends: ReadonlyMap<number, string>,
): string[] {
  let previous = beginning
  let last = 0
  return sealed.flatMap(({ day, body, hash, seal }) => {
    const fits =
      sha256(body) === hash &&
      canonical(seal) === body &&
      seal.day === day &&
      seal.previous === previous &&
      seal.first === last + 1 &&
      ends.get(seal.last) === seal.head
    previous = hash
    last = seal.last
    return fits ? [] : [day]
  })
}

/**
 * Live documents without a link, or whose title, text or files are not those of their newest link; and
 * documents that are gone though nobody withdrew them.
 */
async function changedTexts(db: Db): Promise<string[]> {
  const changed: string[] = []
  const live = new Set<number>()
  for (let after = 0; ; ) {
    const texts = await liveTexts(db, after, textsAtOnce)
    const newest = await newestOf(
      db,
      texts.map((text) => text.documentId),
    )
    const salts = await openings(
      db,
      [...newest.values()].map((row) => row.number),
    )
    const tables = await tablesBy(
      db,
      texts.map((text) => text.editionId),
    )
    for (const text of texts) {
      live.add(text.documentId)
      const row = newest.get(text.documentId)
      const salt = row && salts.get(row.number)
      const link: Link | null = row ? linkOf(row) : null
      const fits =
        link !== null &&
        salt !== undefined &&
        link.edition === text.number &&
        link.indexNumber === text.indexNumber &&
        link.content === contentHash(salt, text.title, textOf(text.html)) &&
        link.files.join() === text.files.map((file) => fileHash(salt, file)).join()
      if (!fits) changed.push(`/d/${text.documentId}`)
      const standing = tables.get(text.editionId) ?? []
      for (const place of changedTables(link?.data ?? [], salt ?? '', standing))
        changed.push(`/d/${text.documentId}#table-${place}`)
    }
    const end = texts.at(-1)
    if (!end || texts.length < textsAtOnce) break
    after = end.documentId
  }
  const gone = (await documentsNotWithdrawn(db)).filter((id) => !live.has(id))
  return [...changed, ...gone.map((id) => `/d/${id}`)]
}

const tablesBy = async (
  db: Db,
  editionIds: readonly number[],
): Promise<ReadonlyMap<number, readonly StandingTable[]>> => {
  const tables: StandingTable[] = []
  for await (const table of standingTables(db, editionIds)) tables.push(table)
  return Map.groupBy(tables, ({ editionId }) => editionId)
}

/** Places of the tables that are not what was sealed: changed, gone, or there without a seal. */
const changedTables = (
  sealed: readonly string[],
  salt: string,
  standing: readonly StandingTable[],
): number[] => {
  const places = Array.from({ length: Math.max(sealed.length, standing.length) }, (_, at) => at)
  return places.flatMap((at) => {
    const table = standing[at]
    return table?.addsUp && tableHash(salt, table) === sealed[at] ? [] : [at + 1]
  })
}
