import type { TimeRule } from './contract.ts'
export const parseTimeRule = (text: string): TimeRule => ({
  kind: 'unknown',
  confidence: 'low',
  text,
})
