import type { z } from 'zod'
import type { Actor } from '#platform/act'
import type { CivilDate } from '#platform/civil-date'
import type { Db } from '#platform/database'
import type { listIssues } from './contract/issues.ts'
import type { IssueLine, IssueShape } from './contract/shapes.ts'
import { findGazette, readIssue } from './finding.ts'
import { mayCompile, mayProof, mayPublish, mayRead, maySign } from './policy.ts'
import { blockersOfRelease, blockersOfSigning } from './readiness.ts'
import { type EntryRow, entriesOfIssue } from './store/entries.ts'
import { backItems, pagesWithWords, readerFile } from './store/files.ts'
import {
  compilersOf,
  gazetteOf,
  type IssueRow,
  issueRows,
  nextNumbers,
  sendingsOf,
} from './store/issues.ts'

// Three years of a gazette that comes monthly.
const listed = 36

const lineOf = (row: IssueRow): IssueLine => {
  const { id, year, number, total, origin, state, publishedOn, texts, version } = row
  return { id, year, number, total, origin, state, publishedOn, texts, version }
}

/** Issues of the gazette, newest first, and what I may do. */
export async function listedIssues(
  db: Db,
  by: Actor,
  asked: { readonly after?: number | undefined },
  today: CivilDate,
): Promise<z.output<typeof listIssues.output>> {
  const gazette = await findGazette(db, by, mayRead)
  const { organizationId, title, sponsor, standardArticle, path } = gazette
  const year = Number(today.slice(0, 4))
  const rows = await issueRows(db, {
    organizationId,
    published: false,
    limit: listed + 1,
    ...asked,
  })
  return {
    title,
    sponsor,
    standardArticle,
    issues: rows.slice(0, listed).map(lineOf),
    next: rows.length > listed ? (rows[listed - 1]?.total ?? null) : null,
    proposed: { year, ...(await nextNumbers(db, organizationId, year)) },
    mayCompile: mayCompile(by, path),
  }
}

const isoOf = (instant: Date | string): string => new Date(instant).toISOString()

const entryShown = (entry: EntryRow): IssueShape['entries'][number] => ({
  id: entry.id,
  documentId: entry.documentId,
  editionId: entry.editionId,
  title: entry.title,
  documentNumber: entry.documentNumber,
  issuingOrgan: entry.issuingOrgan,
  writtenOn: entry.writtenOn,
  section: entry.section,
  number: entry.number,
  page: entry.page,
  pickedBy: entry.pickedBy,
  newerEditionId: entry.newerEditionId,
  newerKept: entry.newerEditionId !== null && entry.keptAgainst === entry.newerEditionId,
  keptReason: entry.keptReason,
  gone: entry.gone,
  marks: entry.marks.map((mark) => ({
    id: mark.id,
    name: mark.name,
    at: isoOf(mark.at),
    current: mark.editionId === entry.editionId,
    verdict: mark.verdict,
    note: mark.note,
    settledAt: mark.settledAt === null ? null : isoOf(mark.settledAt),
    settledBy: mark.settledBy,
    settledNote: mark.settledNote,
  })),
})

/** What still stands between an issue and its next step; nothing where no step is left. */
const openPoints = (found: IssueRow, entries: readonly EntryRow[]) => {
  if (found.origin === 'imported' || found.state === 'published') return []
  return found.state === 'signed' ? blockersOfRelease(entries) : blockersOfSigning(found, entries)
}

/** One issue: its texts in order, who read what, what still stands in the way. */
export async function issueShown(db: Db, by: Actor, id: number): Promise<IssueShape> {
  const found = await readIssue(db, by, id, mayRead)
  const { organizationId, path } = found
  const [gazette, entries, contents, compilers, file, sendings] = [
    await gazetteOf(db, organizationId),
    await entriesOfIssue(db, id),
    await backItems(db, id),
    await compilersOf(db, id),
    await readerFile(db, id),
    await sendingsOf(db, id),
  ]
  return {
    ...lineOf(found),
    title: gazette.title,
    sponsor: gazette.sponsor,
    signingOpinion: found.signingOpinion,
    signedBy: found.signedBy,
    signedAt: found.signedAt?.toISOString() ?? null,
    publishedAt: found.publishedAt?.toISOString() ?? null,
    compilers: compilers.map(({ name }) => name),
    entries: entries.map(entryShown),
    contents,
    file: file && {
      size: file.size,
      pages: file.pages,
      madeAt: file.madeAt.toISOString(),
      stale: file.stale,
    },
    sendings,
    pagesUnread:
      file && found.origin === 'imported' ? file.pages - (await pagesWithWords(db, id)) : 0,
    open: openPoints(found, entries).map(({ field, code, params = {} }) => ({
      field,
      code,
      params: { ...params },
    })),
    may: {
      compile: mayCompile(by, path),
      proof: mayProof(by, path),
      sign: maySign(by, path) && !compilers.some((one) => one.id === by.id),
      publish: mayPublish(by, path),
    },
  }
}
