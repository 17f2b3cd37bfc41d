import type { Act, Actor, Perform } from '#platform/act'
import type { BlobStore } from '#platform/blob-store'
import { dateAt } from '#platform/civil-date'
import type { Db } from '#platform/database'
import { fileReleased } from '#seals'
import { policyClassesOf } from '../classes.ts'
import type { IssueShape } from '../contract/shapes.ts'
import { issuePublished } from '../facts.ts'
import { factAbout, findIssue, readIssue } from '../finding.ts'
import { publishStep, take } from '../lifecycle.ts'
import { mayPublish, mayRead } from '../policy.ts'
import { type PrintedIssue, type PrintText, printIssue } from '../print/print-issue.ts'
import { issueShown } from '../queries.ts'
import { blockersOfRelease } from '../readiness.ts'
import { refuse } from '../refusals.ts'
import { standardBy } from '../standard-text.ts'
import { type EntryRow, entriesOfIssue, entryTexts, pageEntries } from '../store/entries.ts'
import { addReaderFile, forgetReaderFiles, readerFile } from '../store/files.ts'
import { earlierWaiting, gazetteOf, type IssueRow, moveIssue } from '../store/issues.ts'
import { putPassages } from '../store/passages.ts'

/** Where an issue is made: reading and printing happen before the act, which only keeps the result. */
export interface Press {
  readonly db: Db
  readonly files: BlobStore
  readonly perform: Perform
}

interface Laid {
  readonly printed: PrintedIssue
  /** The editions that were laid out; the act looks whether they still are those of the issue. */
  readonly editions: string
  readonly omitted: readonly number[]
}

const editionsOf = (entries: readonly { id: number; editionId: number }[]): string =>
  entries.map(({ id, editionId }) => `${id}:${editionId}`).join()

/** Lays an issue out as it stands; texts that the public may not see any more keep only their place. */
const layOut = async (
  { db, files }: Pick<Press, 'db' | 'files'>,
  found: IssueRow,
  proof: boolean,
  madeAt: Date,
): Promise<Laid> => {
  const gazette = await gazetteOf(db, found.organizationId)
  const entries = await entriesOfIssue(db, found.id)
  const texts = await entryTexts(db, { issueId: found.id }, { kind: 'public' })
  const byId = new Map(texts.map((text) => [text.id, text]))
  const classes = await policyClassesOf(db, entries)
  const on = found.publishedOn ?? dateAt(madeAt)
  const standards = entries.flatMap(
    (entry) => standardBy(classes.get(entry.documentId) ?? null, on, gazette.standardArticle) ?? [],
  )
  const toPrint = entries.map(
    ({ id, section, title, documentNumber }): PrintText => ({
      id,
      section,
      title,
      documentNumber,
      html: byId.get(id)?.html ?? null,
    }),
  )
  const { title, sponsor } = gazette
  const { year, number, total, publishedOn } = found
  const printed = await printIssue(files, {
    ...{ title, sponsor, year, number, total, publishedOn, proof, madeAt },
    texts: toPrint,
    standards: [...new Set(standards)],
  })
  const omitted = entries.filter(({ id }) => !byId.has(id)).map(({ id }) => id)
  return { printed, editions: editionsOf(entries), omitted }
}

/** The issue as it would be printed now, marked as a proof. */
export async function proofOf(
  press: Pick<Press, 'db' | 'files'>,
  by: Actor,
  id: number,
  at: Date,
): Promise<Buffer> {
  const found = await readIssue(press.db, by, id, mayRead)
  return (await layOut(press, found, true, at)).printed.pdf
}

const keepFile = async (
  act: Act,
  found: IssueRow,
  entries: readonly EntryRow[],
  laid: Laid,
  blob: { sha256: string; size: number },
): Promise<void> => {
  if (editionsOf(entries) !== laid.editions) throw refuse('changedMeanwhile')
  await forgetReaderFiles(act.tx, found.id)
  await addReaderFile(act, {
    issueId: found.id,
    sha256: blob.sha256,
    size: blob.size,
    pages: laid.printed.pages,
    omitted: laid.omitted,
  })
  await pageEntries(act.tx, laid.printed.entryPages)
}

