import { holds, type Role } from '#accounts'
import type { Actor } from '#platform/act'

const drafters: readonly Role[] = ['clerk', 'sectionHead', 'leader', 'signer', 'disclosureOffice']
const keepers: readonly Role[] = ['sectionHead', 'leader', 'signer', 'disclosureOffice']
const signers: readonly Role[] = ['leader', 'signer']
export const roundReaders: readonly Role[] = [...drafters, 'secrecyReviewer', 'supervisor']

/** Whoever drafts for a unit sets down the particulars of what is not released yet. */
export const mayDraft = (by: Actor, path: string): boolean => holds(by, drafters, path)

/** Once a policy is before the public its dates and what it does to others are law: not a clerk's to change. */
export const mayKeepReleased = (by: Actor, path: string): boolean => holds(by, keepers, path)

/** Rounds are opened and decided by those who keep the files. */
export const mayKeepRound = (by: Actor, path: string): boolean => holds(by, keepers, path)
export const maySignRound = (by: Actor, path: string): boolean => holds(by, signers, path)

/** The term of a place holds for everybody below. */
export const maySetTerm = (by: Actor, path: string): boolean =>
  holds(by, ['disclosureOffice', 'administrator'], path)
