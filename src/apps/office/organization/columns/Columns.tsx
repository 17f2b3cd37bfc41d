import { Button, Checkbox } from 'antd'
import { useState } from 'react'
import { useAddress } from '../../address.ts'
import { CardTable } from '../../parts/CardTable.tsx'
import { DateText } from '../../parts/DateText.tsx'
import { Empty } from '../../parts/Empty.tsx'
import { Fault } from '../../parts/Fault.tsx'
import { Waiting } from '../../parts/Waiting.tsx'
import { useSay } from '../../words.tsx'
import { type SiteColumn, useColumns } from '../parts/use-columns.ts'
import { useUnit } from '../unit.ts'
import { ColumnDialog } from './ColumnDialog.tsx'
import { RetireColumn } from './RetireColumn.tsx'

type Dialog = { readonly name: 'form' | 'retire'; readonly column: SiteColumn | null }

/** Columns made by hand, beside those that the catalogue makes and keeps in step with itself. */
export function Component() {
  const say = useSay()
  const { unit, may } = useUnit()
  const address = useAddress()
  const withRetired = address.read('retired') !== undefined
  const { columns, trailOf, error, isPending } = useColumns(withRetired)
  const [dialog, setDialog] = useState<Dialog | null>(null)
  const mayKeep = may.setPlan && unit.parentId === null
  if (error) return <Fault error={error} />
  if (isPending) return <Waiting rows={6} />
  const hand = columns.filter((column) => column.kind === 'hand')
  const made = columns.filter((column) => column.kind !== 'hand' && !column.retired).length
  const create = mayKeep && (
    <Button type="primary" onClick={() => setDialog({ name: 'form', column: null })}>
      {say('office.unit.columns.create')}
    </Button>
  )
  return (
    <>
      <header className="block-head">
        <p className="lead">{say('office.unit.columns.about', { count: made })}</p>
        <div className="actions">
          <Checkbox
            checked={withRetired}
            onChange={({ target }) => address.set({ retired: target.checked })}
          >
            {say('office.unit.columns.withRetired')}
          </Checkbox>
          {hand.length > 0 && create}
        </div>
      </header>
      {hand.length === 0 ? (
        <div className="block">
          <Empty
            title={say('office.unit.columns.none')}
            next={say('office.unit.columns.none.next')}
            action={create}
          />
        </div>
      ) : (
        <div className="query-table">
          <CardTable<SiteColumn>
            rows={hand}
            rowKey={(column) => column.id}
            columns={[
              {
                key: 'name',
                title: say('office.unit.columns.name'),
                show: (column) => (
                  <>
                    {column.name}{' '}
                    {column.retired && (
                      <span className="mark none">{say('office.unit.columns.retired')}</span>
                    )}
                    <small className="quiet below">
                      {trailOf(column).slice(0, -1).join(' › ') || column.description}
                    </small>
                  </>
                ),
              },
              {
                key: 'address',
                title: say('office.unit.columns.address'),
                show: (column) =>
                  column.retired ? (
                    <span className="quiet">—</span>
                  ) : (
                    <a href={column.address} target="_blank" rel="noreferrer">
                      {column.address}
                    </a>
                  ),
              },
              {
                key: 'type',
                title: say('office.unit.columns.type'),
                width: 140,
                show: (column) => column.columnType,
              },
              {
                key: 'count',
                title: say('office.unit.columns.count'),
                width: 100,
                align: 'right',
                show: (column) => column.documentCount,
              },
              {
                key: 'last',
                title: say('office.unit.columns.last'),
                width: 120,
                show: (column) => <DateText of={column.lastPublishedAt} />,
              },
              {
                key: 'acts',
                title: '',
                width: 150,
                align: 'right',
                show: (column) =>
                  mayKeep &&
                  !column.retired && (
                    <span className="row-acts">
                      <Button
                        size="small"
                        aria-label={say('office.unit.columns.change.of', { name: column.name })}
                        onClick={() => setDialog({ name: 'form', column })}
                      >
                        {say('office.unit.columns.change')}
                      </Button>
                      <Button
                        size="small"
                        type="text"
                        danger
                        aria-label={say('office.unit.columns.retire.of', { name: column.name })}
                        onClick={() => setDialog({ name: 'retire', column })}
                      >
                        {say('office.unit.columns.retire')}
                      </Button>
                    </span>
                  ),
              },
            ]}
          />
        </div>
      )}
      {dialog?.name === 'form' && (
        <ColumnDialog column={dialog.column} onClose={() => setDialog(null)} />
      )}
      {dialog?.name === 'retire' && dialog.column && (
        <RetireColumn column={dialog.column} onClose={() => setDialog(null)} />
      )}
    </>
  )
}
