import type { Standing } from '#assessment/contract'
import { useSay } from '../words.tsx'

/** A standing as a word on its colour; the shape before it says the same without colour. */
export function StandingTag(props: { standing: Standing; count?: number }) {
  const say = useSay()
  return (
    <span className={`mark ${props.standing}`}>
      {say(`office.standing.${props.standing}`)}
      {props.count !== undefined && <b>{props.count}</b>}
    </span>
  )
}

type Light = 'none' | 'green' | 'yellow' | 'orange' | 'red' | 'overdue'

const standingOf: Readonly<Record<Light, string>> = {
  none: 'none',
  green: 'met',
  yellow: 'due',
  orange: 'due',
  red: 'late',
  overdue: 'late',
}

/** How near a limit is, in colour and word. */
export function LightTag(props: { light: Light }) {
  const say = useSay()
  return (
    <span className={`mark ${standingOf[props.light]}`}>
      {say(`calendar.light.${props.light}`)}
    </span>
  )
}
