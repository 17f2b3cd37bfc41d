import type { PlannedColumn } from './derive.ts'

/** A column that stands in the database. */
export interface StandingColumn {
  readonly id: number
  readonly key: string
  readonly kind: string
  readonly parentId: number | null
  readonly parentKey: string | null
  readonly name: string
  readonly address: string
  readonly fieldCode: string | null
  readonly matterCode: string | null
  readonly ordinal: number
  readonly retired: boolean
}

/** A matter that the new edition knows under another code. */
export interface Renamed {
  readonly from: string
  readonly to: string
}

export interface Redirect {
  readonly address: string
  readonly target: string
}

/** What has to change for the site's columns to be those of the catalogue. */
export interface ColumnSync {
  readonly added: readonly PlannedColumn[]
  readonly changed: readonly (PlannedColumn & { readonly id: number })[]
  readonly retired: readonly StandingColumn[]
  readonly redirects: readonly Redirect[]
}

/** Where readers are sent from a column whose field is gone altogether. */
const fieldsAddress = '/grassroots/fields'

const isSame = (standing: StandingColumn, planned: PlannedColumn): boolean =>
  !standing.retired &&
  standing.name === planned.name &&
  standing.kind === planned.kind &&
  standing.address === planned.address &&
  standing.parentKey === planned.parentKey &&
  standing.matterCode === planned.matterCode &&
  standing.ordinal === planned.ordinal

/**
 * Sets the columns that stand beside those that are wanted. Hand-made ones are left alone. With
 * `onlyAdd` (a town's own catalogue within the county's site) nothing moves or goes.
 */
export function planSync(
  standing: readonly StandingColumn[],
  planned: readonly PlannedColumn[],
  {
    onlyAdd = false,
    renamed = [],
  }: { readonly onlyAdd?: boolean; readonly renamed?: readonly Renamed[] } = {},
): ColumnSync {
  const byKey = new Map(standing.map((column) => [column.key, column]))
  const wanted = new Map(planned.map((column) => [column.key, column]))
  const added = planned.filter((column) => !byKey.has(column.key))
  if (onlyAdd) return { added, changed: [], retired: [], redirects: [] }

  const changed = planned.flatMap((column) => {
    const before = byKey.get(column.key)
    return before && !isSame(before, column) ? [{ ...column, id: before.id }] : []
  })
  const retired = standing.filter(
    (column) => column.kind !== 'hand' && !column.retired && !wanted.has(column.key),
  )
  const moved = changed.flatMap(({ key, address }) => {
    const before = byKey.get(key)
    return before && !before.retired && before.address !== address
      ? [{ address: before.address, target: address }]
      : []
  })
  const left = retired.map((column) => ({
    address: column.address,
    target: successorOf(column, renamed, planned) ?? nearestStanding(column, byKey, wanted),
  }))
  return { added, changed, retired, redirects: [...moved, ...left] }
}

/** The column of the same matter under its new code. */
function successorOf(
  column: StandingColumn,
  renamed: readonly Renamed[],
  planned: readonly PlannedColumn[],
): string | null {
  const to = renamed.find(({ from }) => from === column.matterCode)?.to
  return planned.find(({ matterCode }) => to !== undefined && matterCode === to)?.address ?? null
}

/** The closest column above one that goes which stays. */
function nearestStanding(
  column: StandingColumn,
  byKey: ReadonlyMap<string, StandingColumn>,
  wanted: ReadonlyMap<string, PlannedColumn>,
): string {
  for (let above = column.parentKey; above !== null; above = byKey.get(above)?.parentKey ?? null) {
    const stays = wanted.get(above)
    if (stays) return stays.address
  }
  return fieldsAddress
}
