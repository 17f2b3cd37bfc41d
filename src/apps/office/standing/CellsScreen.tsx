import { Checkbox, Select } from 'antd'
import { Link } from 'react-router'
import { cells, type StandingCell, standings } from '#assessment/contract'
import { useAddress } from '../address.ts'
import { useFields } from '../catalogue/fields.ts'
import { DateText } from '../parts/DateText.tsx'
import { Empty } from '../parts/Empty.tsx'
import { optionsOf } from '../parts/options.ts'
import { type Column, QueryTable } from '../parts/QueryTable.tsx'
import { StandingTag } from '../parts/StandingTag.tsx'
import { type Say, useSay } from '../words.tsx'
import { StandingTitle, useUnit } from './StandingTitle.tsx'

const levels = ['county', 'township', 'village'] as const

const columnsOf = (say: Say): Column<StandingCell>[] => [
  {
    key: 'matter',
    title: say('office.matter'),
    always: true,
    show: (cell) => (
      <>
        <Link to={`/documents?organizationId=${cell.organizationId}&matterCode=${cell.matterCode}`}>
          {[cell.level1, cell.level2].filter(Boolean).join(' › ')}
        </Link>
        <small className="quiet below">
          {cell.fieldName} · {cell.matterCode}
        </small>
      </>
    ),
  },
  {
    key: 'organization',
    title: say('office.organization'),
    width: 170,
    show: (cell) => cell.organizationName,
  },
  {
    key: 'standing',
    title: say('office.menu.standing'),
    width: 150,
    show: (cell) => (
      <>
        <StandingTag standing={cell.standing} />
        {cell.reason && <small className="quiet below">{cell.reason}</small>}
      </>
    ),
  },
  {
    key: 'timeLimit',
    title: say('office.standing.timeLimit'),
    width: 200,
    show: (cell) => <span className="clamped">{cell.timeLimit || '—'}</span>,
  },
  {
    key: 'dueOn',
    title: say('office.standing.dueOn'),
    width: 110,
    show: (cell) => <DateText of={cell.dueOn} />,
  },
  {
    key: 'newest',
    title: say('office.standing.newest'),
    width: 320,
    show: (cell) => <Newest cell={cell} />,
  },
]

/** The duties behind a figure, each with what was published for it. */
export function Component() {
  const say = useSay()
  const address = useAddress()
  const { id } = useUnit()
  const { options } = useFields()
  const isBelow = address.read('below') === 'true'
  const filter = {
    field: address.read('field'),
    level: address.oneOf('level', levels),
    standing: address.oneOf('standing', standings),
  }
  return (
    <>
      <StandingTitle />
      <search className="filters">
        <Checkbox
          checked={isBelow}
          onChange={({ target }) => address.set({ below: target.checked })}
        >
          {say('office.standing.below')}
        </Checkbox>
        <Select
          className="wide-choice"
          allowClear
          aria-label={say('office.standing.unit.field')}
          placeholder={say('office.standing.unit.field')}
          value={filter.field}
          onChange={(value) => address.set({ field: value })}
          options={options}
          showSearch={{ optionFilterProp: 'label' }}
        />
        <Select
          className="choice"
          allowClear
          aria-label={say('office.standing.unit.level')}
          placeholder={say('office.standing.unit.level')}
          value={filter.level}
          onChange={(value) => address.set({ level: value })}
          options={optionsOf(levels, (value) => say(`office.standing.level.${value}`))}
        />
        <Select
          className="choice"
          allowClear
          aria-label={say('office.menu.standing')}
          placeholder={say('office.menu.standing')}
          value={filter.standing}
          onChange={(value) => address.set({ standing: value })}
          options={optionsOf(standings, (value) => say(`office.standing.${value}`))}
        />
      </search>
      <QueryTable<typeof cells, StandingCell>
        name="standing.cells"
        endpoint={cells}
        input={{ organizationId: id, ...(isBelow && { below: 'true' }), ...filter }}
        rows={(slice) => slice.cells}
        rowKey={(cell) => `${cell.matterCode} ${cell.organizationId}`}
        columns={columnsOf(say)}
        empty={
          <Empty
            title={say('office.standing.cells.none')}
            next={!isBelow && say('office.standing.cells.none.next')}
          />
        }
      />
    </>
  )
}

/** A document's address on the portal; it never changes. */
const publicPage = (documentId: number): string => `/d/${documentId}`

/** The newest few documents of a duty; a figure opens to what it counts. */
function Newest(props: { cell: StandingCell }) {
  const say = useSay()
  const { newest, documents, organizationId, matterCode } = props.cell
  if (newest.length === 0)
    return (
      <span className="quiet">
        {say('office.standing.nothing')}{' '}
        <Link to={`/documents/new?organizationId=${organizationId}&matterCode=${matterCode}`}>
          {say('office.standing.begin')}
        </Link>
      </span>
    )
  return (
    <ul className="newest">
      {newest.map((one) => (
        <li key={one.documentId}>
          <Link to={`/documents/${one.documentId}`}>{one.title}</Link>{' '}
          <span className="quiet">
            <DateText of={one.publishedOn} />
            {one.late && ` ${say('office.standing.wasLate')}`}{' '}
            <a href={publicPage(one.documentId)} target="_blank" rel="noreferrer">
              {say('office.standing.public')}
              <span className="aside-text"> {one.title}</span>
            </a>
          </span>
        </li>
      ))}
      {documents > newest.length && (
        <li>
          <Link to={`/documents?organizationId=${organizationId}&matterCode=${matterCode}`}>
            {say('office.standing.all', { count: documents })}
          </Link>
        </li>
      )}
    </ul>
  )
}
