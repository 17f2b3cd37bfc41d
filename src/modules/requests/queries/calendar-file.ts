import ical from 'ical-generator'
import { addDays, type CivilDate } from '#platform/civil-date'
import type { Say } from '#platform/words'
import type { Clock } from '../clock/contract.ts'

/**
 * The due days of a request as a calendar file: whole days, and nothing of the requester's. No time
 * zone is named: with one, the library writes UTC hours as if they were local.
 */
export const calendarFile = (number: string, clock: Clock, say: Say): string => {
  const calendar = ical({ name: say('request.ics.name', { number }) })
  const due: readonly (readonly [string, CivilDate | null])[] = [
    ['correctionNotice', clock.standing === 'running' ? clock.correctionNoticeDueOn : null],
    ['thirdParty', clock.standing === 'consulting' ? clock.thirdPartyReplyDueOn : null],
    ['fee', clock.standing === 'awaitingFee' ? clock.feeDueOn : null],
    ['reply', clock.extendedReplyDueOn ?? clock.replyDueOn],
  ]
  for (const [what, on] of due)
    if (on)
      calendar.createEvent({
        id: `${number}-${what}`,
        start: new Date(`${on}T00:00:00Z`),
        end: new Date(`${addDays(on, 1)}T00:00:00Z`),
        allDay: true,
        summary: say(`request.ics.${what}`, { number }),
      })
  return calendar.toString()
}
