import { type ReactNode, useEffect } from 'react'
import { useSay } from '../words.tsx'

/** The head of a screen: its name (also the browser's title), a line about it, its actions. */
export function PageTitle(props: { title: string; about?: ReactNode; actions?: ReactNode }) {
  const say = useSay()
  useEffect(() => {
    document.title = `${props.title} · ${say('office.name')}`
  }, [props.title, say])
  return (
    <header className="page-title">
      <div>
        <h1>{props.title}</h1>
        {props.about && <p>{props.about}</p>}
      </div>
      {props.actions && <div className="actions">{props.actions}</div>}
    </header>
  )
}
