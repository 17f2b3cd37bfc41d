import { Button } from 'antd'
import { useState } from 'react'
import { Link } from 'react-router'
import type { RoleGrant, Staff } from '#accounts/contract'
import { CardTable } from '../../parts/CardTable.tsx'
import { DateText } from '../../parts/DateText.tsx'
import { Empty } from '../../parts/Empty.tsx'
import { useSay } from '../../words.tsx'
import { Grant } from '../roles/Grant.tsx'
import { Revoke } from '../roles/Revoke.tsx'

/** The roles of one person, each with the place from which it reaches down. */
export function PersonRoles(props: { staff: Staff; mayGrant: boolean }) {
  const say = useSay()
  const { staff, mayGrant } = props
  const [isGranting, setGranting] = useState(false)
  const grant = mayGrant && staff.disabledAt === null && (
    <Button onClick={() => setGranting(true)}>{say('office.unit.roles.grant')}</Button>
  )
  return (
    <section className="block" aria-labelledby="person-roles">
      <header className="block-head">
        <h2 id="person-roles">{say('office.unit.staff.roles')}</h2>
        {staff.grants.length > 0 && grant}
      </header>
      {staff.grants.length === 0 ? (
        <Empty
          title={say('office.unit.staff.noRole')}
          next={say('office.unit.staff.noRole.next')}
          action={grant}
        />
      ) : (
        <CardTable<RoleGrant>
          rows={staff.grants}
          rowKey={(one) => one.id}
          columns={[
            {
              key: 'role',
              title: say('office.unit.roles.role'),
              show: (one) => (
                <>
                  <b>{say(`office.role.${one.role}`)}</b>
                  <p className="field-about">{say(`office.unit.role.${one.role}`)}</p>
                </>
              ),
            },
            {
              key: 'at',
              title: say('office.unit.roles.at'),
              width: 220,
              show: (one) => (
                <Link to={`/organization/${one.organizationId}/roles`}>{one.organizationName}</Link>
              ),
            },
            {
              key: 'since',
              title: say('office.unit.roles.since'),
              width: 130,
              show: (one) => <DateText of={one.grantedAt} />,
            },
            ...(mayGrant
              ? [
                  {
                    key: 'revoke',
                    title: '',
                    width: 90,
                    align: 'right' as const,
                    show: (one: RoleGrant) => <Revoke grant={one} name={staff.name} />,
                  },
                ]
              : []),
          ]}
        />
      )}
      {isGranting && <Grant staff={staff} onClose={() => setGranting(false)} />}
    </section>
  )
}
