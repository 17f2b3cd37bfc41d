import { Button, Checkbox, Input, Segmented, Select } from 'antd'
import { clockStandings, doors, stages } from '#requests/contract'
import { StaffSelect } from '../organization/parts/StaffSelect.tsx'
import { OrganizationSelect } from '../parts/OrganizationSelect.tsx'
import { SearchWords } from '../parts/SearchWords.tsx'
import { useSession } from '../session.tsx'
import { useSay } from '../words.tsx'
import type { useFilters } from './use-filters.ts'

/** Open or all, words, standing, stage, who was asked, who works on it, door, days. */
export function Filters(props: { filters: ReturnType<typeof useFilters> }) {
  const say = useSay()
  const { me } = useSession()
  const { input, set, isFiltered, clear } = props.filters
  const choice = (
    name: 'standing' | 'stage' | 'door',
    values: readonly string[],
    words: (value: string) => string,
  ) => (
    <Select
      className="choice"
      aria-label={say(`office.requests.${name}`)}
      placeholder={say(`office.requests.${name}`)}
      allowClear
      value={input[name]}
      onChange={(value) => set(name, value)}
      options={values.map((value) => ({ value, label: words(value) }))}
    />
  )
  return (
    <search className="filters request-filters">
      <Segmented
        value={input.view}
        onChange={(view) => set('view', view === 'open' ? null : view)}
        options={(['open', 'all'] as const).map((value) => ({
          value,
          label: say(`office.requests.view.${value}`),
        }))}
      />
      <SearchWords
        value={input.q}
        onChange={(words) => set('q', words)}
        label={say('office.requests.words')}
      />
      {choice('standing', clockStandings, (value) => say(`request.standing.${value}`))}
      {choice('stage', stages, (value) => say(`request.stage.${value}`))}
      {choice('door', doors, (value) => say(`request.door.${value}`))}
      <OrganizationSelect
        value={input.organizationId}
        onChange={(id) => set('organizationId', id)}
        allowClear
        placeholder={say('office.requests.asked')}
        label={say('office.requests.asked')}
      />
      <OrganizationSelect
        value={input.unitId}
        onChange={(id) => set('unitId', id)}
        allowClear
        placeholder={say('office.requests.unit')}
        label={say('office.requests.unit')}
      />
      <StaffSelect
        organizationId={input.unitId ?? me.staff.organizationId}
        value={input.handlerId ?? null}
        onChange={(id) => set('handlerId', id)}
        allowClear
        label={say('office.requests.handler')}
        placeholder={say('office.requests.handler')}
      />
      <span className="day-range">
        <Input
          type="date"
          aria-label={say('office.requests.from')}
          value={input.submittedFrom ?? ''}
          onChange={(event) => set('submittedFrom', event.target.value)}
        />
        <span aria-hidden="true">–</span>
        <Input
          type="date"
          aria-label={say('office.requests.to')}
          value={input.submittedTo ?? ''}
          onChange={(event) => set('submittedTo', event.target.value)}
        />
      </span>
      <Checkbox
        checked={input.mine === 'true'}
        onChange={({ target }) => set('mine', target.checked ? 'true' : null)}
      >
        {say('office.requests.mine')}
      </Checkbox>
      <Checkbox
        checked={input.stepLate === 'true'}
        onChange={({ target }) => set('stepLate', target.checked ? 'true' : null)}
      >
        {say('office.requests.stepLate')}
      </Checkbox>
      {isFiltered && (
        <Button type="link" onClick={clear}>
          {say('office.requests.clear')}
        </Button>
      )}
    </search>
  )
}
