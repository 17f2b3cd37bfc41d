import type { ReactNode } from 'react'

/** Instead of an empty box: what would stand here, and the next step. */
export function Empty(props: { title: string; next?: ReactNode; action?: ReactNode }) {
  return (
    <div className="empty">
      <p>
        <strong>{props.title}</strong>
      </p>
      {props.next && <p>{props.next}</p>}
      {props.action}
    </div>
  )
}
