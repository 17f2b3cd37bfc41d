import { fact } from '#platform/fact'
import type { EditionFact } from './facts.ts'

/** A limit of law or custom holds from a day on. */
export const limitSet = fact<{
  readonly subject: string
  readonly organizationId: number
  readonly name: string
  readonly amount: number
  readonly unit: string
  readonly appliesFrom: string
}>('documents.limitSet')

/** Something kept from the public was looked at again (M27). */
export const reReviewDecided = fact<
  EditionFact & {
    readonly outcome: string
    readonly reason: string
    readonly nextDueOn: string | null
  }
>('documents.reReviewDecided')

/** Units are asked, answer, or their common superior decides (M39). */
export const agreementAsked = fact<
  EditionFact & {
    readonly askedOrganizationId: number
    readonly dueOn: string
    readonly note: string
  }
>('documents.agreementAsked')
export const agreementAnswered = fact<
  EditionFact & {
    readonly askedOrganizationId: number
    readonly answer: string
    readonly note: string
  }
>('documents.agreementAnswered')
export const agreementCancelled = fact<EditionFact & { readonly askedOrganizationId: number }>(
  'documents.agreementCancelled',
)
export const agreementDecided = fact<
  EditionFact & { readonly verdict: string; readonly reason: string }
>('documents.agreementDecided')

/** Released ahead of review, and what the second pair of eyes said (M38). */
export const urgentlyReleased = fact<
  EditionFact & { readonly reason: string; readonly reviewerId: number; readonly dueAt: string }
>('documents.urgentlyReleased')
export const urgentReviewed = fact<
  EditionFact & { readonly outcome: string; readonly note: string }
>('documents.urgentReviewed')

/** What a clarification sets right was linked, unlinked, released or withdrawn: these pages change. */
export const clarificationLinked = fact<{
  readonly subject: string
  readonly organizationId: number
  readonly documentId: number
  readonly documentIds: readonly number[]
}>('documents.clarificationLinked')

interface BundleFact {
  readonly subject: string
  readonly organizationId: number
  readonly bundleId: number
}
/** The quarter's bundle (M36). */
export const bundleHandedIn = fact<
  BundleFact & { readonly documentId: number; readonly late: boolean }
>('documents.bundleHandedIn')
export const bundleTakenOut = fact<
  BundleFact & { readonly documentId: number; readonly reason: string }
>('documents.bundleTakenOut')
export const bundleMoved = fact<BundleFact & { readonly state: string; readonly count: number }>(
  'documents.bundleMoved',
)

/** An emergency was opened, told further or closed (M45). */
export const eventChanged = fact<{
  readonly subject: string
  readonly organizationId: number
  readonly eventId: number
  readonly what: 'opened' | 'updated' | 'pressConference' | 'closed'
  readonly documentIds: readonly number[]
}>('documents.eventChanged')

/** Where a record came from, or where its file lies now (M26). */
export const recordKept = fact<{
  readonly subject: string
  readonly organizationId: number
  readonly documentId: number
  readonly origin: string
  readonly archivedOn: string | null
}>('documents.recordKept')
