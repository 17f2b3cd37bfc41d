import type { ClockDay } from '#requests/contract'
import { useChrome } from '../chrome.ts'

interface Stretch {
  readonly from: ClockDay
  readonly to: ClockDay
}

/** Days that follow one another for one reason under one article make one line. */
const stretches = (days: readonly ClockDay[]): Stretch[] => {
  const all: { from: ClockDay; to: ClockDay }[] = []
  for (const day of days) {
    const last = all.at(-1)
    if (last && last.to.reason === day.reason && last.to.article === day.article) last.to = day
    else all.push({ from: day, to: day })
  }
  return all
}

/** Each day counted or not, why, and under which article (M72): squares for the eye, a table for all. */
export const DayStrip = ({ days, today }: { days: readonly ClockDay[]; today: string }) => {
  const { say, contentLang } = useChrome()
  return (
    <>
      <ol class="day-strip" aria-hidden="true">
        {days.map((day) => (
          <li
            key={day.on}
            class={[day.counted ? 'counted' : 'not', day.on === today && 'today']
              .filter(Boolean)
              .join(' ')}
            title={day.on}
          >
            <span>{day.on.slice(5)}</span>
            <b>{day.counted ? day.n : '–'}</b>
          </li>
        ))}
      </ol>
      <div class="scroll">
        <table class="days-table">
          <caption>{say('portal.ask.days.caption')}</caption>
          <thead>
            <tr>
              <th scope="col">{say('portal.ask.days.days')}</th>
              <th scope="col">{say('portal.ask.days.counted')}</th>
              <th scope="col">{say('portal.ask.days.reason')}</th>
              <th scope="col">{say('portal.ask.days.article')}</th>
            </tr>
          </thead>
          <tbody>
            {stretches(days).map(({ from, to }) => (
              <tr key={from.on}>
                <th scope="row">
                  <time>{from.on}</time>
                  {from !== to && (
                    <>
                      {' – '}
                      <time>{to.on}</time>
                    </>
                  )}
                </th>
                <td class="number">
                  {from.counted
                    ? from.n === to.n
                      ? from.n
                      : `${from.n}–${to.n}`
                    : say('portal.ask.days.not')}
                </td>
                <td>{say(`portal.ask.day.${from.reason}`)}</td>
                <td lang={contentLang}>{from.article}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </>
  )
}
