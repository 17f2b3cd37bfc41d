import { limits } from '../limits.ts'
import { refuse } from '../refusals.ts'

/** Counts elements within elements and stops at a depth that no real document reaches. */
export const guardDepth = () => {
  let depth = 0
  return {
    enter(): void {
      depth++
      if (depth > limits.depth) throw refuse('fileUnreadable')
    },
    leave(): void {
      depth--
    },
  }
}
