import { Link } from 'react-router'
import type { HeldRole } from '#accounts/contract'
import { DateText } from '../../parts/DateText.tsx'
import { useOrganizations } from '../../parts/OrganizationSelect.tsx'
import { useSession } from '../../session.tsx'
import { useSay } from '../../words.tsx'
import { keepersOfTree, useUnit } from '../unit.ts'
import { Revoke } from './Revoke.tsx'

/** One who holds a role: the person, whether given here or above, since when. */
export function Holder({ grant }: { grant: HeldRole }) {
  const say = useSay()
  const { me, holds } = useSession()
  const { unit } = useUnit()
  const place = useOrganizations().find((one) => one.id === grant.organizationId)
  const isHere = grant.organizationId === unit.id
  const mayRevoke = holds(keepersOfTree, grant.path) && grant.staffId !== me.staff.id
  return (
    <li>
      <span>
        <Link to={`/organization/${grant.staffOrganizationId}/staff/${grant.staffId}`}>
          {grant.staffName}
        </Link>{' '}
        <small className="quiet">{grant.staffOrganizationName}</small>
        {grant.disabledAt && (
          <span className="mark none">{say('office.unit.staff.state.disabled')}</span>
        )}
      </span>
      <span className="quiet">
        {isHere
          ? say('office.unit.roles.here')
          : say('office.unit.roles.above', {
              name: place?.shortName || grant.organizationName,
            })}{' '}
        · <DateText of={grant.grantedAt} />
      </span>
      <span className="holder-act">
        {mayRevoke && <Revoke grant={grant} name={grant.staffName} />}
      </span>
    </li>
  )
}
