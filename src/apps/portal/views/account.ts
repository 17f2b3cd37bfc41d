import type { CivilDate } from '#platform/civil-date'
import type { Counts, DocumentLink, FieldRef, OrganizationRef, Slice, Standing } from './shared.ts'

/** A part of a whole, counted by `assessment`: duties with content, releases inside their limit. */
export interface Share {
  readonly part: number
  readonly total: number
}

export interface AccountView {
  readonly asOf: CivilDate
  readonly counts: Counts
  readonly coverage: Share
  readonly onTime: Share
  readonly fields: readonly FieldRef[]
  readonly groups: readonly {
    readonly kind: 'departments' | 'towns'
    readonly units: readonly AccountUnit[]
  }[]
  /** Plain counts of items (M137): by month, newest last, and by class. */
  readonly byMonth: readonly { readonly month: string; readonly documents: number }[]
  readonly byClass: readonly { readonly name: string; readonly documents: number }[]
}

export interface AccountUnit {
  readonly organization: OrganizationRef
  readonly counts: Counts
  readonly coverage: Share
  readonly onTime: Share
  readonly documents: number
  /** Standing by field slug; a field that is no business of the unit is left out. */
  readonly cells: Readonly<Record<string, Counts>>
}

export interface AccountDetailView {
  readonly organization: OrganizationRef
  readonly asOf: CivilDate
  readonly field: FieldRef | null
  readonly fields: readonly FieldRef[]
  readonly counts: Counts
  readonly coverage: Share
  readonly onTime: Share
  readonly matters: Slice<{
    readonly field: FieldRef
    readonly level1: string
    readonly level2: string | null
    readonly address: string | null
    readonly standing: Standing
    /** Why a matter does not apply, or what is amiss. */
    readonly reason: string | null
    readonly timeLimit: string
    readonly dueOn: CivilDate | null
    readonly documents: readonly (DocumentLink & { readonly publishedOn: CivilDate })[]
  }>
}
