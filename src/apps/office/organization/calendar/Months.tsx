import { type CalendarDay, type CalendarYear, monthsOf } from '#calendar/contract'
import { weekdayOf } from '#platform/civil-date'
import { type Say, useSay } from '../../words.tsx'

// Weeks begin on Monday, as on every calendar printed in China.
const week = [1, 2, 3, 4, 5, 6, 0] as const

/** The days of a month in rows of a week; empty squares before its first day. */
const weeksOf = (days: readonly CalendarDay[]): readonly (readonly (CalendarDay | null)[])[] => {
  const before = week.indexOf(weekdayOf(days[0]?.on ?? '') as (typeof week)[number])
  const squares = [...Array<null>(Math.max(0, before)).fill(null), ...days]
  return Array.from({ length: Math.ceil(squares.length / 7) }, (_, at) =>
    squares.slice(at * 7, at * 7 + 7),
  )
}

const signOf = (say: Say, { kind }: CalendarDay): string =>
  kind === 'holiday' || kind === 'makeUp' ? say(`calendar.day.${kind}.sign`) : ''

/** Twelve small months. What a day is is said by a sign and a shape, never by colour alone. */
export function Months(props: { year: CalendarYear; next?: CalendarYear | undefined }) {
  const say = useSay()
  const { year, next } = props
  return (
    <>
      <p className="quiet">{say('office.calendar.legend')}</p>
      <div className="months">
        {monthsOf(year, next).map((days) => (
          <Month key={days[0]?.on} days={days} />
        ))}
      </div>
    </>
  )
}

function Month({ days }: { days: readonly CalendarDay[] }) {
  const say = useSay()
  const month = Number(days[0]?.on.slice(5, 7))
  return (
    <table className="month">
      <caption>{say(`office.calendar.month.${month}`)}</caption>
      <thead>
        <tr>
          {week.map((day) => (
            <th key={day} scope="col">
              {say(`office.calendar.weekday.${day}`)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {weeksOf(days).map((squares) => (
          <tr key={squares.find((day) => day !== null)?.on}>
            {squares.map((day, at) =>
              day ? (
                <td
                  key={day.on}
                  className={day.kind}
                  title={`${day.on} ${day.holiday ?? say(`calendar.day.${day.kind}`)}`}
                >
                  <span>{Number(day.on.slice(8))}</span>
                  {signOf(say, day) && <small>{signOf(say, day)}</small>}
                </td>
              ) : (
                // biome-ignore lint/suspicious/noArrayIndexKey: an empty square is nothing but its place.
                <td key={at} />
              ),
            )}
          </tr>
        ))}
      </tbody>
    </table>
  )
}
