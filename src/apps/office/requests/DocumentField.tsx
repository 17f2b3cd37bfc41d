import { Select } from 'antd'
import { useEffect, useState } from 'react'
import { documentList } from '#documents/contract'
import { Field } from '../parts/Field.tsx'
import { useCall } from '../query.ts'

// Typing a word asks once, not at each letter.
const pauseMs = 300

interface Chosen {
  readonly id: number
  readonly title: string
}

/** A document of the library, by words of its title or its number. */
export function DocumentField(props: {
  label: string
  hint?: string
  /** What stands in the empty field. */
  find: string
  optional?: boolean
  /** Those before the public; without it all that one works on. */
  state?: 'published'
  value: Chosen | null
  onChange: (document: Chosen | null) => void
}) {
  const [typed, setTyped] = useState('')
  const [q, setQ] = useState('')
  useEffect(() => {
    const timer = setTimeout(() => setQ(typed.trim()), pauseMs)
    return () => clearTimeout(timer)
  }, [typed])
  const { value, state } = props
  const { data, isFetching } = useCall(
    documentList,
    { limit: 20, ...(state && { state }), ...(q !== '' && { q }) },
    { keepPrevious: true },
  )
  const found = (data?.items ?? []).map((line) => ({ id: line.documentId, title: line.title }))
  const offered = value && !found.some(({ id }) => id === value.id) ? [value, ...found] : found
  return (
    <Field label={props.label} hint={props.hint} optional={props.optional}>
      {(ids) => (
        <Select
          {...ids}
          allowClear
          style={{ width: '100%' }}
          placeholder={props.find}
          loading={isFetching}
          showSearch={{ filterOption: false, onSearch: setTyped }}
          value={value?.id ?? null}
          onChange={(id: number | undefined) =>
            props.onChange(offered.find((one) => one.id === id) ?? null)
          }
          options={offered.map(({ id, title }) => ({ value: id, label: title }))}
        />
      )}
    </Field>
  )
}
