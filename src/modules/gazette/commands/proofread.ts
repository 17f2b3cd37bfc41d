import type { z } from 'zod'
import type { Act, Actor } from '#platform/act'
import type { Db } from '#platform/database'
import type * as contract from '../contract/proofs.ts'
import type { IssueShape } from '../contract/shapes.ts'
import { proofMarked } from '../facts.ts'
import { factAbout, findIssue, readIssue, tellChange } from '../finding.ts'
import { take } from '../lifecycle.ts'
import { mayCompile, mayProof, mayRead } from '../policy.ts'
import { issueShown } from '../queries.ts'
import { refuse } from '../refusals.ts'
import * as rows from '../store/entries.ts'
import { addCompiler, moveIssue } from '../store/issues.ts'
import { textHash } from '../text-hash.ts'

/** The pinned text of an entry, to be read for proof. */
export async function entryText(
  db: Db,
  by: Actor,
  id: number,
): Promise<z.output<typeof contract.entryText.output>> {
  const issueId = await rows.issueOfEntry(db, id)
  if (issueId === null) throw refuse('notFound')
  await readIssue(db, by, issueId, mayRead)
  const [text] = await rows.entryTexts(db, { issueId, entryId: id }, { kind: 'staff', by })
  if (!text) throw refuse('notFound')
  return { id, editionId: text.editionId, title: text.title, html: text.html }
}

const findEntry = async (act: Act, entryId: number, may: (by: Actor, path: string) => boolean) => {
  const issueId = await rows.issueOfEntry(act.tx, entryId)
  if (issueId === null) throw refuse('notFound')
  const found = await findIssue(act, { id: issueId }, may)
  take('proof', found)
  const entry = (await rows.entriesOfIssue(act.tx, issueId)).find(({ id }) => id === entryId)
  if (!entry) throw refuse('notFound')
  return { found, entry }
}

/** Says that I read this text: without objection, or with one. */
export async function markProof(
  act: Act,
  input: z.output<typeof contract.markProof.input>,
): Promise<IssueShape> {
  const { found, entry } = await findEntry(act, input.id, mayProof)
  if (entry.editionId !== input.editionId) throw refuse('anotherText')
  await rows.addMark(act, {
    entryId: entry.id,
    editionId: entry.editionId,
    verdict: input.verdict,
    note: input.note,
  })
  const { documentId, editionId } = entry
  await act.announce(proofMarked, {
    ...factAbout(found),
    documentId,
    editionId,
    verdict: input.verdict,
  })
  return issueShown(act.tx, act.by, found.id)
}

/** Says how an objection was dealt with. */
export async function settleObjection(
  act: Act,
  input: z.output<typeof contract.settleObjection.input>,
): Promise<IssueShape> {
  const issueId = await rows.issueOfMark(act.tx, input.id)
  if (issueId === null) throw refuse('notFound')
  const found = await findIssue(act, { id: issueId }, mayProof)
  take('proof', found)
  if (!(await rows.settleMark(act, input.id, input.note))) throw refuse('alreadySettled')
  await tellChange(act, found, 'objectionSettled', input.note)
  return issueShown(act.tx, act.by, found.id)
}

/** A text was corrected since it was picked: take the new one, which has to be read, or keep the old. */
export async function judgeNewer(
  act: Act,
  input: z.output<typeof contract.judgeNewer.input>,
): Promise<IssueShape> {
  const { found, entry } = await findEntry(act, input.id, mayCompile)
  if (entry.newerEditionId === null) throw refuse('nothingNewer')
  if (entry.newerEditionId !== input.editionId) throw refuse('anotherText')
  if (input.take) {
    const [text] = await rows.pickable(act.tx, [entry.documentId], found.path)
    if (!text || text.editionId !== input.editionId)
      throw refuse('notPublic', { id: entry.documentId })
    await rows.pinEdition(act, entry.id, text.editionId, textHash(text))
  } else await rows.keepAgainst(act.tx, entry.id, input.editionId, input.reason)
  await addCompiler(act, found.id)
  await moveIssue(act.tx, found.id)
  await tellChange(act, found, input.take ? 'newerTaken' : 'newerKept', input.reason)
  return issueShown(act.tx, act.by, found.id)
}
