import { editionAdopted } from '#catalogue'
import { on, type Reaction } from '#platform/fact'
import { checkReactions } from './checks/index.ts'
import { clarificationReactions } from './clarification/clarifications.ts'
import { syncColumns } from './commands/sync-columns.ts'
import { eventReactions } from './events/events.ts'
import { reReviewReactions } from './re-review/reactions.ts'
import { sweepReactions } from './site-sweep/reactions.ts'

/** What this module does on hearing others. */
export const reactions: readonly Reaction[] = [
  on(editionAdopted, syncColumns),
  ...checkReactions,
  ...reReviewReactions,
  ...clarificationReactions,
  ...eventReactions,
  ...sweepReactions,
]
