import type { Actor } from '#platform/act'
import { holds, reachOf } from '#platform/holds'

const overseers = ['supervisor', 'disclosureOffice', 'administrator'] as const

/** The paths whose action log an actor may read. */
export const overseen = (by: Actor): string[] => reachOf(by, overseers)

export const mayOversee = (by: Actor, path: string): boolean => holds(by, overseers, path)
