import type { z } from 'zod'
import { mustDraftFor } from '#documents'
import type { Act } from '#platform/act'
import type * as contract from '../contract/consultation.ts'
import { answerRetired, answerReviewed, answerWritten, questionRecorded } from '../facts.ts'
import { mayPlan, mayReview } from '../policy.ts'
import { refuse } from '../refusals.ts'
import { mustBeOut } from '../released-policy.ts'
import * as store from '../store/consultation.ts'

type Done = { id: number; version: number }

const factOf = (id: number, organizationId: number, policyId: number | null) => ({
  subject: `answer/${id}`,
  organizationId,
  answerId: id,
  policyId,
})

const mustLast = (act: Act, validUntil: string | null): void => {
  if (validUntil !== null && validUntil < act.today) throw refuse('alreadyExpired')
}

/** Writes an answer into the store (M56). The public reads it once another person has passed it. */
export async function addAnswer(
  act: Act,
  input: z.output<typeof contract.addAnswer.input>,
): Promise<Done> {
  await mustDraftFor(act.tx, act.by, input.organizationId)
  await mustBeOut(act, input.policyId)
  mustLast(act, input.validUntil)
  const id = await store.addAnswer(act.tx, { ...input, at: act.at, by: act.by.id })
  await act.announce(answerWritten, factOf(id, input.organizationId, input.policyId))
  return { id, version: 1 }
}

async function findAnswer(act: Act, id: number, may: typeof mayPlan): Promise<store.AnswerRow> {
  const answer = await store.answerById(act.tx, id)
  if (!answer || answer.isRetired) throw refuse('notFound')
  if (!may(act.by, answer.path)) throw refuse('notYours')
  return answer
}

/** Changes an answer; what was passed before stays up until the change is passed. */
export async function changeAnswer(
  act: Act,
  input: z.output<typeof contract.changeAnswer.input>,
): Promise<Done> {
  const answer = await findAnswer(act, input.id, mayPlan)
  await mustBeOut(act, input.policyId)
  mustLast(act, input.validUntil)
  const changed = await store.changeAnswer(act.tx, { ...input, at: act.at, by: act.by.id })
  if (!changed) throw refuse('changedMeanwhile')
  await act.announce(answerWritten, factOf(input.id, answer.organization.id, input.policyId))
  return { id: input.id, version: input.version + 1 }
}

/** Passes an answer. Nobody passes their own (M158). */
export async function reviewAnswer(
  act: Act,
  input: z.output<typeof contract.reviewAnswer.input>,
): Promise<Done> {
  const answer = await findAnswer(act, input.id, mayReview)
  if (answer.version !== input.version) throw refuse('changedMeanwhile')
  if (!answer.isPending) throw refuse('nothingToReview')
  if (act.by.id !== null && answer.changedBy === act.by.id) throw refuse('ownText')
  mustLast(act, answer.validUntil)
  await store.passAnswer(act.tx, answer, { at: act.at, by: act.by.id })
  const { organization, policy } = answer
  await act.announce(answerReviewed, factOf(answer.id, organization.id, policy?.documentId ?? null))
  return { id: input.id, version: input.version + 1 }
}

/** Takes an answer off the store; the log keeps who did. */
export async function retireAnswer(
  act: Act,
  input: z.output<typeof contract.retireAnswer.input>,
): Promise<Done> {
  const answer = await findAnswer(act, input.id, mayPlan)
  if (answer.version !== input.version) throw refuse('changedMeanwhile')
  await store.retireAnswer(act.tx, answer.id, act.at)
  const { organization, policy } = answer
  await act.announce(answerRetired, factOf(answer.id, organization.id, policy?.documentId ?? null))
  return { id: input.id, version: input.version + 1 }
}

/** Records what somebody asked at the counter, on the hotline or on the net; not who. */
export async function recordQuestion(
  act: Act,
  input: z.output<typeof contract.recordQuestion.input>,
): Promise<{ id: number }> {
  await mustDraftFor(act.tx, act.by, input.organizationId)
  await mustBeOut(act, input.policyId)
  if (input.askedOn > act.today) throw refuse('dayToCome')
  if (input.answerId !== null && !(await store.answerById(act.tx, input.answerId)))
    throw refuse('notFound')
  const id = await store.addQuestion(act.tx, { ...input, at: act.at, by: act.by.id })
  await act.announce(questionRecorded, {
    subject: `question/${id}`,
    organizationId: input.organizationId,
    questionId: id,
    policyId: input.policyId,
  })
  return { id }
}
