import { buffer } from 'node:stream/consumers'
import { sql } from 'kysely'
import { expect, test } from 'vitest'
import { makeStaff } from '../../../test/world/accounts.ts'
import { makeCounty } from '../../../test/world/organizations.ts'
import { makeRequest } from '../../../test/world/requests.ts'
import { type World, world } from '../../../test/world/world.ts'
import {
  addEnclosure,
  addNote,
  answerCoUnit,
  archiveRequest,
  askCoUnit,
  assignRequest,
  calendarFile,
  caseOf,
  casePage,
  checkCompleteness,
  closeRequest,
  deskList,
  logSearch,
  openCase,
  readEnclosure,
  recordEvent,
  recordsOf,
  registerRequest,
  removeExpired,
  setRetention,
  setStepLimit,
  tasksOf,
  turnRequests,
  workOf,
} from './index.ts'

const at = (day: string) => new Date(`${day}T10:00:00+08:00`)

const office = async () => {
  const w = await world()
  const county = await makeCounty(w)
  const organizationId = county.government.id
  const keeper = (await makeStaff(w, { organizationId, roles: ['disclosureOffice'] })).actor
  const counter = async (day: string) =>
    (await makeRequest(w, { organizationId, door: 'counter', at: at(day) })).requestId
  const versionOf = async (id: number) =>
    (await caseOf(w.db, keeper, id, '2026-06-01')).request.version
  return { w, county, organizationId, keeper, counter, versionOf }
}

const enter = (
  w: World,
  by: Parameters<World['act']>[1],
  id: number,
  days: Record<string, string>,
) =>
  Object.entries(days).reduce(
    (before, [type, on]) =>
      before.then(async () => {
        await w.act((act) => recordEvent(act, { id, type: type as 'replied', on }), by, at(on))
      }),
    Promise.resolve(),
  )

test('[M58] staff take requests in at every door; an oral one has to be read back, none lies ahead', async () => {
  const { w, organizationId, keeper } = await office()
  const { requestId } = await makeRequest(w, { organizationId })
  const { requester, asked } = await w.act(
    (act) => openCase(act, requestId, w.house.secret),
    keeper,
  )
  if (!requester || !asked) throw new Error('sealed away')
  const take = (door: 'counter' | 'post' | 'fax' | 'kiosk' | 'oral', more: object = {}) =>
    w.act(
      (act) =>
        registerRequest(
          act,
          {
            organizationId,
            requester,
            asked,
            door,
            signed: false,
            submittedOn: '2026-03-02',
            ...more,
          },
          w.house.secret,
        ),
      keeper,
      at('2026-03-02'),
    )
  const receivedBy = async (door: Parameters<typeof take>[0], more: object = {}) => {
    const made = await take(door, more)
    const { request } = await caseOf(w.db, keeper, made.requestId, '2026-03-02')
    return [request.channel, request.receivedOn]
  }
  expect(await receivedBy('counter')).toEqual(['inPerson', '2026-03-02'])
  expect(await receivedBy('kiosk')).toEqual(['inPerson', '2026-03-02'])
  expect(await receivedBy('oral', { readBack: true })).toEqual(['inPerson', '2026-03-02'])
  expect(await receivedBy('post', { signed: true })).toEqual(['signedPost', '2026-03-02'])
  expect(await receivedBy('post')).toEqual(['ordinaryPost', null])
  expect(await receivedBy('fax')).toEqual(['fax', null])
  await expect(take('oral', { readBack: false })).rejects.toMatchObject({
    code: 'requests.notReadBack',
  })
  await expect(take('counter', { submittedOn: '2026-03-03' })).rejects.toMatchObject({
    code: 'requests.notYet',
  })
})

