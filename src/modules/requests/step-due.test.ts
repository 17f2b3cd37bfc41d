import { expect, test } from 'vitest'
import { makeStaff } from '../../../test/world/accounts.ts'
import { makeCounty } from '../../../test/world/organizations.ts'
import { makeRequest } from '../../../test/world/requests.ts'
import { world } from '../../../test/world/world.ts'
import {
  assignRequest,
  caseOf,
  checkCompleteness,
  closeRequest,
  logSearch,
  recordEvent,
  requestLines,
  turnRequests,
  voidEvent,
  workOf,
} from './index.ts'

const at = (day: string) => new Date(`${day}T10:00:00+08:00`)

const desk = async () => {
  const w = await world()
  const county = await makeCounty(w)
  const organizationId = county.government.id
  const keeper = (await makeStaff(w, { organizationId, roles: ['disclosureOffice'] })).actor
  const ask = async (day: string, door: 'counter' | 'portal' = 'counter') =>
    (await makeRequest(w, { organizationId, door, at: at(day) })).requestId
  const versionOf = async (id: number) =>
    (await caseOf(w.db, keeper, id, '2026-06-01')).request.version
  const list = async (today: string, which: 'late' | 'all' = 'late') => {
    const stepLate = which === 'late' ? 'true' : undefined
    const input = { view: 'open', stepLate, limit: 100 } as const
    return (await requestLines(w.db, keeper, input, today)).items
  }
  const lateByWork = async (id: number, today: string) =>
    (await workOf(w.db, keeper, id, today)).steps
      .filter(({ state }) => state === 'late')
      .sort((one, other) => (one.dueOn ?? '').localeCompare(other.dueOn ?? ''))[0]
  const happens = (id: number, type: 'confirmed' | 'replied' | 'served', day: string) =>
    w.act((act) => recordEvent(act, { id, type, on: day }), keeper, at(day))
  const assign = async (id: number, day: string) => {
    const version = await versionOf(id)
    const to = { id, version, unitId: organizationId, handlerId: null }
    return w.act((act) => assignRequest(act, to), keeper, at(day))
  }
  const check = async (id: number, day: string) => {
    const version = await versionOf(id)
    const whole = { identity: true, description: true, form: true, missing: '' }
    return w.act((act) => checkCompleteness(act, { id, version, ...whole }), keeper, at(day))
  }
  const search = (id: number, day: string) =>
    w.act(
      (act) =>
        logSearch(
          act,
          { id, place: '档案室', words: '公路', outcome: 'found', result: '', searchedOn: day },
          w.house.secret,
        ),
      keeper,
      at(day),
    )
  return { w, keeper, ask, versionOf, list, lateByWork, happens, assign, check, search }
}

test('[M73] the list finds the requests of which a step is overdue, as their cases say it, and no others', async () => {
  const o = await desk()
  const waits = await o.ask('2026-03-02', 'portal')
  const idle = await o.ask('2026-03-02')
  const given = await o.ask('2026-03-02')
  const searched = await o.ask('2026-03-02')
  for (const id of [given, searched]) {
    await o.assign(id, '2026-03-04')
    await o.check(id, '2026-03-04')
  }
  await o.search(searched, '2026-03-06')
  for (const today of [
    '2026-03-02',
    '2026-03-04',
    '2026-03-06',
    '2026-03-12',
    '2026-03-19',
    '2026-03-27',
  ]) {
    const late = new Map((await o.list(today)).map((line) => [line.id, line.lateStep]))
    for (const id of [waits, idle, given, searched]) {
      const step = await o.lateByWork(id, today)
      expect([today, id, late.get(id) ?? null]).toEqual([
        today,
        id,
        step ? { step: step.step, dueOn: step.dueOn } : null,
      ])
    }
  }
  expect((await o.list('2026-03-06')).map(({ id }) => id)).toEqual(
    expect.arrayContaining([waits, idle]),
  )
  const all = await o.list('2026-03-06', 'all')
  expect(all.find(({ id }) => id === searched)?.lateStep).toBeNull()
  expect(all.find(({ id }) => id === idle)?.lateStep).toEqual({
    step: 'assign',
    dueOn: '2026-03-05',
  })
})

test('[M73] what is done, taken back, served or closed moves the next step; so does the day', async () => {
  const o = await desk()
  const id = await o.ask('2026-03-02')
  const next = async () => (await o.list('2026-12-31', 'all'))[0]?.lateStep?.step ?? null
  expect(await next()).toBe('assign')
  await o.assign(id, '2026-03-03')
  expect(await next()).toBe('check')
  await o.check(id, '2026-03-03')
  expect(await next()).toBe('search')
  await o.happens(id, 'replied', '2026-03-20')
  expect(await next()).toBe('serve')
  const { events } = await caseOf(o.w.db, o.keeper, id, '2026-03-20')
  const eventId = events.find(({ type }) => type === 'replied')?.id ?? 0
  const back = { id, version: await o.versionOf(id), eventId, reason: '录入错误' }
  await o.w.act((act) => voidEvent(act, back), o.keeper, at('2026-03-20'))
  expect(await next()).toBe('search')
  await o.happens(id, 'replied', '2026-03-20')
  await o.happens(id, 'served', '2026-03-23')
  expect(await next()).toBeNull()
  const version = await o.versionOf(id)
  await o.w.act((act) => closeRequest(act, { id, version }), o.keeper, at('2026-03-24'))
  expect(await o.list('2026-12-31', 'all')).toEqual([])
})

test('[M73] a request that lapses while nobody looks is in no list of overdue steps', async () => {
  const o = await desk()
  const id = await o.ask('2026-03-02')
  await o.w.act(
    (act) => recordEvent(act, { id, type: 'correctionNoticed', on: '2026-03-04' }),
    o.keeper,
    at('2026-03-04'),
  )
  await o.w.act((act) => turnRequests(act), undefined, at('2026-05-20'))
  const { request } = await caseOf(o.w.db, o.keeper, id, '2026-05-20')
  expect(request.standing).toBe('lapsed')
  expect(await o.list('2026-05-20')).toEqual([])
})
