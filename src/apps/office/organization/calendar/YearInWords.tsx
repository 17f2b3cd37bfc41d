import type { CalendarYear } from '#calendar/contract'
import { daysBetween, weekdayOf } from '#platform/civil-date'
import { useSay } from '../../words.tsx'

/** A year's holidays and make-up days as its notice lists them, to be compared with it line by line. */
export function YearInWords({ year }: { year: CalendarYear }) {
  const say = useSay()
  const day = (on: string) => `${on}（${say(`office.calendar.weekday.long.${weekdayOf(on)}`)}）`
  return (
    <>
      <dl className="entry">
        {year.holidays.map(({ name, from, to }) => (
          <div key={from}>
            <dt>{name}</dt>
            <dd>
              {from === to
                ? say('office.calendar.off.one', { from: day(from) })
                : say('office.calendar.off', {
                    from: day(from),
                    to: day(to),
                    n: daysBetween(from, to) + 1,
                  })}
            </dd>
          </div>
        ))}
      </dl>
      <p>
        {year.makeUpDays.length === 0
          ? say('office.calendar.makeUp.none')
          : say('office.calendar.makeUp', {
              days: year.makeUpDays.map(day).join(say('office.and')),
            })}
      </p>
    </>
  )
}
