import { useMemo } from 'react'
import { type Column, listColumns } from '#documents/contract'
import type { TopicRule } from '#topics/contract'
import { Field } from '../parts/Field.tsx'
import { OrganizationsSelect } from '../parts/OrganizationsSelect.tsx'
import { SelectField } from '../parts/SelectField.tsx'
import { DayField } from '../parts/TextField.tsx'
import { useCall } from '../query.ts'
import { useSay } from '../words.tsx'

/** The matters of the catalogue by field, each with the level above it; found by name or code. */
const mattersIn = (columns: readonly Column[]) => {
  const byId = new Map(columns.map((column) => [column.id, column]))
  const fields = new Map(
    columns.flatMap((one) => (one.kind === 'field' ? [[one.fieldCode, one.name] as const] : [])),
  )
  const matters = columns.flatMap(({ matterCode, fieldCode, name, parentId }) => {
    if (!matterCode) return []
    const above = byId.get(parentId ?? 0)
    const label = above?.kind === 'level1' ? `${above.name} › ${name}` : name
    const field = fields.get(fieldCode) ?? ''
    return [{ value: matterCode, label, field, search: `${label} ${matterCode} ${field}` }]
  })
  return [...Map.groupBy(matters, ({ field }) => field)].map(([label, options]) => ({
    label,
    options,
  }))
}

/** By what a topic gathers: matters, fields or words, within units and days. */
export function RuleFields(props: {
  rule: TopicRule
  onChange: (changed: Partial<TopicRule>) => void
}) {
  const say = useSay()
  const { rule, onChange } = props
  const { data: columns } = useCall(listColumns, {})
  const fields = (columns ?? []).filter(({ kind }) => kind === 'field')
  const matters = useMemo(() => mattersIn(columns ?? []), [columns])
  return (
    <>
      <SelectField
        label={say('office.topics.keywords')}
        hint={say('office.topics.keywords.hint')}
        mode="tags"
        className="whole"
        value={rule.keywords}
        onChange={(keywords) => onChange({ keywords })}
      />
      <SelectField
        label={say('office.topics.matters')}
        hint={say('office.topics.matters.hint')}
        optional
        mode="multiple"
        className="whole"
        placeholder={say('office.topics.matters.choose')}
        showSearch={{ optionFilterProp: 'search' }}
        value={rule.matterCodes}
        onChange={(matterCodes) => onChange({ matterCodes })}
        options={matters}
      />
      <SelectField
        label={say('office.topics.fields')}
        optional
        mode="multiple"
        className="whole"
        showSearch={{ optionFilterProp: 'label' }}
        value={rule.fieldCodes}
        onChange={(fieldCodes) => onChange({ fieldCodes })}
        options={fields.map(({ fieldCode, name }) => ({ value: fieldCode ?? '', label: name }))}
      />
      <Field label={say('office.topics.units')} optional>
        {(ids) => (
          <OrganizationsSelect
            {...ids}
            value={rule.organizationIds}
            onChange={(organizationIds) => onChange({ organizationIds })}
          />
        )}
      </Field>
      {(['from', 'until'] as const).map((end) => (
        <DayField
          key={end}
          optional
          label={say(`office.topics.${end}`)}
          value={rule[end] ?? ''}
          onChange={(day) => onChange({ [end]: day || null })}
        />
      ))}
    </>
  )
}
