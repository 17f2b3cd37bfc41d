/** Text with the found words marked. */
export type Found = readonly { readonly text: string; readonly found: boolean }[]

export interface SearchQuery {
  readonly q: string
  /** Field code, organization code, year of publication. */
  readonly field: string | null
  readonly organization: string | null
  readonly year: number | null
  readonly after: string | null
  /** Kind of document (通知, 公告 …), validity of a policy. */
  readonly kind?: string | null
  readonly validity?: string | null
  /** First and last day of publication, YYYY-MM-DD. */
  readonly from?: string | null
  readonly until?: string | null
  /** Nothing put in the place of what was typed, and no word taken apart. */
  readonly asTyped?: boolean
}

/** A passage of an attached file in which the words were found. */
export interface FoundInFile {
  readonly id: number
  readonly name: string
  readonly passage: Found
}

export interface SearchHit {
  readonly documentId: number
  readonly title: string
  readonly documentNumber: string
  readonly organizationCode: string
  readonly organizationName: string
  readonly publishedAt: Date
  readonly kind: string
  /** Of a policy; '' where the document is none. */
  readonly validity: string
  readonly foundTitle: Found
  readonly excerpt: Found
  /** The file that has the words, where the document's own text has not. */
  readonly file: FoundInFile | null
  /** Found only with the words taken apart. */
  readonly apart: boolean
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
    readonly kind: readonly SearchFacet[]
    readonly validity: readonly SearchFacet[]
  }
  /** What was sought in the place of what was typed, since that is nowhere. */
  readonly instead: string | null
  /** What may have been meant, where little was found. */
  readonly meant: string | null
  /** The question is a number, and these documents bear it. */
  readonly numbered: boolean
}

/** What may be typed further, with where it leads. */
export interface Suggestion {
  readonly text: string
  /** Set where it is the title of one document. */
  readonly documentId: number | null
}
