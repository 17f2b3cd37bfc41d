import type { Reaction } from '#platform/fact'
import { askingReactions } from './asking/reactions.ts'
import { learningReactions } from './learning-reactions.ts'
import { letterReactions } from './letters/reactions.ts'
import { stepReactions } from './step-due.ts'

export const reactions: readonly Reaction[] = [
  ...learningReactions,
  ...askingReactions,
  ...letterReactions,
  ...stepReactions,
]
