import type { Reaction } from '#platform/fact'

/**
 * None: whether a text may still be read or was corrected is asked of documents each time, so that
 * nothing kept here can fall behind.
 */
export const reactions: readonly Reaction[] = []
