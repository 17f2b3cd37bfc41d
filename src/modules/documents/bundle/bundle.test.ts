import { beforeAll, expect, test } from 'vitest'
import { makeStaff } from '../../../../test/world/accounts.ts'
import { approveAll, makeDraft, makeOffice, type Office } from '../../../../test/world/documents.ts'
import { type World, world } from '../../../../test/world/world.ts'
import { documentPage, publishEdition, returnEdition, thePublic } from '../index.ts'
import { owedTo } from '../reading/owed.ts'
import { bundleFor } from './bundles.ts'
import { handIn, moveBundle, takeOutOfBundle } from './commands.ts'
import { endOfQuarter, quarterOf } from './quarter.ts'

let w: World
let office: Office
let countyLeader: Office['clerk']
beforeAll(async () => {
  w = await world()
  office = await makeOffice(w)
  const leader = await makeStaff(w, { organizationId: office.government.id, roles: ['leader'] })
  countyLeader = leader.actor
})

const march = new Date('2026-03-16T09:00:00+08:00')
const hand = async (at: Date, title: string) => {
  const approved = await approveAll(w, office, await makeDraft(w, office, { title }, { at }), {
    at,
  })
  const { late } = await w.act((act) => handIn(act, { id: approved.editionId }), office.signer, at)
  return { ...approved, late }
}
const move = (
  id: number,
  to: 'collated' | 'open' | 'signed' | 'released',
  by: Office['clerk'],
  at: Date,
) => w.act((act) => moveBundle(act, { id, to, note: '' }), by, at)
const shown = (by: Office['clerk'], today: string, at = {}) => bundleFor(w.db, by, at, today)

test('[M36] units hand in ten days before the quarter ends; later is marked, not turned away', async () => {
  const { bundle } = await shown(office.disclosureOffice, '2026-03-02')
  expect(bundle).toMatchObject({
    year: 2026,
    quarter: 1,
    handInBy: '2026-03-21',
    endsOn: '2026-03-31',
  })
  expect(bundle.source).toContain('季末前十日')
  expect((await hand(march, '一季度救助情况')).late).toBe(false)
  expect((await hand(new Date('2026-03-25T09:00:00+08:00'), '一季度低保情况')).late).toBe(true)
  const after = await shown(office.disclosureOffice, '2026-03-25')
  expect(after.bundle.items.map((item) => item.late)).toEqual([false, true])
  expect(after.bundle.missing.map((unit) => unit.name)).not.toContain(office.civil.name)
  expect(after.bundle.missing.map((unit) => unit.name)).toContain(office.education.name)
})

test('[M36] nothing goes out before the leader signs; then all of it goes in one act', async () => {
  const at = new Date('2026-06-15T09:00:00+08:00')
  const one = await hand(at, '二季度救助情况')
  const two = await hand(at, '二季度低保情况')
  const alone = w.act(
    (act) => publishEdition(act, { id: one.editionId, version: one.version }),
    office.signer,
    at,
  )
  await expect(alone).rejects.toMatchObject({ params: { issues: [{ code: 'waitsForBundle' }] } })
  const { bundle } = await shown(office.disclosureOffice, '2026-06-15')
  await expect(move(bundle.id, 'collated', office.signer, at)).rejects.toMatchObject({
    code: 'lifeCycle.notYours',
  })
  await expect(move(bundle.id, 'released', office.disclosureOffice, at)).rejects.toMatchObject({
    code: 'lifeCycle.bundleWrongState',
  })
  await move(bundle.id, 'collated', office.disclosureOffice, at)
  expect((await owedTo(w.db, countyLeader, at)).items).toMatchObject([{ kind: 'bundleSign' }])
  await expect(hand(at, '来迟的稿件')).rejects.toMatchObject({ code: 'lifeCycle.bundleClosed' })
  await move(bundle.id, 'signed', countyLeader, at)
  expect((await move(bundle.id, 'released', office.disclosureOffice, at)).count).toBe(2)
  for (const { documentId } of [one, two])
    expect(await documentPage(w.db, documentId, thePublic)).not.toBeNull()
})

test('[M36] an urgent text is taken out and goes at once; one that cannot go holds all back', async () => {
  const at = new Date('2026-09-14T09:00:00+08:00')
  const urgent = await hand(at, '防汛救灾款物发放情况')
  const rest = await hand(at, '三季度低保情况')
  await w.act(
    (act) => takeOutOfBundle(act, { id: urgent.editionId, reason: '群众急需知晓' }),
    office.signer,
    at,
  )
  await w.act(
    (act) => publishEdition(act, { id: urgent.editionId, version: urgent.version }),
    office.signer,
    at,
  )
  const { bundle } = await shown(office.disclosureOffice, '2026-09-14')
  await move(bundle.id, 'collated', office.disclosureOffice, at)
  await move(bundle.id, 'signed', countyLeader, at)
  await w.act(
    (act) => returnEdition(act, { id: rest.editionId, version: rest.version, reason: '数字有误' }),
    office.signer,
    at,
  )
  await expect(move(bundle.id, 'released', office.disclosureOffice, at)).rejects.toMatchObject({
    code: 'lifeCycle.bundleBlocked',
    params: { title: '三季度低保情况' },
  })
  expect((await shown(office.disclosureOffice, '2026-09-14')).bundle.state).toBe('signed')
})

test('[M36] whoever collated does not sign; the reminder comes a fortnight before the day', async () => {
  const both = await makeStaff(w, {
    organizationId: office.government.id,
    roles: ['disclosureOffice', 'signer'],
  })
  const at = new Date('2026-12-14T09:00:00+08:00')
  await approveAll(w, office, await makeDraft(w, office, {}, { at }), { at })
  const reminded = await owedTo(w.db, office.signer, at)
  expect(reminded.items).toMatchObject([{ kind: 'bundleHandIn', due: '2026-12-21', late: false }])
  expect((await owedTo(w.db, office.signer, new Date('2026-12-02T09:00:00+08:00'))).items).toEqual(
    [],
  )
  await hand(at, '四季度情况')
  const { bundle } = await shown(office.disclosureOffice, '2026-12-14')
  await move(bundle.id, 'collated', both.actor, at)
  await expect(move(bundle.id, 'signed', both.actor, at)).rejects.toMatchObject({
    code: 'lifeCycle.bundleOwnCollation',
  })
})

test('[M36] quarters end where the calendar ends them', () => {
  expect(quarterOf('2026-11-22')).toEqual({ year: 2026, quarter: 4 })
  expect([1, 2, 3, 4].map((quarter) => endOfQuarter({ year: 2026, quarter }))).toEqual([
    '2026-03-31',
    '2026-06-30',
    '2026-09-30',
    '2026-12-31',
  ])
})
