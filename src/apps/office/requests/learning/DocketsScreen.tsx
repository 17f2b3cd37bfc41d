import { Button, Modal, Select } from 'antd'
import { useState } from 'react'
import { Link } from 'react-router'
import { type DocketDate, type DocketLine, listDockets } from '#requests/contract'
import { DateText } from '../../parts/DateText.tsx'
import { Empty } from '../../parts/Empty.tsx'
import { PageTitle } from '../../parts/PageTitle.tsx'
import { type Column, QueryTable } from '../../parts/QueryTable.tsx'
import { type Say, useSay } from '../../words.tsx'
import { RequestRooms } from '../RequestRooms.tsx'
import { DecideForm } from './DecideForm.tsx'
import { DocketForm } from './DocketForm.tsx'
import './learning.css'

type State = 'pending' | 'decided' | 'lost'
const states: readonly State[] = ['pending', 'decided', 'lost']
const marks = { upheld: 'met', corrected: 'late', other: 'none' } as const

const DateLine = ({ date }: { date: DocketDate }) => {
  const say = useSay()
  return (
    <span title={date.article}>
      {say(`learning.docket.date.${date.what}`)}{' '}
      {date.on ? <DateText of={date.on} /> : say('learning.docket.uncounted')}
    </span>
  )
}

const columnsOf = (say: Say, onOpen: (line: DocketLine) => void): Column<DocketLine>[] => [
  {
    key: 'about',
    title: say('learning.docket.about'),
    always: true,
    show: (line) => (
      <>
        {line.request ? (
          <Link to={`/requests/${line.request.id}`}>{line.request.title}</Link>
        ) : (
          line.duty
        )}
        <small className="quiet number">
          {line.request?.number} {line.organization.name}
        </small>
      </>
    ),
  },
  {
    key: 'authority',
    title: say('learning.docket.authority'),
    width: 210,
    show: (line) => (
      <>
        {say(`learning.docket.kind.${line.kind}`)} · {line.authority}
        <small className="quiet number">{line.caseNumber}</small>
      </>
    ),
  },
  {
    key: 'filed',
    title: say('learning.docket.filedOn'),
    width: 120,
    show: (line) => (
      <>
        <DateText of={line.filedOn} />
        {line.filedLate && <span className="mark due">{say('learning.docket.filedLate')}</span>}
      </>
    ),
  },
  {
    key: 'dates',
    title: say('learning.docket.dates'),
    width: 230,
    show: (line) => (
      <div className="docket-dates">
        {line.next && (
          <b>
            <DateLine date={line.next} />
          </b>
        )}
        {line.dates
          .filter((date) => date.what !== line.next?.what)
          .map((date) => (
            <DateLine key={date.what} date={date} />
          ))}
      </div>
    ),
  },
  {
    key: 'outcome',
    title: say('learning.docket.outcome'),
    width: 240,
    show: (line) =>
      line.outcome ? (
        <>
          <span className={`mark ${marks[line.outcome]}`}>
            {say(`learning.docket.outcome.${line.outcome}`)}
          </span>
          <small className="quiet">
            {line.wrong.map((fault) => say(`learning.fault.${fault}`)).join(' · ')}
          </small>
          <small>{line.lesson}</small>
        </>
      ) : (
        <>
          <span className="mark going">{say('learning.docket.outcome.pending')}</span>
          {line.mayChange && (
            <Button size="small" onClick={() => onOpen(line)}>
              {say('learning.docket.work')}
            </Button>
          )}
        </>
      ),
  },
]

/** Reconsiderations and suits with their days, outcomes and lessons (M76). */
export function Component() {
  const say = useSay()
  const [state, setState] = useState<State | undefined>()
  const [open, setOpen] = useState<DocketLine | 'new' | null>(null)
  const close = () => setOpen(null)
  return (
    <>
      <PageTitle
        title={say('learning.dockets')}
        about={say('learning.dockets.about')}
        actions={
          <Button type="primary" onClick={() => setOpen('new')}>
            {say('learning.docket.new')}
          </Button>
        }
      />
      <RequestRooms />
      <div className="filters">
        <Select<State>
          allowClear
          placeholder={say('learning.docket.outcome')}
          aria-label={say('learning.docket.outcome')}
          style={{ width: 150 }}
          onChange={(value) => setState(value)}
          options={states.map((value) => ({
            value,
            label: say(`learning.docket.filter.${value}`),
          }))}
        />
      </div>
      <QueryTable<typeof listDockets, DocketLine>
        name="request-dockets"
        endpoint={listDockets}
        input={state ? { state } : {}}
        rows={(slice) => slice.items}
        rowKey={(line) => line.id}
        columns={columnsOf(say, setOpen)}
        empty={
          <Empty title={say('learning.dockets.empty')} next={say('learning.dockets.empty.next')} />
        }
      />
      <Modal
        open={open !== null}
        title={open === 'new' ? say('learning.docket.new') : say('learning.docket.work')}
        footer={null}
        destroyOnHidden
        onCancel={close}
      >
        {open !== null && <DocketForm of={open === 'new' ? null : open} onDone={close} />}
        {open !== null && open !== 'new' && <DecideForm of={open} onDone={close} />}
      </Modal>
    </>
  )
}
