import { Select } from 'antd'
import { useState } from 'react'
import { documentList } from '#documents/contract'
import { useCall } from '../query.ts'
import { useSay } from '../words.tsx'

/** One document of my units, found by words of its title or its number; live ones, unless `any`. */
export function PolicySelect(props: {
  id?: string
  'aria-describedby'?: string
  value: number | null
  onChange: (id: number | null) => void
  any?: boolean
  not?: number
  placeholder?: string
  known?: { readonly documentId: number; readonly title: string } | null
}) {
  const say = useSay()
  const [words, setWords] = useState('')
  const { data } = useCall(
    documentList,
    { ...(!props.any && { state: 'published' as const }), ...(words && { q: words }), limit: 20 },
    { keepPrevious: true },
  )
  const found = (data?.items ?? []).filter((line) => line.documentId !== props.not)
  const offered = found.map((line) => ({
    value: line.documentId,
    label: line.title,
  }))
  const { known } = props
  const hasKnown = known && offered.some((one) => one.value === known.documentId)
  return (
    <Select
      id={props.id}
      aria-describedby={props['aria-describedby']}
      allowClear
      className="whole"
      placeholder={props.placeholder ?? say('office.interpretation.policy.choose')}
      showSearch={{ filterOption: false, onSearch: setWords }}
      value={props.value}
      onChange={(id: number | undefined) => props.onChange(id ?? null)}
      options={
        known && !hasKnown ? [{ value: known.documentId, label: known.title }, ...offered] : offered
      }
    />
  )
}
