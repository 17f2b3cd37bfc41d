/**
 * What each page of the portal needs to be drawn, and nothing more. Pages are pure functions of
 * these; whoever wires queries fills them. Text is as written, unescaped; only `bodyHtml` is HTML,
 * already cleaned by the module that keeps it. Lists come newest first.
 */
import type { DatasetPage } from '#datasets'
import type { Details, Form, ProgrammeContent } from '#interpretation/contract'
import type { CivilDate } from '#platform/civil-date'
import type { PageSeal, RecordedLink } from '#seals'
import type { PolicyQuery } from './addresses.ts'
import type { DocumentLife } from './life-cycle-views.ts'

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

// ── Policy library ─────────────────────────────────────────────────────────────────────────────

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

// ── Columns ────────────────────────────────────────────────────────────────────────────────────

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

// ── Home and platform ──────────────────────────────────────────────────────────────────────────

export interface HomeView {
  readonly asOf: CivilDate
  readonly figures: { readonly duties: number; readonly counts: Counts }
  /** What people ask most, as typed into the search box. */
  readonly questions: readonly string[]
  readonly latest: readonly DocumentLine[]
  readonly consultations: readonly {
    readonly title: string
    readonly address: string
    readonly unit: string
    readonly closesOn: CivilDate
  }[]
  readonly fields: readonly FieldCard[]
  readonly towns: readonly TownEntry[]
}

export interface TownEntry extends OrganizationRef {
  readonly kind: OrganizationKind
  readonly villages: readonly OrganizationRef[]
}

/** Items of the standard catalogue in force: must be disclosed, may be (M19). */
export interface ItemCounts {
  readonly required: number
  readonly optional: number
}

export interface PlatformView {
  readonly items: ItemCounts
  readonly rules: { readonly documents: number; readonly latestOn: CivilDate | null }
  readonly statutory: { readonly documents: number; readonly latestOn: CivilDate | null }
  readonly reports: { readonly documents: number; readonly latestYear: number | null }
  readonly guideUpdatedOn: CivilDate | null
  readonly latest: readonly DocumentLine[]
}

export interface StatutoryView {
  readonly items: ItemCounts
  /** 政策文件, 机构职能, 规划计划 … as the site's editors made them. */
  readonly columns: readonly (ColumnEntry & {
    readonly address: string
    readonly description: string
  })[]
  readonly grassroots: {
    readonly fields: number
    readonly matters: number
    readonly documents: number
    readonly latestOn: CivilDate | null
  }
}

export interface RulesView {
  readonly items: ItemCounts
  readonly groups: readonly { readonly name: string; readonly documents: readonly DocumentLine[] }[]
}

export interface ReportsView {
  readonly years: readonly {
    readonly year: number
    readonly documents: readonly DocumentLine[]
    /** Reports made here, in the official form. */
    readonly reports: readonly {
      readonly code: string
      readonly name: string
      readonly publishedOn: string
    }[]
    /** Units that owe a report for this year and have none yet. */
    readonly missing: readonly OrganizationRef[]
  }[]
}

export interface LawLimit {
  readonly days: number
  /** Where it stands: 《中华人民共和国政府信息公开条例》第三十三条. */
  readonly article: string
}

/** How to reach those who take requests for information. */
export interface DisclosureOffice {
  readonly organization: OrganizationRef
  /** Name of the section that does the work, e.g. 政务公开股. */
  readonly office: string | null
  readonly address: string | null
  readonly postcode: string | null
  readonly hours: string | null
  readonly telephone: string | null
  readonly fax: string | null
  readonly email: string | null
}

/** The guide of 条例 art. 12, written from the unit register so that it cannot go stale. */
export interface GuideView {
  readonly updatedOn: CivilDate
  readonly competent: DisclosureOffice
  readonly offices: readonly DisclosureOffice[]
  readonly limits: {
    readonly disclosure: LawLimit
    readonly reply: LawLimit
    readonly extension: LawLimit
  }
}

// ── Grassroots column and standard catalogue ───────────────────────────────────────────────────

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

// ── Document ───────────────────────────────────────────────────────────────────────────────────

export interface AttachmentLine {
  readonly key: string
  readonly name: string
  /** File type in lower case without the dot: pdf, docx, xlsx, ofd. */
  readonly type: string
  readonly bytes: number
}

