import type { CivilDate } from '#platform/civil-date'
import type { PolicyClass, Validity } from './contract/shapes.ts'
import type { ValidityDates } from './validity.ts'

/** A policy as this module keeps it. */
export interface PolicyRecord extends ValidityDates {
  readonly documentId: number
  readonly organizationId: number
  readonly class: PolicyClass | 'none'
  readonly classByPerson: boolean
  readonly year: number | null
  readonly documentNumber: string
  readonly releasedAt: Date | null
  readonly termArticle: string
  readonly datesByPerson: boolean
  readonly legalityReviewedOn: CivilDate | null
  readonly legalityReviewer: string
  readonly legalityNumber: string
  readonly legalityOpinion: string
  readonly repealedById: number | null
  readonly declaredExpiredById: number | null
  readonly amendedById: number | null
  /** As the clock last turned it. */
  readonly validity: Validity
}

/** The edition of a document that this module reads: the working one on the desk, else the live one. */
export interface PolicyText {
  readonly documentId: number
  readonly editionId: number
  readonly organizationId: number
  readonly path: string
  readonly regionCode: string
  readonly title: string
  readonly kind: string
  readonly documentNumber: string
  readonly text: string
  readonly writtenOn: CivilDate | null
  readonly publishedAt: Date | null
  readonly live: boolean
}

/** How a document stands, for the mark beside its title and the banner on its page. */
export interface ValidityMark {
  readonly documentId: number
  readonly class: PolicyClass
  readonly validity: Validity
  /** The day since which it stands so. */
  readonly since: CivilDate | null
  readonly effectiveOn: CivilDate | null
  readonly expiresOn: CivilDate | null
  /** The document that ended or amended it, where a reader may see that. */
  readonly by: { readonly id: number; readonly title: string } | null
  /** The same where it is not on this site. */
  readonly byText: string
}
