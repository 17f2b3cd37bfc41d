import { Button } from 'antd'
import { useState } from 'react'
import { confirmSecondFactor, type enrolSecondFactor, getMe } from '#accounts/contract'
import type { AnswerOf } from '../call.ts'
import { RefusalNote } from '../parts/RefusalNote.tsx'
import { TextField } from '../parts/TextField.tsx'
import { useAct } from '../query.ts'
import { useSay } from '../words.tsx'

/** Scan, then prove it by the first code. */
export function Enrolment(props: {
  enrolment: AnswerOf<typeof enrolSecondFactor>
  onDone: (recoveryCodes: readonly string[]) => void
}) {
  const say = useSay()
  const [code, setCode] = useState('')
  const confirm = useAct(confirmSecondFactor, {
    refreshes: [getMe],
    done: ({ recoveryCodes }) => props.onDone(recoveryCodes),
  })
  // As a picture rather than as markup, so that nothing in it could run.
  const picture = `data:image/svg+xml;utf8,${encodeURIComponent(props.enrolment.qrSvg)}`
  return (
    <form
      className="form"
      onSubmit={(event) => {
        event.preventDefault()
        confirm.mutate({ code })
      }}
    >
      <div>
        <h2>{say('office.secondFactor.scan')}</h2>
        <p className="quiet">{say('office.secondFactor.scan.about')}</p>
        <img className="qr" src={picture} alt={say('office.secondFactor.qr')} />
        <p>
          {say('office.secondFactor.secret')}
          <br />
          <code>{props.enrolment.secret.replace(/(.{4})(?=.)/g, '$1 ')}</code>
        </p>
      </div>
      <RefusalNote error={confirm.error} />
      <TextField
        label={say('office.secondFactor.enter')}
        required
        className="digits"
        inputMode="numeric"
        autoComplete="one-time-code"
        maxLength={6}
        value={code}
        onChange={(text) => setCode(text.trim())}
      />
      <div>
        <Button type="primary" htmlType="submit" loading={confirm.isPending}>
          {say('office.secondFactor.confirm')}
        </Button>
      </div>
    </form>
  )
}
