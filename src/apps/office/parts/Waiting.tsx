import { Skeleton } from 'antd'
import { useSay } from '../words.tsx'

/** While an answer is on its way. */
export function Waiting(props: { rows?: number }) {
  const say = useSay()
  return (
    <div role="status" aria-label={say('office.waiting')} className="waiting">
      <Skeleton active paragraph={{ rows: props.rows ?? 4 }} />
    </div>
  )
}
