import { fact } from '#platform/fact'
import type { ClockStanding, EventType } from './clock/contract.ts'

/** What every fact about a request carries: ids, never a name or a word of the requester's. */
export interface RequestFact {
  readonly subject: string
  readonly organizationId: number
  readonly requestId: number
}

export const requestSubmitted = fact<RequestFact & { readonly door: string }>(
  'requests.requestSubmitted',
)
/** Something happened in the law's eyes, and the clock was set by it. */
export const requestMoved = fact<
  RequestFact & { readonly event: EventType; readonly on: string; readonly standing: ClockStanding }
>('requests.requestMoved')
export const eventVoided = fact<RequestFact & { readonly eventId: number; readonly event: string }>(
  'requests.eventVoided',
)
/** A day went by, and with it a limit or a warning. */
export const requestTurned = fact<RequestFact & { readonly standing: ClockStanding }>(
  'requests.requestTurned',
)
export const requestAssigned = fact<
  RequestFact & { readonly unitId: number | null; readonly handlerId: number | null }
>('requests.requestAssigned')
export const completenessChecked = fact<RequestFact & { readonly complete: boolean }>(
  'requests.completenessChecked',
)
export const searchLogged = fact<RequestFact & { readonly outcome: string }>(
  'requests.searchLogged',
)
export const noteAdded = fact<RequestFact>('requests.noteAdded')
export const coUnitAsked = fact<RequestFact & { readonly unitId: number; readonly dueOn: string }>(
  'requests.coUnitAsked',
)
export const coUnitAnswered = fact<RequestFact & { readonly unitId: number }>(
  'requests.coUnitAnswered',
)
/** A limit is near or over, and these people were told for the first time. */
export const requestWarned = fact<
  RequestFact & {
    readonly light: string
    readonly dueOn: string
    readonly staffIds: readonly number[]
  }
>('requests.requestWarned')
/** `rule` names the rule that closed it by itself. */
export const requestClosed = fact<RequestFact & { readonly rule?: string }>(
  'requests.requestClosed',
)
export const requestArchived = fact<RequestFact>('requests.requestArchived')
/** The whole file of a closed case was taken for the archive. */
export const fileTransferred = fact<
  RequestFact & { readonly pieces: number; readonly sha256: string }
>('requests.fileTransferred')
export const enclosureAdded = fact<
  RequestFact & { readonly enclosureId: number; readonly purpose: string }
>('requests.enclosureAdded')
export const stepLimitSet = fact<{
  readonly subject: string
  readonly organizationId: number
  readonly step: string
  readonly days: number
  readonly appliesFrom: string
}>('requests.stepLimitSet')
export const retentionSet = fact<{
  readonly subject: string
  readonly organizationId: number
  readonly appliesFrom: string
  readonly particularsMonths: number
  readonly enclosuresMonths: number
}>('requests.retentionSet')
export const servingRuleSet = fact<{
  readonly subject: string
  readonly organizationId: number
  readonly days: number
  readonly appliesFrom: string
}>('requests.servingRuleSet')
export const closingRuleSet = fact<{
  readonly subject: string
  readonly organizationId: number
  readonly appliesFrom: string
  readonly days: number
}>('requests.closingRuleSet')
/** How a case was answered on paper or outside the system was recorded. */
export const outsideAnswerRecorded = fact<RequestFact & { readonly code: string }>(
  'requests.outsideAnswerRecorded',
)
/** Personal data were removed by the retention rule. Whoever keeps more of them removes it too. */
export const particularsRemoved = fact<{
  readonly subject: string
  readonly what: 'particulars' | 'enclosures'
  readonly requestIds: readonly number[]
  readonly rule: string
}>('requests.particularsRemoved')
/** The personal data of a case were opened by somebody. */
export const particularsOpened = fact<RequestFact>('requests.particularsOpened')
