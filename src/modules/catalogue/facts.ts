import { fact } from '#platform/fact'

interface OfEdition {
  readonly subject: string
  readonly organizationId: number | null
  readonly editionId: number
}

export const referenceLoaded = fact<OfEdition & { readonly matterCount: number }>(
  'catalogue.referenceLoaded',
)
export const fieldAdded = fact<{ readonly subject: string; readonly fieldCode: string }>(
  'catalogue.fieldAdded',
)
export const draftOpened = fact<OfEdition>('catalogue.draftOpened')
export const draftAbandoned = fact<OfEdition>('catalogue.draftAbandoned')

/** Matters of a draft were added, changed or removed by hand or by an import. */
export const draftChanged = fact<
  OfEdition & {
    readonly how: 'added' | 'changed' | 'removed' | 'imported' | 'settled'
    readonly matterCodes: readonly string[]
    readonly reason: string
  }
>('catalogue.draftChanged')

/** A government has a new catalogue: columns move by `renamed`, whatever else went or came. */
export const editionAdopted = fact<
  OfEdition & {
    readonly organizationId: number
    readonly previousEditionId: number | null
    readonly renamed: readonly { readonly from: string; readonly to: string }[]
  }
>('catalogue.editionAdopted')

export const importReceived = fact<{
  readonly subject: string
  readonly organizationId: number
  readonly importId: number
  readonly fileName: string
}>('catalogue.importReceived')
export const importDropped = fact<{
  readonly subject: string
  readonly organizationId: number
  readonly importId: number
}>('catalogue.importDropped')

export const responsibilitiesSet = fact<OfEdition & { readonly targets: readonly string[] }>(
  'catalogue.responsibilitiesSet',
)

/** Who owes what was derived anew without a new edition: the list or the organizations changed. */
export const obligationsDerived = fact<OfEdition & { readonly organizationId: number }>(
  'catalogue.obligationsDerived',
)

/** Nothing of the kind happens at this organization (reason), or it does after all (reason null). */
export const obligationDeclared = fact<{
  readonly subject: string
  readonly organizationId: number
  readonly matterCode: string
  readonly reason: string | null
}>('catalogue.obligationDeclared')

export const powersImported = fact<{
  readonly subject: string
  readonly organizationId: number
  readonly count: number
}>('catalogue.powersImported')
export const powerLinked = fact<{
  readonly subject: string
  readonly organizationId: number
  readonly matterCode: string | null
}>('catalogue.powerLinked')

/** A category was put on the negative list, changed or taken off (M6). */
export const negativeListChanged = fact<{
  readonly subject: string
  readonly organizationId: number
  readonly entryId: number
  readonly how: 'added' | 'changed' | 'ended'
  readonly note: string
}>('catalogue.negativeListChanged')
