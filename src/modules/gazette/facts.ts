import { fact } from '#platform/fact'

export interface IssueFact {
  /** 'gazette/12'. */
  readonly subject: string
  readonly organizationId: number
  readonly issueId: number
  readonly year: number
  readonly number: number
}

/** An issue in the making was begun, filled, ordered, dated, sent on or given back. */
export const issueChanged = fact<IssueFact & { readonly what: string; readonly reason?: string }>(
  'gazette.issueChanged',
)
export const proofMarked = fact<
  IssueFact & { readonly documentId: number; readonly editionId: number; readonly verdict: string }
>('gazette.proofMarked')
export const issueSigned = fact<IssueFact>('gazette.issueSigned')
export const issuePublished = fact<
  IssueFact & {
    readonly total: number
    readonly documentIds: readonly number[]
    readonly sha256: string
    /** False where the file was only printed anew. */
    readonly first: boolean
  }
>('gazette.issuePublished')
export const backIssueImported = fact<
  IssueFact & { readonly sha256: string; readonly reason: string }
>('gazette.backIssueImported')
export const issueSent = fact<IssueFact & { readonly channel: string; readonly receiver: string }>(
  'gazette.issueSent',
)
export const gazetteNamed = fact<{
  readonly subject: string
  readonly organizationId: number
  readonly title: string
}>('gazette.gazetteNamed')
