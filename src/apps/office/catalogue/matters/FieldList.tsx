import { Select } from 'antd'
import { fieldSummaries } from '#catalogue/contract'
import { useCall } from '../../query.ts'
import { useSay } from '../../words.tsx'

/** The fields of an edition with their numbers; on phones as one select. */
export function FieldList(props: {
  editionId: number
  value: string | undefined
  onChange: (code: string | null) => void
}) {
  const say = useSay()
  const { data } = useCall(fieldSummaries, { editionId: props.editionId }, { keepPrevious: true })
  const summaries = (data ?? []).filter((one) => one.matterCount > 0)
  const total = summaries.reduce((sum, one) => sum + one.matterCount, 0)
  const entry = (code: string | null, name: string, count: number) => (
    <li key={code ?? ''}>
      <button
        type="button"
        aria-pressed={(props.value ?? null) === code}
        onClick={() => props.onChange(code)}
      >
        <span>{name}</span>
        <span className="count">{count}</span>
      </button>
    </li>
  )
  return (
    <nav className="field-list" aria-label={say('office.catalogue.fields')}>
      <ul>
        {entry(null, say('office.catalogue.fields.all'), total)}
        {summaries.map((one) => entry(one.field.code, one.field.name, one.matterCount))}
      </ul>
      <Select
        className="field-choice"
        aria-label={say('office.catalogue.fields')}
        allowClear
        placeholder={say('office.catalogue.fields.all')}
        value={props.value}
        onChange={(code: string | undefined) => props.onChange(code ?? null)}
        options={summaries.map((one) => ({
          value: one.field.code,
          label: `${one.field.name} · ${one.matterCount}`,
        }))}
      />
    </nav>
  )
}
