import type { CivilDate } from '#platform/civil-date'
import type { Clock } from './clock/contract.ts'
import type { StepLimit, StepShape } from './contract/handling.ts'
import { type Step, steps } from './contract/nouns.ts'
import type { Request } from './request.ts'

/** What shows that a step was done, out of what is on record anyway. */
export interface Marks {
  readonly confirmedOn: CivilDate | null
  readonly registeredOn: CivilDate | null
  readonly checkedOn: CivilDate | null
  readonly assignedOn: CivilDate | null
  readonly searchedOn: CivilDate | null
  readonly draftedOn: CivilDate | null
  readonly repliedOn: CivilDate | null
  readonly servedOn: CivilDate | null
}

const markOf: Readonly<Record<Step, keyof Marks>> = {
  confirm: 'confirmedOn',
  register: 'registeredOn',
  check: 'checkedOn',
  assign: 'assignedOn',
  search: 'searchedOn',
  draft: 'draftedOn',
  sign: 'repliedOn',
  serve: 'servedOn',
}

const needsConfirming = (request: Request): boolean =>
  request.channel === 'internet' || request.channel === 'fax' || request.channel === 'ordinaryPost'

/** Steps end on the counted days of the strip, so a stop of the clock moves them too. */
const dueOf = (step: Step, days: number, clock: Clock | null, confirmBy: CivilDate | null) =>
  step === 'confirm'
    ? confirmBy
    : days === 0
      ? (clock?.receivedOn ?? null)
      : (clock?.days.findLast((day) => day.counted && day.n === days)?.on ?? null)

/** Each step of the work with its limit, by which day, and how it stands. */
export const stepsOf = (
  request: Request,
  marks: Marks,
  limits: readonly StepLimit[],
  clock: Clock | null,
  confirmBy: CivilDate | null,
  today: CivilDate,
): StepShape[] =>
  steps.flatMap((step) => {
    const limit = limits.find((one) => one.step === step)
    if (!limit || (step === 'confirm' && !needsConfirming(request))) return []
    const dueOn = dueOf(step, limit.days, clock, confirmBy)
    const doneOn = marks[markOf[step]]
    const over = request.standing === 'lapsed' || request.standing === 'withdrawn'
    const state = doneOn
      ? dueOn && doneOn > dueOn
        ? 'doneLate'
        : 'done'
      : over || (marks.repliedOn && step !== 'serve')
        ? 'notNeeded'
        : dueOn && today > dueOn
          ? 'late'
          : 'open'
    return [{ step, days: limit.days, source: limit.source, dueOn, doneOn, state }]
  })
