import { Link } from 'react-router'
import { owedInterpretations } from '#interpretation/contract'
import { DueText } from '../documents/DueText.tsx'
import { useCall } from '../query.ts'
import { useSession } from '../session.tsx'
import { useSay } from '../words.tsx'

// What one looks through on the first screen; the list has the rest.
const most = 5

/** On Today: policies whose explanation my units owe. Nothing where nothing is owed. */
export function OwedTasks() {
  const say = useSay()
  const { me } = useSession()
  const { data } = useCall(owedInterpretations, { limit: most }, { staleTime: 0 })
  if (!data || data.items.length === 0) return null
  return (
    <section className="block tasks" aria-labelledby="tasks-interpretation">
      <h2 id="tasks-interpretation">
        {say('office.interpretation.owed')}
        <span className="count">{data.next ? `${data.items.length}+` : data.items.length}</span>
      </h2>
      <ul>
        {data.items.map((line) => (
          <li key={line.policy.documentId}>
            <Link to={`/documents/${line.policy.documentId}`}>{line.policy.title}</Link>
            <p className="quiet">
              {line.organization.id !== me.staff.organizationId && (
                <span>{line.organization.name}</span>
              )}
              <span>
                {line.missing.map((form) => say(`interpretation.form.${form}`)).join('、')}
              </span>
            </p>
            <p className="due">
              <DueText dueOn={line.dueOn} light={line.light} />
            </p>
          </li>
        ))}
      </ul>
      {data.next && (
        <p className="further">
          <Link to="/interpretation/owed">{say('desk.today.further')}</Link>
        </p>
      )}
    </section>
  )
}
