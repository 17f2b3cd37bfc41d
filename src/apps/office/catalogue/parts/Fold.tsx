import type { ReactNode } from 'react'

/** A long part that opens in place; its title says what is in it. */
export function Fold(props: {
  title: ReactNode
  about?: ReactNode
  open?: boolean
  children: ReactNode
}) {
  return (
    <details className="fold" open={props.open}>
      <summary>{props.title}</summary>
      {props.about && <p className="quiet">{props.about}</p>}
      {props.children}
    </details>
  )
}
