import { Radio } from 'antd'
import type { ReactNode } from 'react'
import { Field, type FieldProps } from './Field.tsx'

/** A labelled choice of which every one is in sight. */
export function ChoiceField<Value extends string | boolean>({
  label,
  hint,
  problem,
  optional,
  name,
  stacked,
  ...group
}: FieldProps & {
  readonly value: Value | undefined
  readonly onChange: (value: Value) => void
  readonly options: readonly { readonly value: Value; readonly label: ReactNode }[]
  /** One below the other, where the words are long. */
  readonly stacked?: boolean
}) {
  return (
    <Field label={label} hint={hint} problem={problem} optional={optional} name={name}>
      {(ids) => (
        <Radio.Group
          {...group}
          {...ids}
          className={stacked ? 'choices' : ''}
          // A group of buttons is nothing that a label can point at.
          aria-label={label}
          options={[...group.options]}
          onChange={({ target }) => group.onChange(target.value as Value)}
        />
      )}
    </Field>
  )
}
