import { Select } from 'antd'
import { useOrganizations } from './OrganizationSelect.tsx'

type Organization = ReturnType<typeof useOrganizations>[number]

/** Several organizations, in the order in which they are picked; found by name or code. */
export function OrganizationsSelect(props: {
  value: readonly number[]
  onChange: (ids: number[]) => void
  may?: (organization: Organization) => boolean
  placeholder?: string
  id?: string
  'aria-describedby'?: string
}) {
  const organizations = useOrganizations()
  const may = props.may
  const shown = may ? organizations.filter(may) : organizations
  return (
    <Select
      id={props.id}
      aria-describedby={props['aria-describedby']}
      mode="multiple"
      style={{ width: '100%' }}
      value={[...props.value]}
      onChange={(ids: number[]) => props.onChange(ids)}
      placeholder={props.placeholder}
      options={shown.map((one) => ({
        value: one.id,
        label: one.name,
        search: `${one.name} ${one.shortName} ${one.code}`,
      }))}
      showSearch={{ optionFilterProp: 'search' }}
    />
  )
}
