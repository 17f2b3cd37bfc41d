import { Select } from 'antd'
import { useEffect, useState } from 'react'
import { listStaff, type Staff } from '#accounts/contract'
import { useCall } from '../../query.ts'
import { useSay } from '../../words.tsx'

// Long enough to finish a word of pinyin.
const typingPauseMs = 300

/** One person of a unit, of those below it, and where asked of those above. */
export function StaffSelect(props: {
  organizationId: number
  value: number | null
  onChange: (id: number | null) => void
  above?: boolean
  allowClear?: boolean
  except?: readonly (number | null)[]
  /** The name of who is chosen, where the list may not hold them. */
  known?: { id: number; name: string } | null
  label?: string
  placeholder?: string
  id?: string
  'aria-describedby'?: string
}) {
  const say = useSay()
  const [typed, setTyped] = useState('')
  const [words, setWords] = useState('')
  useEffect(() => {
    const timer = setTimeout(() => setWords(typed.trim()), typingPauseMs)
    return () => clearTimeout(timer)
  }, [typed])
  const { data, isFetching } = useCall(
    listStaff,
    {
      organizationId: props.organizationId,
      limit: 200,
      ...(props.above && { above: true }),
      ...(words && { words }),
    },
    { keepPrevious: true },
  )
  const found = (data?.staff ?? []).filter((one) => !props.except?.includes(one.id))
  // Colleagues of the unit itself come first.
  const isOwn = (one: Staff): number => Number(one.organizationId === props.organizationId)
  const order = found.toSorted((one, other) => isOwn(other) - isOwn(one))
  const { known } = props
  const isMissing = known && props.value === known.id && !found.some((one) => one.id === known.id)
  return (
    <Select
      id={props.id}
      aria-label={props.label}
      aria-describedby={props['aria-describedby']}
      className="staff-select"
      value={props.value ?? undefined}
      onChange={(id: number | undefined) => props.onChange(id ?? null)}
      allowClear={props.allowClear ?? false}
      placeholder={props.placeholder ?? say('office.unit.staff.choose')}
      loading={isFetching}
      showSearch={{ filterOption: false, onSearch: setTyped }}
      notFoundContent={say(isFetching ? 'office.waiting' : 'office.unit.staff.notFound')}
      optionRender={({ data }) => (
        <>
          {data.label} <small className="quiet">{data.about}</small>
        </>
      )}
      popupMatchSelectWidth={320}
      options={[
        ...(isMissing ? [{ value: known.id, label: known.name, about: '' }] : []),
        ...order.map((one) => ({
          value: one.id,
          label: one.name,
          about: `${one.userName} \u00b7 ${one.organizationName}`,
        })),
      ]}
    />
  )
}
