import type { Staff } from '#accounts/contract'
import { useSay } from '../../words.tsx'

/** The roles of a person; where one is held elsewhere than in the own unit, the place beside it. */
export function RoleList(props: { staff: Staff }) {
  const say = useSay()
  const { grants, organizationId } = props.staff
  if (grants.length === 0) return <span className="quiet">{say('office.unit.staff.noRole')}</span>
  return (
    <ul className="words">
      {grants.map((grant) => (
        <li key={grant.id}>
          {say(`office.role.${grant.role}`)}
          {grant.organizationId !== organizationId && <small>{grant.organizationName}</small>}
        </li>
      ))}
    </ul>
  )
}
