import { Button, Checkbox, Select } from 'antd'
import { useState } from 'react'
import { Link, useNavigate } from 'react-router'
import { listStaff, roles, type Staff } from '#accounts/contract'
import { useAddress } from '../../address.ts'
import { Empty } from '../../parts/Empty.tsx'
import { optionsOf } from '../../parts/options.ts'
import { type Column, QueryTable } from '../../parts/QueryTable.tsx'
import { SearchWords } from '../../parts/SearchWords.tsx'
import { type Say, useSay } from '../../words.tsx'
import { existsToday, useUnit } from '../unit.ts'
import { CreateStaff } from './CreateStaff.tsx'
import { RoleList } from './RoleList.tsx'
import { StaffState } from './StaffState.tsx'

const filters = ['q', 'role', 'disabled'] as const

const columnsOf = (say: Say, at: string): Column<Staff>[] => [
  {
    key: 'name',
    title: say('office.unit.staff.name'),
    always: true,
    show: (one) => (
      <>
        <Link to={`${at}/${one.id}`}>{one.name}</Link>
        <small className="quiet below">{one.userName}</small>
      </>
    ),
  },
  {
    key: 'unit',
    title: say('office.organization'),
    width: 200,
    show: (one) => one.organizationName,
  },
  {
    key: 'roles',
    title: say('office.unit.staff.roles'),
    show: (one) => <RoleList staff={one} />,
  },
  {
    key: 'telephone',
    title: say('office.unit.staff.telephone'),
    width: 150,
    aside: true,
    show: (one) => one.telephone || '—',
  },
  {
    key: 'secondFactor',
    title: say('office.unit.staff.secondFactor'),
    width: 120,
    show: (one) => say(one.secondFactor ? 'office.secondFactor.on' : 'office.secondFactor.off'),
  },
  {
    key: 'state',
    title: say('office.unit.staff.state'),
    width: 150,
    show: (one) => <StaffState staff={one} />,
  },
]

/** The accounts of the unit and of those below it. */
export function Component() {
  const say = useSay()
  const navigate = useNavigate()
  const { unit, may } = useUnit()
  const address = useAddress()
  const [isCreating, setCreating] = useState(false)
  const role = address.oneOf('role', roles)
  const words = address.read('q')
  const at = `/organization/${unit.id}/staff`
  const create = may.keepStaff && existsToday(unit) && (
    <Button type="primary" onClick={() => setCreating(true)}>
      {say('office.unit.staff.create')}
    </Button>
  )
  return (
    <>
      <search className="filters">
        <SearchWords
          value={words}
          onChange={(q) => address.set({ q })}
          label={say('office.unit.staff.search')}
        />
        <Select
          className="wide-choice"
          aria-label={say('office.unit.staff.roles')}
          placeholder={say('office.unit.staff.roles')}
          allowClear
          value={role}
          onChange={(value) => address.set({ role: value })}
          options={optionsOf(roles, (value) => say(`office.role.${value}`))}
        />
        <Checkbox
          checked={address.read('disabled') !== undefined}
          onChange={({ target }) => address.set({ disabled: target.checked })}
        >
          {say('office.unit.staff.withDisabled')}
        </Checkbox>
        {create && <div className="filters-end">{create}</div>}
      </search>
      <QueryTable<typeof listStaff, Staff>
        name="unit-staff"
        endpoint={listStaff}
        input={{
          organizationId: unit.id,
          ...(words && { words }),
          ...(role && { role }),
          ...(address.read('disabled') && { disabled: true }),
        }}
        rows={(slice) => slice.staff}
        rowKey={(one) => one.id}
        columns={columnsOf(say, at)}
        onOpen={(one) => void navigate(`${at}/${one.id}`)}
        bar={<span className="quiet">{say('office.unit.staff.about')}</span>}
        empty={
          address.has(filters) ? (
            <Empty
              title={say('office.unit.staff.none.found')}
              action={
                <Button onClick={() => address.clear(filters)}>{say('office.unit.clear')}</Button>
              }
            />
          ) : (
            <Empty
              title={say('office.unit.staff.none')}
              next={say('office.unit.staff.none.next')}
              action={create}
            />
          )
        }
      />
      {isCreating && <CreateStaff onClose={() => setCreating(false)} />}
    </>
  )
}
