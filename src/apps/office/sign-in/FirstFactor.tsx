import { Button, Input } from 'antd'
import { useState } from 'react'
import { type Me, signIn } from '#accounts/contract'
import type { Wire } from '../call.ts'
import { Field } from '../parts/Field.tsx'
import { RefusalNote } from '../parts/RefusalNote.tsx'
import { TextField } from '../parts/TextField.tsx'
import { useAct } from '../query.ts'
import { useSay } from '../words.tsx'

/** User name and password. */
export function FirstFactor(props: {
  onDone: (me: Wire<Me>) => void
  onTicket: (ticket: string) => void
}) {
  const say = useSay()
  const [userName, setUserName] = useState('')
  const [password, setPassword] = useState('')
  const act = useAct(signIn, {
    done: (answer) =>
      answer.state === 'signedIn' ? props.onDone(answer.me) : props.onTicket(answer.ticket),
  })
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault()
        act.mutate({ userName, password })
      }}
    >
      <p className="quiet">{say('office.signIn.about')}</p>
      <RefusalNote error={act.error} />
      <TextField
        label={say('office.signIn.userName')}
        autoFocus
        required
        size="large"
        autoComplete="username"
        autoCapitalize="none"
        spellCheck={false}
        value={userName}
        onChange={setUserName}
      />
      <Field label={say('office.signIn.password')} hint={say('office.signIn.forgot')}>
        {(ids) => (
          <Input.Password
            {...ids}
            required
            size="large"
            autoComplete="current-password"
            value={password}
            onChange={(event) => setPassword(event.target.value)}
          />
        )}
      </Field>
      <Button type="primary" size="large" block htmlType="submit" loading={act.isPending}>
        {say('office.signIn')}
      </Button>
    </form>
  )
}
