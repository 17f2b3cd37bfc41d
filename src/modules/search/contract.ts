/** Text with the found words marked. */
export type Found = readonly { readonly text: string; readonly found: boolean }[]

export interface SearchQuery {
  readonly q: string
  /** Field code, organization code, year of publication. */
  readonly field: string | null
  readonly organization: string | null
  readonly year: number | null
  readonly after: string | null
}

export interface SearchHit {
  readonly documentId: number
  readonly title: string
  readonly documentNumber: string
  readonly organizationCode: string
  readonly organizationName: string
  readonly publishedAt: Date
  readonly foundTitle: Found
  readonly excerpt: Found
}

export interface SearchFacet {
  readonly value: string
  readonly count: number
}

export interface SearchAnswer {
  readonly hits: readonly SearchHit[]
  readonly next: string | null
  /** Matches up to the cap; `capped` says "at least". */
  readonly count: number
  readonly capped: boolean
  readonly facets: {
    readonly field: readonly SearchFacet[]
    readonly organization: readonly (SearchFacet & { readonly label: string })[]
    readonly year: readonly SearchFacet[]
  }
}
