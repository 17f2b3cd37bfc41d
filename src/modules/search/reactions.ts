import { editionPublished, editionWithdrawn } from '#documents'
import { on, type Reaction } from '#platform/fact'
import { indexDocuments } from './reindex.ts'

export const reactions: readonly Reaction[] = [
  on(editionPublished, (act, { documentId }) => indexDocuments(act.tx, [documentId])),
  on(editionWithdrawn, (act, { documentId }) => indexDocuments(act.tx, [documentId])),
]
