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

// The busiest day of a city; what is more is read on by number.
const mostOfADay = 20_000

/** The seal of one day with its links. */
export async function sealedDay(
  db: Db,
  day: CivilDate,
): Promise<{ seal: ShownDay; links: ShownLink[] } | null> {
  const row = await dayAt(db, day)
  if (!row) return null
  const seal = { ...sealOfDay(row), hash: row.hash }
  const rows = await entriesBetween(db, seal.first, seal.last, mostOfADay)
  return { seal, links: rows.map((one) => ({ ...linkOf(one), hash: one.hash })) }
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
