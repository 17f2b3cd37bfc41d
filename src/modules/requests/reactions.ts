import type { Reaction } from '#platform/fact'

export const reactions: readonly Reaction[] = []
