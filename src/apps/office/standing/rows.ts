import type { HeatUnit } from '#assessment/contract'

export interface Row {
  readonly unit: HeatUnit
  /** Villages and communities that fold beneath a town. */
  readonly below: readonly HeatUnit[]
}

export interface Group {
  readonly level: 'county' | 'township' | 'village'
  readonly rows: readonly Row[]
}

/** Units in three groups; villages stand beneath their town where the town is on the map. */
export const groupsOf = (units: readonly HeatUnit[]): Group[] => {
  const towns = new Set(
    units.filter((unit) => unit.level === 'township').map((unit) => unit.organizationId),
  )
  const isBelowTown = (unit: HeatUnit) =>
    unit.level === 'village' && unit.parentId !== null && towns.has(unit.parentId)
  const below = Map.groupBy(units.filter(isBelowTown), (unit) => unit.parentId)
  const levels = ['county', 'township', 'village'] as const
  return levels
    .map((level) => ({
      level,
      rows: units
        .filter((unit) => unit.level === level && !isBelowTown(unit))
        .map((unit) => ({ unit, below: below.get(unit.organizationId) ?? [] })),
    }))
    .filter((group) => group.rows.length > 0)
}
