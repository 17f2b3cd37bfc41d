import { Button } from 'antd'
import { Link, useNavigate } from 'react-router'
import { type RequestLine, requestList } from '#requests/contract'
import { DateText } from '../parts/DateText.tsx'
import { Empty } from '../parts/Empty.tsx'
import { PageTitle } from '../parts/PageTitle.tsx'
import { type Column, QueryTable } from '../parts/QueryTable.tsx'
import { useSession } from '../session.tsx'
import { type Say, useSay } from '../words.tsx'
import { Filters } from './Filters.tsx'
import { registrars } from './holders.ts'
import { MyPanels } from './learning/MyPanels.tsx'
import { RequestRooms } from './RequestRooms.tsx'
import { LateStep, RequestDue, StandingMark } from './StandingMark.tsx'
import { useFilters } from './use-filters.ts'
import './requests.css'

const columnsOf = (say: Say): Column<RequestLine>[] => [
  {
    key: 'title',
    title: say('office.requests.title'),
    always: true,
    show: (line) => (
      <>
        <Link to={`/requests/${line.id}`}>{line.title}</Link>
        <small className="quiet number">{line.number}</small>
      </>
    ),
  },
  {
    key: 'due',
    title: say('office.requests.due'),
    width: 200,
    show: (line) => <RequestDue line={line} />,
  },
  {
    key: 'standing',
    title: say('office.requests.standing'),
    width: 130,
    show: (line) => <StandingMark standing={line.standing} />,
  },
  {
    key: 'stage',
    title: say('office.requests.stage'),
    width: 130,
    show: (line) => (
      <>
        {say(`request.stage.${line.stage}`)} <LateStep line={line} />
      </>
    ),
  },
  {
    key: 'organization',
    title: say('office.requests.asked'),
    width: 160,
    show: (line) => line.organization.name,
  },
  {
    key: 'unit',
    title: say('office.requests.unit'),
    width: 170,
    show: (line) =>
      line.unit ? (
        <>
          {line.unit.name}
          {line.handler && <small className="quiet number">{line.handler.name}</small>}
        </>
      ) : (
        <span className="quiet">{say('office.requests.unassigned')}</span>
      ),
  },
  {
    key: 'submitted',
    title: say('office.requests.submittedOn'),
    width: 130,
    show: (line) => (
      <>
        <DateText of={line.submittedOn} />
        <small className="quiet number">{say(`request.door.${line.door}`)}</small>
      </>
    ),
  },
  {
    key: 'received',
    title: say('office.requests.receivedOn'),
    width: 120,
    aside: true,
    show: (line) => <DateText of={line.receivedOn} />,
  },
]

/** The desk of requests: what is due first stands first. */
export function Component() {
  const say = useSay()
  const navigate = useNavigate()
  const { holds } = useSession()
  const filters = useFilters()
  const mayRegister = holds(registrars)
  return (
    <>
      <PageTitle
        title={say('office.menu.requests')}
        about={say('office.requests.about')}
        actions={
          mayRegister && (
            <Button type="primary" onClick={() => void navigate('/requests/new')}>
              {say('office.requests.new')}
            </Button>
          )
        }
      />
      <RequestRooms />
      <MyPanels />
      <Filters filters={filters} />
      <QueryTable<typeof requestList, RequestLine>
        name="requests"
        endpoint={requestList}
        input={filters.input}
        rows={(slice) => slice.items}
        rowKey={(line) => line.id}
        columns={columnsOf(say)}
        onOpen={(line) => void navigate(`/requests/${line.id}`)}
        bar={<span className="quiet keys-hint">{say('office.requests.hint')}</span>}
        empty={
          filters.isFiltered ? (
            <Empty
              title={say('office.requests.nothing')}
              action={<Button onClick={filters.clear}>{say('office.requests.clear')}</Button>}
            />
          ) : (
            <Empty
              title={say('office.requests.empty')}
              next={say('office.requests.empty.next')}
              action={mayRegister && <Link to="/requests/new">{say('office.requests.new')}</Link>}
            />
          )
        }
      />
    </>
  )
}
