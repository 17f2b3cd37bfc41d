import type { DatasetPage } from '#datasets'
import type { CivilDate } from '#platform/civil-date'
import type { PageSeal, RecordedLink } from '#seals'
import type { DocumentLife } from '../life-cycle-views.ts'
import type { ColumnIdentity } from './columns.ts'
import type { ExplanationView } from './interpretation.ts'
import type {
  Attribute,
  CitedPolicy,
  DocumentLine,
  DocumentLink,
  OrganizationRef,
  Validity,
} from './shared.ts'

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
