import type { CivilDate } from '#platform/civil-date'
import type { ColumnType, DocumentLine, FieldRef, OrganizationRef, Slice } from './shared.ts'

/** A column as the official tags want it told (ColumnName, ColumnDescription …). */
export interface ColumnIdentity {
  readonly name: string
  readonly description: string
  readonly keywords: readonly string[]
  readonly type: ColumnType
  /** Address of the column, from `addresses`. */
  readonly address: string
}

export interface ColumnEntry {
  readonly name: string
  /** Null for an L2 matter without content, which folds into its L1 column. */
  readonly address: string | null
  readonly documents: number
  readonly latestOn: CivilDate | null
}

/** What the catalogue demands of a column: the matter's elements, as a reader may ask for them. */
export interface ColumnDuty {
  readonly contents: readonly string[]
  readonly timeLimit: string
  readonly bodies: readonly string[]
  readonly bases: readonly string[]
}

/** L1 and L2 matters, one organization's field, hand-made statutory columns: all are such lists. */
export interface ColumnView {
  readonly column: ColumnIdentity
  /** The columns above, highest first, without home and without this one. */
  readonly trail: readonly ColumnIdentity[]
  readonly children: readonly ColumnEntry[]
  readonly duty: ColumnDuty | null
  readonly documents: Slice<DocumentLine>
}

export interface FieldCard extends FieldRef {
  readonly matters: number
  readonly documents: number
  readonly latestOn: CivilDate | null
}

export interface FieldsView {
  readonly fields: readonly FieldCard[]
  /** Today in Shanghai when drawn, for "updated 3 days ago" in words. */
  readonly asOf: CivilDate
}

export interface FieldView {
  readonly field: FieldRef
  readonly leadOrgans: readonly OrganizationRef[]
  readonly level1: readonly (ColumnEntry & {
    readonly address: string
    readonly level2: readonly ColumnEntry[]
  })[]
  readonly latest: readonly DocumentLine[]
}
