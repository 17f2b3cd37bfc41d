import { Button } from 'antd'
import { useState } from 'react'
import { Link } from 'react-router'
import { CardTable } from '../../parts/CardTable.tsx'
import { DateText } from '../../parts/DateText.tsx'
import { Empty } from '../../parts/Empty.tsx'
import { useSay } from '../../words.tsx'
import { useUnit } from '../unit.ts'
import type { KeptRow } from './rows.ts'

// A town owes some three hundred columns: a hundred rows draw at once, more when asked for.
const rowsAtOnce = 100

/** Columns with keeper and stand-in; several can be given to one person together. */
export function KeeperTable(props: {
  rows: readonly KeptRow[]
  mayAssign: boolean
  chosen: readonly KeptRow[]
  onChoose: (rows: readonly KeptRow[]) => void
  onAssign: (rows: readonly KeptRow[]) => void
  onHistory: (row: KeptRow) => void
  bar: string
}) {
  const say = useSay()
  const { unit } = useUnit()
  const [count, setCount] = useState(rowsAtOnce)
  const { rows, chosen, mayAssign } = props
  const person = (id: number | null | undefined, name: string | null | undefined) =>
    id && name ? <Link to={`/organization/${unit.id}/staff/${id}`}>{name}</Link> : null
  return (
    <div className="query-table">
      <div className="table-bar">
        <div>
          {chosen.length > 0 ? (
            <>
              <span>{say('office.unit.keepers.chosen', { count: chosen.length })}</span>
              <Button size="small" onClick={() => props.onAssign(chosen)}>
                {say('office.unit.keepers.assign')}
              </Button>
            </>
          ) : (
            <span className="quiet">{props.bar}</span>
          )}
        </div>
      </div>
      <CardTable<KeptRow>
        rows={rows.slice(0, count)}
        rowKey={(row) => row.key}
        empty={<Empty title={say('office.unit.keepers.notFound')} />}
        {...(mayAssign && {
          selection: {
            selectedRowKeys: chosen.map((row) => row.key),
            onChange: (_, picked) => props.onChoose(picked),
            getCheckboxProps: (row) => ({ 'aria-label': row.name }) as object,
          },
        })}
        columns={[
          {
            key: 'column',
            title: say('office.unit.column'),
            show: (row) => (
              <>
                {row.name}
                <small className="quiet below">{row.above}</small>
              </>
            ),
          },
          {
            key: 'keeper',
            title: say('office.unit.keeper'),
            width: 150,
            show: (row) =>
              person(row.keeper?.staffId, row.keeper?.staffName) ?? (
                <span className="mark due">{say('office.unit.keepers.nobody')}</span>
              ),
          },
          {
            key: 'standIn',
            title: say('office.unit.standIn'),
            width: 130,
            show: (row) =>
              person(row.keeper?.standInId, row.keeper?.standInName) ?? (
                <span className="quiet">—</span>
              ),
          },
          {
            key: 'since',
            title: say('office.unit.roles.since'),
            width: 120,
            show: (row) => <DateText of={row.keeper?.since} />,
          },
          {
            key: 'acts',
            title: '',
            width: 230,
            align: 'right',
            show: (row) => (
              <span className="row-acts">
                {mayAssign && (
                  <Button
                    size="small"
                    aria-label={say(
                      row.keeper
                        ? 'office.unit.keepers.change.of'
                        : 'office.unit.keepers.assign.of',
                      { name: row.name },
                    )}
                    onClick={() => props.onAssign([row])}
                  >
                    {say(row.keeper ? 'office.unit.keepers.change' : 'office.unit.keepers.assign')}
                  </Button>
                )}
                <Button
                  size="small"
                  type="text"
                  aria-label={say('office.unit.keepers.history.of', { name: row.name })}
                  onClick={() => props.onHistory(row)}
                >
                  {say('office.unit.keepers.history')}
                </Button>
              </span>
            ),
          },
        ]}
      />
      {rows.length > count && (
        <p className="more">
          <Button onClick={() => setCount(count + rowsAtOnce)}>{say('office.more')}</Button>
        </p>
      )}
    </div>
  )
}
