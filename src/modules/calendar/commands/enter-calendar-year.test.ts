import { sql } from 'kysely'
import { afterEach, expect, test } from 'vitest'
import type { Announcement } from '#platform/act'
import { makeStaff } from '../../../../test/world/accounts.ts'
import { enter, inventedChange, inventedNotice } from '../../../../test/world/calendar.ts'
import { makeOrganization } from '../../../../test/world/organizations.ts'
import { type World, world } from '../../../../test/world/world.ts'
import type { CalendarYear } from '../contract.ts'
import { hearEnteredYears, loadEnteredYears } from '../entered.ts'
import { notices } from '../notice/notices.fixture.ts'
import { noticePreview, yearsKnown } from '../queries.ts'
import { countWith, statutoryCalendar } from '../statutory.ts'
import { statutoryYears } from '../years.ts'
import { enterCalendarYear, enterNotice } from './enter-calendar-year.ts'

afterEach(() => countWith([]))

const november = new Date('2026-11-26T10:00:00+08:00')

/** A county with one town; who works where. */
const county = async () => {
  const w = await world()
  const government = await makeOrganization(w, { name: '青穗县人民政府' })
  const town = await makeOrganization(w, {
    parentId: government.id,
    kind: 'township',
    level: 'township',
    name: '澄岚镇人民政府',
  })
  const of = async (
    organizationId: number,
    role: 'disclosureOffice' | 'administrator' | 'leader',
  ) => (await makeStaff(w, { organizationId, roles: [role] })).actor
  return {
    w,
    keeper: await of(government.id, 'disclosureOffice'),
    administrator: await of(government.id, 'administrator'),
    leader: await of(government.id, 'leader'),
    townKeeper: await of(town.id, 'disclosureOffice'),
  }
}

const jobsOf = async (w: World): Promise<unknown[]> => {
  const { rows } = await sql<{ payload: unknown }>`
    select j.payload from jobs._private_jobs j join jobs._private_tasks t on t.id = j.task_id
    where t.identifier = 'countAnew' order by j.id`.execute(w.db)
  return rows.map(({ payload }) => payload)
}

test('[M35] a year that the disclosure office enters is counted with from the commit on, and for good', async () => {
  const { w, keeper } = await county()
  expect(() => statutoryCalendar.addWorkingDays('2026-12-10', 20)).toThrow('calendar.unknownYear')
  const listed = await yearsKnown(w.db, keeper, '2026-11-26')
  expect(listed).toMatchObject({ awaited: 2027, mayEnter: true })

  await w.act((act) => enterNotice(act, { text: inventedNotice }), keeper, november)
  expect(statutoryCalendar.addWorkingDays('2026-12-10', 20)).toBe('2027-01-08')
  expect(statutoryCalendar.isWorkingDay('2027-02-13')).toBe(true)
  expect(statutoryCalendar.years.map(({ year }) => year)).toEqual([
    ...statutoryYears.map(({ year }) => year),
    2027,
  ])

  // Another process, that starts later.
  countWith([])
  await loadEnteredYears(w.db)
  expect(statutoryCalendar.knows(2027)).toBe(true)
  const { years, awaited } = await yearsKnown(w.db, keeper, '2026-11-26')
  expect(awaited).toBeNull()
  expect(years[0]).toMatchObject({
    source: 'entered',
    enteredBy: keeper.name,
    enteredAt: november,
    days: { year: 2027, notices: [{ number: '国办发明电〔2026〕999号', on: '2026-11-25' }] },
  })
  expect(years[1]).toMatchObject({ source: 'shipped', enteredBy: null, days: { year: 2026 } })
  expect(await jobsOf(w)).toEqual([
    { days: { from: '2027-01-01', to: '2027-12-31' }, counted: true },
  ])
})

test('[M35] a process that is running takes the year up from the notice it hears', async () => {
  const { w } = await county()
  const heard: Announcement[] = []
  w.house.onAnnounced((announced) => void heard.push(...(announced ?? [])))
  await enter(w, inventedNotice, november)
  // PostgreSQL carries 8000 bytes; beyond 7500 the notice says no more than "look again".
  expect(JSON.stringify(heard).length).toBeLessThan(7_500)

  countWith([])
  hearEnteredYears(w.db)(JSON.parse(JSON.stringify(heard)))
  expect(statutoryCalendar.isWorkingDay('2027-01-04')).toBe(true)
  // After a lost connection anything may have happened.
  countWith([])
  hearEnteredYears(w.db)(null)
  await expect.poll(() => statutoryCalendar.knows(2027)).toBe(true)
})

