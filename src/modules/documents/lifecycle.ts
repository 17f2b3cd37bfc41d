import type { EditionState } from './contract/shapes.ts'
import { refuse } from './refusals.ts'

export type Step =
  | 'save'
  | 'submit'
  | 'takeBack'
  | 'pass'
  | 'approve'
  | 'return'
  | 'changeAttribute'
  | 'schedule'
  | 'cancelSchedule'
  | 'urge'
  | 'publish'
  | 'supersede'
  | 'withdraw'
  | 'abandon'

/** From where, to where. `null` keeps the state. */
export const steps: Readonly<
  Record<Step, { readonly from: readonly EditionState[]; readonly to: EditionState | null }>
> = {
  save: { from: ['draft', 'returned'], to: null },
  submit: { from: ['draft', 'returned'], to: 'inReview' },
  takeBack: { from: ['inReview'], to: 'draft' },
  /** One step of several; the last one is `approve`. */
  pass: { from: ['inReview'], to: null },
  approve: { from: ['inReview'], to: 'approved' },
  return: { from: ['inReview', 'approved', 'scheduled'], to: 'returned' },
  changeAttribute: { from: ['inReview'], to: null },
  schedule: { from: ['approved', 'scheduled'], to: 'scheduled' },
  cancelSchedule: { from: ['scheduled'], to: 'approved' },
  /** Ahead of review (M38): approved by one, looked at by another afterwards. */
  urge: { from: ['draft', 'returned', 'inReview', 'approved', 'scheduled'], to: 'approved' },
  publish: { from: ['approved', 'scheduled'], to: 'published' },
  supersede: { from: ['published'], to: 'superseded' },
  withdraw: { from: ['published'], to: 'withdrawn' },
  abandon: { from: ['draft', 'returned'], to: 'abandoned' },
}

export const mayTake = (step: Step, state: EditionState): boolean =>
  steps[step].from.includes(state)

/** The state after a step, or a refusal that names where it stands. */
export function take(step: Step, state: EditionState): EditionState {
  if (!mayTake(step, state)) throw refuse('wrongState', { step, state })
  return steps[step].to ?? state
}

/** States of a working edition: neither before the public nor done with. */
export const workingStates: readonly EditionState[] = [
  'draft',
  'inReview',
  'returned',
  'approved',
  'scheduled',
]
