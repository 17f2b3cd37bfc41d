import { Input } from 'antd'
import { useEffect, useId, useState } from 'react'

// While a year is typed, its first digits make a date too: 0002, 0020, 0202.
const firstDay = '1949-10-01'

/** A day to filter by; speaks up once the date is whole. */
export function Day(props: {
  label: string
  value: string | undefined
  onChange: (day: string) => void
}) {
  const id = useId()
  const given = props.value ?? ''
  const [typed, setTyped] = useState(given)
  useEffect(() => setTyped(given), [given])
  return (
    <span className="day">
      <label htmlFor={id}>{props.label}</label>
      <Input
        id={id}
        type="date"
        value={typed}
        onChange={({ target }) => {
          setTyped(target.value)
          if (target.value === '' || target.value >= firstDay) props.onChange(target.value)
        }}
      />
    </span>
  )
}