test('[M35] a year is counted with only once it is committed', async () => {
  const { w } = await county()
  const failed = w.act(
    async (act) => {
      await enterNotice(act, { text: inventedNotice })
      throw new Error('the machine stops')
    },
    undefined,
    november,
  )
  await expect(failed).rejects.toThrow('the machine stops')
  expect(statutoryCalendar.knows(2027)).toBe(false)
  expect(await jobsOf(w)).toEqual([])
})

test('[M35] what one world entered another does not know', async () => {
  await enter(await world().then(withGovernment), inventedNotice, november)
  expect(statutoryCalendar.knows(2027)).toBe(true)
  await world()
  expect(statutoryCalendar.knows(2027)).toBe(false)
})

const withGovernment = async (w: World): Promise<World> => {
  await makeOrganization(w, { name: '青穗县人民政府' })
  return w
}

test('[M35] a later notice changes a year that is known, and only what its days touch is counted anew', async () => {
  const { w, administrator } = await county()
  await enter(w, inventedNotice, november)
  await w.act((act) => enterNotice(act, { text: inventedChange }), administrator, november)
  expect(statutoryCalendar.addWorkingDays('2026-12-10', 20)).toBe('2027-01-11')
  expect((await jobsOf(w))[1]).toEqual({
    days: { from: '2027-01-04', to: '2027-01-04' },
    counted: true,
  })
  const { years } = await yearsKnown(w.db, administrator, '2026-12-28')
  expect(years[0]?.days.notices.map(({ number }) => number)).toEqual([
    '国办发明电〔2026〕999号',
    '国办发明电〔2026〕1000号',
  ])
})

test('[M35] an entered year comes before the one that ships', async () => {
  const { w } = await county()
  const shipped = statutoryYears.find(({ year }) => year === 2026) as CalendarYear
  const year = { ...shipped, makeUpDays: shipped.makeUpDays.filter((on) => on !== '2026-10-10') }
  await w.act((act) => enterCalendarYear(act, { year }), undefined, november)
  expect(statutoryCalendar.isWorkingDay('2026-10-10')).toBe(false)
  expect(await jobsOf(w)).toEqual([
    { days: { from: '2026-10-10', to: '2026-10-10' }, counted: true },
  ])
})

test('[M35] others than the disclosure office and the administrator at the top are refused', async () => {
  const { w, leader, townKeeper } = await county()
  for (const by of [leader, townKeeper]) {
    const entered = w.act((act) => enterNotice(act, { text: inventedNotice }), by, november)
    await expect(entered).rejects.toMatchObject({ code: 'calendar.notYours' })
    expect((await yearsKnown(w.db, by, '2026-11-26')).mayEnter).toBe(false)
  }
})

test('[M35] faults, the same days again and a year far off are refused, and nothing is kept', async () => {
  const { w } = await county()
  const broken = inventedNotice.replace('共8天', '共9天')
  await expect(enter(w, broken, november)).rejects.toMatchObject({
    code: 'calendar.noticeFaults',
    issues: [{ code: 'noticeDayCount', params: { line: 5, said: 9, read: 8 } }],
  })
  expect(await noticePreview(w.db, { text: broken })).toMatchObject({
    year: { year: 2027 },
    faults: [{ code: 'noticeDayCount' }],
    replaces: null,
  })
  await expect(enter(w, notices[2026] ?? '', november)).rejects.toMatchObject({
    code: 'calendar.sameYear',
  })
  expect((await noticePreview(w.db, { text: notices[2026] ?? '' })).replaces).toBe('shipped')
  const year = {
    ...(statutoryYears.at(-1) as CalendarYear),
    year: 2038,
    holidays: [],
    makeUpDays: [],
  }
  await expect(
    w.act((act) => enterCalendarYear(act, { year }), undefined, november),
  ).rejects.toMatchObject({ code: 'calendar.tooFar', params: { year: 2038, last: 2027 } })
  expect((await yearsKnown(w.db, (await county()).keeper, '2026-10-31')).awaited).toBeNull()
})
