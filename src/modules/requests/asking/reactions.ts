import { on, type Reaction } from '#platform/fact'
import { particularsRemoved } from '../facts.ts'
import { removeWords } from './requester-acts.ts'

/** What the requester added goes with the particulars. */
export const askingReactions: readonly Reaction[] = [
  on(particularsRemoved, async (act, { what, requestIds }) => {
    if (what !== 'particulars') return
    for (const id of requestIds) await removeWords(act, id)
  }),
]
