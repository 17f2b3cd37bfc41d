import { disclosureGrounds } from '#catalogue'
import { type Issue, issue } from '#platform/refusal'
import type { Attribute } from './contract/shapes.ts'

/** A ground on which something is not disclosed proactively. */
export interface Ground {
  readonly code: string
  readonly article: string
  readonly attributes: readonly Attribute[]
  /** Kinds of document that usually fall under it. */
  readonly usualKinds: readonly string[]
}

/** Kinds of document that usually fall under a ground, for a hint. */
const usualKinds: Readonly<Record<string, readonly string[]>> = {
  processInformation: ['请示', '报告', '函', '纪要'],
  particularPersons: ['批复', '函'],
}

/** The grounds of the law as the catalogue keeps them. Their words are `documents.ground.<code>`. */
export const grounds: readonly Ground[] = disclosureGrounds.map((ground) => ({
  ...ground,
  usualKinds: usualKinds[ground.code] ?? [],
}))

/** Open points of an attribute: anything but proactive needs a ground that fits and a reason. */
export function attributeIssues(chosen: {
  readonly attribute: Attribute
  readonly attributeGround: string
  readonly attributeReason: string
}): Issue[] {
  if (chosen.attribute === 'proactive') return []
  const found = grounds.find((one) => one.code === chosen.attributeGround)
  return [
    !found && issue('attributeGround', 'missing'),
    found && !found.attributes.includes(chosen.attribute) && issue('attributeGround', 'doesNotFit'),
    chosen.attributeReason.trim() === '' && issue('attributeReason', 'missing'),
  ].filter((one) => one !== false && one !== undefined)
}
