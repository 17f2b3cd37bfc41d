import { theSystem } from '#platform/act'
import { turnRequests } from '#requests'
import type { House } from '../house.ts'

/** Requests are turned some at a time, each lot an act of its own, so that none is held for long. */
export const turnAllRequests = async (house: House, at: Date = new Date()): Promise<void> => {
  for (let turned = 1; turned > 0; )
    ({ turned } = await house.perform(theSystem, (act) => turnRequests(act), at))
}
