import { Table, type TableProps } from 'antd'
import type { ReactNode } from 'react'
import { useSay } from '../words.tsx'

export interface Column<Row> {
  readonly key: string
  /** Empty over buttons alone: such a column is named for those who hear the table. */
  readonly title: string
  readonly show: (row: Row) => ReactNode
  readonly width?: number | string
  readonly align?: 'left' | 'right' | 'center'
  /** Cannot be hidden. */
  readonly always?: boolean
  /** Hidden until someone asks for it. */
  readonly aside?: boolean
}

/** Rows that are at hand, as a table; on phones each row becomes a card that names its cells. */
export function CardTable<Row extends object>(props: {
  rows: readonly Row[]
  rowKey: (row: Row) => number | string
  columns: readonly Column<Row>[]
  empty?: ReactNode
  loading?: boolean
  selection?: TableProps<Row>['rowSelection']
  onRow?: TableProps<Row>['onRow']
}) {
  const say = useSay()
  return (
    <Table<Row>
      className="card-table"
      rowKey={props.rowKey}
      dataSource={props.rows}
      columns={props.columns.map((column) => ({
        key: column.key,
        title: column.title || <span className="aside-text">{say('office.actions')}</span>,
        width: column.width,
        align: column.align,
        onCell: () => ({ 'data-label': column.title }) as object,
        // One box, so that a phone's card sets the name of a cell beside the whole of it.
        render: (_: unknown, row: Row) => <div className="cell-value">{column.show(row)}</div>,
      }))}
      pagination={false}
      loading={props.loading ?? false}
      locale={{ emptyText: props.empty ?? ' ' }}
      {...(props.selection && { rowSelection: props.selection })}
      {...(props.onRow && { onRow: props.onRow })}
    />
  )
}