test('[M60] what is missing is told once and in full, and the notice stops the clock', async () => {
  const { w, keeper, counter, versionOf } = await office()
  const id = await counter('2026-03-02')
  const check = async (given: object) => {
    const version = await versionOf(id)
    return w.act(
      (act) =>
        checkCompleteness(act, {
          id,
          version,
          identity: true,
          description: false,
          form: true,
          missing: '请写明要哪一年的公路养护资金',
          ...given,
        }),
      keeper,
      at('2026-03-05'),
    )
  }
  await expect(check({ missing: '' })).rejects.toMatchObject({ code: 'requests.missingNotSaid' })
  await expect(check({ description: true })).rejects.toMatchObject({
    code: 'requests.nothingMissing',
  })
  expect(await check({ noticedOn: '2026-03-05' })).toMatchObject({
    standing: 'awaitingCorrection',
    dueOn: null,
  })
  await expect(check({ noticedOn: '2026-03-05' })).rejects.toMatchObject({
    code: 'requests.correctionTwice',
  })
  // The refused second check left nothing behind.
  expect((await workOf(w.db, keeper, id, '2026-03-05')).checks).toHaveLength(1)
  await w.act((act) => turnRequests(act), undefined, at('2026-04-20'))
  expect((await caseOf(w.db, keeper, id, '2026-04-20')).request).toMatchObject({
    standing: 'lapsed',
  })
})

test('[M61] each step has its limit in counted days, of the rule in force on the day of receipt', async () => {
  const { w, keeper, counter, versionOf } = await office()
  const old = await counter('2026-03-02')
  const limit = { step: 'assign', days: 1, source: '内部规定' } as const
  await expect(
    w.act(
      (act) => setStepLimit(act, { ...limit, appliesFrom: '2026-03-01' }),
      keeper,
      at('2026-03-03'),
    ),
  ).rejects.toMatchObject({ code: 'requests.ruleInPast' })
  await w.act(
    (act) => setStepLimit(act, { ...limit, appliesFrom: '2026-03-09' }),
    keeper,
    at('2026-03-03'),
  )
  const recent = await counter('2026-03-09')
  const stepOf = async (id: number, today: string, step = 'assign') =>
    (await workOf(w.db, keeper, id, today)).steps.find((one) => one.step === step)
  expect(await stepOf(old, '2026-03-05')).toMatchObject({ dueOn: '2026-03-05', state: 'open' })
  expect(await stepOf(old, '2026-03-06')).toMatchObject({ state: 'late' })
  expect(await stepOf(recent, '2026-03-10')).toMatchObject({ dueOn: '2026-03-10', state: 'open' })
  const version = await versionOf(old)
  const { request } = await caseOf(w.db, keeper, old, '2026-03-09')
  await w.act(
    (act) =>
      assignRequest(act, { id: old, version, unitId: request.organizationId, handlerId: null }),
    keeper,
    at('2026-03-06'),
  )
  expect(await stepOf(old, '2026-03-09')).toMatchObject({ state: 'doneLate', doneOn: '2026-03-06' })
  // A stop of the clock moves the steps behind it.
  expect((await stepOf(old, '2026-03-09', 'search'))?.dueOn).toBe('2026-03-18')
  await enter(w, keeper, old, { thirdPartyAsked: '2026-03-10', thirdPartyReplied: '2026-03-17' })
  expect((await stepOf(old, '2026-03-18', 'search'))?.dueOn).toBe('2026-03-25')
})

test('[M64] a unit asked to join sees the case, answers for itself, and opens nothing', async () => {
  const { w, county, keeper, counter, versionOf } = await office()
  const id = await counter('2026-03-02')
  const clerk = (await makeStaff(w, { organizationId: county.civil.id, roles: ['clerk'] })).actor
  const other = (await makeStaff(w, { organizationId: county.education.id, roles: ['clerk'] }))
    .actor
  const list = (by: typeof clerk) =>
    deskList(w.db, by, { view: 'open' }, { after: null, limit: 10 })
  expect((await list(clerk)).items).toEqual([])
  const asked = {
    id,
    unitId: county.civil.id,
    question: '养护资金由哪个股室管？',
    dueOn: '2026-03-09',
  }
  const version = await versionOf(id)
  await w.act((act) => askCoUnit(act, { ...asked, version }), keeper, at('2026-03-03'))
  expect((await list(clerk)).items.map((one) => one.id)).toEqual([id])
  expect((await tasksOf(w.db, clerk, '2026-03-03')).opinions.map((one) => one.id)).toEqual([id])
  expect((await tasksOf(w.db, other, '2026-03-03')).opinions).toEqual([])
  const [coUnit] = (await workOf(w.db, clerk, id, '2026-03-03')).coUnits
  const answer = (by: typeof clerk) =>
    w.act(
      (act) => answerCoUnit(act, { id, coUnitId: coUnit?.id ?? 0, opinion: '由农村公路股管。' }),
      by,
      at('2026-03-04'),
    )
  await expect(answer(other)).rejects.toMatchObject({ code: 'requests.notYours' })
  await answer(clerk)
  expect((await workOf(w.db, keeper, id, '2026-03-05')).coUnits[0]).toMatchObject({
    opinion: '由农村公路股管。',
    mayAnswer: true,
  })
  await expect(w.act((act) => openCase(act, id, w.house.secret), clerk)).rejects.toMatchObject({
    code: 'requests.notYours',
  })
  await expect(recordsOf(w.db, clerk, id, w.house.secret)).rejects.toMatchObject({
    code: 'requests.notFound',
  })
})

