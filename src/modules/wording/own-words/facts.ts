import { fact } from '#platform/fact'

/** What is looked for in the texts of a unit, and of those below it, changed. */
export interface OwnWordFact {
  readonly subject: string
  readonly organizationId: number
  readonly word: string
}
export const ownWordAdded = fact<
  OwnWordFact & {
    readonly wordKind: string
    readonly instead: string
    readonly reason: string
    readonly from: string
    readonly until: string | null
  }
>('wording.ownWordAdded')
export const ownWordRetired = fact<OwnWordFact & { readonly reason: string }>(
  'wording.ownWordRetired',
)
