import { Alert } from 'antd'
import { useState } from 'react'
import { useNavigate } from 'react-router'
import { createStaff, listStaff } from '#accounts/contract'
import type { AnswerOf } from '../../call.ts'
import { TextField } from '../../parts/TextField.tsx'
import { useSay } from '../../words.tsx'
import { AskDialog } from '../parts/AskDialog.tsx'
import { useUnit } from '../unit.ts'
import { PasswordSlip } from './PasswordSlip.tsx'

/** Sets up an account; then shows its first password, then leads to the roles, without which nothing is open. */
export function CreateStaff(props: { onClose: () => void }) {
  const say = useSay()
  const navigate = useNavigate()
  const { unit } = useUnit()
  const [typed, setTyped] = useState({ name: '', userName: '', telephone: '' })
  const [made, setMade] = useState<AnswerOf<typeof createStaff> | null>(null)
  const set = (part: Partial<typeof typed>) => setTyped({ ...typed, ...part })
  if (made)
    return (
      <PasswordSlip
        staff={made.staff}
        password={made.temporaryPassword}
        onClose={() => {
          props.onClose()
          void navigate(`/organization/${unit.id}/staff/${made.staff.id}`)
        }}
      />
    )
  return (
    <AskDialog
      title={say('office.unit.staff.create.title', { name: unit.shortName })}
      ok={say('office.unit.staff.create.do')}
      endpoint={createStaff}
      input={{ organizationId: unit.id, ...typed }}
      refreshes={[listStaff]}
      onClose={props.onClose}
      staysOpen
      onDone={setMade}
    >
      {(problemOf) => (
        <>
          <TextField
            label={say('office.unit.staff.name')}
            problem={problemOf('name')}
            autoFocus
            autoComplete="off"
            maxLength={200}
            value={typed.name}
            onChange={(name) => set({ name })}
          />
          <TextField
            label={say('office.signIn.userName')}
            hint={say('office.unit.staff.userName.about')}
            problem={problemOf('userName')}
            autoComplete="off"
            maxLength={40}
            value={typed.userName}
            onChange={(userName) => set({ userName })}
          />
          <TextField
            label={say('office.unit.staff.telephone')}
            optional
            type="tel"
            autoComplete="off"
            maxLength={200}
            value={typed.telephone}
            onChange={(telephone) => set({ telephone })}
          />
          <Alert type="info" title={say('office.unit.staff.create.next')} />
        </>
      )}
    </AskDialog>
  )
}
