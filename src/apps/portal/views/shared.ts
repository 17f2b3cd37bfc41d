import type { CivilDate } from '#platform/civil-date'

export type Standing = 'met' | 'due' | 'late' | 'blank' | 'notApplicable'
export type Validity =
  | 'pending'
  | 'inForce'
  | 'amended'
  | 'repealed'
  | 'expired'
  | 'declaredExpired'
export type Attribute = 'proactive' | 'onRequest' | 'notDisclosed'
/** 国办发〔2017〕47号: the class of a column, said in the ColumnType tag. */
export type ColumnType = 'overview' | 'news' | 'index' | 'policy' | 'services' | 'interaction'
export type OrganizationKind =
  | 'government'
  | 'department'
  | 'town'
  | 'subdistrict'
  | 'village'
  | 'community'
  | 'publicEnterprise'

/** Duties (matter × organization) by standing. */
export type Counts = Readonly<Record<Standing, number>>

export interface OrganizationRef {
  readonly code: string
  readonly name: string
}

export interface FieldRef {
  readonly slug: string
  readonly name: string
}

/** One page of a longer list; `next` is the opaque cursor of the page after it. */
export interface Slice<T> {
  readonly items: readonly T[]
  readonly next: string | null
  /** False on a later page, which then offers the way back to the newest. */
  readonly first: boolean
}

export interface DocumentLink {
  readonly id: number
  readonly title: string
  /** How it stands today as a policy; absent or null where it is none. */
  readonly validity?: Validity | null
}

export interface DocumentLine extends DocumentLink {
  /** Name of the L2 matter that folded into this L1 column (M13), set in brackets before the title. */
  readonly category: string | null
  readonly unit: OrganizationRef
  readonly publishedOn: CivilDate
  readonly documentNumber: string | null
  readonly validity: Validity | null
}

export interface CitedPolicy extends DocumentLink {
  readonly documentNumber: string
  readonly state: Validity
  readonly since: CivilDate | null
}
