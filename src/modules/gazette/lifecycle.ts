import type { Origin, State } from './contract/shapes.ts'
import { refuse } from './refusals.ts'

type Step = 'compile' | 'sendToProof' | 'proof' | 'return' | 'sign' | 'publish' | 'publishBack'

/** From where, to where. What is published stays as it is; a mistake is mended in the next issue. */
const steps = {
  compile: { from: ['planning'], to: 'planning' },
  sendToProof: { from: ['planning'], to: 'proofing' },
  proof: { from: ['planning', 'proofing'], to: null },
  return: { from: ['proofing', 'signed'], to: 'planning' },
  sign: { from: ['proofing'], to: 'signed' },
  publish: { from: ['signed'], to: 'published' },
  // A back issue was signed in its day; here it is only looked through.
  publishBack: { from: ['proofing'], to: 'published' },
} as const satisfies Readonly<Record<Step, { from: readonly State[]; to: State | null }>>

/** The state after a step, or a refusal where it cannot be taken from here. */
export const take = (step: Step, issue: { readonly state: State }): State => {
  const { from, to } = steps[step]
  if (!(from as readonly State[]).includes(issue.state))
    throw refuse('wrongState', { state: issue.state })
  return to ?? issue.state
}

export const publishStep = (origin: Origin): 'publish' | 'publishBack' =>
  origin === 'imported' ? 'publishBack' : 'publish'
