import { App, Button } from 'antd'
import { useState } from 'react'
import {
  disableStaff,
  enableStaff,
  getStaff,
  listKeepers,
  listStaff,
  resetPassword,
  resetSecondFactor,
  revokeStaffSessions,
  type Staff,
} from '#accounts/contract'
import { RefusalNote } from '../../parts/RefusalNote.tsx'
import { useAct } from '../../query.ts'
import { useSay } from '../../words.tsx'
import { HandOver } from '../keepers/HandOver.tsx'
import { PasswordSlip } from './PasswordSlip.tsx'

/** What an administrator does for somebody's account; each says first what it will do. */
export function AccountActions({ staff }: { staff: Staff }) {
  const say = useSay()
  const { modal, message } = App.useApp()
  const [password, setPassword] = useState<string | null>(null)
  const [handsOver, setHandsOver] = useState(false)
  const refreshes = [getStaff, listStaff, listKeepers]
  const told = (words: string) => () => void message.success(words)
  const reset = useAct(resetPassword, {
    refreshes,
    done: ({ temporaryPassword }) => setPassword(temporaryPassword),
  })
  const sessions = useAct(revokeStaffSessions, {
    said: ({ revoked }) => say('office.unit.staff.sessions.done', { count: revoked }),
  })
  const factor = useAct(resetSecondFactor, {
    refreshes,
    done: told(say('office.unit.staff.factor.done')),
  })
  const enable = useAct(enableStaff, {
    refreshes,
    done: told(say('office.unit.staff.enable.done')),
  })
  const disable = useAct(disableStaff, {
    refreshes,
    said: say('office.unit.staff.disable.done'),
    done: ({ columnsToHandOver }) => {
      if (columnsToHandOver > 0) setHandsOver(true)
    },
  })
  const acts = { reset, sessions, factor, enable, disable }
  const ask = (name: keyof typeof acts) =>
    modal.confirm({
      title: say(`office.unit.staff.${name}.sure`, { name: staff.name }),
      content: say(`office.unit.staff.${name}.about`),
      okText: say(`office.unit.staff.${name}`),
      cancelText: say('office.cancel'),
      okButtonProps: { danger: name === 'disable' },
      onOk: () => acts[name].mutate({ id: staff.id }),
    })
  const error = Object.values(acts).find((act) => act.error)?.error
  const button = (name: keyof typeof acts) => (
    <Button danger={name === 'disable'} loading={acts[name].isPending} onClick={() => ask(name)}>
      {say(`office.unit.staff.${name}`)}
    </Button>
  )
  return (
    <>
      <RefusalNote error={error} />
      <div className="actions account-actions">
        {staff.disabledAt ? (
          button('enable')
        ) : (
          <>
            {button('reset')}
            {button('sessions')}
            {staff.secondFactor && button('factor')}
            {button('disable')}
          </>
        )}
      </div>
      {password && (
        <PasswordSlip staff={staff} password={password} onClose={() => setPassword(null)} />
      )}
      {handsOver && <HandOver from={staff} onClose={() => setHandsOver(false)} />}
    </>
  )
}
