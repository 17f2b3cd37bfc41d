import { Button } from 'antd'
import { useState } from 'react'
import { type Me, signInSecondFactor } from '#accounts/contract'
import type { Wire } from '../call.ts'
import { RefusalNote } from '../parts/RefusalNote.tsx'
import { TextField } from '../parts/TextField.tsx'
import { useAct } from '../query.ts'
import { useSay } from '../words.tsx'

/** The six digits of the telephone, or a recovery code when it is lost. */
export function SecondFactor(props: {
  ticket: string
  onDone: (me: Wire<Me>) => void
  onAgain: () => void
}) {
  const say = useSay()
  const [code, setCode] = useState('')
  const [isRecovery, setRecovery] = useState(false)
  const act = useAct(signInSecondFactor, { done: ({ me }) => props.onDone(me) })
  const kind = isRecovery ? 'recovery' : 'code'
  const switchOver = () => {
    setRecovery(!isRecovery)
    setCode('')
    act.reset()
  }
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault()
        act.mutate({ ticket: props.ticket, code })
      }}
    >
      <RefusalNote error={act.error} />
      <TextField
        key={kind}
        label={say(`office.signIn.${kind}`)}
        hint={say(`office.signIn.${kind}.about`)}
        autoFocus
        required
        size="large"
        className="digits"
        autoComplete="one-time-code"
        inputMode={isRecovery ? 'text' : 'numeric'}
        maxLength={isRecovery ? 30 : 6}
        value={code}
        onChange={(text) => setCode(text.trim())}
      />
      <Button type="primary" size="large" block htmlType="submit" loading={act.isPending}>
        {say('office.signIn')}
      </Button>
      <p className="sign-in-ways">
        <button type="button" className="link" onClick={switchOver}>
          {say(isRecovery ? 'office.signIn.useCode' : 'office.signIn.useRecovery')}
        </button>
        <button type="button" className="link" onClick={props.onAgain}>
          {say('office.signIn.again')}
        </button>
      </p>
    </form>
  )
}
