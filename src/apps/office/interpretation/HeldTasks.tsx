import { Link } from 'react-router'
import { heldPolicies } from '#interpretation/contract'
import { DateText } from '../parts/DateText.tsx'
import { useCall } from '../query.ts'
import { useSay } from '../words.tsx'
import './interpretation.css'

/** On Today: policies set to go out that would be held back, while there is time. Else nothing. */
export function HeldTasks() {
  const say = useSay()
  const { data } = useCall(heldPolicies, {}, { staleTime: 0 })
  if (!data || data.items.length === 0) return null
  return (
    <section className="block tasks" aria-labelledby="tasks-held">
      <h2 id="tasks-held">
        {say('office.interpretation.held')}
        <span className="count">{data.items.length}</span>
      </h2>
      <p className="quiet held-next">{say('office.interpretation.held.next')}</p>
      <ul>
        {data.items.map(({ policy, organization, publishAt }) => (
          <li key={policy.documentId}>
            <Link to={`/documents/${policy.documentId}`}>{policy.title}</Link>
            <p className="quiet">
              <span>{organization.name}</span>
            </p>
            <p className="due">
              <span className="mark late">{say('office.interpretation.held.at')}</span>{' '}
              <DateText of={publishAt} minute />
            </p>
          </li>
        ))}
      </ul>
    </section>
  )
}
