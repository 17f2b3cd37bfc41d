import { useOutletContext } from 'react-router'
import type { CatalogueEdition } from '#catalogue/contract'

export interface EditionInHand {
  readonly edition: CatalogueEdition
  readonly organizationId: number | null
  /** It is a draft, and mine to change. */
  readonly mayEdit: boolean
  /** Responsibility and lists may be kept while it is in force, too. */
  readonly mayKeep: boolean
  /** Tailored from something, so each difference needs its reason (M7). */
  readonly reasonNeeded: boolean
}

/** The edition whose screen is open; only below `EditionScreen`. */
export const useEdition = (): EditionInHand => useOutletContext<EditionInHand>()
