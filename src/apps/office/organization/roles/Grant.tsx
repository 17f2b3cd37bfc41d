import { Radio } from 'antd'
import { useState } from 'react'
import { getStaff, grantRole, listGrants, listStaff, type Role, roles } from '#accounts/contract'
import { Field } from '../../parts/Field.tsx'
import { OrganizationField } from '../../parts/OrganizationField.tsx'
import { useSession } from '../../session.tsx'
import { useSay } from '../../words.tsx'
import { AskDialog } from '../parts/AskDialog.tsx'
import { StaffSelect } from '../parts/StaffSelect.tsx'
import { keepersOfTree, useUnit } from '../unit.ts'

/** Gives a role at a place in the tree; it reaches everything below. */
export function Grant(props: {
  /** To whom, where that is settled. */
  staff?: { id: number; name: string; organizationId: number }
  role?: Role
  onClose: () => void
}) {
  const say = useSay()
  const { me, holds } = useSession()
  const { unit } = useUnit()
  const [staffId, setStaffId] = useState<number | null>(props.staff?.id ?? null)
  const [role, setRole] = useState<Role | null>(props.role ?? null)
  const [organizationId, setOrganizationId] = useState<number | null>(
    props.staff?.organizationId ?? unit.id,
  )
  return (
    <AskDialog
      title={
        props.staff
          ? say('office.unit.roles.grant.to', { name: props.staff.name })
          : say('office.unit.roles.grant')
      }
      ok={say('office.unit.roles.grant')}
      done={say('office.unit.roles.grant.done')}
      width={640}
      endpoint={grantRole}
      input={{ id: staffId ?? 0, organizationId, role }}
      refreshes={[listGrants, listStaff, getStaff]}
      onClose={props.onClose}
    >
      {(problemOf) => (
        <>
          {!props.staff && (
            <Field label={say('office.unit.roles.who')} problem={problemOf('id')}>
              {(ids) => (
                <StaffSelect
                  {...ids}
                  organizationId={unit.id}
                  above
                  except={[me.staff.id]}
                  value={staffId}
                  onChange={setStaffId}
                />
              )}
            </Field>
          )}
          <fieldset className={`choices role-choices ${problemOf('role') ? 'wrong' : ''}`}>
            <legend>{say('office.unit.roles.role')}</legend>
            {problemOf('role') && <p className="problem">{problemOf('role')}</p>}
            <Radio.Group
              value={role}
              onChange={({ target }) => setRole(target.value)}
              options={roles.map((value) => ({
                value,
                label: (
                  <>
                    <b>{say(`office.role.${value}`)}</b>
                    <span className="field-about">{say(`office.unit.role.${value}`)}</span>
                  </>
                ),
              }))}
            />
          </fieldset>
          <OrganizationField
            label={say('office.unit.roles.at')}
            hint={say('office.unit.roles.at.about')}
            problem={problemOf('organizationId')}
            value={organizationId}
            onChange={setOrganizationId}
            may={(one) => holds(keepersOfTree, one.path)}
          />
        </>
      )}
    </AskDialog>
  )
}
