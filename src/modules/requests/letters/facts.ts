import { fact } from '#platform/fact'
import type { RequestFact } from '../facts.ts'

export const caseDecided = fact<RequestFact & { readonly code: string }>('requests.caseDecided')
export const letterDrafted = fact<
  RequestFact & { readonly letterId: number; readonly kind: string }
>('requests.letterDrafted')
/** A letter went a step on, or back: sent up, reviewed, signed, returned, dropped. */
export const letterStepped = fact<
  RequestFact & { readonly letterId: number; readonly kind: string; readonly step: string }
>('requests.letterStepped')
export const letterIssued = fact<
  RequestFact & { readonly letterId: number; readonly kind: string; readonly number: string | null }
>('requests.letterIssued')
/** The words of a letter, or a file of the case, were opened by somebody. */
export const letterOpened = fact<RequestFact & { readonly letterId: number }>(
  'requests.letterOpened',
)
export const templateReplaced = fact<{
  readonly subject: string
  readonly organizationId: number
  readonly kind: string
  readonly edition: number | null
}>('requests.templateReplaced')
export const letterheadSaved = fact<{ readonly subject: string; readonly organizationId: number }>(
  'requests.letterheadSaved',
)
export const partyMoved = fact<
  RequestFact & { readonly partyId: number; readonly step: string; readonly opinion: string | null }
>('requests.partyMoved')
export const redactionMoved = fact<
  RequestFact & { readonly redactionId: number; readonly step: string; readonly parts: number }
>('requests.redactionMoved')
/** A file that goes along with a reply was added, opened, signed for or taken off. */
export const suppliedMoved = fact<
  RequestFact & { readonly suppliedId: number; readonly step: string }
>('requests.suppliedMoved')
export const letterServed = fact<
  RequestFact & { readonly letterId: number; readonly way: string; readonly on: string }
>('requests.letterServed')
/** The scan that proves a service was kept, or replaced. */
export const proofKept = fact<RequestFact & { readonly letterId: number }>('requests.proofKept')
/** The requester took a letter from the progress page for the first time. */
export const letterTaken = fact<RequestFact & { readonly letterId: number; readonly on: string }>(
  'requests.letterTaken',
)
