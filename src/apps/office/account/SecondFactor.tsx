import { App, Button, Input, Modal } from 'antd'
import { useState } from 'react'
import {
  enrolSecondFactor,
  getMe,
  removeSecondFactor,
  renewRecoveryCodes,
} from '#accounts/contract'
import type { AnswerOf, RefusalError } from '../call.ts'
import { Field } from '../parts/Field.tsx'
import { PageTitle } from '../parts/PageTitle.tsx'
import { RefusalNote } from '../parts/RefusalNote.tsx'
import { useAct } from '../query.ts'
import { useSession } from '../session.tsx'
import { useSay } from '../words.tsx'
import { Enrolment } from './Enrolment.tsx'
import { RecoveryCodes } from './RecoveryCodes.tsx'
import './account.css'

/** The password once more, before the second factor is touched. */
function AskPassword(props: {
  title: string
  about?: string
  isBusy: boolean
  error: RefusalError | null
  onPassword: (password: string) => void
  onCancel: () => void
}) {
  const say = useSay()
  const [password, setPassword] = useState('')
  return (
    <Modal
      open
      title={props.title}
      okText={say('office.confirm')}
      cancelText={say('office.cancel')}
      confirmLoading={props.isBusy}
      onOk={() => props.onPassword(password)}
      onCancel={props.onCancel}
    >
      <RefusalNote error={props.error} />
      <Field label={say('office.secondFactor.password')} hint={props.about}>
        {(ids) => (
          <Input.Password
            {...ids}
            autoFocus
            autoComplete="current-password"
            value={password}
            onChange={(event) => setPassword(event.target.value)}
            onPressEnter={() => props.onPassword(password)}
          />
        )}
      </Field>
    </Modal>
  )
}

type Asking = 'begin' | 'renew' | 'remove'

/** The second factor on and off, and its recovery codes. */
export function Component() {
  const say = useSay()
  const { me } = useSession()
  const { message } = App.useApp()
  const [asking, setAsking] = useState<Asking | null>(null)
  const [enrolment, setEnrolment] = useState<AnswerOf<typeof enrolSecondFactor> | null>(null)
  const [codes, setCodes] = useState<readonly string[] | null>(null)
  const isOn = me.staff.secondFactor

  const begin = useAct(enrolSecondFactor, {
    done: (answer) => {
      setEnrolment(answer)
      setAsking(null)
    },
  })
  const renew = useAct(renewRecoveryCodes, {
    done: ({ recoveryCodes }) => {
      setCodes(recoveryCodes)
      setAsking(null)
    },
  })
  const remove = useAct(removeSecondFactor, {
    refreshes: [getMe],
    done: () => {
      setAsking(null)
      void message.success(say('office.secondFactor.removed'))
    },
  })
  const acts = { begin, renew, remove }
  const ask = (what: Asking) => {
    acts[what].reset()
    setAsking(what)
  }

  return (
    <>
      <PageTitle
        title={say('office.secondFactor.title')}
        about={say('office.secondFactor.about')}
      />
      <div className="block second-factor">
        {codes ? (
          <RecoveryCodes codes={codes} onKept={() => setCodes(null)} />
        ) : enrolment ? (
          <Enrolment
            enrolment={enrolment}
            onDone={(recoveryCodes) => {
              setEnrolment(null)
              setCodes(recoveryCodes)
            }}
          />
        ) : (
          <>
            <p>
              <span className={isOn ? 'mark met' : 'mark blank'}>
                {say(isOn ? 'office.secondFactor.on' : 'office.secondFactor.off')}
              </span>
            </p>
            <div className="actions">
              {isOn ? (
                <>
                  <Button onClick={() => ask('renew')}>{say('office.secondFactor.renew')}</Button>
                  <Button danger onClick={() => ask('remove')}>
                    {say('office.secondFactor.remove')}
                  </Button>
                </>
              ) : (
                <Button type="primary" onClick={() => ask('begin')}>
                  {say('office.secondFactor.begin')}
                </Button>
              )}
            </div>
          </>
        )}
      </div>
      {asking && (
        <AskPassword
          title={say(`office.secondFactor.${asking}`)}
          {...(asking === 'renew' && { about: say('office.secondFactor.renew.about') })}
          isBusy={acts[asking].isPending}
          error={acts[asking].error}
          onPassword={(password) => acts[asking].mutate({ password })}
          onCancel={() => setAsking(null)}
        />
      )}
    </>
  )
}
