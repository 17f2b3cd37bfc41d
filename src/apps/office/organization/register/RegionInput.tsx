import { AutoComplete } from 'antd'
import { getOrganization, listRegions } from '#organizations/contract'
import { useCall } from '../../query.ts'

/** A division's code, typed, or picked out of those in which the unit above lies. */
export function RegionInput(props: {
  parentId: number | null
  value: string | null
  onChange: (code: string | null) => void
  id?: string
  'aria-describedby'?: string
}) {
  const { data: above } = useCall(
    getOrganization,
    props.parentId === null ? null : { id: props.parentId },
  )
  const { data } = useCall(
    listRegions,
    above?.regionCode ? { parent: above.regionCode } : props.parentId === null ? {} : null,
  )
  const options = [
    ...(above?.regionCode
      ? [{ value: above.regionCode, label: `${above.regionCode} ${above.shortName}` }]
      : []),
    ...(data?.regions ?? [])
      .filter((one) => one.validTo === null)
      .map((one) => ({ value: one.code, label: `${one.code} ${one.name}` })),
  ]
  return (
    <AutoComplete
      id={props.id}
      aria-describedby={props['aria-describedby']}
      value={props.value ?? ''}
      onChange={(code: string) => props.onChange(code.trim() || null)}
      options={options}
      showSearch={{ filterOption: (typed, option) => option?.label.includes(typed) ?? false }}
    />
  )
}
