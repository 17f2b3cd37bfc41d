import type { EditionFact } from '#documents'
import { fact } from '#platform/fact'

/** What is told of a table: which, of what kind, how many rows; never what stands in them. */
export interface DatasetFact extends EditionFact {
  readonly datasetId: number
  readonly schemaCode: string
  readonly year: number
}

export const datasetCreated = fact<DatasetFact>('datasets.datasetCreated')
export const datasetRemoved = fact<DatasetFact & { readonly rows: number }>(
  'datasets.datasetRemoved',
)
export const datasetChanged = fact<
  DatasetFact & {
    readonly put: number
    readonly removed: number
    readonly rows: number
    readonly errors: number
  }
>('datasets.datasetChanged')
export const datasetImported = fact<
  DatasetFact & {
    readonly from: string
    readonly mode: 'replace' | 'append'
    readonly rows: number
    readonly errors: number
    /** Headings of columns that were dropped because nobody may publish them. */
    readonly dropped: readonly string[]
  }
>('datasets.datasetImported')
