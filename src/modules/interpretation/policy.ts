import { holds, reachOf } from '#accounts'
import type { Actor } from '#platform/act'

const drafters = ['clerk', 'sectionHead', 'leader', 'signer', 'disclosureOffice'] as const
const staff = [...drafters, 'secrecyReviewer', 'supervisor'] as const

/** 谁起草谁解读: whoever drafts for the unit plans and writes. */
export const mayPlan = (by: Actor, path: string): boolean => holds(by, drafters, path)

/** An exemption bears the name of someone who answers for the unit's texts. */
export const maySign = (by: Actor, path: string): boolean =>
  holds(by, ['leader', 'signer', 'disclosureOffice'], path)

/** Who passes an answer or a programme, save that it be their own. */
export const mayReview = (by: Actor, path: string): boolean =>
  holds(by, ['sectionHead', 'leader', 'signer', 'disclosureOffice'], path)

// '/' is the system's own reach, '/1/' that of an office at the top of a tree.
const top = /^\/(\d+\/)?$/

/** The rules hold for the whole county, so the top of the tree sets them. */
export const maySetRules = (by: Actor): boolean =>
  reachOf(by, ['disclosureOffice', 'administrator']).some((path) => top.test(path))

/** The subtrees in which a person works on interpretations, as patterns of a path. */
export const reach = (by: Actor): string[] => reachOf(by, staff).map((path) => `${path}%`)
