import { Alert } from 'antd'
import { useState } from 'react'
import { changeStaff, getStaff, listGrants, listStaff, type Staff } from '#accounts/contract'
import { OrganizationField } from '../../parts/OrganizationField.tsx'
import { TextField } from '../../parts/TextField.tsx'
import { useSession } from '../../session.tsx'
import { useSay } from '../../words.tsx'
import { AskDialog } from '../parts/AskDialog.tsx'
import { keepersOfTree } from '../unit.ts'

/** Corrects name and telephone, or sends the person to another unit, which ends the roles. */
export function ChangeStaff(props: { staff: Staff; isMe: boolean; onClose: () => void }) {
  const say = useSay()
  const { holds } = useSession()
  const { staff } = props
  const [name, setName] = useState(staff.name)
  const [telephone, setTelephone] = useState(staff.telephone)
  const [organizationId, setOrganizationId] = useState(staff.organizationId)
  const moves = organizationId !== staff.organizationId
  return (
    <AskDialog
      title={say('office.unit.staff.change.title', { name: staff.name })}
      ok={say('office.save')}
      done={say('office.unit.saved')}
      endpoint={changeStaff}
      input={{
        id: staff.id,
        version: staff.version,
        name,
        telephone,
        ...(moves && { organizationId }),
      }}
      refreshes={[getStaff, listStaff, listGrants]}
      onClose={props.onClose}
    >
      {(problemOf) => (
        <>
          <TextField
            label={say('office.unit.staff.name')}
            problem={problemOf('name')}
            autoFocus
            autoComplete="off"
            maxLength={200}
            value={name}
            onChange={setName}
          />
          <TextField
            label={say('office.unit.staff.telephone')}
            optional
            type="tel"
            autoComplete="off"
            maxLength={200}
            value={telephone}
            onChange={setTelephone}
          />
          {!props.isMe && (
            <OrganizationField
              label={say('office.organization')}
              value={organizationId}
              onChange={(value) => setOrganizationId(value ?? staff.organizationId)}
              may={(one) => holds(keepersOfTree, one.path)}
            />
          )}
          {moves && <Alert type="warning" title={say('office.unit.staff.change.moves')} />}
        </>
      )}
    </AskDialog>
  )
}
