import { staffById } from '#accounts'
import { organizationById } from '#organizations'
import type { Act } from '#platform/act'
import type { Stage } from '../contract/nouns.ts'
import { requestAssigned } from '../facts.ts'
import { mayHandle } from '../policy.ts'
import { refuse } from '../refusals.ts'
import { factAbout, type Request } from '../request.ts'
import { insertAssignment } from '../store/handling.ts'
import { freshRequest, lockRequest, saveRequest } from '../store/requests.ts'
import { warn } from '../warn.ts'

const beforeHandling: readonly Stage[] = ['new', 'registered']

/** Gives a request to a unit, and to one of its people; handing it on is the same act again. */
export async function assignRequest(
  act: Act,
  input: {
    readonly id: number
    readonly version: number
    readonly unitId: number
    readonly handlerId: number | null
    /** To whoever takes it over; no personal data. */
    readonly note?: string
  },
): Promise<Request> {
  const request = await lockRequest(act.tx, input.id, input.version)
  if (!mayHandle(act.by, request)) throw refuse('notYours')
  await organizationById(act.tx, input.unitId)
  // Who may not be seen may not be given work.
  if (input.handlerId !== null) await staffById(act.tx, act.by, input.handlerId)
  const { unitId, handlerId, note = '' } = input
  const hand = { at: act.at, staffId: act.by.id }
  await insertAssignment(act.tx, request.id, { unitId, handlerId, note }, hand)
  const stage = beforeHandling.includes(request.stage) ? 'handling' : request.stage
  await saveRequest(act.tx, request.id, { unitId, handlerId, stage }, act.at)
  await act.announce(requestAssigned, { ...factAbout(request), unitId, handlerId })
  const given = await freshRequest(act.tx, request.id)
  // A new handler hears of a limit that is near at once.
  await warn(act, given)
  return given
}
