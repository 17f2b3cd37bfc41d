import { Button, Checkbox, Popover, type TableProps } from 'antd'
import { type ReactNode, useRef, useState } from 'react'
import type { Endpoint, InputOf } from '#platform/endpoint'
import type { AnswerOf } from '../call.ts'
import { useKey } from '../keys.tsx'
import { useSlices } from '../query.ts'
import { useSay } from '../words.tsx'
import { CardTable, type Column } from './CardTable.tsx'
import { RefusalNote } from './RefusalNote.tsx'

export type { Column }

const keptAs = (name: string) => `gongkai.table.${name}`

const useColumns = <Row,>(name: string, columns: readonly Column<Row>[]) => {
  const [hidden, setHidden] = useState<readonly string[]>(() => {
    const kept = localStorage.getItem(keptAs(name))
    return kept !== null ? kept.split(',') : columns.filter((c) => c.aside).map((c) => c.key)
  })
  const hide = (keys: readonly string[]) => {
    localStorage.setItem(keptAs(name), keys.join(','))
    setHidden(keys)
  }
  return { hidden, hide, shown: columns.filter((c) => c.always || !hidden.includes(c.key)) }
}

/**
 * A list endpoint as a table: pages on by "more", remembers its columns, moves by `j` and `k`,
 * opens by Enter. On phones each row becomes a card.
 */
export function QueryTable<E extends Endpoint, Row extends object>(props: {
  /** Under which the columns are remembered. */
  name: string
  endpoint: E
  input: InputOf<E> | null
  rows: (slice: AnswerOf<E>) => readonly Row[]
  rowKey: (row: Row) => number | string
  columns: readonly Column<Row>[]
  empty: ReactNode
  onOpen?: (row: Row) => void
  selection?: TableProps<Row>['rowSelection']
  /** Stands left of the column chooser: counts, bulk actions. */
  bar?: ReactNode
}) {
  const say = useSay()
  const frame = useRef<HTMLDivElement>(null)
  const slices = useSlices(props.endpoint, props.input)
  const { shown, hidden, hide } = useColumns(props.name, props.columns)
  const rows = slices.data?.pages.flatMap((page) => props.rows(page)) ?? []
  const { onOpen } = props

  const move = (by: 1 | -1) => {
    const lines = [...(frame.current?.querySelectorAll<HTMLElement>('tr[data-row-key]') ?? [])]
    const at = lines.findIndex((line) => line.contains(document.activeElement))
    lines[at < 0 ? 0 : Math.min(lines.length - 1, Math.max(0, at + by))]?.focus()
  }
  useKey('j', say('office.keys.down'), () => move(1))
  useKey('k', say('office.keys.up'), () => move(-1))
  // The row listens for it; here it is only told under `?`.
  useKey('Enter', say('office.keys.open'), null)

  return (
    <div className="query-table" ref={frame}>
      <div className="table-bar">
        <div>{props.bar}</div>
        <Popover
          trigger="click"
          placement="bottomRight"
          content={
            <div className="column-chooser">
              {props.columns
                .filter((column) => !column.always)
                .map((column) => (
                  <Checkbox
                    key={column.key}
                    checked={!hidden.includes(column.key)}
                    onChange={({ target }) =>
                      hide(
                        target.checked
                          ? hidden.filter((key) => key !== column.key)
                          : [...hidden, column.key],
                      )
                    }
                  >
                    {column.title}
                  </Checkbox>
                ))}
            </div>
          }
        >
          <Button type="text" size="small">
            {say('office.table.columns')}
          </Button>
        </Popover>
      </div>
      <RefusalNote error={slices.error} />
      <CardTable<Row>
        rows={rows}
        rowKey={props.rowKey}
        columns={shown}
        loading={slices.isPending && props.input !== null}
        empty={slices.isPending || slices.error ? ' ' : props.empty}
        {...(props.selection && { selection: props.selection })}
        onRow={(row) => ({
          tabIndex: 0,
          onKeyDown: (event) => {
            if (event.key === 'Enter' && event.target === event.currentTarget) onOpen?.(row)
          },
          onDoubleClick: () => onOpen?.(row),
        })}
      />
      {slices.hasNextPage && (
        <p className="more">
          <Button onClick={() => void slices.fetchNextPage()} loading={slices.isFetchingNextPage}>
            {say('office.more')}
          </Button>
        </p>
      )}
    </div>
  )
}
