import { useMemo } from 'react'
import { type Keeper, listKeepers } from '#accounts/contract'
import { useDuties } from '../../parts/MatterSelect.tsx'
import { type SiteColumn, useColumns } from '../parts/use-columns.ts'
import { useEverySlice } from '../parts/use-every-slice.ts'
import type { Unit } from '../unit.ts'

export interface KeptRow {
  readonly key: string
  readonly name: string
  /** The names above it. */
  readonly above: string
  readonly address: string | null
  readonly documentCount: number
  readonly keeper: Keeper | null
}

/**
 * The columns that concern a unit: those of the matters it owes, the hand-made ones of the site for
 * who runs it, and any other that it has a keeper for.
 */
export const useKeptRows = (unit: Pick<Unit, 'id' | 'parentId'>) => {
  const site = useColumns()
  const { duties, isPending: dutiesPending, error: dutiesError } = useDuties(unit.id)
  const kept = useEverySlice(listKeepers, { organizationId: unit.id, limit: 200 })
  const { columns, byKey, trailOf } = site
  const rows = useMemo(() => {
    const keepers = new Map(
      kept.pages.flatMap((page) => page.keepers).map((keeper) => [keeper.columnKey, keeper]),
    )
    const owed = new Set(duties.map((duty) => duty.matterCode))
    const concerns = (column: SiteColumn): boolean =>
      keepers.has(column.key) ||
      (column.matterCode !== null && owed.has(column.matterCode)) ||
      (column.kind === 'hand' && unit.parentId === null)
    const rowOf = (column: SiteColumn): KeptRow => ({
      key: column.key,
      name: column.name,
      above: trailOf(column).slice(0, -1).join(' › '),
      address: column.address,
      documentCount: column.documentCount,
      keeper: keepers.get(column.key) ?? null,
    })
    // A column that the catalogue has given up may still have a keeper to be relieved.
    const gone = [...keepers.values()].filter((keeper) => !byKey.has(keeper.columnKey))
    return [
      ...columns.filter(concerns).map(rowOf),
      ...gone.map((keeper) => ({
        key: keeper.columnKey,
        name: keeper.columnKey,
        above: '',
        address: null,
        documentCount: 0,
        keeper,
      })),
    ]
  }, [kept.pages, duties, columns, byKey, trailOf, unit.parentId])
  return {
    rows,
    error: site.error ?? dutiesError ?? kept.error,
    isPending: site.isPending || dutiesPending || kept.isPending,
  }
}
