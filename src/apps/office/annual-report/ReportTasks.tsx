import { Link } from 'react-router'
import { reportTasks } from '#annual-report/contract'
import { DateText } from '../parts/DateText.tsx'
import { useCall } from '../query.ts'
import { useSay } from '../words.tsx'

/** On Today: annual reports that wait for me, with their last day (art. 49). */
export function ReportTasks() {
  const say = useSay()
  const { data } = useCall(reportTasks, {}, { staleTime: 0 })
  if (!data || data.lines.length === 0) return null
  return (
    <section className="block tasks" aria-labelledby="tasks-reports">
      <h2 id="tasks-reports">
        {say('office.reports.tasks')}
        <span className="count">{data.lines.length}</span>
      </h2>
      <ul>
        {data.lines.slice(0, 5).map((line) => (
          <li key={line.organizationId}>
            <Link to={line.reportId ? `/reports/${line.reportId}` : `/reports?year=${line.year}`}>
              {say('office.reports.task', { name: line.organizationName, year: line.year })}
            </Link>
            <p className="quiet">
              <span>{say(`office.reports.state.${line.state ?? 'none'}`)}</span>
            </p>
            {line.dueOn && (
              <p className="due" title={line.article}>
                {say('office.reports.due')} <DateText of={line.dueOn} />
                {line.late && <b className="mark"> {say('office.reports.late')}</b>}
              </p>
            )}
          </li>
        ))}
      </ul>
      {data.lines.length > 5 && (
        <p className="further">
          <Link to="/reports">{say('desk.today.further')}</Link>
        </p>
      )}
    </section>
  )
}
