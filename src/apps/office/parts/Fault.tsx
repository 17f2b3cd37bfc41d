import { Button, Result } from 'antd'
import { RefusalError } from '../call.ts'
import { useSay } from '../words.tsx'

/** Stands in for a screen that could not be shown, and says what to do. */
export function Fault(props: { error: unknown; retry?: () => void }) {
  const say = useSay()
  const refusal = props.error instanceof RefusalError ? props.error : null
  const title =
    refusal?.status === 0 ? say('office.unreachable') : refusal?.message || say('office.fault')
  return (
    <Result
      status="info"
      icon={null}
      title={title}
      subTitle={refusal?.reference && say('office.reference', { reference: refusal.reference })}
      extra={
        <Button onClick={props.retry ?? (() => window.location.reload())}>
          {say('office.retry')}
        </Button>
      }
    />
  )
}
