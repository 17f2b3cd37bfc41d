import { staffById } from '#accounts'
import { organizationById } from '#organizations'
import type { Act } from '#platform/act'
import { requestAssigned } from '../facts.ts'
import { mayHandle } from '../policy.ts'
import { refuse } from '../refusals.ts'
import { factAbout, type Request } from '../request.ts'
import { freshRequest, lockRequest, saveRequest } from '../store/requests.ts'

/** Gives a request to a unit, and to one of its people; handing it on is the same act again. */
export async function assignRequest(
  act: Act,
  input: {
    readonly id: number
    readonly version: number
    readonly unitId: number
    readonly handlerId: number | null
  },
): Promise<Request> {
  const request = await lockRequest(act.tx, input.id, input.version)
  if (!mayHandle(act.by, request)) throw refuse('notYours')
  await organizationById(act.tx, input.unitId)
  // Who may not be seen may not be given work.
  if (input.handlerId !== null) await staffById(act.tx, act.by, input.handlerId)
  const { unitId, handlerId } = input
  await saveRequest(act.tx, request.id, { unitId, handlerId, stage: 'handling' }, act.at)
  await act.announce(requestAssigned, { ...factAbout(request), unitId, handlerId })
  return freshRequest(act.tx, request.id)
}
