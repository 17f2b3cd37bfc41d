import { Button } from 'antd'
import { useState } from 'react'
import { Link, useNavigate } from 'react-router'
import { type DocumentLine, documentList } from '#documents/contract'
import { Rooms } from '../life-cycle/Rooms.tsx'
import { DateText } from '../parts/DateText.tsx'
import { Empty } from '../parts/Empty.tsx'
import { PageTitle } from '../parts/PageTitle.tsx'
import { type Column, QueryTable } from '../parts/QueryTable.tsx'
import { useSession } from '../session.tsx'
import { type Say, useSay } from '../words.tsx'
import { DueText } from './DueText.tsx'
import { drafters } from './drafters.ts'
import { Filters } from './Filters.tsx'
import { Reassign } from './Reassign.tsx'
import { StateTag } from './StateTag.tsx'
import { useFilters } from './use-filters.ts'
import './documents.css'

const columnsOf = (say: Say): Column<DocumentLine>[] => [
  {
    key: 'title',
    title: say('desk.field.title'),
    always: true,
    show: (line) => (
      <>
        <Link to={`/documents/${line.documentId}`}>{line.title || say('desk.untitled')}</Link>
        {line.documentNumber && <small className="quiet number">{line.documentNumber}</small>}
      </>
    ),
  },
  {
    key: 'state',
    title: say('desk.list.state'),
    width: 180,
    show: (line) => <StateTag state={line.state} waitsFor={line.waitsFor} />,
  },
  {
    key: 'organization',
    title: say('office.organization'),
    width: 170,
    show: (line) => line.organization.name,
  },
  {
    key: 'attribute',
    title: say('desk.field.attribute'),
    width: 110,
    aside: true,
    show: (line) => say(`office.attribute.${line.attribute}`),
  },
  {
    key: 'due',
    title: say('desk.list.dueOn'),
    width: 205,
    show: (line) =>
      line.publishedAt ? (
        <span className="quiet">
          {say('desk.list.publishedOn')} <DateText of={line.publishedAt} />
        </span>
      ) : (
        <DueText dueOn={line.dueOn} light={line.light} />
      ),
  },
  {
    key: 'updated',
    title: say('desk.list.updated'),
    width: 150,
    show: (line) => (
      <span className="quiet">
        {line.updatedBy} <DateText of={line.updatedAt} />
      </span>
    ),
  },
  {
    key: 'indexNumber',
    title: say('desk.field.indexNumber'),
    width: 200,
    aside: true,
    show: (line) => line.indexNumber ?? '—',
  },
]

/** Documents of the units I work for. */
export function Component() {
  const say = useSay()
  const navigate = useNavigate()
  const { holds } = useSession()
  const filters = useFilters()
  const [chosen, setChosen] = useState<readonly DocumentLine[]>([])
  const [isMoving, setMoving] = useState(false)
  const mayDraft = holds(drafters)
  return (
    <>
      <PageTitle
        title={say('office.menu.documents')}
        about={
          <>
            <Link to="/interpretation">{say('office.interpretation')}</Link> ·{' '}
            <Link to="/documents/tables">{say('office.data')}</Link> ·{' '}
            <Link to="/documents/topics">{say('office.topics')}</Link> ·{' '}
            <Link to="/documents/gazette">{say('office.gazette')}</Link>
          </>
        }
        actions={
          mayDraft && (
            <>
              <Button onClick={() => void navigate('/documents/new?from=word')}>
                {say('desk.new.word')}
              </Button>
              <Button type="primary" onClick={() => void navigate('/documents/new')}>
                {say('desk.new')}
              </Button>
            </>
          )
        }
      />
      <Rooms />
      <Filters filters={filters} />
      <QueryTable<typeof documentList, DocumentLine>
        name="documents"
        endpoint={documentList}
        input={filters.input}
        rows={(slice) => slice.items}
        rowKey={(line) => line.editionId}
        columns={columnsOf(say)}
        onOpen={(line) => void navigate(`/documents/${line.documentId}`)}
        bar={
          chosen.length > 0 ? (
            <>
              <span>{say('desk.list.chosen', { count: chosen.length })}</span>
              <Button size="small" onClick={() => setMoving(true)}>
                {say('desk.reassign')}
              </Button>
            </>
          ) : (
            <span className="quiet keys-hint">{say('desk.list.hint')}</span>
          )
        }
        {...(mayDraft && {
          selection: {
            selectedRowKeys: chosen.map((line) => line.editionId),
            onChange: (_, rows) => setChosen(rows),
            getCheckboxProps: (line) => ({
              disabled: line.state !== 'draft' && line.state !== 'returned',
            }),
          },
        })}
        empty={
          filters.isFiltered ? (
            <Empty
              title={say('desk.list.nothing')}
              action={<Button onClick={filters.clear}>{say('desk.list.clear')}</Button>}
            />
          ) : (
            <Empty
              title={say('desk.list.empty')}
              next={say('desk.list.empty.next')}
              action={mayDraft && <Link to="/documents/new">{say('desk.new')}</Link>}
            />
          )
        }
      />
      {isMoving && (
        <Reassign
          lines={chosen}
          onClose={() => setMoving(false)}
          onDone={() => {
            setMoving(false)
            setChosen([])
          }}
        />
      )}
    </>
  )
}
