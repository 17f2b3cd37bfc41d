import type { Reaction } from '#platform/fact'
import { askingReactions } from './asking/reactions.ts'
import { learningReactions } from './learning-reactions.ts'
import { letterReactions } from './letters/reactions.ts'

export const reactions: readonly Reaction[] = [
  ...learningReactions,
  ...askingReactions,
  ...letterReactions,
]
