import type { CivilDate } from '#platform/civil-date'

/** What the invented county is made of. Pure data: nothing here touches a database. */

export type OrganizationKind =
  | 'government'
  | 'office'
  | 'department'
  | 'vertical'
  | 'township'
  | 'subdistrict'
  | 'village'
  | 'community'
  | 'enterprise'

export type Level = 'county' | 'township' | 'village'

export interface DemoRegion {
  readonly code: string
  readonly name: string
  readonly level: 'province' | 'city' | Level
  readonly parentCode: string | null
}

export interface DemoOrganization {
  readonly code: string
  readonly kind: OrganizationKind
  readonly name: string
  readonly shortName: string
  readonly parentCode: string | null
  readonly regionCode: string
  readonly level: Level
  readonly creditCode: string
  readonly duties: string
  readonly address: string
  readonly hours: string
  readonly telephone: string
  readonly headName: string
  readonly headTitle: string
  readonly postcode: string
  readonly email: string
  /** The words by which the `subject` cells of the reference catalogue name this organization. */
  readonly subjectKeys: readonly string[]
}

export type Role =
  | 'clerk'
  | 'sectionHead'
  | 'leader'
  | 'secrecyReviewer'
  | 'signer'
  | 'disclosureOffice'
  | 'supervisor'
  | 'assessor'
  | 'administrator'

export interface DemoPerson {
  readonly userName: string
  readonly displayName: string
  readonly organizationCode: string
  readonly section: string
  readonly roles: readonly Role[]
  readonly password: string
}

export interface Responsibility {
  readonly field: string
  /** Organization that leads the field for the county. */
  readonly lead: string
  readonly joint: readonly string[]
}

/** The part of a catalogue matter that the generator needs to bind documents to it. */
export interface DemoMatter {
  readonly code: string
  readonly field: string
  readonly level1: string
  readonly level2: string | null
  readonly levels: readonly Level[]
  readonly mode: 'proactive' | 'onRequest'
}

/** Names matters by their words; `level2` absent means every level-2 matter below. */
export interface MatterRef {
  readonly field: string
  readonly level1?: string
  readonly level2?: string
}

export type Attribute = 'proactive' | 'onRequest' | 'notDisclosed'

export type DocumentKind =
  | '通知'
  | '公告'
  | '公示'
  | '通告'
  | '通报'
  | '意见'
  | '决定'
  | '方案'
  | '计划'
  | '规划'
  | '报告'
  | '指南'
  | '预案'
  | '名单'
  | '清单'
  | '批复'
  | '预算'
  | '决算'
  | '解读'
  | '统计'
  | '提示'

export type Cell = string | number

export type DemoAttachment =
  | { readonly name: string; readonly text: string }
  | { readonly name: string; readonly rows: readonly (readonly Cell[])[] }

export interface DemoCorrection {
  readonly on: CivilDate
  readonly note: string
  readonly html: string
}

export interface DemoWithdrawal {
  readonly on: CivilDate
  readonly publicNote: string
}

export interface DemoDocument {
  /** Stable across days, so that the same document keeps its identity when the demo is refreshed. */
  readonly key: string
  readonly organizationCode: string
  readonly matters: readonly MatterRef[]
  readonly matterCodes: readonly string[]
  readonly title: string
  readonly kind: DocumentKind
  readonly html: string
  readonly summary: string
  readonly documentNumber?: string
  readonly writtenOn: CivilDate
  readonly formedOn: CivilDate
  readonly publishedOn: CivilDate
  readonly attribute: Attribute
  readonly source: string
  readonly keywords: readonly string[]
  readonly attachment?: DemoAttachment
  /** Where it stands when it serves no matter of the catalogue; `policies` when absent. */
  readonly column?: 'rules' | 'reports' | 'policies' | 'plans' | 'news' | 'village-affairs'
  /** The key of the policy that this document explains. */
  readonly interprets?: string
  readonly corrected?: DemoCorrection
  readonly withdrawn?: DemoWithdrawal
}

export type DraftState =
  | 'draft'
  | 'returned'
  | 'awaitingSectionHead'
  | 'awaitingLeader'
  | 'awaitingSecrecyReviewer'
  | 'awaitingSigner'
  | 'approved'
  | 'scheduled'

export interface DemoDraft {
  readonly key: string
  readonly organizationCode: string
  readonly clerk: string
  readonly matters: readonly MatterRef[]
  readonly matterCodes: readonly string[]
  readonly title: string
  readonly kind: DocumentKind
  readonly html: string
  readonly writtenOn: CivilDate
  readonly formedOn: CivilDate
  readonly attribute: Attribute
  /** The ground of 条例 art. 14–16 and why it applies; both exactly when not `proactive`. */
  readonly attributeGround?: string
  readonly attributeReason?: string
  readonly keywords: readonly string[]
  readonly state: DraftState
  /** Why it came back, and which role sent it back; only with `returned`. */
  readonly returned?: { readonly by: Role; readonly reason: string }
  /** The day on which it goes out by itself; only with `scheduled`. */
  readonly scheduledOn?: CivilDate
}

/** An obligation that a body answers with a reason instead of a document. */
export interface NotApplicable {
  readonly organizationCode: string
  readonly matter: MatterRef
  readonly reason: string
}

/** A change that the county made to the ministries' guideline when adopting its own catalogue. */
export interface Deviation {
  readonly matter: MatterRef
  readonly change:
    | { readonly kind: 'dropped' }
    | { readonly kind: 'renamed'; readonly level2: string }
    | { readonly kind: 'timeLimit'; readonly timeLimit: string }
    | { readonly kind: 'levels'; readonly levels: readonly Level[] }
    | { readonly kind: 'channels'; readonly channels: readonly string[] }
    | { readonly kind: 'subject'; readonly subject: string }
    | {
        readonly kind: 'added'
        readonly content: string
        readonly basis: string
        readonly timeLimit: string
        readonly subject: string
        readonly levels: readonly Level[]
      }
  readonly reason: string
}
