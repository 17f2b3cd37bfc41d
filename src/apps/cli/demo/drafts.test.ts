import { expect, test } from 'vitest'
import { demoDrafts } from './drafts.ts'
import { organizations } from './organizations.ts'
import { referenceRows } from './reference.fixture.ts'
import { staff } from './staff.ts'

const today = '2026-11-21'
const drafts = demoDrafts(referenceRows(), organizations, today)

test('shows a text in every state before publication', () => {
  expect(new Set(drafts.map(({ state }) => state)).size).toBe(8)
})

test('belongs to a clerk who exists and to matters that the catalogue has', () => {
  for (const draft of drafts) {
    const clerk = staff.find(({ userName }) => userName === draft.clerk)
    expect(clerk?.organizationCode, draft.key).toBe(draft.organizationCode)
    expect(clerk?.roles).toContain('clerk')
    if (draft.matters.length > 0) expect(draft.matterCodes, draft.key).not.toEqual([])
  }
})

test('gives a reason with every return and ground, and a day ahead with every schedule', () => {
  for (const { key, state, returned, scheduledOn, attribute, attributeGround } of drafts) {
    expect(returned !== undefined, key).toBe(state === 'returned')
    expect(scheduledOn !== undefined && scheduledOn > today, key).toBe(state === 'scheduled')
    expect(attributeGround !== undefined, key).toBe(attribute !== 'proactive')
  }
})
