import { Button, Input, Select } from 'antd'
import { isCivilDate } from '#platform/civil-date'
import { useAddress } from '../../address.ts'
import { useSay } from '../../words.tsx'
import { StaffSelect } from '../parts/StaffSelect.tsx'
import { useUnit } from '../unit.ts'
import { Day } from './Day.tsx'
import { useKinds } from './kinds.ts'

export const filterNames = ['who', 'kind', 'from', 'to', 'subject'] as const

/** Who, what, when, to what: kept in the address. */
export const useFilters = () => {
  const { read, number } = useAddress()
  const who = number('who')
  const [kind, subject] = [read('kind'), read('subject')]
  const [from, to] = [read('from'), read('to')].map((date) =>
    date && isCivilDate(date) ? date : undefined,
  )
  return {
    ...(who && { actorId: who }),
    ...(kind && { kind }),
    ...(from && { from }),
    ...(to && { to }),
    ...(subject && { subject }),
  }
}

export function Filters({ filters }: { filters: ReturnType<typeof useFilters> }) {
  const say = useSay()
  const { unit } = useUnit()
  const address = useAddress()
  const { options } = useKinds()
  return (
    <search className="filters">
      <StaffSelect
        organizationId={unit.id}
        above
        allowClear
        label={say('office.unit.log.who')}
        placeholder={say('office.unit.log.who')}
        value={filters.actorId ?? null}
        onChange={(who) => address.set({ who })}
      />
      <Select
        className="wide-choice"
        aria-label={say('office.unit.log.what')}
        placeholder={say('office.unit.log.what')}
        allowClear
        showSearch={{ optionFilterProp: 'label' }}
        value={filters.kind}
        onChange={(kind) => address.set({ kind })}
        options={options}
        popupMatchSelectWidth={280}
      />
      {(['from', 'to'] as const).map((name) => (
        <Day
          key={name}
          label={say(`office.unit.log.${name}`)}
          value={filters[name]}
          onChange={(day) => address.set({ [name]: day })}
        />
      ))}
      <Input
        className="subject-field"
        aria-label={say('office.unit.log.subject')}
        placeholder={say('office.unit.log.subject.example')}
        allowClear
        defaultValue={filters.subject ?? ''}
        key={filters.subject ?? ''}
        onPressEnter={({ currentTarget }) => address.set({ subject: currentTarget.value.trim() })}
        onBlur={({ target }) => address.set({ subject: target.value.trim() })}
      />
      {address.has(filterNames) && (
        <Button type="link" onClick={() => address.clear(filterNames)}>
          {say('office.unit.clear')}
        </Button>
      )}
    </search>
  )
}
