import { refuse } from './refusals.ts'

export const states = ['draft', 'checked', 'signed', 'published', 'superseded'] as const
export type State = (typeof states)[number]

/** From where, to where. A published report is never taken back: a correction is a version of its own. */
const steps = {
  change: { from: ['draft'], to: 'draft', otherwise: 'noDraft' },
  check: { from: ['draft'], to: 'checked', otherwise: 'noDraft' },
  sign: { from: ['checked'], to: 'signed', otherwise: 'notChecked' },
  publish: { from: ['signed'], to: 'published', otherwise: 'notSigned' },
  reopen: { from: ['checked', 'signed'], to: 'draft', otherwise: 'nothingToReopen' },
  correct: { from: ['published'], to: 'draft', otherwise: 'notPublished' },
} as const satisfies Record<
  string,
  { from: readonly State[]; to: State; otherwise: Parameters<typeof refuse>[0] }
>

/** The state after a step, or a refusal that says which step comes first. */
export const take = (step: keyof typeof steps, state: State): State => {
  const { from, to, otherwise } = steps[step]
  if (!(from as readonly State[]).includes(state)) throw refuse(otherwise)
  return to
}