test('searches and notes lie sealed, and those who handle the case read them', async () => {
  const { w, keeper, counter } = await office()
  const id = await counter('2026-03-02')
  const search = {
    id,
    place: '县档案馆、OA系统',
    words: '钱禾苗 低保',
    outcome: 'notFound' as const,
    result: '未检索到',
    searchedOn: '2026-03-04',
  }
  await w.act((act) => logSearch(act, search, w.house.secret), keeper, at('2026-03-04'))
  await w.act((act) => addNote(act, { id, text: '钱禾苗来电催办' }, w.house.secret), keeper)
  const kept = await recordsOf(w.db, keeper, id, w.house.secret)
  expect(kept.searches[0]).toMatchObject({ text: { words: '钱禾苗 低保' }, outcome: 'notFound' })
  expect(kept.notes[0]?.text).toBe('钱禾苗来电催办')
  const { rows } = await sql<{
    all: string
  }>`select (select json_agg(s)::text from requests.search s)
    || (select json_agg(n)::text from requests.note n)
    || (select json_agg(a)::text from audit.entry a) as all`.execute(w.db)
  expect(rows[0]?.all).not.toContain('钱禾苗')
  await expect(
    w.act((act) => logSearch(act, { ...search, searchedOn: '2099-01-01' }, w.house.secret), keeper),
  ).rejects.toMatchObject({ code: 'requests.notYet' })
})

test('[M73] yellow, orange, red and black reach handler, head and supervisor, each once', async () => {
  const { w, county, organizationId, keeper, counter, versionOf } = await office()
  const id = await counter('2026-03-02') // due on 2026-03-30
  const unitId = county.education.id
  const handler = await makeStaff(w, { organizationId: unitId, roles: ['clerk'] })
  const head = await makeStaff(w, { organizationId: unitId, roles: ['sectionHead'] })
  const supervisor = await makeStaff(w, { organizationId, roles: ['supervisor'] })
  const version = await versionOf(id)
  const hand = (handlerId: number, from: number, on: string) =>
    w.act((act) => assignRequest(act, { id, version: from, unitId, handlerId }), keeper, at(on))
  await hand(handler.staff.id, version, '2026-03-03')
  const turn = (on: string) => w.act((act) => turnRequests(act), undefined, at(on))
  const warned = async () =>
    (await workOf(w.db, keeper, id, '2026-04-01')).alerts.map((one) => [one.light, one.to.length])
  await turn('2026-03-20')
  expect(await warned()).toEqual([])
  for (const [day, light] of [
    ['2026-03-23', 'yellow'],
    ['2026-03-25', 'orange'],
    ['2026-03-27', 'red'],
    ['2026-03-31', 'overdue'],
  ] as const) {
    await turn(day)
    await turn(day)
    expect((await warned()).at(-1)).toEqual([light, 3])
  }
  expect(await warned()).toHaveLength(4)
  for (const { actor } of [handler, head, supervisor])
    expect((await tasksOf(w.db, actor, '2026-03-31')).warned.map((one) => one.id)).toEqual([id])

  const next = await makeStaff(w, { organizationId: unitId, roles: ['clerk'] })
  await hand(next.staff.id, await versionOf(id), '2026-04-01')
  expect((await warned()).at(-1)).toEqual(['overdue', 1])
  const { rows } = await sql<{ n: number }>`select count(*)::int as n from audit.entry
    where kind = 'requests.requestWarned'`.execute(w.db)
  expect(rows[0]?.n).toBe(5)
})

