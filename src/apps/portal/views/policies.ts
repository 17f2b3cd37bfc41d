import type { CivilDate } from '#platform/civil-date'
import type { PolicyQuery } from '../addresses.ts'
import type { DocumentLink, OrganizationRef, Slice, Validity } from './shared.ts'

export interface Counted {
  readonly value: string
  readonly count: number
}

export interface PolicyRow extends DocumentLink {
  readonly documentNumber: string
  readonly unit: OrganizationRef
  readonly effectiveOn: CivilDate | null
  readonly expiresOn: CivilDate | null
  readonly publishedOn: CivilDate
  readonly validity: Validity
}

export interface PoliciesView {
  readonly query: PolicyQuery
  readonly total: number
  readonly counts: {
    readonly class: readonly Counted[]
    readonly year: readonly Counted[]
    readonly validity: readonly Counted[]
  }
  readonly slice: Slice<PolicyRow>
}
