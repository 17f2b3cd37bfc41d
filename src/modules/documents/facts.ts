import { fact } from '#platform/fact'

/** Whose duty a document serves: one matter of one organization. */
export interface Duty {
  readonly organizationId: number
  readonly matterCode: string
}

/** What every fact about an edition carries; `subject` is 'document/12'. */
export interface EditionFact {
  readonly subject: string
  readonly organizationId: number
  readonly documentId: number
  readonly editionId: number
}

/** Before the public or gone from it: which lists and which duties are touched. */
export interface ReleaseFact extends EditionFact {
  /** Columns in which the document stands or stood, ancestors included. */
  readonly columnIds: readonly number[]
  /** Duties served now, and those served until now. */
  readonly duties: readonly Duty[]
  readonly title: string
  readonly publishedAt: string
}

export const editionPublished = fact<ReleaseFact & { readonly first: boolean }>(
  'documents.editionPublished',
)
/** Announced beside editionPublished when it took the place of a live edition. */
export const editionCorrected = fact<ReleaseFact & { readonly note: string }>(
  'documents.editionCorrected',
)
export const editionWithdrawn = fact<
  ReleaseFact & {
    readonly note: string
    readonly replacedById: number | null
    /** Set when a take-down date was reached and nobody pressed a button. */
    readonly because: 'person' | 'takeDown'
  }
>('documents.editionWithdrawn')

/**
 * Something was formed that serves a duty and is not before the public yet: the account learns what
 * is due. `duties` holds those served now and those dropped by the change.
 */
export interface ClockFact extends EditionFact {
  readonly duties: readonly Duty[]
  readonly formedOn: string | null
  readonly dueOn: string | null
}
export const dutyClockStarted = fact<ClockFact>('documents.dutyClockStarted')
export const dutyClockChanged = fact<ClockFact>('documents.dutyClockChanged')
export const dutyClockStopped = fact<ClockFact>('documents.dutyClockStopped')

/** A year's notice came in: days that were unknown are known. How many texts, and for whose duties. */
export const clocksCounted = fact<{
  readonly subject: string
  readonly documents: number
  readonly duties: readonly Duty[]
}>('documents.dutyClocksCounted')

export const draftCreated = fact<EditionFact & { readonly from: string }>('documents.draftCreated')
/** Names of the fields that changed; the text itself is in the edition. */
export const draftSaved = fact<
  EditionFact & { readonly version: number; readonly changed: readonly string[] }
>('documents.draftSaved')
export const draftAbandoned = fact<EditionFact & { readonly reason: string }>(
  'documents.draftAbandoned',
)
export const readersChanged = fact<EditionFact & { readonly limited: boolean }>(
  'documents.readersChanged',
)

export interface RoundFact extends EditionFact {
  readonly round: number
}
export const editionSubmitted = fact<RoundFact & { readonly steps: readonly string[] }>(
  'documents.editionSubmitted',
)
export const editionTakenBack = fact<RoundFact>('documents.editionTakenBack')
export const stepApproved = fact<
  RoundFact & { readonly step: number; readonly role: string; readonly note: string }
>('documents.stepApproved')
export const editionApproved = fact<RoundFact>('documents.editionApproved')
export const editionReturned = fact<
  RoundFact & { readonly step: number; readonly role: string; readonly note: string }
>('documents.editionReturned')
export const attributeChanged = fact<
  EditionFact & { readonly from: string; readonly to: string; readonly note: string }
>('documents.attributeChanged')
export const reviewPlanSet = fact<{
  readonly subject: string
  readonly organizationId: number
  readonly columnKey: string
  readonly steps: readonly string[]
}>('documents.reviewPlanSet')
/** The plan of the unit above applies again. */
export const reviewPlanDropped = fact<{
  readonly subject: string
  readonly organizationId: number
  readonly columnKey: string
}>('documents.reviewPlanDropped')

export const editionScheduled = fact<EditionFact & { readonly publishAt: string }>(
  'documents.editionScheduled',
)
export const scheduleCancelled = fact<EditionFact>('documents.scheduleCancelled')
/** The moment came and something stood in the way; it is back among the approved. */
export const scheduleMissed = fact<EditionFact & { readonly note: string }>(
  'documents.scheduleMissed',
)
export const takeDownSet = fact<EditionFact & { readonly takeDownAt: string | null }>(
  'documents.takeDownSet',
)
export const documentReferred = fact<
  EditionFact & { readonly columnIds: readonly number[]; readonly duties: readonly Duty[] }
>('documents.documentReferred')

export const attachmentAdded = fact<
  EditionFact & { readonly name: string; readonly sha256: string }
>('documents.attachmentAdded')
export const attachmentRemoved = fact<
  EditionFact & { readonly name: string; readonly sha256: string }
>('documents.attachmentRemoved')
export const attachmentRenamed = fact<EditionFact & { readonly from: string; readonly to: string }>(
  'documents.attachmentRenamed',
)

/** A person answered for a file that could not be examined, or for what was found in it. */
export const fileSigned = fact<
  EditionFact & { readonly name: string; readonly sha256: string; readonly reason: string }
>('documents.fileSigned')
/** A masked copy took the place of a file; the original is gone. */
export const attachmentMasked = fact<
  EditionFact & { readonly name: string; readonly from: string; readonly to: string }
>('documents.attachmentMasked')
/** Hidden parts were taken out of a file; the original is gone. */
export const attachmentCleaned = fact<
  EditionFact & { readonly name: string; readonly from: string; readonly to: string }
>('documents.attachmentCleaned')

/** Someone answers for personal data that the law wants public; the value itself is not told. */
export const findingOverruled = fact<
  EditionFact & { readonly kind: string; readonly ground: string; readonly reason: string }
>('documents.findingOverruled')
export const findingReinstated = fact<EditionFact & { readonly kind: string }>(
  'documents.findingReinstated',
)

export const previewCreated = fact<
  EditionFact & { readonly note: string; readonly expiresAt: string }
>('documents.previewCreated')
export const previewRevoked = fact<EditionFact>('documents.previewRevoked')

/** Columns were made, moved or retired; `addresses` are those whose pages changed, old ones too. */
export const columnsMoved = fact<{
  readonly subject: string
  readonly organizationId: number | null
  readonly columnIds: readonly number[]
  readonly addresses: readonly string[]
}>('documents.columnsMoved')
