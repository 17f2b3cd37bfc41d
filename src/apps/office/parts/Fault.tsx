import { Button } from 'antd'
import { RefusalError } from '../call.ts'
import { useSay } from '../words.tsx'
import { PageTitle } from './PageTitle.tsx'

interface Failed {
  error: unknown
  retry?: () => void
}

/** Stands in for a whole screen, so it has a heading and a name in the browser as any other. */
export function ScreenFault(props: Failed) {
  const say = useSay()
  return (
    <>
      <PageTitle title={say('office.fault.title')} />
      <Fault {...props} />
    </>
  )
}

/** Stands in for what could not be shown, and says what to do. */
export function Fault(props: Failed) {
  const say = useSay()
  const refusal = props.error instanceof RefusalError ? props.error : null
  const words =
    refusal?.status === 0 ? say('office.unreachable') : refusal?.message || say('office.fault')
  return (
    <div className="fault" role="alert">
      <p>{words}</p>
      {refusal?.reference && (
        <p className="quiet">{say('office.reference', { reference: refusal.reference })}</p>
      )}
      <Button onClick={props.retry ?? (() => window.location.reload())}>
        {say('office.retry')}
      </Button>
    </div>
  )
}
