import { expect, test } from 'vitest'
import { makeStaff } from '../../../test/world/accounts.ts'
import { grantedAnswers } from '../../../test/world/answers.ts'
import { makeCounty } from '../../../test/world/organizations.ts'
import { makeRequest } from '../../../test/world/requests.ts'
import { world } from '../../../test/world/world.ts'
import * as requests from './index.ts'

const at = (day: string) => new Date(`${day}T10:00:00+08:00`)

/** Asked for at the counter on Monday 2 March 2026: to be answered by Monday 30 March. */
const desk = async () => {
  const w = await world()
  const county = await makeCounty(w)
  const organizationId = county.government.id
  const staff = async (role: 'disclosureOffice' | 'sectionHead' | 'supervisor' | 'signer') =>
    (await makeStaff(w, { organizationId, roles: [role] })).actor
  const [handler, head, supervisor, signer] = [
    await staff('disclosureOffice'),
    await staff('sectionHead'),
    await staff('supervisor'),
    await staff('signer'),
  ]
  const door = 'counter'
  const { requestId: id } = await makeRequest(w, { organizationId, door, at: at('2026-03-02') })
  const caseOn = async (today: string) => (await requests.caseOf(w.db, handler, id, today)).request
  const assigned = { id, unitId: organizationId, handlerId: handler.id }
  const { version } = await caseOn('2026-03-02')
  await w.act(
    (act) => requests.assignRequest(act, { ...assigned, version }),
    handler,
    at('2026-03-02'),
  )
  const happens = (type: 'replied' | 'served', day: string) =>
    w.act((act) => requests.recordEvent(act, { id, type, on: day }), handler, at(day))
  const turn = (day: string) => w.act((act) => requests.turnRequests(act), undefined, at(day))
  const warnedOn = async (day: string) => {
    const lists = await Promise.all(
      [handler, head, supervisor].map((by) => requests.tasksOf(w.db, by, day)),
    )
    return lists.map(({ warned }) =>
      warned.map(({ light, unserved }) => [light, unserved?.signedOn]),
    )
  }
  const lineOn = async (day: string) =>
    (await requests.requestLines(w.db, handler, { view: 'open', limit: 100 }, day)).items[0]
  const lights = async (day: string) =>
    (await requests.workOf(w.db, handler, id, day)).alerts.map(({ light, to }) => [
      light,
      to.length,
    ])
  return {
    w,
    organizationId,
    handler,
    head,
    signer,
    id,
    caseOn,
    happens,
    turn,
    warnedOn,
    lineOn,
    lights,
  }
}

test('[M73] a reply that lies signed warns handler, head and supervisor, ever graver, until it is served', async () => {
  const o = await desk()
  await o.happens('replied', '2026-03-05')
  // Two working days are the house's: Thursday signed, Monday still in order.
  for (const day of ['2026-03-05', '2026-03-09']) {
    await o.turn(day)
    expect(await o.warnedOn(day)).toEqual([[], [], []])
    expect(await o.lineOn(day)).toMatchObject({
      light: 'green',
      dueOn: '2026-03-30',
      unserved: { signedOn: '2026-03-05', serveBy: '2026-03-09' },
    })
  }
  await o.turn('2026-03-10')
  const yellow = ['yellow', '2026-03-05']
  expect(await o.warnedOn('2026-03-10')).toEqual([[yellow], [yellow], [yellow]])
  await o.turn('2026-03-11')
  expect(await o.lights('2026-03-11')).toEqual([['yellow', 3]])
  for (const [day, light] of [
    ['2026-03-25', 'orange'],
    ['2026-03-27', 'red'],
    ['2026-03-31', 'overdue'],
  ] as const) {
    await o.turn(day)
    const told = [light, '2026-03-05']
    expect(await o.warnedOn(day)).toEqual([[told], [told], [told]])
  }
  expect((await o.lights('2026-03-31')).map(([light]) => light)).toEqual([
    'yellow',
    'orange',
    'red',
    'overdue',
  ])
  await o.happens('served', '2026-03-31')
  expect(await o.warnedOn('2026-03-31')).toEqual([[], [], []])
  expect(await o.lineOn('2026-03-31')).toMatchObject({
    light: 'none',
    dueOn: null,
    unserved: null,
    standing: 'answeredLate',
  })
  await o.turn('2026-05-20')
  expect(await o.warnedOn('2026-05-20')).toEqual([[], [], []])
})

