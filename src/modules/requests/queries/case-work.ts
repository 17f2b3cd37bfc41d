import type { z } from 'zod'
import type { Actor } from '#platform/act'
import type { CivilDate } from '#platform/civil-date'
import type { Db } from '#platform/database'
import { followUpsOf } from '../asking/follow-up.ts'
import type { caseRecords, caseWork } from '../contract/handling.ts'
import { mayAnswerFor, mayHandle } from '../policy.ts'
import { refuse } from '../refusals.ts'
import { openNote, openSearch } from '../sealed-records.ts'
import { stepsToday } from '../step-due.ts'
import { alertsOf } from '../store/alerts.ts'
import { closingOf } from '../store/closing.ts'
import { enclosuresOf } from '../store/enclosures.ts'
import {
  assignmentsOf,
  checksOf,
  coUnitsOf,
  countsOf,
  notesOf,
  searchesOf,
} from '../store/handling.ts'
import { outsideAnswerOf } from '../store/outside.ts'
import { requestRow } from '../store/requests.ts'
import { caseOf } from './case.ts'

/** Everything about the work on a case that whoever sees the case may know. */
export const workOf = async (
  db: Db,
  by: Actor,
  id: number,
  today: CivilDate,
): Promise<z.input<typeof caseWork.output>> => {
  const { request, clock, events } = await caseOf(db, by, id, today)
  const [assignments, coUnits, checks, alerts, closing, counts, steps, outside, followUps] =
    await Promise.all([
      assignmentsOf(db, id),
      coUnitsOf(db, id),
      checksOf(db, id),
      alertsOf(db, id),
      closingOf(db, id),
      countsOf(db, id),
      stepsToday(db, request, { clock, events }, today),
      outsideAnswerOf(db, id),
      followUpsOf(db, id),
    ])
  return {
    steps,
    assignments: assignments.map(({ unitId, unitName, handler, note, at, by: who }) => ({
      unit: { id: unitId, name: unitName },
      handler,
      note,
      at: at.toISOString(),
      by: who,
    })),
    coUnits: coUnits.map(({ unitId, unitName, unitPath, askedAt, answeredAt, ...one }) => ({
      ...one,
      unit: { id: unitId, name: unitName },
      askedAt: askedAt.toISOString(),
      answeredAt: answeredAt?.toISOString() ?? null,
      mayAnswer: mayAnswerFor(by, unitPath),
    })),
    checks: checks.map(({ at, ...check }) => ({ ...check, at: at.toISOString() })),
    alerts: alerts.map(({ at, ...alert }) => ({ ...alert, at: at.toISOString() })),
    closing,
    followUps: [...followUps],
    searches: counts.searches,
    notes: counts.notes,
    enclosures: counts.enclosures,
    outside,
  }
}

/** What lies sealed beside the request itself, for those who handle it. */
export const recordsOf = async (
  db: Db,
  by: Actor,
  id: number,
  key: Buffer,
): Promise<z.input<typeof caseRecords.output>> => {
  const request = await requestRow(db, id)
  if (!request || !mayHandle(by, request)) throw refuse('notFound')
  const [searches, notes, enclosures] = await Promise.all([
    searchesOf(db, id),
    notesOf(db, id),
    enclosuresOf(db, id),
  ])
  return {
    searches: searches.map(({ sealed, ...search }) => ({
      ...search,
      text: sealed === null ? null : openSearch(sealed, id, key),
    })),
    notes: notes.map(({ sealed, at, ...note }) => ({
      ...note,
      at: at.toISOString(),
      text: sealed === null ? null : openNote(sealed, id, key),
    })),
    enclosures: enclosures.map(({ addedAt, sha256, ...one }) => ({
      ...one,
      addedAt: addedAt.toISOString(),
    })),
  }
}
