import { Input } from 'antd'
import type { TextAreaProps } from 'antd/es/input'
import { Field, type FieldProps } from './Field.tsx'

/** A labelled field for several lines that grows with what is typed; anything else goes to its area. */
export function TextAreaField({
  label,
  hint,
  problem,
  optional,
  name,
  onChange,
  ...area
}: FieldProps &
  Omit<TextAreaProps, 'id' | 'value' | 'onChange' | 'name'> & {
    readonly value: string
    readonly onChange: (text: string) => void
  }) {
  return (
    <Field label={label} hint={hint} problem={problem} optional={optional} name={name}>
      {(ids) => (
        <Input.TextArea
          autoSize={{ minRows: 2, maxRows: 12 }}
          {...area}
          {...ids}
          onChange={({ target }) => onChange(target.value)}
        />
      )}
    </Field>
  )
}
