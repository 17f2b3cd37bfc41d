import { Select } from 'antd'
import { useEffect, useState } from 'react'
import { listStaff } from '#accounts/contract'
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
  const byUnit = Map.groupBy(found, (one) => one.organizationId)
  const order = [...byUnit].sort(
    ([one], [other]) =>
      Number(other === props.organizationId) - Number(one === props.organizationId),
  )
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
      options={[
        ...(isMissing ? [{ value: known.id, label: known.name }] : []),
        ...order.map(([, people]) => ({
          label: people[0]?.organizationName ?? '',
          options: people.map((one) => ({
            value: one.id,
            label: `${one.name} (${one.userName})`,
          })),
        })),
      ]}
    />
  )
}
