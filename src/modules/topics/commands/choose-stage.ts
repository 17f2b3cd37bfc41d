import type { z } from 'zod'
import { mustReadEdition } from '#documents'
import type { Act, Actor } from '#platform/act'
import type { Db } from '#platform/database'
import type { chooseStage as contract } from '../contract.ts'
import { stageChosen } from '../facts.ts'
import { mayChooseStage } from '../policy.ts'
import { regather } from '../reactions.ts'
import { refuse } from '../refusals.ts'
import { proposeStage, stageSource } from '../stage.ts'
import { putStage } from '../store/keeping.ts'
import { judgedDocument } from '../store.ts'

type StageAnswer = z.output<typeof contract.output>

const findDocument = async (db: Db, by: Actor, id: number) => {
  const found = await judgedDocument(db, id)
  if (!found) throw refuse('notFound')
  await mustReadEdition(db, by, found.editionId)
  return found
}

/** The stage of a document: the proposed one with what says so, or the one that a person chose. */
export async function stageOf(db: Db, by: Actor, id: number): Promise<StageAnswer> {
  const found = await findDocument(db, by, id)
  const proposed = proposeStage(found)
  return {
    stage: found.chosen ?? proposed.stage,
    proposed: proposed.stage,
    by: proposed.by,
    word: proposed.word,
    source: stageSource,
    chosen: found.chosen !== null,
    reason: found.reason,
    mayChoose: mayChooseStage(by, found.path),
  }
}

/** Sets the stage of a document; null returns to the proposed one. */
export async function chooseStage(
  act: Act,
  input: z.output<typeof contract.input>,
): Promise<StageAnswer> {
  const found = await findDocument(act.tx, act.by, input.id)
  if (!mayChooseStage(act.by, found.path)) throw refuse('notYours')
  await putStage(act, input.id, input.stage, input.reason.trim())
  await regather(act, input.id)
  const answer = await stageOf(act.tx, act.by, input.id)
  await act.announce(stageChosen, {
    subject: `document/${input.id}`,
    organizationId: found.organizationId,
    documentId: input.id,
    stage: answer.stage,
    reason: answer.reason,
  })
  return answer
}
