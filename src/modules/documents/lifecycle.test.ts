import { expect, test } from 'vitest'
import { editionStates } from './contract.ts'
import { mayTake, type Step, steps, take } from './lifecycle.ts'

const reachable = (): Set<string> => {
  const reached = new Set<string>(['draft'])
  for (let before = 0; before !== reached.size; ) {
    before = reached.size
    for (const { from, to } of Object.values(steps))
      if (to && from.some((state) => reached.has(state))) reached.add(to)
  }
  return reached
}

test('every state can be reached from a draft', () => {
  expect([...reachable()].sort()).toEqual([...editionStates].sort())
})

test('[M159] nothing that was approved can be saved again', () => {
  const writable = editionStates.filter((state) => mayTake('save', state))
  expect(writable).toEqual(['draft', 'returned'])
})

test('[M34] the public is reached from approval only', () => {
  const before = (Object.keys(steps) as Step[]).filter((step) => steps[step].to === 'published')
  expect(before).toEqual(['publish'])
  expect(() => take('publish', 'inReview')).toThrow(
    expect.objectContaining({
      code: 'documents.wrongState',
      params: { step: 'publish', state: 'inReview' },
    }),
  )
})

test('what is done with stays done with', () => {
  for (const state of ['superseded', 'withdrawn', 'abandoned'] as const)
    expect((Object.keys(steps) as Step[]).filter((step) => mayTake(step, state))).toEqual([])
})