/** A public note on a document: what was wrong and since when it is right, or why it went. */
export interface PublicNote {
  readonly kind: 'correction' | 'withdrawal' | 'replacement' | 'urgent'
  readonly on: CivilDate
  readonly text: string
  readonly other: DocumentLink | null
}

export interface DocumentView {
  readonly id: number
  readonly title: string
  /** Columns above, highest first, the document's own column last. */
  readonly trail: readonly ColumnIdentity[]
  readonly unit: OrganizationRef
  /** Source organ as the law calls it; often the unit, else where it was reprinted from. */
  readonly source: string
  readonly author: string | null
  readonly summary: string | null
  readonly keywords: readonly string[]
  readonly publishedAt: Date
  /** When the live edition replaced an earlier one. The publish date is never altered. */
  readonly updatedAt: Date | null
  readonly indexNumber: string | null
  readonly subjectClass: string | null
  readonly issuingOrgan: string | null
  readonly writtenOn: CivilDate | null
  readonly documentNumber: string | null
  readonly validity: {
    readonly state: Validity
    readonly from: CivilDate | null
    readonly until: CivilDate | null
    readonly by: DocumentLink | null
    /** What ended or amended it where that is not on this site. */
    readonly byText?: string
  } | null
  /** Policies no longer in force on which the text relies (M31). */
  readonly cited?: readonly CitedPolicy[]
  /** How a regulation compares with its official version (M32). */
  readonly official?: {
    readonly source: string
    readonly sourceAddress: string
    readonly same: boolean
    readonly checkedOn: CivilDate
  } | null
  /** The issue of the gazette in which it was printed (M102). */
  readonly printed?: {
    readonly year: number
    readonly number: number
    readonly total: number
    readonly entryNumber: number
    readonly title: string
  } | null
  readonly attribute: Attribute
  readonly bodyHtml: string
  /** Its stage, and where its matters are read through their lives (M21). */
  readonly life?: readonly {
    readonly stage: string
    readonly organizationCode: string
    readonly matterCode: string
  }[]
  /** Tables of figures that belong to the text (M18). */
  readonly tables?: readonly DatasetPage[]
  readonly attachments: readonly AttachmentLine[]
  readonly notes: readonly PublicNote[]
  /** Clarifications both ways (M40), and the emergency of which it tells (M45). */
  readonly cycle?: DocumentLife
  /** Set where the document explains a policy: what its form says besides the text. */
  readonly explanation?: ExplanationView | null
  readonly explains: readonly DocumentLink[]
  readonly explainedBy: readonly DocumentLink[]
  /** Other columns where this same record stands (M14). */
  readonly alsoIn: readonly { readonly name: string; readonly address: string }[]
  readonly neighbours: readonly DocumentLine[]
  readonly editions: number
  readonly visits: number | null
  /** Its newest link of the public chain, carried by every saved copy. */
  readonly seal?: PageSeal | null
}

export interface DifferencePiece {
  readonly kind: 'same' | 'added' | 'removed'
  readonly text: string
}

export interface HistoryView {
  readonly document: DocumentLink
  /** How it stands today as a policy. */
  readonly validity: DocumentView['validity']
  readonly trail: readonly ColumnIdentity[]
  readonly editions: readonly {
    readonly number: number
    readonly publishedAt: Date
    readonly live: boolean
    /** Why it was changed, as the public may read it. */
    readonly note: string | null
  }[]
  readonly comparison: {
    readonly from: number
    readonly to: number
    /** Changed places, paragraph by paragraph; long unchanged stretches are left out as `null`. */
    readonly paragraphs: readonly (readonly DifferencePiece[] | null)[]
  } | null
  /** Its links of the public chain, newest first. */
  readonly record: readonly RecordedLink[]
}

/** A document that was taken down: its address stays and says so. */
export interface WithdrawnView {
  readonly title: string
  readonly unit: OrganizationRef
  readonly withdrawnOn: CivilDate
  readonly note: string
  readonly replacedBy: DocumentLink | null
  readonly column: { readonly name: string; readonly address: string } | null
  readonly neighbours: readonly DocumentLine[]
  readonly record: readonly RecordedLink[]
}

