import type { CivilDate } from '#platform/civil-date'
import type { FieldCard } from './columns.ts'
import type { Counts, DocumentLine, OrganizationKind, OrganizationRef, Slice } from './shared.ts'

export interface OrganizationLine extends OrganizationRef {
  readonly kind: OrganizationKind
  readonly duties: string | null
  readonly address: string | null
  readonly telephone: string | null
  readonly head: string | null
}

export interface OrganizationsView {
  readonly departments: readonly OrganizationLine[]
  readonly towns: readonly (OrganizationLine & { readonly villages: readonly OrganizationRef[] })[]
  readonly enterprises: readonly OrganizationLine[]
}

export interface OrganizationView {
  readonly code: string
  readonly name: string
  readonly kind: OrganizationKind
  readonly parent: OrganizationRef | null
  readonly duties: readonly string[]
  readonly address: string | null
  readonly postcode: string | null
  readonly hours: string | null
  readonly telephone: string | null
  readonly email: string | null
  readonly head: { readonly name: string; readonly post: string } | null
  readonly updatedOn: CivilDate | null
  readonly counts: Counts
  readonly asOf: CivilDate
  readonly fields: readonly FieldCard[]
  readonly documents: Slice<DocumentLine>
  readonly children: readonly (OrganizationRef & { readonly kind: OrganizationKind })[]
}
