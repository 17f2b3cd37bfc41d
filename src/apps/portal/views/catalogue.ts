import type { CivilDate } from '#platform/civil-date'
import type { FieldCard } from './columns.ts'
import type { ItemCounts } from './home.ts'
import type { FieldRef } from './shared.ts'

export interface GrassrootsView {
  readonly catalogue: CatalogueEditionView
  readonly fields: readonly FieldCard[]
  readonly asOf: CivilDate
}

export interface CatalogueEditionView extends ItemCounts {
  readonly name: string
  readonly effectiveFrom: CivilDate
  readonly adoptedBy: string
  readonly matters: number
}

export interface CatalogueRow {
  readonly seq: number
  readonly level2: string | null
  readonly contents: readonly string[]
  readonly bases: readonly string[]
  readonly timeLimit: string
  readonly bodies: readonly string[]
  readonly channels: readonly string[]
  readonly audience: { readonly public: boolean; readonly group: string | null }
  readonly mode: 'proactive' | 'onRequest'
  readonly levels: readonly ('county' | 'township' | 'village')[]
  readonly required: boolean
  /** Column of the matter; null when it is only given on request. */
  readonly address: string | null
  readonly documents: number
  readonly latestOn: CivilDate | null
}

export interface CatalogueView {
  readonly edition: CatalogueEditionView
  readonly query: {
    readonly q: string
    readonly field: string | null
    readonly level: string | null
  }
  readonly fields: readonly FieldRef[]
  readonly count: number
  /** Rows under field and L1; a group may continue over pages. */
  readonly groups: readonly {
    readonly field: FieldRef
    readonly level1: string
    readonly rows: readonly CatalogueRow[]
  }[]
  readonly next: string | null
  readonly first: boolean
}
