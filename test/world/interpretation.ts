import { signExemption } from '#interpretation'
import type { Actor } from '#platform/act'
import type { World } from './world.ts'

/** Signs that a policy needs no interpretation, for tests that are about something else. */
export const exempt = (w: World, documentId: number, by: Actor, at?: Date) =>
  w.act(
    (act) => signExemption(act, { id: documentId, reason: '仅为配套说明，无需另行解读。' }),
    by,
    at,
  )
