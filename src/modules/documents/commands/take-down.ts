import type { z } from 'zod'
import { type Act, theSystem } from '#platform/act'
import { speaker } from '#platform/words'
import type { setTakeDown as contract } from '../contract/release.ts'
import { factAbout } from '../edition.ts'
import { takeDownSet } from '../facts.ts'
import { mayWithdraw } from '../policy.ts'
import { refuse } from '../refusals.ts'
import { enqueueTakeDown, takeOff } from '../releasing.ts'
import { lockEdition, lockLive, saveEdition } from '../store/editions.ts'

export type SetTakeDown = z.output<typeof contract.input>

/** Sets or lifts the moment at which a live document leaves the site, as a display period asks. */
export async function setTakeDown(
  act: Act,
  input: SetTakeDown,
): Promise<{ takeDownAt: string | null }> {
  const edition = await lockLive(act.tx, input.id)
  if (!mayWithdraw(act.by, edition)) throw refuse('notYours')
  const takeDownAt = input.takeDownAt === null ? null : new Date(input.takeDownAt)
  if (takeDownAt && takeDownAt <= act.at) throw refuse('momentPast')
  await saveEdition(act.tx, edition, { takeDownAt })
  if (takeDownAt) await enqueueTakeDown(act, edition, takeDownAt)
  await act.announce(takeDownSet, { ...factAbout(edition), takeDownAt: input.takeDownAt })
  return { takeDownAt: takeDownAt?.toISOString() ?? null }
}

/** The job: takes off what has been shown for as long as it was to be. */
export async function takeDown(act: Act, job: { editionId: number }): Promise<void> {
  if (act.by !== theSystem) throw refuse('notYours')
  const edition = await lockEdition(act.tx, job.editionId)
  if (edition.state !== 'published' || !edition.takeDownAt || edition.takeDownAt > act.at) return
  // The note is part of the public record, so it is written in the language of the record.
  const note = speaker('zh-CN')('documents.takeDownNote')
  await takeOff(act, edition, { note, replacedById: null, because: 'takeDown' })
}
