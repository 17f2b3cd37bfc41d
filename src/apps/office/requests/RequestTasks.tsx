import { Link } from 'react-router'
import { requestTasks } from '#requests/contract'
import { useCall } from '../query.ts'
import { useSay } from '../words.tsx'
import { LateStep, RequestDue, StandingMark } from './StandingMark.tsx'
import './requests.css'

const lists = ['warned', 'opinions', 'unassigned', 'mine'] as const
const further = {
  warned: '/requests',
  opinions: '/requests',
  unassigned: '/requests',
  mine: '/requests?mine=true',
}

/** On the first screen: requests that I was warned of, and those that wait for me. */
export function RequestTasks() {
  const say = useSay()
  const { data } = useCall(requestTasks, {}, { staleTime: 0 })
  if (!data) return null
  return lists
    .filter((name) => data[name].length > 0)
    .map((name) => (
      <section
        key={name}
        className={`block tasks ${name === 'warned' ? 'due' : ''}`}
        aria-labelledby={`request-tasks-${name}`}
      >
        <h2 id={`request-tasks-${name}`}>
          {say(`office.requests.tasks.${name}`)}
          <span className="count">{data[name].length}</span>
        </h2>
        <ul>
          {data[name].map((line) => (
            <li key={line.id}>
              <Link to={`/requests/${line.id}`}>{line.title}</Link>
              <p className="quiet">
                <StandingMark standing={line.standing} /> <span>{line.number}</span>{' '}
                <span>{line.organization.name}</span>
              </p>
              <p className="due">
                <RequestDue line={line} /> <LateStep line={line} />
              </p>
            </li>
          ))}
        </ul>
        <p className="further">
          <Link to={further[name]}>{say('office.requests.tasks.further')}</Link>
        </p>
      </section>
    ))
}
