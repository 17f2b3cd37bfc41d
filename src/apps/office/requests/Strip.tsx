import { useState } from 'react'
import type { Clock, ClockDay } from '#requests/contract'
import { useSay } from '../words.tsx'

type Day = Pick<ClockDay, 'on' | 'counted' | 'n' | 'reason' | 'article'>

/**
 * The strip of days: each day from receipt to the day due, counted or not, why, and under which
 * article. What is said by colour is said by a sign too; the table beneath says it all in words.
 */
export function Strip(props: { clock: Pick<Clock, 'days'>; today: string; label: string }) {
  const say = useSay()
  const { days } = props.clock
  const [chosen, setChosen] = useState<string | null>(null)
  if (days.length === 0) return <p className="quiet">{say('office.strip.notBegun')}</p>
  const shown = days.find((day) => day.on === chosen) ?? null
  const words = (day: Day) =>
    `${day.on} · ${day.counted ? say('office.strip.day', { n: day.n }) : say('office.strip.notCounted')} · ${say(`request.reason.${day.reason}`)}`
  const months = [...Map.groupBy(days, (day) => day.on.slice(0, 7))]
  return (
    <div className="day-strip">
      <fieldset className="squares">
        <legend className="for-readers">{props.label}</legend>
        {months.map(([month, inMonth]) => (
          <div key={month} className="strip-month">
            <small>{month}</small>
            <div>
              {inMonth.map((day) => (
                <button
                  key={day.on}
                  type="button"
                  className={`square ${day.reason} ${day.counted ? 'counted' : ''}`}
                  aria-current={day.on === props.today ? 'date' : undefined}
                  aria-pressed={day.on === chosen}
                  // Begins as it reads, so that whoever speaks to the machine can name it (WCAG 2.5.3).
                  aria-label={`${Number(day.on.slice(8))}${day.counted ? day.n : say(`request.reason.${day.reason}.sign`)} ${words(day)}`}
                  title={words(day)}
                  onClick={() => setChosen(day.on === chosen ? null : day.on)}
                >
                  <span>{Number(day.on.slice(8))}</span>
                  <b>{day.counted ? day.n : say(`request.reason.${day.reason}.sign`)}</b>
                </button>
              ))}
            </div>
          </div>
        ))}
      </fieldset>
      <p className="strip-said" aria-live="polite">
        {shown ? (
          <>
            {words(shown)} <span className="quiet">{shown.article}</span>
          </>
        ) : (
          <span className="quiet no-print">{say('office.strip.tap')}</span>
        )}
      </p>
      <details className="strip-table">
        <summary>{say('office.strip.table')}</summary>
        <div className="scroll">
          <table>
            <thead>
              <tr>
                <th>{say('office.strip.on')}</th>
                <th>{say('office.strip.n')}</th>
                <th>{say('office.strip.why')}</th>
                <th>{say('office.strip.article')}</th>
              </tr>
            </thead>
            <tbody>
              {days.map((day) => (
                <tr key={day.on}>
                  <td>{day.on}</td>
                  <td>{day.counted ? day.n : '—'}</td>
                  <td>{say(`request.reason.${day.reason}`)}</td>
                  <td>{day.article}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      </details>
    </div>
  )
}
