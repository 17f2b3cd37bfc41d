import { Link } from 'react-router'
import { heatMap, type Standing } from '#assessment/contract'
import { StandingTag } from '../parts/StandingTag.tsx'
import { Waiting } from '../parts/Waiting.tsx'
import { useCall } from '../query.ts'
import { useSession } from '../session.tsx'
import { useSay } from '../words.tsx'

// What asks for action comes first.
const order: readonly Standing[] = ['late', 'due', 'blank', 'met', 'notApplicable']

/** Where my unit and those below it stand, each figure leading to what it counts. */
export function UnitStanding() {
  const say = useSay()
  const { me } = useSession()
  // Whoever answers for a whole county sees the county.
  const widest = me.staff.grants.reduce<(typeof me.staff.grants)[number] | null>(
    (found, grant) => (found && found.path.length <= grant.path.length ? found : grant),
    null,
  )
  const { organizationId, organizationName } = widest ?? me.staff
  const { data, error } = useCall(heatMap, { organizationId })
  if (error) return null
  const total = data?.total
  const duties = total ? total.met + total.due + total.late + total.blank : 0
  return (
    <aside className="block unit-standing" aria-labelledby="unit-standing">
      <h2 id="unit-standing">{organizationName}</h2>
      {!total && <Waiting rows={3} />}
      {total && duties === 0 && <p className="quiet">{say('desk.standing.none')}</p>}
      {total && duties > 0 && (
        <>
          <p className="share">
            <b>{total.met}</b> / {duties}
            <span className="quiet">{say('desk.standing.met')}</span>
          </p>
          <div className="bar" aria-hidden="true">
            {order.slice(0, 4).map((standing) => (
              <span key={standing} className={standing} style={{ flexGrow: total[standing] }} />
            ))}
          </div>
          <ul>
            {order
              .filter((standing) => total[standing] > 0)
              .map((standing) => (
                <li key={standing}>
                  <Link to={`/standing/cells?of=${organizationId}&below=true&standing=${standing}`}>
                    <StandingTag standing={standing} />
                    <b>{total[standing]}</b>
                  </Link>
                </li>
              ))}
          </ul>
          {data.onTime.total > 0 && (
            <p className="quiet">
              {say('desk.standing.onTime', {
                within: data.onTime.part,
                total: data.onTime.total,
              })}
            </p>
          )}
        </>
      )}
      <p>
        <Link to={`/standing?of=${organizationId}`}>{say('desk.standing.all')}</Link>
      </p>
    </aside>
  )
}
