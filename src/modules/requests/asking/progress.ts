import { timingSafeEqual } from 'node:crypto'
import { sql } from 'kysely'
import type { Act, Perform } from '#platform/act'
import { theSystem } from '#platform/act'
import type { CivilDate } from '#platform/civil-date'
import type { Db } from '#platform/database'
import { type Progress, standingNow } from '../queries/progress.ts'
import { checkCodeMark } from '../requester.ts'
import { eventsOf, requestRow } from '../store/requests.ts'
import { answered } from './question.ts'
import { refuse } from './refusals.ts'
import { askingRulesOn } from './rules.ts'
import { type Counted, count, minutesLeft, type Room, roomOf, tallyOf } from './tally.ts'

export interface Guess {
  readonly number: string
  readonly checkCode: string
  readonly address: string
  /** The sealed question that stood in the form, and what was answered. */
  readonly question: string
  readonly answer: string
}

// Full-width figures and hyphens, as Chinese keyboards give them.
const plain = (text: string): string => text.normalize('NFKC').trim().slice(0, 80)

const talliesOf = (guess: Pick<Guess, 'number' | 'address'>, on: CivilDate): readonly Counted[] => {
  const rules = askingRulesOn(on)
  return [
    { what: 'guess', of: guess.address, pace: rules.guesses },
    { what: 'number', of: plain(guess.number), pace: rules.guessesAtNumber },
  ]
}

const worst = (rooms: readonly Room[]): Room =>
  rooms.includes('wait') ? 'wait' : rooms.includes('question') ? 'question' : 'free'

/** Whether the form that is drawn now has to carry a question. */
export const roomToGuess = async (
  db: Db,
  guess: Pick<Guess, 'number' | 'address'>,
  at: Date,
  on: CivilDate,
  key: Buffer,
): Promise<Room> =>
  worst(
    await Promise.all(
      talliesOf(guess, on).map(async (one) => roomOf(await tallyOf(db, one, at, key), one.pace)),
    ),
  )

/** Counts an answer once; the same answer sent again proves nobody. */
export const spendAnswer = async (
  act: Act,
  given: { readonly question: string; readonly answer: string },
  key: Buffer,
): Promise<boolean> => {
  const right = answered(given.question, given.answer, act.at, key)
  if (!right) return false
  const { ofOnePerson } = askingRulesOn(act.today)
  return (await count(act, { what: 'answer', of: right.once, pace: ofOnePerson }, key)) === 0
}

/** One statement and one comparison, whether there is such a number or not. */
const matching = async (db: Db, guess: Guess, key: Buffer): Promise<number | null> => {
  const number = plain(guess.number)
  const mark = Buffer.from(checkCodeMark(number, plain(guess.checkCode), key))
  const { rows } = await sql<{ id: number; mark: string }>`
    select id, check_code as mark from requests.request where number = ${number}`.execute(db)
  const kept = Buffer.from(rows[0]?.mark ?? checkCodeMark(number, '', key))
  const same = kept.length === mark.length && timingSafeEqual(kept, mark)
  return same ? (rows[0]?.id ?? null) : null
}

/**
 * Opens a request by number and check code; answers its id. A guess is counted before it is looked at.
 * After some wrong ones a question has to be answered as well, so that nobody is shut out of a request
 * because a stranger tried; only one address that goes on and on has to wait.
 */
export const openProgress = async (
  house: { readonly perform: Perform; readonly db: Db },
  guess: Guess,
  key: Buffer,
  at = new Date(),
): Promise<number> => {
  const step = await house.perform(
    theSystem,
    async (act) => {
      const rooms: Room[] = []
      for (const one of talliesOf(guess, act.today))
        rooms.push(roomOf(await count(act, one, key), one.pace))
      const room = worst(rooms)
      return room === 'question' && (await spendAnswer(act, guess, key)) ? 'free' : room
    },
    at,
  )
  const on = askingRulesOn(at.toISOString().slice(0, 10))
  if (step === 'wait') throw refuse('tooManyTries', { minutes: minutesLeft(on.guesses, at) })
  if (step === 'question') throw refuse('answerWrong')
  const id = await matching(house.db, guess, key)
  if (id === null) throw refuse('wrongCheckCode')
  // A right one is no guess.
  await house.perform(
    theSystem,
    async (act) => {
      for (const one of talliesOf(guess, act.today)) await count(act, one, key, -1)
    },
    at,
  )
  return id
}

/** How an opened request stands, for its requester. */
export const progressById = async (db: Db, id: number, today: CivilDate): Promise<Progress> => {
  const [request, events] = await Promise.all([requestRow(db, id), eventsOf(db, id)])
  if (!request) throw refuse('notFound')
  return standingNow(request, events, today)
}
