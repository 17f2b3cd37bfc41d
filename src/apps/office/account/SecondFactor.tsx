import { Button, Input } from 'antd'
import { useState } from 'react'
import {
  enrolSecondFactor,
  getMe,
  removeSecondFactor,
  renewRecoveryCodes,
} from '#accounts/contract'
import type { AnswerOf } from '../call.ts'
import { Dialog } from '../parts/Dialog.tsx'
import { Field } from '../parts/Field.tsx'
import { PageTitle } from '../parts/PageTitle.tsx'
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
  act: { readonly error: unknown; readonly isPending: boolean }
  onPassword: (password: string) => void
  onCancel: () => void
}) {
  const say = useSay()
  const [password, setPassword] = useState('')
  return (
    <Dialog
      title={props.title}
      ok={say('office.confirm')}
      act={props.act}
      onOk={() => props.onPassword(password)}
      onClose={props.onCancel}
    >
      <Field label={say('office.secondFactor.password')} hint={props.about}>
        {(ids) => (
          <Input.Password
            {...ids}
            autoFocus
            autoComplete="current-password"
            value={password}
            onChange={(event) => setPassword(event.target.value)}
          />
        )}
      </Field>
    </Dialog>
  )
}

type Asking = 'begin' | 'renew' | 'remove'

/** The second factor on and off, and its recovery codes. */
export function Component() {
  const say = useSay()
  const { me } = useSession()
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
    said: say('office.secondFactor.removed'),
    done: () => setAsking(null),
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
          act={acts[asking]}
          onPassword={(password) => acts[asking].mutate({ password })}
          onCancel={() => setAsking(null)}
        />
      )}
    </>
  )
}
