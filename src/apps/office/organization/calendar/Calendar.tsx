import { Select } from 'antd'
import { calendarYears, monthsOf, workingDaysIn } from '#calendar/contract'
import { dateAt, yearOf } from '#platform/civil-date'
import { useAddress } from '../../address.ts'
import type { AnswerOf } from '../../call.ts'
import { CardTable } from '../../parts/CardTable.tsx'
import { Fault } from '../../parts/Fault.tsx'
import { Waiting } from '../../parts/Waiting.tsx'
import { useCall } from '../../query.ts'
import { useSay } from '../../words.tsx'
import { EnterNotice } from './EnterNotice.tsx'
import { Months } from './Months.tsx'
import { YearInWords } from './YearInWords.tsx'
import './calendar.css'

type Listed = AnswerOf<typeof calendarYears>['years'][number]

/** The working days that everything is counted by: years, notices, twelve months, and a new notice. */
export function Component() {
  const say = useSay()
  const address = useAddress()
  const { data, error, refetch } = useCall(calendarYears, {})
  if (error && !data) return <Fault error={error} retry={() => void refetch()} />
  if (!data) return <Waiting rows={8} />
  const { years, awaited, mayEnter } = data
  const asked = Number(address.read('year') ?? yearOf(dateAt(new Date())))
  const shown = years.find(({ days }) => days.year === asked) ?? years[0]
  const next = years.find(({ days }) => days.year === (shown?.days.year ?? 0) + 1)
  const show = (year: number) => address.set({ year: String(year) })
  return (
    <div className="calendar">
      <p className="lead">{say('office.calendar.about')}</p>
      {awaited !== null && (
        <p className="unit-note">
          {say(mayEnter ? 'office.calendar.awaited' : 'office.calendar.awaited.other', {
            year: awaited,
          })}
        </p>
      )}
      {/* Whoever comes because it is awaited finds the box first. */}
      {mayEnter && awaited !== null && <EnterNotice onEntered={show} />}
      {shown && (
        <section className="block" aria-labelledby="shown-year">
          <header className="block-head">
            <h2 id="shown-year">{say('office.calendar.shown', { year: shown.days.year })}</h2>
            <Select
              className="no-print"
              aria-label={say('office.calendar.year')}
              value={shown.days.year}
              options={years.map(({ days }) => ({ value: days.year, label: String(days.year) }))}
              onChange={show}
            />
          </header>
          <Months year={shown.days} next={next?.days} />
          <h3>{say('office.calendar.holidays')}</h3>
          <YearInWords year={shown.days} />
        </section>
      )}
      {mayEnter && awaited === null && <EnterNotice onEntered={show} />}
      <section className="no-print" aria-labelledby="known-years">
        <h2 id="known-years">{say('office.calendar.years')}</h2>
        <Years years={years} />
      </section>
    </div>
  )
}

function Years({ years }: { years: readonly Listed[] }) {
  const say = useSay()
  const nextOf = ({ days }: Listed) => years.find((one) => one.days.year === days.year + 1)?.days
  return (
    <CardTable<Listed>
      rows={years}
      rowKey={({ days }) => days.year}
      columns={[
        {
          key: 'year',
          title: say('office.calendar.year'),
          width: 110,
          show: ({ days }) => days.year,
        },
        {
          key: 'notice',
          title: say('office.calendar.notice'),
          show: ({ days }) => (
            <ul>
              {days.notices.map(({ number, on, title }) => (
                <li key={number}>
                  {title}
                  <small className="quiet">
                    {number} · {on}
                  </small>
                </li>
              ))}
            </ul>
          ),
        },
        {
          key: 'workingDays',
          title: say('office.calendar.workingDays'),
          width: 100,
          show: (row) =>
            say('office.calendar.days', { n: workingDaysIn(monthsOf(row.days, nextOf(row))) }),
        },
        {
          key: 'source',
          title: say('office.calendar.source'),
          width: 200,
          show: ({ source, enteredAt, enteredBy }) => (
            <>
              {say(`calendar.source.${source}`)}
              {enteredAt && (
                <small className="quiet">
                  {say(enteredBy ? 'office.calendar.entered' : 'office.calendar.entered.system', {
                    name: enteredBy ?? '',
                    on: dateAt(new Date(enteredAt)),
                  })}
                </small>
              )}
            </>
          ),
        },
      ]}
    />
  )
}
