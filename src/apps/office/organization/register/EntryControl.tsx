import { Input, InputNumber, Select } from 'antd'
import type { Unit } from '../unit.ts'
import type { FieldName } from './fields.ts'
import { RegionInput } from './RegionInput.tsx'

/** The control in which one field of the entry is typed. */
export function EntryControl(props: {
  name: FieldName
  fields: Pick<Unit, FieldName>
  parentId: number | null
  onChange: (value: string | number | string[] | null) => void
  id: string
  'aria-describedby'?: string
}) {
  const { name, fields, parentId, onChange, ...ids } = props
  if (name === 'subjectKeys')
    return (
      <Select
        {...ids}
        mode="tags"
        value={[...fields.subjectKeys]}
        onChange={onChange}
        tokenSeparators={['\u3001', '\uff1b', ';', ',']}
        open={false}
        suffix={null}
      />
    )
  if (name === 'ordinal')
    return (
      <InputNumber
        {...ids}
        precision={0}
        value={fields.ordinal}
        onChange={(value) => onChange(value ?? 0)}
      />
    )
  if (name === 'regionCode')
    return (
      <RegionInput {...ids} parentId={parentId} value={fields.regionCode} onChange={onChange} />
    )
  if (name === 'duties')
    return (
      <Input.TextArea
        {...ids}
        autoFocus
        autoSize={{ minRows: 4, maxRows: 16 }}
        maxLength={10_000}
        value={fields.duties}
        onChange={({ target }) => onChange(target.value)}
      />
    )
  return (
    <Input
      {...ids}
      maxLength={200}
      value={fields[name]}
      onChange={({ target }) => onChange(target.value)}
    />
  )
}
