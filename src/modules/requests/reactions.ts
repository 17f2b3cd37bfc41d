import type { Reaction } from '#platform/fact'
import { learningReactions } from './learning-reactions.ts'

export const reactions: readonly Reaction[] = [...learningReactions]
