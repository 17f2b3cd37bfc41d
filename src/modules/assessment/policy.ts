import { holds } from '#accounts'
import type { Actor } from '#platform/act'

/** Rebuilding changes no fact, but it is work for the whole database: the top of the tree decides. */
export const mayRebuild = (by: Actor): boolean =>
  by.id === null || holds(by, ['disclosureOffice', 'administrator'], rootOf(by))

const rootOf = (by: Actor): string =>
  by.grants.map((grant) => grant.path).sort((a, b) => a.length - b.length)[0] ?? ''