test('[M70] a file closes when the case is over and served, and goes to the archive with its number', async () => {
  const { w, keeper, counter, versionOf } = await office()
  const id = await counter('2026-03-02')
  const close = async () => {
    const version = await versionOf(id)
    return w.act((act) => closeRequest(act, { id, version }), keeper, at('2026-03-20'))
  }
  const archive = async (archivedOn: string) => {
    const version = await versionOf(id)
    const to = { id, version, archiveNumber: 'J01-2026-12', archivePlace: '县档案馆', archivedOn }
    return w.act((act) => archiveRequest(act, to), keeper, at('2026-05-06'))
  }
  await expect(close()).rejects.toMatchObject({ code: 'requests.notOver' })
  await enter(w, keeper, id, { replied: '2026-03-16' })
  await expect(close()).rejects.toMatchObject({ code: 'requests.notServed' })
  await expect(archive('2026-05-06')).rejects.toMatchObject({ code: 'requests.notClosed' })
  await enter(w, keeper, id, { served: '2026-03-18' })
  expect(await close()).toMatchObject({ stage: 'closed' })
  await expect(close()).rejects.toMatchObject({ code: 'requests.closedAlready' })
  await expect(archive('2026-03-19')).rejects.toMatchObject({ code: 'requests.beforeClosing' })
  expect(await archive('2026-05-06')).toMatchObject({ stage: 'archived' })
  expect((await workOf(w.db, keeper, id, '2026-05-07')).closing).toMatchObject({
    archiveNumber: 'J01-2026-12',
    closedOn: '2026-03-20',
  })
})

test('personal data go when the rule of the operator says so, and the figures stay', async () => {
  const { w, keeper, counter, versionOf } = await office()
  const id = await counter('2026-03-02')
  const bytes = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 1, 2, 3])
  const file = { id, purpose: 'identity' as const, bytes }
  const added = await w.act((act) => addEnclosure(act, w.house.files, file, w.house.secret), keeper)
  const page = { ...file, bytes: Buffer.from('<!doctype html><script>alert(1)</script>') }
  await expect(
    w.act((act) => addEnclosure(act, w.house.files, page, w.house.secret), keeper),
  ).rejects.toMatchObject({ code: 'requests.enclosureKind' })
  const { rows: stored } = await sql<{ sha256: string }>`
    select sha256 from requests.enclosure`.execute(w.db)
  const sha256 = stored[0]?.sha256 ?? ''
  expect((await buffer(w.house.files.read(sha256))).includes(bytes)).toBe(false)
  const opened = await w.act(
    (act) => readEnclosure(act, w.house.files, { id, enclosureId: added.id }, w.house.secret),
    keeper,
  )
  expect(opened.bytes.equals(bytes)).toBe(true)

  await enter(w, keeper, id, { replied: '2026-03-16', served: '2026-03-17' })
  const version = await versionOf(id)
  await w.act((act) => closeRequest(act, { id, version }), keeper, at('2026-03-18'))
  await w.act(
    (act) =>
      setRetention(act, {
        appliesFrom: '2026-04-01',
        particularsMonths: 12,
        enclosuresMonths: 6,
        source: '县办规定',
      }),
    keeper,
    at('2026-03-20'),
  )
  const sweep = (on: string) => w.act((act) => removeExpired(act), undefined, at(on))
  expect(await sweep('2026-09-18')).toEqual({ removed: 0 })
  expect(await sweep('2026-09-19')).toEqual({ removed: 1 })
  expect((await recordsOf(w.db, keeper, id, w.house.secret)).enclosures).toEqual([])
  const open = () => w.act((act) => openCase(act, id, w.house.secret), keeper)
  expect((await open()).requester).not.toBeNull()
  expect(await sweep('2027-03-19')).toEqual({ removed: 1 })
  expect(await open()).toEqual({ requester: null, asked: null })
  expect(await casePage(w.db, keeper, id, '2027-03-19')).toMatchObject({
    standing: 'answered',
    requesterKind: 'naturalPerson',
  })
  await expect(w.act((act) => removeExpired(act), keeper)).rejects.toMatchObject({
    code: 'requests.notYours',
  })
})

test('[M62] the due days go into a calendar as whole days', async () => {
  const { w, keeper, counter } = await office()
  const id = await counter('2026-03-02')
  const { request, clock } = await caseOf(w.db, keeper, id, '2026-03-02')
  if (!clock) throw new Error('2026 is loaded')
  const file = calendarFile(request.number, clock, (key) => key)
  expect(file).toContain('DTSTART;VALUE=DATE:20260330')
  expect(file).toContain('DTEND;VALUE=DATE:20260331')
})