test('[M73] served in its days it never warns; a service taken back warns again', async () => {
  const o = await desk()
  await o.happens('replied', '2026-03-05')
  await o.happens('served', '2026-03-06')
  await o.turn('2026-04-10')
  expect(await o.lights('2026-04-10')).toEqual([])
  const { events } = await requests.caseOf(o.w.db, o.handler, o.id, '2026-04-10')
  const eventId = events.find(({ type }) => type === 'served')?.id ?? 0
  const { version } = await o.caseOn('2026-04-10')
  await o.w.act(
    (act) => requests.voidEvent(act, { id: o.id, version, eventId, reason: '录入错误' }),
    o.handler,
    at('2026-04-10'),
  )
  expect(await o.lineOn('2026-04-10')).toMatchObject({ light: 'overdue', dueOn: '2026-03-30' })
  expect(await o.warnedOn('2026-04-10')).toEqual([
    [['overdue', '2026-03-05']],
    [['overdue', '2026-03-05']],
    [['overdue', '2026-03-05']],
  ])
})

test('[M73] it is the signature that counts: a letter signed and not even sent lies about too', async () => {
  const o = await desk()
  const { w, id: requestId } = o
  const key = w.house.secret
  const [drafted, signed] = [at('2026-03-04'), at('2026-03-05')]
  await w.act(
    (act) => requests.decideCase(act, { requestId, answers: grantedAnswers, reasons: '' }, key),
    o.handler,
    drafted,
  )
  const kind = 'reply:granted/provided' as const
  const draft = { requestId, kind, fields: { 提供方式: '当面领取' } }
  const { letterId } = await w.act(
    (act) => requests.draftLetter(act, draft, key),
    o.handler,
    drafted,
  )
  const step = (version: number) => ({ letterId, version })
  await w.act((act) => requests.sendLetterUp(act, step(2), key), o.handler, drafted)
  await w.act((act) => requests.reviewLetter(act, step(3)), o.head, drafted)
  expect((await o.lineOn('2026-03-05'))?.unserved).toBeNull()
  await w.act((act) => requests.signLetter(act, step(4)), o.signer, signed)
  expect(await o.lineOn('2026-03-05')).toMatchObject({
    answeredOn: null,
    unserved: { signedOn: '2026-03-05', serveBy: '2026-03-09' },
  })
  await o.turn('2026-03-10')
  expect(await o.lights('2026-03-10')).toEqual([['yellow', 3]])
  // Thrown away, there is nothing signed any more.
  await w.act((act) => requests.dropLetter(act, step(5)), o.handler, at('2026-03-10'))
  expect(await o.lineOn('2026-03-10')).toMatchObject({ light: 'green', unserved: null })
})

test('[M73] the house sets how long a signed reply may lie, from a day on', async () => {
  const o = await desk()
  const rule = { appliesFrom: '2026-03-10', days: 0, source: '本县办法' }
  const top = (await makeStaff(o.w, { organizationId: o.organizationId, roles: ['administrator'] }))
    .actor
  await o.w.act((act) => requests.setServingRule(act, rule), top, at('2026-03-05'))
  await expect(
    o.w.act((act) => requests.setServingRule(act, rule), o.head, at('2026-03-05')),
  ).rejects.toMatchObject({ code: 'requests.rulesNotYours' })
  await expect(
    o.w.act((act) => requests.setServingRule(act, rule), top, at('2026-03-11')),
  ).rejects.toMatchObject({ code: 'requests.ruleInPast' })
  await o.happens('replied', '2026-03-09')
  expect((await o.caseOn('2026-03-09')).serveBy).toBe('2026-03-11')
  const { serving } = await requests.requestRules(o.w.db, o.handler)
  expect(serving.map(({ days }) => days)).toEqual([0, 2])
  const later = await desk()
  await later.w.act((act) => requests.setServingRule(act, rule), undefined, at('2026-03-05'))
  await later.happens('replied', '2026-03-12')
  expect((await later.caseOn('2026-03-12')).serveBy).toBe('2026-03-12')
  await later.turn('2026-03-13')
  expect(await later.lights('2026-03-13')).toEqual([['yellow', 3]])
})

test('[M73] an answer of long ago that is entered with its service alerts nobody', async () => {
  const o = await desk()
  const { version } = await o.caseOn('2026-06-01')
  await o.turn('2026-03-03')
  const answer = {
    code: 'granted/provided' as const,
    article: '',
    number: '青府公复〔2026〕1号',
    repliedOn: '2026-03-05',
    servedOn: '2026-03-06',
    way: 'post' as const,
    source: '文书档案2026-3',
  }
  await o.w.act(
    (act) => requests.recordOutsideAnswer(act, { id: o.id, version, ...answer }),
    o.handler,
    at('2026-06-01'),
  )
  expect(await o.lights('2026-06-01')).toEqual([])
  expect(await o.lineOn('2026-06-01')).toMatchObject({ unserved: null, dueOn: null })
})
