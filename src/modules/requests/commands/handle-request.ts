import { organizationById } from '#organizations'
import type { Act } from '#platform/act'
import type { CivilDate } from '#platform/civil-date'
import {
  completenessChecked,
  coUnitAnswered,
  coUnitAsked,
  noteAdded,
  searchLogged,
} from '../facts.ts'
import { mayAnswerFor, mayHandle } from '../policy.ts'
import { refuse } from '../refusals.ts'
import { factAbout, type Request } from '../request.ts'
import { sealNote, sealSearch } from '../sealed-records.ts'
import {
  coUnitsOf,
  type Elements,
  insertCheck,
  insertCoUnit,
  insertNote,
  insertSearch,
  saveOpinion,
} from '../store/handling.ts'
import { freshRequest, lockRequest, saveRequest } from '../store/requests.ts'
import { recordEvent } from './record-event.ts'

const lockOwn = async (act: Act, id: number, version?: number): Promise<Request> => {
  const request = await lockRequest(act.tx, id, version)
  if (!mayHandle(act.by, request)) throw refuse('notYours')
  return request
}

const handOf = (act: Act) => ({ at: act.at, staffId: act.by.id })

/**
 * Checks the three elements of art. 29. What is missing is told once and in full (art. 30), so a notice
 * without its list, or a list without anything missing, is refused.
 */
export async function checkCompleteness(
  act: Act,
  input: Elements & {
    readonly id: number
    readonly version: number
    readonly noticedOn?: CivilDate | undefined
  },
): Promise<Request> {
  const request = await lockOwn(act, input.id, input.version)
  const { identity, description, form, missing, noticedOn } = input
  const complete = identity && description && form
  if (!complete && missing === '') throw refuse('missingNotSaid')
  if (complete && (missing !== '' || noticedOn)) throw refuse('nothingMissing')
  await insertCheck(act.tx, request.id, { identity, description, form, missing }, handOf(act))
  await saveRequest(
    act.tx,
    request.id,
    request.stage === 'new' ? { stage: 'registered' } : {},
    act.at,
  )
  await act.announce(completenessChecked, { ...factAbout(request), complete })
  if (!noticedOn) return freshRequest(act.tx, request.id)
  return recordEvent(act, { id: request.id, type: 'correctionNoticed', on: noticedOn })
}

/** Logs a search: the office's proof that it looked, should the case go to court. */
export async function logSearch(
  act: Act,
  input: {
    readonly id: number
    readonly place: string
    readonly words: string
    readonly outcome: 'found' | 'foundInPart' | 'notFound'
    readonly result: string
    readonly searchedOn: CivilDate
  },
  key: Buffer,
): Promise<Request> {
  const request = await lockOwn(act, input.id)
  const { place, words, result, outcome, searchedOn } = input
  if (searchedOn > act.today) throw refuse('notYet', { on: searchedOn, asOf: act.today })
  const sealed = sealSearch({ place, words, result }, request.id, key)
  await insertSearch(act.tx, request.id, { outcome, searchedOn, sealed }, handOf(act))
  await act.announce(searchLogged, { ...factAbout(request), outcome })
  return request
}

/** A note among those who handle the case. */
export async function addNote(
  act: Act,
  input: { readonly id: number; readonly text: string },
  key: Buffer,
): Promise<Request> {
  const request = await lockOwn(act, input.id)
  await insertNote(act.tx, request.id, sealNote(input.text, request.id, key), handOf(act))
  await act.announce(noteAdded, factAbout(request))
  return request
}

/** Has another unit work on a request too; asked again, it answers anew. */
export async function askCoUnit(
  act: Act,
  input: {
    readonly id: number
    readonly version: number
    readonly unitId: number
    readonly question: string
    readonly dueOn: CivilDate
  },
): Promise<Request> {
  const request = await lockOwn(act, input.id, input.version)
  const { id: unitId } = await organizationById(act.tx, input.unitId)
  if (unitId === request.unitId) throw refuse('leadsAlready')
  if (input.dueOn < act.today) throw refuse('dayGone', { on: input.dueOn })
  const { question, dueOn } = input
  await insertCoUnit(act.tx, request.id, { unitId, question, dueOn }, handOf(act))
  await saveRequest(act.tx, request.id, {}, act.at)
  await act.announce(coUnitAsked, { ...factAbout(request), unitId, dueOn })
  return freshRequest(act.tx, request.id)
}

/** What a unit that works on a request too has to say. */
export async function answerCoUnit(
  act: Act,
  input: { readonly id: number; readonly coUnitId: number; readonly opinion: string },
): Promise<Request> {
  const request = await lockRequest(act.tx, input.id)
  const asked = (await coUnitsOf(act.tx, request.id)).find((one) => one.id === input.coUnitId)
  if (!asked) throw refuse('notFound')
  if (!mayAnswerFor(act.by, asked.unitPath)) throw refuse('notYours')
  await saveOpinion(act.tx, asked.id, input.opinion, handOf(act))
  await act.announce(coUnitAnswered, { ...factAbout(request), unitId: asked.unitId })
  return request
}
