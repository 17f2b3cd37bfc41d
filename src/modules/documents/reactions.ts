import type { Reaction } from '#platform/fact'

/** What this module does on hearing others. */
export const reactions: readonly Reaction[] = []
