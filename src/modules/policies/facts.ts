import { fact } from '#platform/fact'
import type { PolicyClass, Validity } from './contract/shapes.ts'

/** What every fact about one policy carries; `subject` is 'document/12'. */
interface PolicyFact {
  readonly subject: string
  readonly organizationId: number
  readonly documentId: number
}

/** A policy stands otherwise than before, by an act or by the day. */
export const validityChanged = fact<
  PolicyFact & {
    readonly from: Validity
    readonly to: Validity
    /** Columns whose lists show it, ancestors included. */
    readonly columnIds: readonly number[]
  }
>('policies.validityChanged')

/** A document entered the library, changed its class or its dates, or left it (`class` null). */
export const policyKept = fact<PolicyFact & { readonly class: PolicyClass | null }>(
  'policies.policyKept',
)

export const particularsKept = fact<PolicyFact & { readonly changed: readonly string[] }>(
  'policies.particularsKept',
)

interface RoundFact {
  readonly subject: string
  readonly organizationId: number
  readonly roundId: number
}
export const roundOpened = fact<RoundFact & { readonly documents: number }>('policies.roundOpened')
export const roundDecided = fact<
  RoundFact & { readonly documentIds: readonly number[]; readonly decision: string }
>('policies.roundDecided')
export const roundSigned = fact<RoundFact>('policies.roundSigned')
export const roundDrafted = fact<RoundFact & { readonly documentId: number }>(
  'policies.roundDrafted',
)
export const roundPublished = fact<RoundFact & { readonly documentId: number }>(
  'policies.roundPublished',
)

/** Our copy of a regulation was compared with the official one. */
export const textChecked = fact<
  PolicyFact & { readonly same: boolean; readonly differing: number }
>('policies.textChecked')

export const termSet = fact<{
  readonly subject: string
  readonly organizationId: number
  readonly regionCode: string
  readonly years: number
}>('policies.termSet')
