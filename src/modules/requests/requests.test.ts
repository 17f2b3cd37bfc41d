import { sql } from 'kysely'
import { expect, test } from 'vitest'
import { makeStaff } from '../../../test/world/accounts.ts'
import { makeCounty } from '../../../test/world/organizations.ts'
import { aRequester, makeRequest } from '../../../test/world/requests.ts'
import { world } from '../../../test/world/world.ts'
import {
  assignRequest,
  caseOf,
  deskList,
  openCase,
  progressOf,
  recordEvent,
  turnRequests,
  voidEvent,
} from './index.ts'

const at = (day: string) => new Date(`${day}T10:00:00+08:00`)

const office = async () => {
  const w = await world()
  const county = await makeCounty(w)
  const organizationId = county.government.id
  const keeper = await makeStaff(w, { organizationId, roles: ['disclosureOffice'] })
  return { w, county, organizationId, keeper: keeper.actor }
}

test('[M58] a request over the portal gets a number and a check code, and waits to be confirmed', async () => {
  const { w, organizationId } = await office()
  const made = await makeRequest(w, { organizationId, at: at('2026-03-02') })
  expect(made.checkCode).toMatch(/^[2-9A-HJ-NP-Z]{8}$/)
  const seen = await progressOf(w.db, made, '2026-03-03', w.house.secret)
  expect(seen.request).toMatchObject({ standing: 'unconfirmed', receivedOn: null })
  const next = await makeRequest(w, { organizationId, at: at('2026-03-02') })
  expect(Number(next.number.slice(-4))).toBe(Number(made.number.slice(-4)) + 1)
})

test('[M72] a wrong check code, a wrong number, another one’s code open nothing', async () => {
  const { w, organizationId } = await office()
  const mine = await makeRequest(w, { organizationId, at: at('2026-03-02') })
  const other = await makeRequest(w, { organizationId, at: at('2026-03-02') })
  for (const asked of [
    { number: mine.number, checkCode: 'ZZZZZZZZ' },
    { number: 'nothing-2026-0001', checkCode: mine.checkCode },
    { number: mine.number, checkCode: other.checkCode },
  ])
    await expect(progressOf(w.db, asked, '2026-03-03', w.house.secret)).rejects.toMatchObject({
      code: 'requests.wrongCheckCode',
    })
  const typed = { number: ` ${mine.number} `, checkCode: ` ${mine.checkCode.toLowerCase()} ` }
  expect((await progressOf(w.db, typed, '2026-03-03', w.house.secret)).request.number).toBe(
    mine.number,
  )
})

test('[M59] the receipt date follows the channel, and the row keeps what the clock says', async () => {
  const { w, organizationId, keeper } = await office()
  const { requestId } = await makeRequest(w, { organizationId, at: at('2026-03-02') })
  await w.act(
    (act) => recordEvent(act, { id: requestId, type: 'confirmed', on: '2026-03-04' }),
    keeper,
    at('2026-03-04'),
  )
  const post = await makeRequest(w, {
    organizationId,
    door: 'post',
    submittedOn: '2026-03-02',
    at: at('2026-03-03'),
  })
  const confirmed = await caseOf(w.db, keeper, requestId, '2026-03-04')
  expect(confirmed.request).toMatchObject({ receivedOn: '2026-03-04', dueOn: '2026-04-01' })
  expect((await caseOf(w.db, keeper, post.requestId, '2026-03-04')).request).toMatchObject({
    receivedOn: '2026-03-02',
    dueOn: '2026-03-30',
    channel: 'signedPost',
  })
})

