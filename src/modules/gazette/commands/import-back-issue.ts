import { readFile } from 'node:fs/promises'
import type { Readable } from 'node:stream'
import type { z } from 'zod'
import { receiveFile } from '#documents'
import type { Actor } from '#platform/act'
import { readParts } from '#platform/file-parts/index'
import { contentsFrom } from '../back-contents.ts'
import type * as contract from '../contract/back-issues.ts'
import type { IssueShape } from '../contract/shapes.ts'
import { backIssueImported } from '../facts.ts'
import { factAbout, findGazette, findIssue, tellChange } from '../finding.ts'
import { mayCompile } from '../policy.ts'
import { issueShown } from '../queries.ts'
import { refuse } from '../refusals.ts'
import { addReaderFile, putBackItems } from '../store/files.ts'
import { addIssue, issueRow, moveIssue, putGazette } from '../store/issues.ts'
import { putPassages } from '../store/passages.ts'
import { mustBeFree } from './begin-issue.ts'
import type { Press } from './publish-issue.ts'

// Pages that are pictures have no text and are told of as unread.
const pageOf = (where: string): number => Number(/^page:(\d+)/.exec(where)?.[1] ?? 0)

export interface Upload {
  readonly name: string
  readonly stream: Readable
}

/**
 * Brings in a back issue as PDF: examined as any upload, its text read page by page. It is before the
 * public only once somebody publishes it.
 */
export async function importBackIssue(
  press: Press,
  by: Actor,
  input: z.output<typeof contract.importBackIssue.input>,
  upload: Upload,
  at = new Date(),
): Promise<IssueShape> {
  await findGazette(press.db, by, mayCompile)
  if (!/\.pdf$/i.test(upload.name)) throw refuse('notPdf')
  const received = await receiveFile(press.files, upload)
  if (received.mediaType !== 'application/pdf') throw refuse('notPdf')
  const { scan, blob, name } = received
  // 政府信息公开条例 art. 14, 15: what is secret or private stays back, in old issues too. What the program
  // found or could not read, a named person answers for.
  const doubts = scan.standing + scan.unread.length
  if ((!scan.scanned || scan.standing > 0) && input.reason === '')
    throw refuse('fileStands', { name, count: Math.max(1, doubts) })
  const { parts, unread } = await readParts(name, await readFile(press.files.pathOf(blob.sha256)))
  const pages = parts.flatMap(({ where, text }) => {
    const page = /^page:(\d+)$/.exec(where)?.[1]
    return page && text ? [{ page: Number(page), text }] : []
  })
  return press.perform(
    by,
    async (act) => {
      const gazette = await findGazette(act.tx, by, mayCompile)
      const { organizationId } = gazette
      await putGazette(act, gazette)
      const { year, number, total, publishedOn, reason } = input
      await mustBeFree(act, { organizationId, year, number, total })
      const id = await addIssue(act, {
        ...{ organizationId, year, number, total, publishedOn },
        origin: 'imported',
        state: 'proofing',
      })
      await moveIssue(act.tx, id, { signing: { at: act.at, by: by.id, opinion: reason } })
      await addReaderFile(act, {
        issueId: id,
        sha256: blob.sha256,
        size: blob.size,
        pages: Math.max(1, ...[...parts, ...unread].map(({ where }) => pageOf(where))),
        omitted: [],
      })
      await putPassages(
        act.tx,
        id,
        pages.map(({ page, text }) => ({ place: page, entryId: null, page, title: '', text })),
      )
      const found = await issueRow(act.tx, id)
      if (!found) throw refuse('notFound')
      await act.announce(backIssueImported, { ...factAbout(found), sha256: blob.sha256, reason })
      return issueShown(act.tx, by, id)
    },
    at,
  )
}

/** Takes the contents of a back issue from a table; another table takes the place of the first. */
export async function importContents(
  press: Press,
  by: Actor,
  input: z.output<typeof contract.importContents.input>,
  file: { readonly name: string; readonly bytes: Uint8Array },
  at = new Date(),
): Promise<IssueShape> {
  await findGazette(press.db, by, mayCompile)
  const { read, parts } = await readParts(file.name, file.bytes)
  const rows = parts.find((part) => part.rows && part.rows.length > 1)?.rows
  if (!read || !rows) throw refuse('contentsUnread')
  const items = contentsFrom(rows)
  if (items.length === 0) throw refuse('contentsNoTitle')
  return press.perform(
    by,
    async (act) => {
      const found = await findIssue(act, input, mayCompile)
      if (found.origin !== 'imported') throw refuse('wrongState', { state: found.state })
      await putBackItems(act.tx, found.id, items)
      await moveIssue(act.tx, found.id)
      await tellChange(act, found, 'contents')
      return issueShown(act.tx, by, found.id)
    },
    at,
  )
}
