import { type ReactNode, useId } from 'react'
import { useSay } from '../words.tsx'

export interface FieldProps {
  readonly label: string
  readonly hint?: ReactNode
  readonly problem?: ReactNode
  readonly optional?: boolean | undefined
  /** Under which an open point finds its field. */
  readonly name?: string | undefined
}

/** A label above its control, with a hint and what is wrong with it, tied together for readers. */
export function Field(
  props: FieldProps & {
    children: (ids: { id: string; 'aria-describedby'?: string }) => ReactNode
  },
) {
  const say = useSay()
  const id = useId()
  const about = `${id}-about`
  const hasAbout = Boolean(props.hint || props.problem)
  return (
    <div className={props.problem ? 'field wrong' : 'field'} data-field={props.name}>
      <label htmlFor={id}>
        {props.label}
        {props.optional && <small>{say('office.optional')}</small>}
      </label>
      {props.children({ id, ...(hasAbout && { 'aria-describedby': about }) })}
      {hasAbout && (
        <div id={about} className="field-about">
          {props.problem && <p className="problem">{props.problem}</p>}
          {props.hint}
        </div>
      )}
    </div>
  )
}
