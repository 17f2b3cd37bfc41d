import { Alert, Button, Input } from 'antd'
import { useState } from 'react'
import { useNavigate } from 'react-router'
import { changePassword, getMe, passwordRules } from '#accounts/contract'
import { Field } from '../parts/Field.tsx'
import { PageTitle } from '../parts/PageTitle.tsx'
import { RefusalNote } from '../parts/RefusalNote.tsx'
import { useAct, useCall } from '../query.ts'
import { useSession } from '../session.tsx'
import { useSay } from '../words.tsx'

const blank = { current: '', next: '', repeat: '' }
const fields = ['current', 'next', 'repeat'] as const
type FieldName = (typeof fields)[number]

/** A new password, by choice or because one is owed. */
export function Component() {
  const say = useSay()
  const { me } = useSession()
  const navigate = useNavigate()
  const [typed, setTyped] = useState(blank)
  const [isDifferent, setDifferent] = useState(false)
  const { data: rules } = useCall(passwordRules, {}, { staleTime: 600_000 })
  const act = useAct(changePassword, {
    refreshes: [getMe],
    said: say('office.password.changed'),
    done: () => {
      setTyped(blank)
      if (me.passwordOwed) void navigate('/')
    },
  })
  const rule = rules && (
    <>
      <p>
        {say('office.password.rule', {
          length: rules.minLength,
          classes: rules.minClasses,
          former: rules.formerKept,
        })}{' '}
        {say('office.password.age', { days: rules.maxAgeDays })}
      </p>
      <p>{say('office.password.source', { source: rules.source })}</p>
    </>
  )
  const about: Readonly<Record<FieldName, { hint?: React.ReactNode; problem?: string }>> = {
    current: {},
    next: { hint: rule },
    repeat: isDifferent ? { problem: say('office.password.different') } : {},
  }
  return (
    <>
      <PageTitle title={say('office.password.title')} />
      <form
        className="block form"
        onSubmit={(event) => {
          event.preventDefault()
          setDifferent(typed.next !== typed.repeat)
          if (typed.next === typed.repeat) act.mutate({ current: typed.current, next: typed.next })
        }}
      >
        {me.passwordOwed && <Alert type="info" title={say('office.password.owed')} />}
        <RefusalNote error={act.error} />
        {/* For password managers, which file a password under a name. */}
        <input type="text" hidden readOnly autoComplete="username" value={me.staff.userName} />
        {fields.map((name) => (
          <Field key={name} label={say(`office.password.${name}`)} {...about[name]}>
            {(ids) => (
              <Input.Password
                {...ids}
                required
                autoComplete={name === 'current' ? 'current-password' : 'new-password'}
                value={typed[name]}
                onChange={(event) => setTyped({ ...typed, [name]: event.target.value })}
              />
            )}
          </Field>
        ))}
        <div>
          <Button type="primary" htmlType="submit" loading={act.isPending}>
            {say('office.password.change')}
          </Button>
        </div>
      </form>
    </>
  )
}