export interface MissingView {
  readonly address: string
  readonly neighbours: readonly DocumentLine[]
}

export interface FaultView {
  readonly status: 500 | 503
  /** What the reader can quote to the operator. */
  readonly reference: string | null
}

// ── Organizations ──────────────────────────────────────────────────────────────────────────────

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

// ── Search ─────────────────────────────────────────────────────────────────────────────────────

/** Text with the found words marked. */
export type Found = readonly { readonly text: string; readonly found: boolean }[]

export interface SearchHit extends DocumentLine {
  readonly foundTitle: Found
  readonly excerpt: Found
  /** The attached file in which the words were found, with what stands around them. */
  readonly file: { readonly id: number; readonly name: string; readonly passage: Found } | null
  /** Only parts of the words stand in it. */
  readonly apart: boolean
}

export interface Facet {
  readonly value: string
  readonly label: string
  readonly count: number
}

export const searchFacets = ['field', 'organization', 'kind', 'validity', 'year'] as const
export type SearchFacetName = (typeof searchFacets)[number]

export interface SearchView {
  readonly query: {
    readonly q: string
    readonly field: string | null
    readonly organization: string | null
    readonly year: number | null
    readonly kind: string | null
    readonly validity: string | null
    readonly from: CivilDate | null
    readonly until: CivilDate | null
    readonly asTyped: boolean
  }
  /** How many, counted up to a cap: `capped` says "at least". */
  readonly count: number
  readonly capped: boolean
  readonly hits: Slice<SearchHit>
  readonly facets: Readonly<Record<SearchFacetName, readonly Facet[]>>
  /** What was sought in the place of what was typed; what may have been meant. */
  readonly instead: string | null
  readonly meant: string | null
  /** The question is a number and these documents bear it. */
  readonly numbered: boolean
  /** Longer words that begin so, and titles: what the search box suggests, for readers without scripts. */
  readonly further: readonly {
    readonly text: string
    readonly documentId: number | null
    readonly validity: Validity | null
  }[]
  /** Where the catalogue would have it, with who has to disclose it; only where nothing was found. */
  readonly matters: readonly {
    readonly name: string
    readonly field: string
    readonly address: string | null
    readonly bodies: string
  }[]
  readonly questions: readonly string[]
}

// ── Account: coverage and timeliness ───────────────────────────────────────────────────────────

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

// ── Site map ───────────────────────────────────────────────────────────────────────────────────

export interface SiteMapView {
  readonly fields: readonly (FieldRef & { readonly level1: readonly ColumnEntry[] })[]
  readonly statutory: readonly ColumnEntry[]
  readonly departments: readonly OrganizationRef[]
  readonly towns: readonly TownEntry[]
}

/** The accessibility statement: who made it, when it was last tested and how to say what is wrong. */
export interface AccessibilityView {
  readonly testedOn: CivilDate
  readonly knownGaps: readonly string[]
}

// ── Interpretation ─────────────────────────────────────────────────────────────────────────────

export interface ExplanationView {
  readonly form: Form
  readonly author: string
  readonly authorPost: string
  readonly details: Details
}

export interface InterpretationLine extends DocumentLink {
  readonly form: Form
  readonly unit: OrganizationRef
  readonly publishedOn: CivilDate
  readonly policy: DocumentLink
}

export interface InterpretationView {
  readonly query: {
    readonly form: Form | null
    readonly unit: string | null
    readonly policy: DocumentLink | null
  }
  readonly forms: readonly Form[]
  readonly units: readonly OrganizationRef[]
  readonly items: Slice<InterpretationLine>
}

export interface ConsultationView {
  readonly query: { readonly q: string; readonly policy: DocumentLink | null }
  readonly answers: Slice<{
    readonly id: number
    readonly question: string
    readonly answer: string
    readonly unit: OrganizationRef
    readonly policy: DocumentLink | null
    readonly reviewedOn: CivilDate
  }>
  readonly policies: readonly (DocumentLink & { readonly answers: number })[]
}

export interface ProgrammeView extends ProgrammeContent {
  readonly id: number
  readonly unit: OrganizationRef
  readonly policy: DocumentLink | null
}

export interface ProgrammesView {
  readonly programmes: Slice<ProgrammeView>
}
