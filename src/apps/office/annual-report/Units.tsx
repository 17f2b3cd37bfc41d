import { Alert } from 'antd'
import { Link } from 'react-router'
import type { reportById } from '#annual-report/contract'
import type { AnswerOf } from '../call.ts'
import { DateText } from '../parts/DateText.tsx'
import { useSay } from '../words.tsx'

type Report = AnswerOf<typeof reportById>

/** Units whose reports are summed here: who is missing, who was late, who was corrected since. */
export function Units({ report }: { report: Report }) {
  const say = useSay()
  if (report.publisher !== 'government' || report.origin === 'imported') return null
  const corrected = report.units.filter((unit) => unit.correctedSince)
  const arrived = report.missing.filter((unit) => unit.why === 'arrived')
  const late = report.units.filter((unit) => unit.late)
  return (
    <section className="block read-notes" aria-labelledby="report-units">
      <h2 id="report-units">
        {say('office.reports.units', { n: report.units.length, missing: report.missing.length })}
      </h2>
      {corrected.length + arrived.length > 0 && (
        <Alert
          type="warning"
          showIcon
          title={say('office.reports.units.since', {
            corrected: corrected.length,
            arrived: arrived.length,
          })}
          description={say(
            report.state === 'published'
              ? 'office.reports.units.correct'
              : 'office.reports.units.reopen',
          )}
        />
      )}
      <ul className="points">
        {report.missing.map((unit) => (
          <li key={unit.code}>
            <b className="mark">{say(`office.reports.missing.${unit.why}`, { name: unit.name })}</b>{' '}
            {unit.dueOn && (
              <span className="quiet">
                {say('office.reports.due')} <DateText of={unit.dueOn} />
              </span>
            )}{' '}
            {unit.reportId && (
              <Link to={`/reports/${unit.reportId}`}>{say('office.reports.go')}</Link>
            )}
          </li>
        ))}
        {corrected.map((unit) => (
          <li key={unit.code}>
            <b className="mark">{say('office.reports.units.corrected', { name: unit.name })}</b>{' '}
            <Link to={`/reports/${unit.reportId}`}>{say('office.reports.units.summed')}</Link>
          </li>
        ))}
        {late.map((unit) => (
          <li key={unit.code}>
            {say('office.reports.units.late', {
              name: unit.name,
              on: unit.publishedOn ?? '',
              due: unit.dueOn ?? '',
            })}{' '}
            <Link to={`/reports/${unit.reportId}`}>{say('office.reports.go')}</Link>
          </li>
        ))}
      </ul>
      {report.units.length > 0 && (
        <details>
          <summary>{say('office.reports.units.all', { n: report.units.length })}</summary>
          <ul className="units">
            {report.units.map((unit) => (
              <li key={unit.code}>
                <Link to={`/reports/${unit.reportId}`}>{unit.name}</Link>{' '}
                <small className="quiet">
                  {unit.publishedOn ? (
                    <DateText of={unit.publishedOn} />
                  ) : (
                    say('office.reports.state.signed')
                  )}
                </small>
              </li>
            ))}
          </ul>
        </details>
      )}
    </section>
  )
}
