import { fact } from '#platform/fact'

export interface SweepFact {
  readonly subject: string
  readonly organizationId: number
}
/** Somebody, a change of an office's words or of the program's had the public site read again. */
export const siteSweepStarted = fact<SweepFact & { readonly cause: string }>(
  'documents.siteSweepStarted',
)
export const siteSweepEnded = fact<
  SweepFact & { readonly documents: number; readonly files: number; readonly found: number }
>('documents.siteSweepEnded')
