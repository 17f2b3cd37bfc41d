import type { z } from 'zod'
import { countedOr, statutoryCalendar } from '#calendar'
import type { Actor } from '#platform/act'
import { type CivilDate, dateAt } from '#platform/civil-date'
import type { Db } from '#platform/database'
import type { caseRecords, caseWork } from '../contract/handling.ts'
import { mayAnswerFor, mayHandle } from '../policy.ts'
import { refuse } from '../refusals.ts'
import { openNote, openSearch } from '../sealed-records.ts'
import { stepsOf } from '../steps.ts'
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
import { stepLimitsOn } from '../store/rules.ts'
import { caseOf } from './case.ts'

/** The n-th working day after a day, or null where next year's notice is not loaded. */
const workingDaysAfter = (on: CivilDate, days: number): CivilDate | null =>
  countedOr(() => statutoryCalendar.addWorkingDays(on, days), null)

/** Everything about the work on a case that whoever sees the case may know. */
export const workOf = async (
  db: Db,
  by: Actor,
  id: number,
  today: CivilDate,
): Promise<z.input<typeof caseWork.output>> => {
  const { request, clock, events } = await caseOf(db, by, id, today)
  const [assignments, coUnits, checks, alerts, closing, counts, limits, outside] =
    await Promise.all([
      assignmentsOf(db, id),
      coUnitsOf(db, id),
      checksOf(db, id),
      alertsOf(db, id),
      closingOf(db, id),
      countsOf(db, id),
      stepLimitsOn(db, request.receivedOn ?? request.submittedOn),
      outsideAnswerOf(db, id),
    ])
  const on = (type: string) => events.find((event) => event.type === type)?.on ?? null
  const dayOf = (at: Date | undefined) => (at ? dateAt(at) : null)
  const repliedOn = on('replied')
  const checkedOn = dayOf(checks[0]?.at) ?? on('correctionNoticed')
  const assignedOn = dayOf(assignments[0]?.at)
  const registered =
    // Over the Internet nobody took it in: its first check or hand did.
    request.channel === 'internet' ? (checkedOn ?? assignedOn) : dateAt(request.createdAt)
  const confirm = limits.find((limit) => limit.step === 'confirm')
  const marks = {
    confirmedOn: on('confirmed'),
    registeredOn: registered ?? repliedOn,
    checkedOn,
    assignedOn,
    searchedOn: counts.searchedOn,
    // A result on record was drafted; on which day, the letters say.
    draftedOn: repliedOn,
    repliedOn,
    servedOn: on('served'),
  }
  const confirmBy = confirm ? workingDaysAfter(request.submittedOn, confirm.days) : null
  return {
    steps: stepsOf(request, marks, limits, clock, confirmBy, today),
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
