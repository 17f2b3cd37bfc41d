import { TextAreaField } from '../../parts/TextAreaField.tsx'
import { useSay } from '../../words.tsx'

/** Why this place differs from what its catalogue was tailored from; the public reads it (M7). */
export function ReasonField(props: {
  value: string
  onChange: (reason: string) => void
  needed: boolean
  problem?: string | false | undefined
}) {
  const say = useSay()
  return (
    <TextAreaField
      label={say('office.catalogue.reason')}
      hint={say('office.catalogue.reason.hint')}
      optional={!props.needed}
      problem={props.problem}
      autoSize={{ minRows: 2, maxRows: 6 }}
      maxLength={1000}
      value={props.value}
      onChange={props.onChange}
    />
  )
}
