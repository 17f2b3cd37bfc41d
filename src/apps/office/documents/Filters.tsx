import { Button, Checkbox, Input, Select, Tag } from 'antd'
import { useEffect, useRef, useState } from 'react'
import { useLocation } from 'react-router'
import { attributes, editionStates } from '#documents/contract'
import { matterName, useDuties } from '../parts/MatterSelect.tsx'
import { OrganizationSelect } from '../parts/OrganizationSelect.tsx'
import { optionsOf } from '../parts/options.ts'
import { useSession } from '../session.tsx'
import { useSay } from '../words.tsx'
import type { useFilters } from './use-filters.ts'

// Long enough to finish a word of pinyin.
const typingPauseMs = 400

/** Words, unit, state, attribute, deadline, mine; a matter comes from other screens. */
export function Filters(props: { filters: ReturnType<typeof useFilters> }) {
  const say = useSay()
  const { me } = useSession()
  const { input, set, isFiltered, clear } = props.filters
  const [words, setWords] = useState(input.q ?? '')
  const latest = useRef(set)
  latest.current = set
  useEffect(() => setWords(input.q ?? ''), [input.q])
  useEffect(() => {
    if (words.trim() === (input.q ?? '')) return
    const timer = setTimeout(() => latest.current('q', words.trim()), typingPauseMs)
    return () => clearTimeout(timer)
  }, [words, input.q])
  const { duties } = useDuties(input.matterCode ? (input.organizationId ?? null) : null)
  const matter = duties.find((duty) => duty.matterCode === input.matterCode)
  const wantsSearch = (useLocation().state as { search?: boolean } | null)?.search === true
  return (
    <search className="filters">
      <Input
        type="search"
        className="search-words"
        autoFocus={wantsSearch}
        allowClear
        placeholder={say('desk.list.words')}
        aria-label={say('desk.list.words')}
        value={words}
        onChange={(event) => setWords(event.target.value)}
      />
      <OrganizationSelect
        value={input.organizationId}
        onChange={(id) => set('organizationId', id)}
        may={(one) => me.staff.grants.some((grant) => one.path.startsWith(grant.path))}
        allowClear
        placeholder={say('desk.list.allUnits')}
      />
      <Select
        className="choice"
        aria-label={say('desk.list.state')}
        placeholder={say('desk.list.state')}
        allowClear
        value={input.state}
        onChange={(value) => set('state', value)}
        options={optionsOf(editionStates, (value) => say(`desk.state.${value}`))}
      />
      <Select
        className="choice"
        aria-label={say('desk.field.attribute')}
        placeholder={say('desk.field.attribute')}
        allowClear
        value={input.attribute}
        onChange={(value) => set('attribute', value)}
        options={optionsOf(attributes, (value) => say(`office.attribute.${value}`))}
      />
      <Select
        className="choice"
        aria-label={say('desk.list.due')}
        placeholder={say('desk.list.due')}
        allowClear
        value={input.due}
        onChange={(value) => set('due', value)}
        options={optionsOf(['late', 'soon'] as const, (value) => say(`desk.list.due.${value}`))}
      />
      <Checkbox
        checked={input.mine === 'true'}
        onChange={({ target }) => set('mine', target.checked ? 'true' : null)}
      >
        {say('desk.list.mine')}
      </Checkbox>
      {input.matterCode && (
        <Tag closable onClose={() => set('matterCode', null)}>
          {say('desk.list.matter', { name: matter ? matterName(matter) : input.matterCode })}
        </Tag>
      )}
      {isFiltered && (
        <Button type="link" onClick={clear}>
          {say('desk.list.clear')}
        </Button>
      )}
    </search>
  )
}
