import type { ComponentChildren } from 'preact'
import { useChrome } from '../chrome.ts'
import { type FixedColumn, fixedAbove, fixedColumn } from '../columns.ts'
import { Page } from '../page.tsx'

/** A page of one of the fixed columns: its way here, its name as heading, its tags. */
export const FixedPage = ({
  name,
  door,
  feed,
  frame,
  heading = true,
  children,
}: {
  name: FixedColumn
  door: string
  feed?: string
  frame?: string
  /** False where the page sets its own heading. */
  heading?: boolean
  children: ComponentChildren
}) => {
  const { say } = useChrome()
  const column = fixedColumn(say, name)
  return (
    <Page
      title={column.name}
      column={column}
      crumbs={[...fixedAbove(say, column.address), column]}
      door={door}
      feed={feed}
      frame={frame}
    >
      {heading && <h1>{column.name}</h1>}
      {children}
    </Page>
  )
}
