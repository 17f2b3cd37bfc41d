import { type Reader, thePublic } from '#documents'
import type { CivilDate } from '#platform/civil-date'
import type { Db } from '#platform/database'
import { policyClassesOf } from './classes.ts'
import { standardBy } from './standard-text.ts'
import { type EntryText, entriesOfIssue, entryTexts, printedIn } from './store/entries.ts'
import { type BackItem, backItems, pagesWithWords, readerFile } from './store/files.ts'
import { gazetteOf, type IssueRow, issueAt, issueRows, yearsOf } from './store/issues.ts'
import { type HitRow, hitRows } from './store/passages.ts'
import { excerptOf, markFound, onOneLine, soughtIn } from './words.ts'

export { printedIn }

/** An issue as readers see it named. */
export interface PublicIssue {
  readonly id: number
  readonly year: number
  readonly number: number
  readonly total: number
  readonly origin: 'compiled' | 'imported'
  readonly publishedOn: CivilDate
  readonly publishedAt: Date
  readonly texts: number
}

const shown = (row: IssueRow): PublicIssue => ({
  id: row.id,
  year: row.year,
  number: row.number,
  total: row.total,
  origin: row.origin,
  publishedOn: row.publishedOn ?? `${row.year}-01-01`,
  publishedAt: row.publishedAt ?? new Date(0),
  texts: row.texts,
})

// A weekly has 53 issues a year.
const mostOfYear = 60

/** The published issues of a year, newest first, and the years that have any. */
export async function issuesOf(db: Db, organizationId: number, asked: number | null) {
  const { title, sponsor } = await gazetteOf(db, organizationId)
  const years = await yearsOf(db, organizationId)
  const year = years.find((one) => one.year === asked)?.year ?? years[0]?.year ?? null
  const rows =
    year === null
      ? []
      : await issueRows(db, { organizationId, published: true, year, limit: mostOfYear })
  return { title, sponsor, years, year, issues: rows.map(shown) }
}

/** Newest issues, for the feed. */
export const newestIssues = async (
  db: Db,
  organizationId: number,
  limit: number,
): Promise<{ title: string; issues: PublicIssue[] }> => ({
  title: (await gazetteOf(db, organizationId)).title,
  issues: (await issueRows(db, { organizationId, published: true, limit })).map(shown),
})

/** A text in the contents; one that left the site keeps its number and says so. */
export interface ContentsLine {
  readonly number: number
  readonly section: string
  readonly documentId: number
  readonly title: string | null
  readonly documentNumber: string
  readonly page: number | null
  /** The rule by which its printed text is the standard text. */
  readonly standard: string | null
}

export interface IssuePage {
  readonly title: string
  readonly sponsor: string
  readonly issue: PublicIssue
  readonly lines: readonly ContentsLine[]
  readonly items: readonly BackItem[]
  /** Null where a text in it left the site and it is being made anew. */
  readonly file: { readonly sha256: string; readonly size: number; readonly pages: number } | null
  /** Pages of a back issue that are pictures: their words cannot be searched. */
  readonly pagesUnread: number
}

/** A published issue with its contents; null where there is none of that number. */
export async function issuePage(
  db: Db,
  organizationId: number,
  year: number,
  number: number,
  reader: Reader = thePublic,
): Promise<IssuePage | null> {
  const found = await issueAt(db, organizationId, year, number)
  if (!found) return null
  const gazette = await gazetteOf(db, organizationId)
  const entries = await entriesOfIssue(db, found.id)
  const visible = new Set((await entryTexts(db, { issueId: found.id }, reader)).map(({ id }) => id))
  const classes = await policyClassesOf(db, entries)
  const file = await readerFile(db, found.id)
  const issue = shown(found)
  return {
    title: gazette.title,
    sponsor: gazette.sponsor,
    issue,
    lines: entries.map((entry) => ({
      number: entry.number,
      section: entry.section,
      documentId: entry.documentId,
      title: visible.has(entry.id) ? entry.title : null,
      documentNumber: visible.has(entry.id) ? entry.documentNumber : '',
      page: entry.page,
      standard: standardBy(
        classes.get(entry.documentId) ?? null,
        issue.publishedOn,
        gazette.standardArticle,
      ),
    })),
    items: await backItems(db, found.id),
    file: file && !file.stale ? file : null,
    pagesUnread:
      file && issue.origin === 'imported' ? file.pages - (await pagesWithWords(db, found.id)) : 0,
  }
}

/** One text of an issue, as printed; null where it is not, or not any more, public. */
export async function printedText(
  db: Db,
  issue: PublicIssue,
  number: number,
  reader: Reader = thePublic,
): Promise<EntryText | null> {
  const [text] = await entryTexts(db, { issueId: issue.id, number }, reader)
  return text ?? null
}

export type Found = readonly { readonly text: string; readonly found: boolean }[]

export interface GazetteHit {
  readonly year: number
  readonly number: number
  readonly total: number
  readonly entryNumber: number | null
  /** The document that was printed there; null on a page of a back issue. */
  readonly documentId: number | null
  readonly page: number | null
  readonly title: Found
  readonly excerpt: Found
}

const hitOf = (row: HitRow, sought: readonly string[]): GazetteHit => ({
  year: row.year,
  number: row.number,
  total: row.total,
  entryNumber: row.entryNumber,
  documentId: row.documentId,
  page: row.page,
  title: markFound(row.title || row.contents, sought),
  excerpt: excerptOf(row.text, sought),
})

const slice = 20
const cursor = /^(\d{1,6})\.(\d{1,6})$/

/** Searches texts of issues and pages of back issues, newest issue first. */
export async function searchGazette(
  db: Db,
  organizationId: number,
  asked: { readonly q: string; readonly year: number | null; readonly after: string | null },
  reader: Reader = thePublic,
): Promise<{ hits: GazetteHit[]; next: string | null }> {
  const sought = soughtIn(onOneLine(asked.q))
  if (sought.length === 0) return { hits: [], next: null }
  const [, total, place] = cursor.exec(asked.after ?? '') ?? []
  const after = total && place ? { total: Number(total), place: Number(place) } : null
  const rows = await hitRows(
    db,
    { organizationId, sought, year: asked.year, after, limit: slice + 1 },
    reader,
  )
  const last = rows.length > slice ? rows[slice - 1] : undefined
  return {
    hits: rows.slice(0, slice).map((row) => hitOf(row, sought)),
    next: last ? `${last.total}.${last.place}` : null,
  }
}
