import { minuteAt } from '#platform/civil-date'
import { TextField } from './TextField.tsx'

const asField = (instant: string): string =>
  instant && minuteAt(new Date(instant)).replace(' ', 'T')

/**
 * A labelled instant, chosen on the clock of Shanghai wherever the browser stands: the value is an
 * instant, or empty.
 */
export function MomentField(props: {
  label: string
  value: string
  onChange: (instant: string) => void
  earliest?: string
  hint?: string
  optional?: boolean
}) {
  return (
    <TextField
      label={props.label}
      hint={props.hint}
      optional={props.optional}
      type="datetime-local"
      min={asField(props.earliest ?? '')}
      value={asField(props.value)}
      onChange={(typed) => props.onChange(typed && `${typed}:00+08:00`)}
    />
  )
}
