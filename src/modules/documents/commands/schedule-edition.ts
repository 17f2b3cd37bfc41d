import type { z } from 'zod'
import { type Act, type Perform, theSystem } from '#platform/act'
import { Refusal } from '#platform/refusal'
import { sayRefusal, speaker } from '#platform/words'
import type { cancelSchedule, scheduleEdition as contract } from '../contract/release.ts'
import type { EditionMark } from '../contract/shapes.ts'
import { type Edition, factAbout } from '../edition.ts'
import { editionScheduled, scheduleCancelled, scheduleMissed } from '../facts.ts'
import { markOf } from '../filling.ts'
import { findEdition } from '../finding.ts'
import { take } from '../lifecycle.ts'
import { isPublisher, wrote } from '../policy.ts'
import { blockers } from '../readiness.ts'
import { refuse } from '../refusals.ts'
import { jobs, release } from '../releasing.ts'
import { lockEdition, saveEdition } from '../store/editions.ts'
import { keepMissed } from '../store/missed.ts'
import { isPublisherApart } from '../store/settings.ts'
import { settingFor } from '../surroundings.ts'

export type ScheduleEdition = z.output<typeof contract.input>
export type CancelSchedule = z.output<typeof cancelSchedule.input>

/** Sets the moment of release (M37). What would stand in its way is said now, not in the night. */
export async function scheduleEdition(act: Act, input: ScheduleEdition): Promise<EditionMark> {
  const edition = await findEdition(act, input, isPublisher)
  const state = take('schedule', edition.state)
  if (wrote(act.by, edition) && (await isPublisherApart(act.tx))) throw refuse('publisherWroteIt')
  const publishAt = new Date(input.publishAt)
  if (publishAt <= act.at) throw refuse('momentPast')
  const { around } = await settingFor(act, edition)
  const issues = blockers(edition, around)
  if (issues.length > 0) throw refuse('notReady', { issues })

  const scheduled = await saveEdition(act.tx, edition, { state, publishAt })
  await act.enqueue(
    jobs.publishScheduled,
    { editionId: edition.id },
    { runAt: publishAt, key: `publishScheduled:${edition.id}` },
  )
  await act.announce(editionScheduled, {
    ...factAbout(edition),
    publishAt: publishAt.toISOString(),
  })
  return markOf(scheduled)
}

/** Takes the moment away. The job that is left finds nothing to do. */
export async function unscheduleEdition(act: Act, input: CancelSchedule): Promise<EditionMark> {
  const edition = await findEdition(act, input, isPublisher)
  const state = take('cancelSchedule', edition.state)
  const cancelled = await saveEdition(act.tx, edition, { state, publishAt: null })
  await act.announce(scheduleCancelled, factAbout(edition))
  return markOf(cancelled)
}

/** The job: releases what is due now. Safe to run twice, too early, or after a cancellation. */
export async function publishScheduled(act: Act, job: { editionId: number }): Promise<void> {
  if (act.by !== theSystem) throw refuse('notYours')
  const edition = await lockEdition(act.tx, job.editionId)
  if (edition.state !== 'scheduled' || !edition.publishAt || edition.publishAt > act.at) return
  const setting = await settingFor(act, edition)
  const issues = blockers(edition, setting.around)
  if (issues.length === 0) await release(act, edition, setting)
  // A column went or a credit code was emptied since: a person has to look at it.
  else await miss(act, edition, edition.publishAt, refuse('notReady', { issues }))
}

/**
 * The whole job. What a module above says no to (an interpretation lost its signature since) undoes the
 * release; trying again all night would change nothing, so the text goes back among the approved with
 * the reason, for a person to settle.
 */
export async function releaseWhenDue(perform: Perform, job: { editionId: number }): Promise<void> {
  try {
    await perform(theSystem, (act) => publishScheduled(act, job))
  } catch (error) {
    if (!(error instanceof Refusal) || error.kind === 'busy') throw error
    await perform(theSystem, (act) => missRelease(act, job, error))
  }
}

async function missRelease(act: Act, job: { editionId: number }, refusal: Refusal): Promise<void> {
  const edition = await lockEdition(act.tx, job.editionId)
  if (edition.state !== 'scheduled' || !edition.publishAt || edition.publishAt > act.at) return
  await miss(act, edition, edition.publishAt, refusal)
}

async function miss(act: Act, edition: Edition, publishAt: Date, refusal: Refusal): Promise<void> {
  const state = take('cancelSchedule', edition.state)
  const { version } = await saveEdition(act.tx, edition, { state, publishAt: null })
  const { code, params, issues } = refusal
  await keepMissed(act.tx, edition.id, version, { publishAt, missedAt: act.at, code, params })
  const note =
    issues.map((one) => `${one.field}.${one.code}`).join(' ') ||
    sayRefusal(speaker('zh-CN'), refusal).message
  await act.announce(scheduleMissed, { ...factAbout(edition), note })
}
