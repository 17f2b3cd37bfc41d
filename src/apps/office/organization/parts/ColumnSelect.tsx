import { TreeSelect } from 'antd'
import { useMemo } from 'react'
import { useSay } from '../../words.tsx'
import { type SiteColumn, useColumns } from './use-columns.ts'

interface Node {
  value: string
  title: string
  disabled: boolean
  children: Node[]
}

const treeOf = (columns: readonly SiteColumn[], may: (column: SiteColumn) => boolean): Node[] => {
  const byParent = Map.groupBy(columns, (column) => column.parentId)
  const nodesOf = (parentId: number | null): Node[] =>
    (byParent.get(parentId) ?? []).map((column) => ({
      value: column.key,
      title: column.name,
      disabled: !may(column),
      children: nodesOf(column.id),
    }))
  return nodesOf(null)
}

/** One column of the site out of its tree, found by name; its value is the column's key. */
export function ColumnSelect(props: {
  value: string | null
  onChange: (key: string | null) => void
  may?: (column: SiteColumn) => boolean
  allowClear?: boolean
  placeholder?: string
  id?: string
  'aria-describedby'?: string
}) {
  const say = useSay()
  const { columns, isPending } = useColumns()
  const { may } = props
  const tree = useMemo(() => treeOf(columns, may ?? (() => true)), [columns, may])
  return (
    <TreeSelect
      id={props.id}
      aria-describedby={props['aria-describedby']}
      className="column-select"
      value={props.value ?? undefined}
      onChange={(key: string | undefined) => props.onChange(key ?? null)}
      treeData={tree}
      loading={isPending}
      showSearch={{ treeNodeFilterProp: 'title' }}
      allowClear={props.allowClear ?? false}
      placeholder={props.placeholder ?? say('office.unit.column.choose')}
      popupMatchSelectWidth={420}
      listHeight={360}
    />
  )
}
