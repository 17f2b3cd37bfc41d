import type { CivilDate } from '#platform/civil-date'
import type { DocumentLine, Slice, Validity } from './shared.ts'

/** Text with the found words marked. */
export type Found = readonly { readonly text: string; readonly found: boolean }[]

export interface SearchHit extends DocumentLine {
  readonly foundTitle: Found
  readonly excerpt: Found
  /** The attached file in which the words were found, with what stands around them. */
  readonly file: { readonly id: number; readonly name: string; readonly passage: Found } | null
  /** Only parts of the words stand in it. */
  readonly apart: boolean
}

export interface Facet {
  readonly value: string
  readonly label: string
  readonly count: number
}

export const searchFacets = ['field', 'organization', 'kind', 'validity', 'year'] as const
export type SearchFacetName = (typeof searchFacets)[number]

export interface SearchView {
  readonly query: {
    readonly q: string
    readonly field: string | null
    readonly organization: string | null
    readonly year: number | null
    readonly kind: string | null
    readonly validity: string | null
    readonly from: CivilDate | null
    readonly until: CivilDate | null
    readonly asTyped: boolean
  }
  /** How many, counted up to a cap: `capped` says "at least". */
  readonly count: number
  readonly capped: boolean
  readonly hits: Slice<SearchHit>
  readonly facets: Readonly<Record<SearchFacetName, readonly Facet[]>>
  /** What was sought in the place of what was typed; what may have been meant. */
  readonly instead: string | null
  readonly meant: string | null
  /** The question is a number and these documents bear it. */
  readonly numbered: boolean
  /** Longer words that begin so, and titles: what the search box suggests, for readers without scripts. */
  readonly further: readonly {
    readonly text: string
    readonly documentId: number | null
    readonly validity: Validity | null
  }[]
  /** Where the catalogue would have it, with who has to disclose it; only where nothing was found. */
  readonly matters: readonly {
    readonly name: string
    readonly field: string
    readonly address: string | null
    readonly bodies: string
  }[]
  readonly questions: readonly string[]
}
