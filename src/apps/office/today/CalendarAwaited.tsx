import { Link } from 'react-router'
import { calendarYears } from '#calendar/contract'
import { useCall } from '../query.ts'
import { useSay } from '../words.tsx'

/** A quiet line for those who enter it, from November on: next year's working days are not in yet. */
export function CalendarAwaited() {
  const say = useSay()
  const { data } = useCall(calendarYears, {})
  if (!data?.mayEnter || data.awaited === null) return null
  return (
    <p className="calendar-awaited">
      {say('office.calendar.task', { year: data.awaited })}{' '}
      <Link to={`/organization/${data.organizationId}/calendar`}>
        {say('office.calendar.task.to')}
      </Link>
    </p>
  )
}
