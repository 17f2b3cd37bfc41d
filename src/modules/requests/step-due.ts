import { countedOr, statutoryCalendar } from '#calendar'
import type { Act } from '#platform/act'
import { type CivilDate, dateAt } from '#platform/civil-date'
import type { Db } from '#platform/database'
import { type Fact, on, type Reaction } from '#platform/fact'
import type { Clock, ClockEvent } from './clock/contract.ts'
import type { StepShape } from './contract/handling.ts'
import {
  completenessChecked,
  eventVoided,
  type RequestFact,
  requestArchived,
  requestAssigned,
  requestClosed,
  requestMoved,
  requestSubmitted,
  searchLogged,
} from './facts.ts'
import { letterIssued, letterStepped } from './letters/facts.ts'
import { clockToRead, type Request } from './request.ts'
import { keepServing } from './serving.ts'
import { stepsOf } from './steps.ts'
import { eventsOf, requestRow } from './store/requests.ts'
import { stepLimitsOn } from './store/rules.ts'
import { firstHandsOf, saveStepDue } from './store/step-due.ts'

/** The n-th working day after a day, or null where next year's notice is not loaded. */
const workingDaysAfter = (day: CivilDate, days: number): CivilDate | null =>
  countedOr(() => statutoryCalendar.addWorkingDays(day, days), null)

const dayOf = (at: Date | null): CivilDate | null => (at ? dateAt(at) : null)

/** Each step of the work on a request as it stands today. */
export const stepsToday = async (
  db: Db,
  request: Request,
  record: { readonly clock: Clock | null; readonly events: readonly ClockEvent[] },
  today: CivilDate,
): Promise<StepShape[]> => {
  const [limits, hands] = await Promise.all([
    stepLimitsOn(db, request.receivedOn ?? request.submittedOn),
    firstHandsOf(db, request.id),
  ])
  const happened = (type: string) => record.events.find((event) => event.type === type)?.on ?? null
  const repliedOn = happened('replied')
  const checkedOn = dayOf(hands.checkedAt) ?? happened('correctionNoticed')
  const assignedOn = dayOf(hands.assignedAt)
  const registered =
    // Over the Internet nobody took it in: its first check or hand did.
    request.channel === 'internet' ? (checkedOn ?? assignedOn) : dateAt(request.createdAt)
  const confirm = limits.find((limit) => limit.step === 'confirm')
  const marks = {
    confirmedOn: happened('confirmed'),
    registeredOn: registered ?? repliedOn,
    checkedOn,
    assignedOn,
    searchedOn: hands.searchedOn,
    // A result on record was drafted; on which day, the letters say.
    draftedOn: repliedOn,
    repliedOn,
    servedOn: happened('served'),
  }
  const confirmBy = confirm ? workingDaysAfter(request.submittedOn, confirm.days) : null
  return stepsOf(request, marks, limits, record.clock, confirmBy, today)
}

/**
 * Works out anew which step of a request is due first, and until when a signed reply has to be served,
 * once something was done or a day has turned it: lists read both from the row.
 */
export async function keepStepDue(act: Act, requestId: number): Promise<void> {
  const request = await requestRow(act.tx, requestId)
  if (!request) return
  const events = await eventsOf(act.tx, requestId)
  await keepServing(act, request, events)
  if (request.stage === 'closed' || request.stage === 'archived')
    return void (await saveStepDue(act.tx, requestId, null))
  const { clock } = clockToRead(request.channel, events, act.today)
  const steps = await stepsToday(act.tx, request, { clock, events }, act.today)
  const [first] = steps
    .flatMap(({ step, state, dueOn }) =>
      dueOn && (state === 'open' || state === 'late') ? [{ step, dueOn }] : [],
    )
    .sort((one, other) => one.dueOn.localeCompare(other.dueOn))
  await saveStepDue(act.tx, requestId, first ?? null)
}

const heard: readonly Fact<RequestFact>[] = [
  requestSubmitted,
  requestMoved,
  eventVoided,
  requestAssigned,
  completenessChecked,
  searchLogged,
  requestClosed,
  requestArchived,
  letterStepped,
  letterIssued,
]

export const stepReactions: readonly Reaction[] = heard.map((fact) =>
  on(fact, (act, { requestId }) => keepStepDue(act, requestId)),
)