test('[M62] what the law forbids keeps nothing; what was entered by mistake can be taken back', async () => {
  const { w, organizationId, keeper } = await office()
  const { requestId } = await makeRequest(w, {
    organizationId,
    door: 'counter',
    at: at('2026-03-02'),
  })
  const enter = (type: 'extended' | 'thirdPartyAsked', on: string) =>
    w.act((act) => recordEvent(act, { id: requestId, type, on }), keeper, at('2026-03-20'))
  await enter('extended', '2026-03-10')
  await expect(enter('extended', '2026-03-12')).rejects.toMatchObject({
    code: 'requests.extendedTwice',
  })
  const { request, events } = await caseOf(w.db, keeper, requestId, '2026-03-20')
  expect(events.map((event) => event.type)).toEqual(['submitted', 'extended'])
  expect(request.dueOn).toBe('2026-04-28')

  const eventId = events[1]?.id ?? 0
  const input = { id: requestId, version: request.version, eventId, reason: '登记错误' }
  const back = await w.act((act) => voidEvent(act, input), keeper, at('2026-03-20'))
  expect(back).toMatchObject({ dueOn: '2026-03-30', extendedDueOn: null })
})

test('[M73] the day turns what time alone changes', async () => {
  const { w, organizationId, keeper } = await office()
  const { requestId } = await makeRequest(w, {
    organizationId,
    door: 'counter',
    at: at('2026-03-02'),
  })
  await w.act((act) => turnRequests(act), undefined, at('2026-03-31'))
  expect((await caseOf(w.db, keeper, requestId, '2026-03-31')).request.standing).toBe('overdue')
})

test('a request that runs into a year without holidays is taken in, and says which year is missing', async () => {
  const { w, organizationId, keeper } = await office()
  const { requestId } = await makeRequest(w, {
    organizationId,
    door: 'counter',
    at: at('2026-12-21'),
  })
  expect((await caseOf(w.db, keeper, requestId, '2026-12-21')).request).toMatchObject({
    standing: 'running',
    dueOn: null,
    unknownYear: 2027,
  })
})

test('personal data lie sealed, open only for those who handle the case, and that leaves a trace', async () => {
  const { w, county, organizationId, keeper } = await office()
  const { requestId } = await makeRequest(w, {
    organizationId,
    asked: {
      wanted: `请公开我（身份证${aRequester.identityNumber}，手机13912345678）的补贴发放记录`,
    },
  })
  const { rows } = await sql<{ all: string }>`
    select (select json_agg(r)::text from requests.request r) || (select json_agg(q)::text from requests.requester q)
      || (select json_agg(a)::text from audit.entry a) as all`.execute(w.db)
  for (const secret of ['钱禾苗', '199001010008', '13912345678', 'hemiao', '云岚村'])
    expect(rows[0]?.all).not.toContain(secret)

  const open = (by: typeof keeper) => w.act((act) => openCase(act, requestId, w.house.secret), by)
  expect((await open(keeper)).requester?.name).toBe('钱禾苗')
  const watcher = await makeStaff(w, { organizationId, roles: ['supervisor'] })
  await expect(open(watcher.actor)).rejects.toMatchObject({ code: 'requests.notYours' })
  const stranger = await makeStaff(w, { organizationId: county.town.id, roles: ['clerk'] })
  await expect(open(stranger.actor)).rejects.toMatchObject({ code: 'requests.notFound' })
  const { rows: looks } = await sql<{
    count: number
  }>`select count(*)::int as count from audit.entry
    where kind = 'requests.particularsOpened'`.execute(w.db)
  expect(looks[0]?.count).toBe(1)
})

test('[M64] whoever is given a case may handle it; others of other units do not see it', async () => {
  const { w, county, organizationId, keeper } = await office()
  const { requestId } = await makeRequest(w, { organizationId, at: at('2026-03-02') })
  const handler = await makeStaff(w, { organizationId: county.education.id, roles: ['clerk'] })
  const list = (by: typeof keeper) =>
    deskList(w.db, by, { view: 'open' }, { after: null, limit: 10 })
  expect((await list(handler.actor)).items).toEqual([])
  const { request } = await caseOf(w.db, keeper, requestId, '2026-03-02')
  await w.act(
    (act) =>
      assignRequest(act, {
        id: requestId,
        version: request.version,
        unitId: county.education.id,
        handlerId: handler.staff.id,
      }),
    keeper,
  )
  expect((await list(handler.actor)).items.map((item) => item.id)).toEqual([requestId])
})
