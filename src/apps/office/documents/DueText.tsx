import { DateText } from '../parts/DateText.tsx'
import { LightTag } from '../parts/StandingTag.tsx'

type Light = Parameters<typeof LightTag>[0]['light']

/** The last day on which it may go out, with its light; a dash where none is known. */
export function DueText(props: { dueOn: string | null; light: Light }) {
  if (!props.dueOn) return <DateText of={null} />
  return (
    <span className="due-text">
      {props.light !== 'none' && <LightTag light={props.light} />}
      <DateText of={props.dueOn} />
    </span>
  )
}
