import type { z } from 'zod'
import type { Act } from '#platform/act'
import type * as contract from '../contract/issues.ts'
import type { IssueShape } from '../contract/shapes.ts'
import { issueSent, issueSigned } from '../facts.ts'
import { factAbout, findIssue } from '../finding.ts'
import { take } from '../lifecycle.ts'
import { mayCompile, mayPublish, maySign } from '../policy.ts'
import { issueShown } from '../queries.ts'
import { blockersOfSigning } from '../readiness.ts'
import { refuse } from '../refusals.ts'
import { entriesOfIssue, numberEntries } from '../store/entries.ts'
import { addSending, compilersOf, moveIssue } from '../store/issues.ts'

/** Signs an issue that was read to its end. Nobody signs what they compiled (M158). */
export async function signIssue(
  act: Act,
  input: z.output<typeof contract.signIssue.input>,
): Promise<IssueShape> {
  const found = await findIssue(act, input, maySign)
  if (found.origin === 'imported') throw refuse('wrongState', { state: found.state })
  const state = take('sign', found)
  const compilers = await compilersOf(act.tx, found.id)
  if (compilers.some(({ id }) => id === act.by.id)) throw refuse('ownIssue')
  const entries = await entriesOfIssue(act.tx, found.id)
  const issues = blockersOfSigning(found, entries)
  if (issues.length > 0) throw refuse('notReady', { issues })
  await numberEntries(act.tx, entries)
  await moveIssue(act.tx, found.id, {
    state,
    signing: { at: act.at, by: act.by.id, opinion: input.opinion },
  })
  await act.announce(issueSigned, factAbout(found))
  return issueShown(act.tx, act.by, found.id)
}

/** Records where a published issue went (M103). */
export async function recordSending(
  act: Act,
  input: z.output<typeof contract.recordSending.input>,
): Promise<IssueShape> {
  const found = await findIssue(
    act,
    input,
    (by, path) => mayCompile(by, path) || mayPublish(by, path),
  )
  if (found.state !== 'published') throw refuse('wrongState', { state: found.state })
  if (found.publishedOn !== null && input.sentOn < found.publishedOn)
    throw refuse('sentTooEarly', { publishedOn: found.publishedOn })
  const { id: issueId, ...sending } = input
  await addSending(act, { issueId, ...sending })
  const { channel, receiver } = input
  await act.announce(issueSent, { ...factAbout(found), channel, receiver })
  return issueShown(act.tx, act.by, found.id)
}
