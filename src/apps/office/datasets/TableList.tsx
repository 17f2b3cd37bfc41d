import { Select } from 'antd'
import { useState } from 'react'
import { Link, useNavigate } from 'react-router'
import { allDatasets } from '#datasets/contract'
import type { AnswerOf } from '../call.ts'
import { Empty } from '../parts/Empty.tsx'
import { PageTitle } from '../parts/PageTitle.tsx'
import { type Column, QueryTable } from '../parts/QueryTable.tsx'
import { type Say, useSay } from '../words.tsx'
import { useSchemas } from './words.ts'

type Line = AnswerOf<typeof allDatasets>['items'][number]

const columnsOf = (say: Say, name: (code: string) => string): Column<Line>[] => [
  {
    key: 'kind',
    title: say('office.data.kind'),
    always: true,
    show: (line) => (
      <>
        <Link to={`/documents/tables/${line.id}`}>{line.title || name(line.schemaCode)}</Link>
        <small className="quiet">{line.documentTitle}</small>
      </>
    ),
  },
  { key: 'year', title: say('office.data.year'), width: 90, show: (line) => line.year },
  {
    key: 'unit',
    title: say('office.organization'),
    width: 170,
    show: (line) => line.organizationName,
  },
  {
    key: 'rows',
    title: say('office.data.rows'),
    width: 90,
    align: 'right',
    show: (line) => line.rows,
  },
  {
    key: 'errors',
    title: say('office.data.issues'),
    width: 150,
    show: (line) =>
      line.errors > 0 ? (
        <strong>{say('office.data.errors', { n: line.errors })}</strong>
      ) : line.warnings > 0 ? (
        say('office.data.warnings', { n: line.warnings })
      ) : (
        <span className="quiet">{say('office.data.right')}</span>
      ),
  },
  {
    key: 'state',
    title: say('office.data.state'),
    width: 120,
    show: (line) => say(`desk.state.${line.state}`),
  },
]

/** Tables of the units I work for. */
export function Component() {
  const say = useSay()
  const navigate = useNavigate()
  const { schemas, name } = useSchemas()
  const [kind, setKind] = useState<string | undefined>()
  return (
    <>
      <PageTitle title={say('office.data')} about={say('office.data.about')} />
      <search className="filters">
        <Select
          className="choice"
          allowClear
          placeholder={say('office.data.all')}
          aria-label={say('office.data.kind')}
          value={kind}
          onChange={setKind}
          options={schemas.map((one) => ({ value: one.code, label: name(one.code) }))}
        />
      </search>
      <QueryTable<typeof allDatasets, Line>
        name="tables"
        endpoint={allDatasets}
        input={kind ? { schemaCode: kind } : {}}
        rows={(slice) => slice.items}
        rowKey={(line) => line.id}
        columns={columnsOf(say, name)}
        onOpen={(line) => void navigate(`/documents/tables/${line.id}`)}
        empty={<Empty title={say('office.data.none')} next={say('office.data.none.next')} />}
      />
    </>
  )
}
