import { fact } from '#platform/fact'
import type { RequestFact } from './facts.ts'

export const requestSplit = fact<RequestFact & { readonly parts: readonly number[] }>(
  'requests.requestSplit',
)
export const requestUnsplit = fact<RequestFact>('requests.requestUnsplit')
export const requestMerged = fact<RequestFact & { readonly intoId: number }>(
  'requests.requestMerged',
)
export const repeatLinked = fact<RequestFact & { readonly earlierId: number | null }>(
  'requests.repeatLinked',
)
export const reasonsJudged = fact<RequestFact & { readonly outcome: string }>(
  'requests.reasonsJudged',
)
/** A processing fee moved on: assessed, proposed, approved, waived, noticed, paid, lapsed. */
export const feeMoved = fact<RequestFact & { readonly state: string; readonly amountFen: number }>(
  'requests.feeMoved',
)
export const panelCalled = fact<RequestFact & { readonly panelId: number }>('requests.panelCalled')
export const panelConcluded = fact<RequestFact & { readonly panelId: number }>(
  'requests.panelConcluded',
)

interface DocketFact {
  readonly subject: string
  readonly organizationId: number
  readonly docketId: number
  readonly requestId: number | null
}
export const docketOpened = fact<DocketFact & { readonly docketKind: string }>(
  'requests.docketOpened',
)
export const docketChanged = fact<DocketFact>('requests.docketChanged')
export const docketDecided = fact<DocketFact & { readonly outcome: string }>(
  'requests.docketDecided',
)

interface ProposalFact {
  readonly subject: string
  readonly organizationId: number
  readonly proposalId: number
}
export const disclosureProposed = fact<ProposalFact & { readonly spared: number }>(
  'requests.disclosureProposed',
)
export const proposalDecided = fact<
  ProposalFact & { readonly state: string; readonly documentId: number | null }
>('requests.proposalDecided')
/** Somebody said which field of the catalogue a request is about. */
export const subjectSet = fact<RequestFact & { readonly field: string }>('requests.subjectSet')
