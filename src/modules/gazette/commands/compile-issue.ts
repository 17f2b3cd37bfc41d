import type { z } from 'zod'
import type { Act } from '#platform/act'
import { endedValidities, validityOf } from '#policies'
import type * as contract from '../contract/issues.ts'
import type { IssueShape } from '../contract/shapes.ts'
import { findIssue, tellChange } from '../finding.ts'
import { take } from '../lifecycle.ts'
import { mayCompile, mayPublish } from '../policy.ts'
import { issueShown } from '../queries.ts'
import { refuse } from '../refusals.ts'
import { sectionOf } from '../section-of.ts'
import * as rows from '../store/entries.ts'
import { addCompiler, type IssueRow, moveIssue } from '../store/issues.ts'
import { textHash } from '../text-hash.ts'

const compiling = async (
  act: Act,
  input: { readonly id: number; readonly version: number },
): Promise<IssueRow> => {
  const found = await findIssue(act, input, mayCompile)
  take('compile', found)
  return found
}

/** What every change of the choice or the order ends with: its maker will not sign the issue. */
const done = async (act: Act, found: IssueRow, what: string): Promise<IssueShape> => {
  await addCompiler(act, found.id)
  await moveIssue(act.tx, found.id)
  await tellChange(act, found, what)
  return issueShown(act.tx, act.by, found.id)
}

/** Takes public documents into an issue, each pinned to the edition that is live now. */
export async function pickTexts(
  act: Act,
  input: z.output<typeof contract.pickTexts.input>,
): Promise<IssueShape> {
  const found = await compiling(act, input)
  const documentIds = [...new Set(input.documentIds)]
  const texts = await rows.pickable(act.tx, documentIds, found.path)
  const missing = documentIds.find((id) => !texts.some((text) => text.documentId === id))
  if (missing !== undefined) throw refuse('notPublic', { id: missing })
  const printed = await rows.elsewhere(act.tx, documentIds, found.id)
  if (printed) throw refuse('alreadyPrinted', printed)
  const standing = await validityOf(act.tx, documentIds, act.today)
  for (const text of texts) {
    const validity = standing.get(text.documentId)?.validity
    if (validity && endedValidities.includes(validity))
      throw refuse('policyEnded', { title: text.title })
    const { documentId, editionId } = text
    await rows.addEntry(act, {
      issueId: found.id,
      documentId,
      editionId,
      textHash: textHash(text),
      section: sectionOf(text),
    })
  }
  return done(act, found, 'picked')
}

/** Takes a text out of an issue. */
export async function dropText(
  act: Act,
  input: z.output<typeof contract.dropText.input>,
): Promise<IssueShape> {
  const found = await compiling(act, input)
  if (!(await rows.dropEntry(act.tx, found.id, input.entryId))) throw refuse('notFound')
  return done(act, found, 'dropped')
}

/** Sets section and order of all texts. */
export async function orderTexts(
  act: Act,
  input: z.output<typeof contract.orderTexts.input>,
): Promise<IssueShape> {
  const found = await compiling(act, input)
  const known = (await rows.entriesOfIssue(act.tx, found.id)).map(({ id }) => id)
  const asked = new Set(input.entries.map(({ id }) => id))
  if (asked.size !== input.entries.length || known.length !== asked.size)
    throw refuse('orderIncomplete')
  if (known.some((id) => !asked.has(id))) throw refuse('orderIncomplete')
  await rows.orderEntries(act.tx, found.id, input.entries)
  return done(act, found, 'ordered')
}

/** Sets the day that the cover shows. */
export async function dateIssue(
  act: Act,
  input: z.output<typeof contract.dateIssue.input>,
): Promise<IssueShape> {
  const found = await compiling(act, input)
  await moveIssue(act.tx, found.id, { publishedOn: input.publishedOn })
  await tellChange(act, found, 'dated')
  return issueShown(act.tx, act.by, found.id)
}

/** Closes the choice of texts; they are read now. */
export async function sendToProof(
  act: Act,
  input: z.output<typeof contract.sendToProof.input>,
): Promise<IssueShape> {
  const found = await findIssue(act, input, mayCompile)
  const state = take('sendToProof', found)
  if (found.texts === 0)
    throw refuse('notReady', { issues: [{ field: 'entries', code: 'gazetteEmpty' }] })
  await moveIssue(act.tx, found.id, { state })
  await tellChange(act, found, 'sentToProof')
  return issueShown(act.tx, act.by, found.id)
}

/** Gives an issue back to those who compile it; a signature that it had is gone. */
export async function returnIssue(
  act: Act,
  input: z.output<typeof contract.returnIssue.input>,
): Promise<IssueShape> {
  const found = await findIssue(
    act,
    input,
    (by, path) => mayCompile(by, path) || mayPublish(by, path),
  )
  if (found.origin === 'imported') throw refuse('wrongState', { state: found.state })
  const state = take('return', found)
  await moveIssue(act.tx, found.id, { state, signing: { at: null, by: null, opinion: '' } })
  await tellChange(act, found, 'returned', input.reason)
  return issueShown(act.tx, act.by, found.id)
}