const tell = async (
  act: Act,
  found: IssueRow,
  entries: readonly EntryRow[],
  sha256: string,
  first: boolean,
): Promise<void> => {
  const { subject, organizationId } = factAbout(found)
  const { year, number, total } = found
  const { title } = await gazetteOf(act.tx, organizationId)
  await act.announce(issuePublished, {
    ...factAbout(found),
    total,
    documentIds: entries.map(({ documentId }) => documentId),
    sha256,
    first,
  })
  // Whoever holds the printed issue can then check it against the public chain (M164).
  await act.announce(fileReleased, {
    ...{ subject, organizationId, sha256, first },
    address: `/gazette/${year}/${number}`,
    name: `${title}${year}年第${number}期`,
  })
}

/** Puts a back issue before the public: its file is there already. */
const publishBack = async (act: Act, found: IssueRow, by: Actor): Promise<IssueShape> => {
  const state = take(publishStep(found.origin), found)
  await moveIssue(act.tx, found.id, { state, published: { at: act.at, by: by.id } })
  await tell(act, found, [], (await readerFile(act.tx, found.id))?.sha256 ?? '', true)
  return issueShown(act.tx, by, found.id)
}

/** Prints a signed issue and puts it before the public: numbers, pages and words fixed together. */
export async function publishIssue(
  press: Press,
  by: Actor,
  input: { readonly id: number; readonly version: number },
  at = new Date(),
): Promise<IssueShape> {
  const asked = await readIssue(press.db, by, input.id, mayRead)
  if (!mayPublish(by, asked.path)) throw refuse('notYours')
  take(publishStep(asked.origin), asked)
  const laid = asked.origin === 'compiled' ? await layOut(press, asked, false, at) : null
  const blob = laid && (await press.files.putBytes(laid.printed.pdf))
  return press.perform(
    by,
    async (act) => {
      const found = await findIssue(act, input, mayPublish)
      if (!laid || !blob) return publishBack(act, found, by)
      const state = take('publish', found)
      const waiting = await earlierWaiting(act.tx, found)
      if (waiting) throw refuse('earlierWaits', { year: waiting.year, number: waiting.number })
      const entries = await entriesOfIssue(act.tx, found.id)
      const issues = blockersOfRelease(entries)
      if (issues.length > 0) throw refuse('notReady', { issues })
      await keepFile(act, found, entries, laid, blob)
      await index(act, found, laid)
      await moveIssue(act.tx, found.id, { state, published: { at: act.at, by: by.id } })
      await tell(act, found, entries, blob.sha256, true)
      return issueShown(act.tx, by, found.id)
    },
    at,
  )
}

/** The words of an issue, for the search of the gazette. */
const index = async (act: Act, found: IssueRow, laid: Laid): Promise<void> => {
  const texts = await entryTexts(act.tx, { issueId: found.id }, { kind: 'public' })
  const pages = new Map(laid.printed.entryPages.map(({ id, page }) => [id, page]))
  await putPassages(
    act.tx,
    found.id,
    texts.map(({ id, number, title, text, documentNumber }) => ({
      place: number,
      entryId: id,
      page: pages.get(id) ?? null,
      title,
      text: `${documentNumber} ${text}`,
    })),
  )
}

/** Prints a published issue anew, without texts that left the site since. */
export async function remakeFile(
  press: Press,
  by: Actor,
  id: number,
  at = new Date(),
): Promise<IssueShape> {
  const asked = await readIssue(press.db, by, id, mayRead)
  if (!mayPublish(by, asked.path)) throw refuse('notYours')
  if (asked.state !== 'published' || asked.origin !== 'compiled')
    throw refuse('wrongState', { state: asked.state })
  const laid = await layOut(press, asked, false, at)
  const blob = await press.files.putBytes(laid.printed.pdf)
  return press.perform(
    by,
    async (act) => {
      const found = await findIssue(act, { id }, mayPublish)
      const entries = await entriesOfIssue(act.tx, id)
      await keepFile(act, found, entries, laid, blob)
      await tell(act, found, entries, blob.sha256, false)
      return issueShown(act.tx, by, id)
    },
    at,
  )
}
