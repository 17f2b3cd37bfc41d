import { Select, type SelectProps } from 'antd'
import { Field, type FieldProps } from './Field.tsx'

/** A labelled choice out of a list; anything else goes to its select. */
export function SelectField<Value>({
  label,
  hint,
  problem,
  optional,
  name,
  ...select
}: FieldProps & Omit<SelectProps<Value>, 'id'>) {
  return (
    <Field label={label} hint={hint} problem={problem} optional={optional} name={name}>
      {(ids) => <Select<Value> {...select} {...ids} />}
    </Field>
  )
}
