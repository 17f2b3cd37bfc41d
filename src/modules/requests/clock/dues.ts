import { type Calendar, endsOnWorkingDay, statutoryCalendar } from '#calendar'
import type { CivilDate } from '#platform/civil-date'
import { courseOf } from './clock.ts'
import type { Channel, Clock, ClockEvent, ClockInput, Due } from './contract.ts'
import { extendedDueOn, replyDueOn } from './due.ts'
import { feePayment, type Limit } from './law.ts'
import { calendarStrip, workingStrip } from './strip.ts'

/** Every limit of a case that has begun, each with its article and the days that make it. */
export const duesOf = (input: ClockInput, calendar: Calendar): Due[] => {
  const course = courseOf(input, calendar)
  const { law, receivedOn, countsFrom } = course
  if (!law || !receivedOn) return []
  const lastOn = (type: ClockEvent['type']): CivilDate | undefined =>
    input.events.findLast((event) => event.type === type)?.on
  const inWorkingDays = (what: Due['what'], from: CivilDate | undefined, limit: Limit): Due[] => {
    if (!from) return []
    const dueOn = calendar.addWorkingDays(from, limit.days)
    const days = workingStrip(calendar, from, dueOn, limit.article)
    const { days: count, article } = limit
    return [{ what, dueOn, from, count, unit: 'workingDays', article, days }]
  }
  const reply = (what: Due['what'], dueOn: CivilDate | null, limit: Limit, count: number): Due[] =>
    dueOn && countsFrom
      ? [
          {
            what,
            dueOn,
            from: countsFrom,
            count,
            unit: 'workingDays',
            article: limit.article,
            days: [],
          },
        ]
      : []
  const waited = course.waits.find((wait) => wait.why === 'correction')
  const fee = lastOn('feeNoticed')
  const { days: count, article } = feePayment
  const feeDueOn = fee && calendar.addCalendarDays(fee, count, endsOnWorkingDay)
  return [
    ...inWorkingDays('correctionNotice', receivedOn, law.correctionNotice),
    ...inWorkingDays('correction', waited?.from, law.correction),
    ...inWorkingDays('thirdParty', lastOn('thirdPartyAsked'), law.thirdParty),
    ...inWorkingDays('coMaker', lastOn('coMakerAsked'), law.coMaker),
    ...(fee && feeDueOn
      ? [
          {
            what: 'fee' as const,
            dueOn: feeDueOn,
            from: fee,
            count,
            unit: 'calendarDays' as const,
            article,
            days: calendarStrip(fee, count, feeDueOn, article),
          },
        ]
      : []),
    ...reply('reply', replyDueOn(course, calendar), law.reply, law.reply.days),
    ...reply(
      'extendedReply',
      extendedDueOn(course, calendar),
      law.extension,
      law.reply.days + law.extension.days,
    ),
  ]
}

/** The limits of a case as it stands; none where its clock cannot be counted. */
export const duesNow = (
  clock: Clock | null,
  of: { readonly channel: Channel },
  events: readonly ClockEvent[],
  asOf: CivilDate,
): Due[] =>
  clock ? duesOf({ channel: of.channel, asOf, events: [...events] }, statutoryCalendar) : []
