import { reachOf } from '#accounts'
import { tablesToSeal } from '#datasets'
import { sealedText, textOf } from '#documents'
import type { Actor } from '#platform/act'
import type { CivilDate } from '#platform/civil-date'
import type { Db } from '#platform/database'
import { refusals } from '#platform/refusal'
import type { DaySeal, Link } from './chain.ts'
import {
  dayAt,
  daysBefore,
  entriesAt,
  entriesBetween,
  entriesOfDocument,
  entriesWithDay,
  linkOf,
  openingOf,
  sealOfDay,
} from './store.ts'
import { type ChainReport, verifyChain } from './verify.ts'

const refuse = refusals('seals', { notYours: 'forbidden' })

/** The seal of a document's page as it stands: what a saved copy carries along. */
export interface PageSeal {
  readonly number: number
  readonly hash: string
  readonly at: Date
  readonly salt: string
  /** SHA-256 of the CSV files of its tables, in their order. */
  readonly tables: readonly string[]
}

/** The newest link of a document; null before the first or after its withdrawal. */
export async function pageSeal(db: Db, documentId: number): Promise<PageSeal | null> {
  const [row] = await entriesOfDocument(db, documentId)
  const opening = row && (await openingOf(db, row.number))
  if (!row || !opening) return null
  const { salt, tableHashes: tables } = opening
  return { number: row.number, hash: row.hash, at: new Date(linkOf(row).at), salt, tables }
}

export interface ShownLink extends Link {
  readonly hash: string
}
export interface ShownDay extends DaySeal {
  readonly hash: string
}

/** The newest link of a file that was released on its own, by the page where it is offered. */
export async function fileSeal(
  db: Db,
  address: string,
): Promise<Pick<PageSeal, 'number' | 'hash' | 'at'> | null> {
  const [row] = await entriesAt(db, address)
  return row ? { number: row.number, hash: row.hash, at: new Date(linkOf(row).at) } : null
}

/** Every link of a document, newest first. */
export const linksOfDocument = async (db: Db, documentId: number): Promise<ShownLink[]> =>
  (await entriesOfDocument(db, documentId)).map((row) => ({ ...linkOf(row), hash: row.hash }))

/** A link of a document's history, with the day by whose seal it is covered; null until that is over. */
export interface RecordedLink extends ShownLink {
  readonly sealedOn: CivilDate | null
}

/** What the public chain holds of a document, newest first. */
export const recordOfDocument = async (db: Db, documentId: number): Promise<RecordedLink[]> =>
  (await entriesWithDay(db, documentId)).map((row) => ({
    ...linkOf(row),
    // Links that were made before tables were sealed have no member for them.
    data: linkOf(row).data ?? [],
    hash: row.hash,
    sealedOn: row.sealedOn,
  }))

const daysShown = 31

/** The seals of the days, newest first, a month at a time. */
export async function sealedDays(
  db: Db,
  before: CivilDate | null,
): Promise<{ days: ShownDay[]; next: CivilDate | null }> {
  const rows = await daysBefore(db, before, daysShown + 1)
  const days = rows.slice(0, daysShown).map((row) => ({ ...sealOfDay(row), hash: row.hash }))
  return { days, next: rows.length > daysShown ? (days.at(-1)?.day ?? null) : null }
}

// Some four printed sheets; a county's busiest day has a few pages.
const linksShown = 100
// One value of some 3 MB.
const linksAtOnce = 5_000

const shownLinks = async (
  db: Db,
  first: number,
  last: number,
  limit: number,
): Promise<ShownLink[]> =>
  (await entriesBetween(db, first, last, limit)).map((row) => ({ ...linkOf(row), hash: row.hash }))

export interface SealedDay {
  readonly seal: ShownDay
  readonly links: readonly ShownLink[]
  /** The number after which the next page begins. */
  readonly next: number | null
}

const sealOn = async (db: Db, day: CivilDate): Promise<ShownDay | null> => {
  const row = await dayAt(db, day)
  return row && { ...sealOfDay(row), hash: row.hash }
}

/** The seal of one day with its links, a page at a time; null where no link of that day comes after. */
export async function sealedDay(
  db: Db,
  day: CivilDate,
  after: number | null = null,
): Promise<SealedDay | null> {
  const seal = await sealOn(db, day)
  if (!seal || (after !== null && (after < seal.first || after >= seal.last))) return null
  const found = await shownLinks(db, (after ?? seal.first - 1) + 1, seal.last, linksShown + 1)
  const links = found.slice(0, linksShown)
  return { seal, links, next: found.length > linksShown ? (links.at(-1)?.number ?? null) : null }
}

/** The seal of one day with every link of it: with this alone anyone can write the seal again. */
export async function wholeDay(
  db: Db,
  day: CivilDate,
): Promise<Pick<SealedDay, 'seal' | 'links'> | null> {
  const seal = await sealOn(db, day)
  if (!seal) return null
  const links: ShownLink[] = []
  for (let first = seal.first; first <= seal.last; first += linksAtOnce)
    for (const link of await shownLinks(db, first, seal.last, linksAtOnce)) links.push(link)
  return { seal, links }
}

/** A page for machines: with it alone anyone can write the link's content hash again. */
export async function machinePage(
  db: Db,
  found: { readonly editionId: number; readonly id: number },
): Promise<object | null> {
  const [seal, text, [link]] = [
    await pageSeal(db, found.id),
    await sealedText(db, found.editionId),
    await linksOfDocument(db, found.id),
  ]
  if (!seal || !text || !link) return null
  return {
    number: seal.number,
    salt: seal.salt,
    title: text.title,
    text: textOf(text.html),
    files: text.files,
    data: await tablesToSeal(db, found.editionId),
    link,
  }
}

const overseers = ['supervisor', 'disclosureOffice', 'administrator'] as const

/** For the office: only those who oversee something may have everything walked. */
export const overseenChain = (db: Db, by: Actor): Promise<ChainReport> => {
  if (reachOf(by, overseers).length === 0) throw refuse('notYours')
  return verifyChain(db)
}
