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

const regulations = '政府信息公开条例'

/**
 * Grounds of 国令第711号 art. 14–16, and art. 13 with 27 for what is open on request only. Their
 * words are `documents.ground.<code>`.
 */
export const grounds: readonly Ground[] = [
  ground('stateSecret', '第十四条', ['notDisclosed']),
  ground('prohibitedByLaw', '第十四条', ['notDisclosed']),
  ground('securityStability', '第十四条', ['notDisclosed']),
  ground('tradeSecret', '第十五条', ['notDisclosed', 'onRequest']),
  ground('privacy', '第十五条', ['notDisclosed', 'onRequest']),
  ground('internalAffairs', '第十六条第一款', ['notDisclosed', 'onRequest']),
  ground(
    'processInformation',
    '第十六条第二款',
    ['notDisclosed', 'onRequest'],
    ['请示', '报告', '函', '纪要'],
  ),
  ground('caseFile', '第十六条第二款', ['notDisclosed', 'onRequest']),
  ground('particularPersons', '第十三条、第二十七条', ['onRequest'], ['批复', '函']),
]

function ground(
  code: string,
  article: string,
  attributes: readonly Attribute[],
  usualKinds: readonly string[] = [],
): Ground {
  return { code, article: `${regulations}${article}`, attributes, usualKinds }
}

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
