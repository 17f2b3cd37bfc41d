import type { Limit } from '../contract/life-cycle.ts'
import type { EventRow } from './store.ts'

const hourMs = 3_600_000

export interface EventClock {
  readonly name: 'eventFirst' | 'eventPressConference' | 'eventOther'
  readonly hours: number
  readonly source: string
  readonly dueAt: Date
  readonly doneAt: Date | null
  readonly state: 'running' | 'met' | 'late'
}

/** 国办发〔2016〕80号, 61号: hours run on through nights and holidays. */
export function clocksOf(
  event: Pick<EventRow, 'level' | 'knownAt' | 'pressConferenceAt'>,
  firstWordAt: Date | null,
  limits: readonly Limit[],
  now: Date,
): EventClock[] {
  const names =
    event.level === 'major'
      ? (['eventFirst', 'eventPressConference'] as const)
      : (['eventOther'] as const)
  return names.flatMap((name) => {
    const limit = limits.find((one) => one.name === name)
    if (!limit) return []
    const dueAt = new Date(event.knownAt.getTime() + limit.amount * hourMs)
    const doneAt = name === 'eventPressConference' ? event.pressConferenceAt : firstWordAt
    const state = (doneAt ?? now) > dueAt ? 'late' : doneAt ? 'met' : 'running'
    return [{ name, hours: limit.amount, source: limit.source, dueAt, doneAt, state } as const]
  })
}
