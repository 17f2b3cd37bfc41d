import { type Reader, readCursor, thePublic } from '#documents'
import { type CivilDate, dateAt } from '#platform/civil-date'
import type { Db } from '#platform/database'
import type { PolicyLine, Validity } from './contract/shapes.ts'
import { endedValidities } from './contract/shapes.ts'
import type { PolicyRecord, ValidityMark } from './record.ts'
import { citationsOf, policiesNamed } from './store/citations.ts'
import {
  type DueValidity,
  type FacetCount,
  facetCounts,
  type LibraryQuery,
  libraryRows,
  markRows,
  untoldRows,
} from './store/library.ts'
import { policyRow } from './store/policies.ts'
import { checkOf } from './store/texts.ts'
import { sinceOf, validityOn } from './validity.ts'

/**
 * How documents stand on a day: one read for a whole list. Documents that are no policies are not in
 * the answer. What ended them is named where this reader may see it.
 */
export async function validityOf(
  db: Db,
  documentIds: readonly number[],
  today: CivilDate,
  reader: Reader = thePublic,
): Promise<Map<number, ValidityMark>> {
  const rows = await markRows(db, documentIds, reader)
  return new Map(
    rows.map((row) => {
      const validity = validityOn(row, today)
      const by = {
        repealed: row.repealedBy,
        declaredExpired: row.declaredBy,
        amended: row.amendedBy,
      }
      const mark: ValidityMark = {
        documentId: row.documentId,
        class: row.class,
        validity,
        since: sinceOf(row, validity),
        effectiveOn: row.effectiveOn,
        expiresOn: row.expiresOn,
        by: validity in by ? by[validity as keyof typeof by] : null,
        byText: validity in by ? row.byText : '',
      }
      return [row.documentId, mark]
    }),
  )
}

/** The register's row of a document; null where it is no policy. */
export async function policyOf(db: Db, documentId: number): Promise<PolicyRecord | null> {
  const row = await policyRow(db, documentId)
  return row && row.class !== 'none' ? row : null
}

/**
 * Policies that stand otherwise on a day than was kept: between midnight and the turn that the worker
 * makes just after it. Whoever chooses or counts by the kept word puts these right.
 */
export const validitiesDue = async (db: Db, today: CivilDate): Promise<DueValidity[]> =>
  (await untoldRows(db, today)).flatMap((row) => {
    const { documentId, class: ofClass, year, kept } = row
    const now = validityOn(row, today)
    return now === kept ? [] : [{ documentId, class: ofClass, year, kept, now }]
  })

/** One page of the library; `next` leads to the page after it. */
export interface PolicySlice {
  readonly items: readonly PolicyLine[]
  readonly next: string | null
}

/** Policies before the public, newest release first, by class, year, validity, unit, words or number. */
export async function listPolicies(
  db: Db,
  asked: LibraryQuery & { readonly after?: string | undefined; readonly limit: number },
  reader: Reader = thePublic,
  today: CivilDate = dateAt(new Date()),
): Promise<PolicySlice> {
  const after = readCursor(asked.after)
  const due = await validitiesDue(db, today)
  const now = new Map(due.map((one) => [one.documentId, one.now]))
  const rows = await libraryRows(db, { ...asked, after }, reader, due)
  const last = rows.length > asked.limit ? rows[asked.limit - 1] : undefined
  return {
    items: rows.slice(0, asked.limit).map((row) => ({
      ...row,
      validity: now.get(row.documentId) ?? row.validity,
      publishedAt: row.publishedAt.toISOString(),
    })),
    next: last ? `${last.publishedAt.toISOString()}~${last.documentId}` : null,
  }
}

/** A policy no longer in force on which a text relies. */
export interface CitedEnded {
  readonly id: number
  readonly title: string
  readonly documentNumber: string
  readonly validity: Validity
  readonly since: CivilDate | null
}

/** The policies that a live text names by number, each as it stands today; `ended` are those to warn of. */
export async function citedBy(
  db: Db,
  documentId: number,
  today: CivilDate,
  reader: Reader = thePublic,
): Promise<{ readonly all: readonly number[]; readonly ended: readonly CitedEnded[] }> {
  const named = await policiesNamed(db, documentId, await citationsOf(db, documentId), reader)
  const judged = named.map((one) => {
    const validity = validityOn(one, today)
    const { id, title, documentNumber } = one
    return { id, title, documentNumber, validity, since: sinceOf(one, validity) }
  })
  return {
    all: judged.map(({ id }) => id),
    ended: judged.filter(({ validity }) => endedValidities.includes(validity)),
  }
}

/** How a regulation's copy on the site compares with the official version; null where never compared. */
export interface OfficialMark {
  readonly source: string
  readonly sourceAddress: string
  readonly same: boolean
  readonly checkedOn: CivilDate
}

export async function officialMarkOf(
  db: Db,
  documentId: number,
  reader: Reader = thePublic,
): Promise<OfficialMark | null> {
  const check = await checkOf(db, documentId, reader)
  if (!check) return null
  const { source, sourceAddress, same, checkedAt } = check
  return { source, sourceAddress, same, checkedOn: dateAt(checkedAt) }
}

/** How full the library is, by class, year and validity. */
export async function libraryFacets(
  db: Db,
  today: CivilDate = dateAt(new Date()),
): Promise<FacetCount[]> {
  const [counts, due] = await Promise.all([facetCounts(db), validitiesDue(db, today)])
  // Each that is due leaves one count and joins another; a reader adds up whatever is listed.
  const moved = due.flatMap(({ class: ofClass, year, kept, now }) => [
    { class: ofClass, year, validity: kept, count: -1 },
    { class: ofClass, year, validity: now, count: 1 },
  ])
  return [...counts, ...moved]
}

/** A file of the library as chosen, whole: machines read it (M134). */
export async function libraryFile(
  db: Db,
  asked: LibraryQuery,
  reader: Reader = thePublic,
): Promise<PolicyLine[]> {
  const { items } = await listPolicies(db, { ...asked, limit: mostInFile }, reader)
  return [...items]
}
// A city's library counts some ten thousand; past this the file would be a download of another kind.
const mostInFile = 20_000
