import { Button } from 'antd'
import { useState } from 'react'
import { Navigate, useNavigate, useSearchParams } from 'react-router'
import { getMe, type Me } from '#accounts/contract'
import type { Wire } from '../call.ts'
import { useCall } from '../query.ts'
import { useTakeUp } from '../session.tsx'
import { useSpeaking } from '../words.tsx'
import { FirstFactor } from './FirstFactor.tsx'
import { SecondFactor } from './SecondFactor.tsx'
import './sign-in.css'

/** Only places of the office: an address from outside could lead a person astray. */
const placeOf = (to: string | null): string => (to && /^\/(?![/\\])/.test(to) ? to : '/')

/** The door: user name and password, then the six digits where a second factor is on. */
export function Component() {
  const { say, words, speak } = useSpeaking()
  const [search] = useSearchParams()
  const [ticket, setTicket] = useState<string | null>(null)
  const navigate = useNavigate()
  const takeUp = useTakeUp()
  const { data: already } = useCall(getMe, {}, { staleTime: Number.POSITIVE_INFINITY })
  const to = placeOf(search.get('to'))
  const enter = (me: Wire<Me>) => {
    takeUp(me)
    void navigate(me.passwordOwed ? '/account/password' : to, { replace: true })
  }
  if (already) return <Navigate to={already.passwordOwed ? '/account/password' : to} replace />
  return (
    <main className="sign-in">
      <title>{`${say('office.signIn')} · ${say('office.name')}`}</title>
      <div className="sign-in-box">
        <p className="brand">
          <span className="chop" aria-hidden="true">
            {say('office.chop')}
          </span>
          {say('office.name')}
        </p>
        <h1>{say('office.signIn')}</h1>
        {ticket === null ? (
          <FirstFactor onDone={enter} onTicket={setTicket} />
        ) : (
          <SecondFactor ticket={ticket} onDone={enter} onAgain={() => setTicket(null)} />
        )}
      </div>
      <Button type="text" onClick={() => speak(words.language === 'en' ? 'zh-CN' : 'en')}>
        {say('office.otherLanguage')}
      </Button>
    </main>
  )
}
