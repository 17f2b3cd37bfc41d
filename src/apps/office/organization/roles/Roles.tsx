import { Button } from 'antd'
import { useState } from 'react'
import { type HeldRole, listGrants, type Role, roles } from '#accounts/contract'
import { RefusalNote } from '../../parts/RefusalNote.tsx'
import { Waiting } from '../../parts/Waiting.tsx'
import { useSay } from '../../words.tsx'
import { useEverySlice } from '../parts/use-every-slice.ts'
import { existsToday, useUnit } from '../unit.ts'
import { Grant } from './Grant.tsx'
import { Holder } from './Holder.tsx'

/** Who holds what for this unit, given here or above; a role that nobody holds says what stands still. */
export function Component() {
  const say = useSay()
  const { unit, may } = useUnit()
  const [granting, setGranting] = useState<Role | true | null>(null)
  const { pages, error, isPending } = useEverySlice(listGrants, {
    organizationId: unit.id,
    limit: 200,
  })
  const held = Map.groupBy(
    pages.flatMap((page) => page.grants),
    (grant) => grant.role,
  )
  const mayGrant = may.keepStaff && existsToday(unit)
  if (isPending && !error) return <Waiting rows={8} />
  return (
    <>
      <header className="block-head">
        <p className="lead">{say('office.unit.roles.about')}</p>
        {mayGrant && (
          <Button type="primary" onClick={() => setGranting(true)}>
            {say('office.unit.roles.grant')}
          </Button>
        )}
      </header>
      <RefusalNote error={error} />
      <div className="roster">
        {roles.map((role) => (
          <RoleRow
            key={role}
            role={role}
            holders={held.get(role) ?? []}
            {...(mayGrant && { onGrant: () => setGranting(role) })}
          />
        ))}
      </div>
      {granting && (
        <Grant {...(granting !== true && { role: granting })} onClose={() => setGranting(null)} />
      )}
    </>
  )
}

function RoleRow(props: { role: Role; holders: readonly HeldRole[]; onGrant?: () => void }) {
  const say = useSay()
  const { role, onGrant } = props
  // Those given here first: whoever holds it from above serves many units.
  const holders = [...props.holders].sort((one, other) => other.path.length - one.path.length)
  return (
    <section aria-labelledby={`role-${role}`}>
      <div>
        <h2 id={`role-${role}`}>{say(`office.role.${role}`)}</h2>
        <p className="field-about">{say(`office.unit.role.${role}`)}</p>
      </div>
      {holders.length > 0 ? (
        <ul>
          {holders.map((grant) => (
            <Holder key={grant.id} grant={grant} />
          ))}
        </ul>
      ) : (
        <p className="nobody">
          <span className="mark none">{say('office.unit.roles.nobody')}</span>{' '}
          {say(`office.unit.role.${role}.nobody`)}{' '}
          {onGrant && (
            <button type="button" className="link" onClick={onGrant}>
              {say('office.unit.roles.grant')}
            </button>
          )}
        </p>
      )}
    </section>
  )
}
