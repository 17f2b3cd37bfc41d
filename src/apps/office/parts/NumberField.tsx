import { InputNumber, type InputNumberProps } from 'antd'
import { Field, type FieldProps } from './Field.tsx'

/** A labelled number; anything else goes to its input. */
export function NumberField({
  label,
  hint,
  problem,
  optional,
  name,
  ...input
}: FieldProps & Omit<InputNumberProps<number>, 'id' | 'name'>) {
  return (
    <Field label={label} hint={hint} problem={problem} optional={optional} name={name}>
      {(ids) => <InputNumber<number> {...input} {...ids} />}
    </Field>
  )
}
