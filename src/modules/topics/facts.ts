import { fact } from '#platform/fact'

export interface TopicFact {
  readonly subject: string
  readonly organizationId: number
  readonly topicId: number
  readonly slug: string
}
/** The page, its title or what it gathers changed. */
export const topicChanged = fact<TopicFact & { readonly what: string }>('topics.topicChanged')
export const documentChosen = fact<
  TopicFact & { readonly documentId: number; readonly verdict: string; readonly reason: string }
>('topics.documentChosen')
/** Announced when a document comes into topics or leaves them; their pages are stale. */
export const topicsTouched = fact<{
  readonly subject: string
  readonly documentId: number
  readonly slugs: readonly string[]
}>('topics.topicsTouched')
export const stageChosen = fact<{
  readonly subject: string
  readonly organizationId: number
  readonly documentId: number
  readonly stage: string
  readonly reason: string
}>('topics.stageChosen')
