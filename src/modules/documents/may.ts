import type { Actor } from '#platform/act'
import type { DeskAction } from './contract/reading.ts'
import type { Edition } from './edition.ts'
import { isWorking } from './edition.ts'
import { mayTake, workingStates } from './lifecycle.ts'
import {
  holdsStep,
  isPublisher,
  mayEdit,
  mayLimitReaders,
  mayTakeBack,
  mayWithdraw,
  wrote,
} from './policy.ts'

/** What the rules need to know beside actor and edition. */
export interface MayAround {
  readonly hasPassedAStep: boolean
  readonly publisherApart: boolean
}

/** What a person may do with an edition now: the same questions that the commands ask. */
export function mayNow(by: Actor, edition: Edition, around: MayAround): DeskAction[] {
  const { state, document } = edition
  const checks = holdsStep(by, edition) && !wrote(by, edition)
  const publishes = isPublisher(by, edition) && !(around.publisherApart && wrote(by, edition))
  const isLive = document.liveEditionId === edition.id
  const isFree = document.workingEditionId === null
  const isDone = !workingStates.includes(state)
  const answers: Readonly<Record<DeskAction, boolean>> = {
    save: mayTake('save', state) && mayEdit(by, edition),
    submit: mayTake('submit', state) && mayEdit(by, edition),
    abandon: mayTake('abandon', state) && mayEdit(by, edition),
    takeBack: mayTake('takeBack', state) && mayTakeBack(by, edition),
    approve: checks && !around.hasPassedAStep,
    return:
      by.id !== null &&
      mayTake('return', state) &&
      (state === 'inReview' ? holdsStep : isPublisher)(by, edition),
    changeAttribute: checks,
    publish: mayTake('publish', state) && publishes && edition.attribute === 'proactive',
    schedule: mayTake('schedule', state) && publishes && edition.attribute === 'proactive',
    cancelSchedule: mayTake('cancelSchedule', state) && isPublisher(by, edition),
    setTakeDown: isLive && mayWithdraw(by, edition),
    withdraw: isLive && mayWithdraw(by, edition),
    startCorrection: isLive && isFree && mayEdit(by, edition),
    restore: isDone && !isLive && isFree && mayEdit(by, edition),
    preview: isWorking(edition) && mayEdit(by, edition),
    limitReaders: mayLimitReaders(by, edition),
  }
  return (Object.keys(answers) as DeskAction[]).filter((action) => answers[action])
}
