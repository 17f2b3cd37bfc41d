import { Button } from 'antd'
import { type ComponentType, type ReactNode, useState } from 'react'
import { CardTable, type Column } from './CardTable.tsx'
import { ScreenFault } from './Fault.tsx'
import { RefusalNote } from './RefusalNote.tsx'

/** A screen of one list: what it is about, the way to add to it, its rows, a dialog for one of them. */
export function ListScreen<Row extends object>(props: {
  /** The head of the area that the list belongs to. */
  Title: ComponentType<{ about?: ReactNode; actions?: ReactNode }>
  about: string
  /** What the button above the rows says; none for those who may not add. */
  add?: string | false
  asked: {
    readonly data: unknown
    readonly error: unknown
    readonly isPending: boolean
    readonly refetch: () => unknown
  }
  rows: readonly Row[]
  rowKey: (row: Row) => number | string
  columns: (open: (row: Row) => void) => readonly Column<Row>[]
  empty?: ReactNode
  /** What was said no to on the screen itself. */
  refused?: unknown
  /** For the row that was opened, or for a new one. */
  dialog: (row: Row | null, close: () => void) => ReactNode
}) {
  const { Title, asked } = props
  const [opened, setOpened] = useState<{ readonly row: Row | null } | null>(null)
  if (asked.error && asked.data === undefined)
    return <ScreenFault error={asked.error} retry={() => void asked.refetch()} />
  return (
    <>
      <Title
        about={props.about}
        actions={
          props.add && (
            <Button type="primary" onClick={() => setOpened({ row: null })}>
              {props.add}
            </Button>
          )
        }
      />
      <RefusalNote error={props.refused} />
      <CardTable
        rows={props.rows}
        rowKey={props.rowKey}
        columns={props.columns((row) => setOpened({ row }))}
        loading={asked.isPending}
        empty={props.empty}
      />
      {opened && props.dialog(opened.row, () => setOpened(null))}
    </>
  )
}
