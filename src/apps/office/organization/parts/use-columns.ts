import { useMemo } from 'react'
import { listColumns } from '#documents/contract'
import type { AnswerOf } from '../../call.ts'
import { useCall } from '../../query.ts'

export type SiteColumn = AnswerOf<typeof listColumns>[number]

const none: readonly SiteColumn[] = []

/** The site's columns, by key, each with the names above it. */
export const useColumns = (withRetired = false) => {
  const { data, error, isPending } = useCall(listColumns, withRetired ? { retired: 'true' } : {}, {
    staleTime: 60_000,
    keepPrevious: true,
  })
  const columns = data ?? none
  return useMemo(() => {
    const byId = new Map(columns.map((column) => [column.id, column]))
    const trailOf = (column: SiteColumn): string[] => {
      const parent = column.parentId === null ? undefined : byId.get(column.parentId)
      return [...(parent ? trailOf(parent) : []), column.name]
    }
    const byParent = Map.groupBy(columns, (column) =>
      column.parentId !== null && byId.has(column.parentId) ? column.parentId : null,
    )
    const inOrder = (parentId: number | null): SiteColumn[] =>
      (byParent.get(parentId) ?? []).flatMap((column) => [column, ...inOrder(column.id)])
    return {
      /** Each followed by those below it. */
      columns: inOrder(null),
      byKey: new Map(columns.map((column) => [column.key, column])),
      trailOf,
      error,
      isPending,
    }
  }, [columns, error, isPending])
}
