import { sql } from 'kysely'
import { expect, test } from 'vitest'
import { fact } from '#platform/fact'
import { makeStaff } from '../../../test/world/accounts.ts'
import { makeCounty } from '../../../test/world/organizations.ts'
import { type World, world } from '../../../test/world/world.ts'
import { entriesOf, overseenEntries, overseenVerification, verifyChain } from './queries.ts'

interface Told {
  subject: string
  organizationId?: number
  more?: unknown
}
const happened = fact<Told>('test.happened')
const tell = (w: World, payload: Told) => w.act((act) => act.announce(happened, payload))

test('[M48] thirty acts at once make one unbroken chain, each on record exactly once', async () => {
  const w = await world()
  await Promise.all(Array.from({ length: 30 }, (_, i) => tell(w, { subject: `thing/${i}` })))
  const verified = await verifyChain(w.db)
  expect(verified).toMatchObject({ ok: true, checked: 30 })
  const { entries } = await entriesOf(w.db, { limit: 100 })
  expect(new Set(entries.map((one) => one.subject)).size).toBe(30)
  expect(entries[0]?.hash).toBe(verified.head)
})

test('[M48] what JSON does to a payload does not break the chain', async () => {
  const w = await world()
  const more = {
    z: 1,
    a: [1.5, null, { '2': 'é', '10': '稻' }],
    when: new Date(0),
    gone: undefined,
  }
  await tell(w, { subject: 'thing/1', more })
  expect(await verifyChain(w.db)).toMatchObject({ ok: true, checked: 1 })
})

test('[M48] an act that is refused leaves no entry', async () => {
  const w = await world()
  const refused = w.act(async (act) => {
    await act.announce(happened, { subject: 'thing/1' })
    throw new Error('no')
  })
  await expect(refused).rejects.toThrow('no')
  expect(await verifyChain(w.db)).toMatchObject({ ok: true, checked: 0 })
})

for (const [what, change] of [
  ['a changed payload', sql`update audit.entry set payload = '{"subject":"thing/x"}' where id = 3`],
  ['a changed actor', sql`update audit.entry set actor_name = '他人' where id = 3`],
  ['a changed time', sql`update audit.entry set at = at - interval '1 second' where id = 3`],
  ['a removed entry', sql`delete from audit.entry where id = 3`],
] as const)
  test(`[M48] ${what} is found where it stands`, async () => {
    const w = await world()
    for (let i = 0; i < 5; i += 1) await tell(w, { subject: `thing/${i}` })
    await change.execute(w.db)
    const found = await verifyChain(w.db)
    expect(found).toMatchObject({ ok: false, brokenAt: what.includes('removed') ? 4 : 3 })
  })

test('[M48] a town supervisor reads the log of the town and its villages, nobody else any', async () => {
  const w = await world()
  const { government, town, village, education } = await makeCounty(w)
  const supervisor = await makeStaff(w, { organizationId: town.id, roles: ['supervisor'] })
  const county = await makeStaff(w, { organizationId: government.id, roles: ['administrator'] })
  const clerk = await makeStaff(w, { organizationId: town.id, roles: ['clerk'] })
  for (const organizationId of [town.id, village.id, education.id])
    await tell(w, { subject: `thing/${organizationId}`, organizationId })

  const own = await overseenEntries(w.db, supervisor.actor, { kind: 'test.happened' })
  expect(own.entries.map((one) => one.organizationId)).toEqual([village.id, town.id])
  const all = await overseenEntries(w.db, county.actor, { kind: 'test.happened' })
  expect(all.entries).toHaveLength(3)
  const page = await overseenEntries(w.db, county.actor, { kind: 'test.happened', limit: 2 })
  const rest = { kind: 'test.happened', after: page.next ?? 0 }
  expect((await overseenEntries(w.db, county.actor, rest)).entries).toHaveLength(1)

  const beyond = overseenEntries(w.db, supervisor.actor, { organizationId: education.id })
  await expect(beyond).rejects.toMatchObject({ code: 'audit.notYours' })
  await expect(overseenEntries(w.db, clerk.actor, {})).rejects.toMatchObject({
    code: 'audit.notYours',
  })
  expect(() => overseenVerification(w.db, clerk.actor)).toThrow('audit.notYours')
})

test('[M48] the log is read by days in Shanghai, the last included', async () => {
  const w = await world()
  const { government } = await makeCounty(w)
  const reader = await makeStaff(w, { organizationId: government.id, roles: ['supervisor'] })
  for (const at of ['2026-03-01T23:59:00+08:00', '2026-03-02T00:00:00+08:00'])
    await w.act(
      (act) => act.announce(happened, { subject: `at/${at}`, organizationId: government.id }),
      undefined,
      new Date(at),
    )
  const on = async (from: string, to: string) => {
    const asked = { kind: 'test.happened', from, to }
    const { entries } = await overseenEntries(w.db, reader.actor, asked)
    return entries.map((one) => one.subject.slice(0, 13))
  }
  expect(await on('2026-03-01', '2026-03-01')).toEqual(['at/2026-03-01'])
  expect(await on('2026-03-02', '2026-03-02')).toEqual(['at/2026-03-02'])
  expect(await on('2026-03-01', '2026-03-02')).toHaveLength(2)
})
