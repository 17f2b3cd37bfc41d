import { Select } from 'antd'
import { useState } from 'react'
import { documentList } from '#documents/contract'
import { useCall } from '../query.ts'
import { useSay } from '../words.tsx'

/** One live document out of those of my units, found by words of its title or by its number. */
export function PolicySelect(props: {
  id?: string
  value: number | null
  onChange: (id: number | null) => void
  known?: { readonly documentId: number; readonly title: string } | null
}) {
  const say = useSay()
  const [words, setWords] = useState('')
  const { data } = useCall(
    documentList,
    { state: 'published', ...(words && { q: words }), limit: 20 },
    { keepPrevious: true },
  )
  const offered = (data?.items ?? []).map((line) => ({
    value: line.documentId,
    label: line.title,
  }))
  const { known } = props
  const hasKnown = known && offered.some((one) => one.value === known.documentId)
  return (
    <Select
      id={props.id}
      allowClear
      className="whole"
      placeholder={say('office.interpretation.policy.choose')}
      showSearch={{ filterOption: false, onSearch: setWords }}
      value={props.value}
      onChange={(id: number | undefined) => props.onChange(id ?? null)}
      options={
        known && !hasKnown ? [{ value: known.documentId, label: known.title }, ...offered] : offered
      }
    />
  )
}
