import { App, Button, Modal } from 'antd'
import { useEffect, useState } from 'react'
import type { Staff } from '#accounts/contract'
import { minuteAt } from '#platform/civil-date'
import { useSay } from '../../words.tsx'
import { copyText } from './copy.ts'

// The page prints as the slip alone while this class stands on the body.
const onlySlip = 'prints-slip'

/** A first password, shown this once: to copy, or to print as a note to hand over. */
export function PasswordSlip(props: {
  staff: Pick<Staff, 'name' | 'userName' | 'organizationName'>
  password: string
  onClose: () => void
}) {
  const say = useSay()
  const { message } = App.useApp()
  const { staff, password } = props
  const [at] = useState(() => minuteAt(new Date()))
  useEffect(() => {
    document.body.classList.add(onlySlip)
    return () => document.body.classList.remove(onlySlip)
  }, [])
  const copy = async () => {
    if (await copyText(password)) void message.success(say('office.unit.slip.copied'))
    else void message.info(say('office.unit.slip.copyByHand'))
  }
  return (
    <Modal
      open
      width={520}
      title={say('office.unit.slip')}
      closable={false}
      keyboard={false}
      mask={{ closable: false }}
      footer={
        <div className="actions slip-actions">
          <Button onClick={() => window.print()}>{say('office.unit.slip.print')}</Button>
          <Button type="primary" onClick={props.onClose}>
            {say('office.unit.slip.passedOn')}
          </Button>
        </div>
      }
    >
      <div className="password-slip">
        <dl className="entry">
          <div>
            <dt>{say('office.unit.staff.name')}</dt>
            <dd>
              {staff.name} · {staff.organizationName}
            </dd>
          </div>
          <div>
            <dt>{say('office.unit.slip.address')}</dt>
            <dd>{`${window.location.origin}/office/`}</dd>
          </div>
          <div>
            <dt>{say('office.signIn.userName')}</dt>
            <dd>
              <code>{staff.userName}</code>
            </dd>
          </div>
          <div>
            <dt>{say('office.unit.slip.password')}</dt>
            <dd className="slip-password">
              <code>{password}</code>
              <Button autoFocus size="small" onClick={() => void copy()}>
                {say('office.unit.slip.copy')}
              </Button>
            </dd>
          </div>
        </dl>
        <p>{say('office.unit.slip.first')}</p>
        <p className="quiet">{say('office.unit.slip.once')}</p>
        <p className="slip-date">{at}</p>
      </div>
    </Modal>
  )
}
