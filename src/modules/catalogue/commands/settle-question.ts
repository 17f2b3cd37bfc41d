import type { Act } from '#platform/act'
import type { Matter, OpenQuestion, Settlement } from '../contract.ts'
import { announceChange, lockDraft, recordDeviations } from '../draft.ts'
import { refuse } from '../refusals.ts'
import { allMatters, saveMatters } from '../store/matters.ts'
import { findQuestion, questionsWorded, settleQuestions } from '../store/questions.ts'

export interface SettleQuestion {
  readonly questionId: number
  readonly settlement: Settlement
  /** Also wherever else in the draft the same words raised the same question. */
  readonly everywhere: boolean
}

/** Says what a part of a table means that its reader did not understand (M2). */
export async function settleQuestion(
  act: Act,
  input: SettleQuestion,
): Promise<{ settledCount: number }> {
  const question = await findQuestion(act.tx, input.questionId)
  if (!question) throw refuse('noQuestion', { id: input.questionId })
  const { draft } = await lockDraft(act, question.editionId)
  const answer = answerTo(question, input.settlement)
  if (!answer) throw refuse('settlementMissing', { part: question.part })

  const questions = input.everywhere ? await questionsWorded(act.tx, question) : [question]
  const codes = [...new Set(questions.map((one) => one.code))]
  const matters = await allMatters(act.tx, draft.id, { codes })
  await saveMatters(
    act.tx,
    draft.id,
    matters.map((matter) => ({ ...matter, ...answer })),
  )
  await settleQuestions(
    act.tx,
    questions.map((one) => one.id),
    { at: act.at, by: act.by.id, settlement: input.settlement },
  )
  // What the words meant all along is no change of mind, so the words themselves are the reason.
  await recordDeviations(act, draft, codes, question.asWritten)
  await announceChange(act, draft, 'settled', codes, question.asWritten)
  return { settledCount: questions.length }
}

/** The elements that a settlement sets, if it answers the question that was asked. */
const answerTo = (question: OpenQuestion, settlement: Settlement): Partial<Matter> | undefined => {
  const { timeRule, disclosingBody, levels, mode, channels } = settlement
  if (question.part === 'timeLimit')
    return timeRule && { timeRule: { ...timeRule, confidence: 'high', text: question.asWritten } }
  if (question.part === 'disclosingBody') return disclosingBody ? { disclosingBody } : undefined
  if (question.part === 'levels') return levels && { levels }
  if (question.part === 'mode') return mode && { mode, attribute: mode }
  if (question.part === 'channels') return channels && { channels }
  return undefined
}
