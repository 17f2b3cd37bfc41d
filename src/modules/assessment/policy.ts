import { reachOf } from '#accounts'
import type { Actor } from '#platform/act'

// '/' is the system's own reach, '/1/' that of an office at the top of a tree.
const top = /^\/(\d+\/)?$/

/** Rebuilding changes no fact, but it is work for the whole database: the top of the tree decides. */
export const mayRebuild = (by: Actor): boolean =>
  reachOf(by, ['disclosureOffice', 'administrator']).some((path) => top.test(path))
