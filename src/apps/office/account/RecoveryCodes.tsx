import { Button } from 'antd'
import { useSession } from '../session.tsx'
import { useSay } from '../words.tsx'

/** Shown this once; printed, they make a slip for the safe. */
export function RecoveryCodes(props: { codes: readonly string[]; onKept: () => void }) {
  const say = useSay()
  const { me } = useSession()
  return (
    <>
      <h2>{say('office.secondFactor.codes')}</h2>
      <p>{say('office.secondFactor.codes.about')}</p>
      <p className="quiet">
        {me.staff.name} · {me.staff.userName} · {me.staff.organizationName}
      </p>
      <ul className="recovery-codes">
        {props.codes.map((code) => (
          <li key={code}>
            <code>{code}</code>
          </li>
        ))}
      </ul>
      <div className="actions">
        <Button onClick={() => window.print()}>{say('office.secondFactor.print')}</Button>
        <Button type="primary" onClick={props.onKept}>
          {say('office.secondFactor.kept')}
        </Button>
      </div>
    </>
  )
}
