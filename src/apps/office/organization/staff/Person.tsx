import { Button } from 'antd'
import { useState } from 'react'
import { Link, useParams } from 'react-router'
import { getStaff, type Staff } from '#accounts/contract'
import { DateText } from '../../parts/DateText.tsx'
import { Fault } from '../../parts/Fault.tsx'
import { useOrganizations } from '../../parts/OrganizationSelect.tsx'
import { Waiting } from '../../parts/Waiting.tsx'
import { useCall } from '../../query.ts'
import { useSession } from '../../session.tsx'
import { useSay } from '../../words.tsx'
import { useMay, useUnit } from '../unit.ts'
import { AccountActions } from './AccountActions.tsx'
import { ChangeStaff } from './ChangeStaff.tsx'
import { KeptColumns } from './KeptColumns.tsx'
import { PersonRoles } from './PersonRoles.tsx'
import { StaffState } from './StaffState.tsx'

/** One account: who it is, what it may do, which columns it keeps. */
export function Component() {
  const id = Number(useParams().staffId)
  const { data, error, refetch } = useCall(getStaff, { id })
  if (error) return <Fault error={error} retry={() => void refetch()} />
  if (!data) return <Waiting />
  return <Open staff={data} />
}

function Open({ staff }: { staff: Staff }) {
  const say = useSay()
  const { unit } = useUnit()
  const { me } = useSession()
  const path = useOrganizations().find((one) => one.id === staff.organizationId)?.path ?? unit.path
  const may = useMay(path)
  const isMe = me.staff.id === staff.id
  const [isChanging, setChanging] = useState(false)
  return (
    <>
      <p className="back">
        <Link to={`/organization/${unit.id}/staff`}>{say('office.unit.staff.back')}</Link>
      </p>
      <section className="block" aria-labelledby="person">
        <header className="block-head">
          <h2 id="person" className="person">
            {staff.name} <StaffState staff={staff} />
          </h2>
          {may.keepStaff && (
            <Button onClick={() => setChanging(true)}>{say('office.unit.staff.change')}</Button>
          )}
        </header>
        <dl className="entry">
          <Line name={say('office.signIn.userName')}>
            <code>{staff.userName}</code>
          </Line>
          <Line name={say('office.organization')}>
            <Link to={`/organization/${staff.organizationId}`}>{staff.organizationName}</Link>
          </Line>
          <Line name={say('office.unit.staff.telephone')}>{staff.telephone || '—'}</Line>
          <Line name={say('office.unit.staff.secondFactor')}>
            {say(staff.secondFactor ? 'office.secondFactor.on' : 'office.secondFactor.off')}
          </Line>
          <Line name={say('office.unit.staff.since')}>
            <DateText of={staff.createdAt} />
          </Line>
          {staff.disabledAt && (
            <Line name={say('office.unit.staff.disabledAt')}>
              <DateText of={staff.disabledAt} minute />
            </Line>
          )}
        </dl>
        {isMe ? (
          <p className="quiet">{say('office.unit.staff.yourself')}</p>
        ) : (
          may.keepStaff && <AccountActions staff={staff} />
        )}
      </section>
      <PersonRoles staff={staff} mayGrant={may.keepStaff && !isMe} />
      <KeptColumns staff={staff} />
      {isChanging && <ChangeStaff staff={staff} isMe={isMe} onClose={() => setChanging(false)} />}
    </>
  )
}

function Line(props: { name: string; children: React.ReactNode }) {
  return (
    <div>
      <dt>{props.name}</dt>
      <dd>{props.children}</dd>
    </div>
  )
}
