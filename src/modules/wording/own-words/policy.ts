import { holds, reachOf } from '#accounts'
import type { Actor } from '#platform/act'

/** Who answers for the words of a unit: its disclosure office and its secrecy reviewer. */
const keepers = ['disclosureOffice', 'secrecyReviewer'] as const
const readers = [...keepers, 'clerk', 'sectionHead', 'leader', 'signer', 'supervisor'] as const

export const mayKeepWords = (by: Actor, path: string): boolean => holds(by, keepers, path)
export const keepsWords = (by: Actor): boolean => reachOf(by, keepers).length > 0
export const mayReadWords = (by: Actor, path: string): boolean => holds(by, readers, path)
export const reachOfReaders = (by: Actor): string[] => reachOf(by, readers)
