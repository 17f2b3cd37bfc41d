import type { Db } from '#platform/database'
import { beginning, contentHash, type Link, sha256, tableHash, textHash } from './chain.ts'
import type { Checked } from './contract.ts'
import { largestPage, readJson, readPage } from './saved-page.ts'
import {
  dayOfNumber,
  type EntryRow,
  entriesAt,
  entriesOfDocument,
  entryAt,
  linkOf,
  openedBy,
  openingOf,
} from './store.ts'

/** A file or text as somebody has it. Nothing of it is kept. */
export interface Held {
  readonly sha256: string
  /** The whole of it, where it is small enough to be a page or a text. */
  readonly bytes: Uint8Array | null
}

export const heldOf = (bytes: Uint8Array): Held => ({
  sha256: sha256(bytes),
  bytes: bytes.length <= largestPage ? bytes : null,
})

/** Whether what somebody holds is what was published: a saved page, a file, a table, or a bare text. */
export async function checkHeld(db: Db, held: Held): Promise<Checked> {
  for (const part of ['file', 'table'] as const) {
    const found = await openedBy(db, part, held.sha256)
    if (found) return answer(db, part, found, true)
  }

  const text = held.bytes && readText(held.bytes)
  const page = text ? (readPage(text) ?? readJson(text)) : null
  if (page) {
    const row = await entryAt(db, page.number)
    if (!row) return unknown('page')
    const { content, data } = linkOf(row)
    const isSame =
      content === contentHash(page.salt, page.title, page.text) &&
      (page.data === null ||
        page.data.map((one) => tableHash(page.salt, one)).join() === data.join())
    const salt = isSame ? page.salt : (await openingOf(db, page.number))?.salt
    // The mark is another's: a page of another site has a number that we have too.
    if (salt !== undefined && salt !== page.salt) return { ...unknown('page'), verdict: 'foreign' }
    return answer(db, 'page', row, isSame)
  }
  const bare = text ? await openedBy(db, 'text', textHash(text)) : null
  return bare ? answer(db, 'text', bare, true) : unknown(text ? 'text' : 'file')
}

const unknown = (what: Checked['what']): Checked => ({
  verdict: 'unknown',
  what,
  link: null,
  later: null,
  sealedOn: null,
})

const shown = (row: EntryRow): NonNullable<Checked['link']> => {
  const { act, address, at, edition, indexNumber, number } = linkOf(row)
  return { act, address, at, edition, indexNumber, number, hash: row.hash }
}

const documentAt = /^\/d\/(\d+)$/
const newestAt = (db: Db, address: string): Promise<EntryRow[]> => {
  const documentId = documentAt.exec(address)?.[1]
  return documentId ? entriesOfDocument(db, Number(documentId)) : entriesAt(db, address)
}

async function answer(
  db: Db,
  what: Checked['what'],
  row: EntryRow,
  isSame: boolean,
): Promise<Checked> {
  const link = linkOf(row)
  const [newest] = await newestAt(db, link.address)
  const later = newest && newest.number > row.number ? newest : null
  const day = await dayOfNumber(db, row.number)
  const parts = {
    what,
    link: shown(row),
    later: later && shown(later),
    sealedOn: day?.day ?? null,
  }
  if (!(await isSound(db, row, link))) return { verdict: 'chainBroken', ...parts }
  if (!isSame) return { verdict: 'changed', ...parts }
  if (!later) return { verdict: 'asPublished', ...parts }
  return { verdict: linkOf(later).act === 'withdrawal' ? 'withdrawn' : 'superseded', ...parts }
}

/** The link hashes to what it says, and names the one before it. */
async function isSound(db: Db, row: EntryRow, link: Link): Promise<boolean> {
  const before = row.number === 1 ? beginning : (await entryAt(db, row.number - 1))?.hash
  return sha256(row.body) === row.hash && link.number === row.number && link.previous === before
}

function readText(bytes: Uint8Array): string | null {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    return null
  }
}
