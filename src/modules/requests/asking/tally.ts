import { type Counted as Any, talliesIn } from '#platform/tally'

/** What is counted, of whom; only a keyed hash of it is kept. */
export interface Counted extends Any {
  readonly what:
    | 'draft'
    | 'submission'
    | 'person'
    | 'guess'
    | 'number'
    | 'upload'
    | 'same'
    | 'answer'
}

export { minutesLeft, type Room, roomOf } from '#platform/tally'
export const { tallyOf, count, sweep: sweepTallies } = talliesIn('requests')
