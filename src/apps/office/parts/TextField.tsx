import { Input, type InputProps } from 'antd'
import { Field, type FieldProps } from './Field.tsx'

type LineProps = FieldProps &
  Omit<InputProps, 'id' | 'value' | 'onChange' | 'name'> & {
    readonly value: string
    readonly onChange: (text: string) => void
  }

/** A labelled field for one line; anything else goes to its input. */
export function TextField({ label, hint, problem, optional, name, onChange, ...input }: LineProps) {
  return (
    <Field label={label} hint={hint} problem={problem} optional={optional} name={name}>
      {(ids) => <Input {...input} {...ids} onChange={({ target }) => onChange(target.value)} />}
    </Field>
  )
}

/** A labelled civil date: the value is `YYYY-MM-DD`, and the browser brings the calendar. */
export function DayField(props: LineProps) {
  return <TextField {...props} type="date" />
}
