import { Select } from 'antd'
import { useState } from 'react'
import { Link, useNavigate } from 'react-router'
import { type FeeLine, type FeeState, feeStates, listFees } from '#requests/contract'
import { DateText } from '../../parts/DateText.tsx'
import { Empty } from '../../parts/Empty.tsx'
import { PageTitle } from '../../parts/PageTitle.tsx'
import { type Column, QueryTable } from '../../parts/QueryTable.tsx'
import { useCall } from '../../query.ts'
import { type Say, useSay } from '../../words.tsx'
import { RequestRooms } from '../RequestRooms.tsx'
import './learning.css'

const fenPerYuan = 100
const marks: Readonly<Record<FeeState, string>> = {
  draft: 'none',
  proposed: 'going',
  approved: 'going',
  waived: 'none',
  noticed: 'due',
  paid: 'met',
  lapsed: 'late',
}

const columnsOf = (say: Say): Column<FeeLine>[] => [
  {
    key: 'title',
    title: say('learning.case'),
    always: true,
    show: (line) => (
      <>
        <Link to={`/requests/${line.requestId}`}>{line.title}</Link>
        <small className="quiet number">
          {line.number} · {line.unit}
        </small>
      </>
    ),
  },
  {
    key: 'method',
    title: say('learning.fee.method'),
    width: 170,
    show: (line) =>
      line.method === 'items'
        ? say('learning.fee.byItem', { n: line.itemOrdinal })
        : say('learning.fee.byPage', { n: line.pages ?? 0 }),
  },
  {
    key: 'amount',
    title: say('learning.fee.amount'),
    width: 110,
    align: 'right',
    show: (line) => line.amountFen / fenPerYuan,
  },
  {
    key: 'state',
    title: say('learning.fee.state'),
    width: 130,
    show: (line) => (
      <span className={`mark ${marks[line.state]}`}>{say(`learning.fee.state.${line.state}`)}</span>
    ),
  },
  {
    key: 'due',
    title: say('learning.fee.dueOn'),
    width: 130,
    show: (line) => (line.dueOn ? <DateText of={line.dueOn} /> : '—'),
  },
  {
    key: 'paid',
    title: say('learning.fee.paidOn'),
    width: 160,
    show: (line) =>
      line.paidOn ? (
        <>
          <DateText of={line.paidOn} />
          <small className="quiet number">{line.receiptNumber}</small>
        </>
      ) : (
        '—'
      ),
  },
]

/** Processing fees of all requests: what is drafted, told, paid, lapsed, and the year's sum (M68). */
export function Component() {
  const say = useSay()
  const navigate = useNavigate()
  const [state, setState] = useState<FeeState | undefined>()
  const { data: sum } = useCall(listFees, { limit: 1 })
  return (
    <>
      <PageTitle title={say('learning.fees')} about={say('learning.fees.about')} />
      <RequestRooms />
      <div className="filters">
        <Select<FeeState>
          allowClear
          placeholder={say('learning.fee.state')}
          aria-label={say('learning.fee.state')}
          style={{ width: 170 }}
          onChange={(value) => setState(value)}
          options={feeStates.map((value) => ({
            value,
            label: say(`learning.fee.state.${value}`),
          }))}
        />
        {sum && (
          <span>
            {say('learning.fees.year', { year: sum.year, yuan: sum.paidFen / fenPerYuan })}
          </span>
        )}
      </div>
      <QueryTable<typeof listFees, FeeLine>
        name="request-fees"
        endpoint={listFees}
        input={state ? { state } : {}}
        rows={(slice) => slice.items}
        rowKey={(line) => line.requestId}
        columns={columnsOf(say)}
        onOpen={(line) => void navigate(`/requests/${line.requestId}`)}
        empty={<Empty title={say('learning.fees.empty')} next={say('learning.fees.empty.next')} />}
      />
    </>
  )
}
