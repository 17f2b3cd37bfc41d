import { holds } from '#accounts'
import type { Actor } from '#platform/act'

const compilers = ['clerk', 'sectionHead', 'disclosureOffice'] as const
const proofreaders = [...compilers, 'leader', 'signer', 'secrecyReviewer'] as const

/** The gazette belongs to the government: its office compiles it, no department does. */
export const mayCompile = (by: Actor, path: string): boolean => holds(by, compilers, path)
export const mayProof = (by: Actor, path: string): boolean => holds(by, proofreaders, path)
export const maySign = (by: Actor, path: string): boolean => holds(by, ['leader', 'signer'], path)
export const mayPublish = (by: Actor, path: string): boolean =>
  holds(by, ['signer', 'disclosureOffice'], path)
export const mayRead = (by: Actor, path: string): boolean =>
  holds(by, [...proofreaders, 'supervisor', 'administrator'], path)
