import { sql } from 'kysely'
import { beforeAll, expect, test } from 'vitest'
import { type Announcement, theSystem } from '#platform/act'
import type { CivilDate } from '#platform/civil-date'
import { caseOf, casePage, recordEvent, voidEvent } from '#requests'
import {
  type Account,
  makeAccount,
  makeTownDraft,
  on,
  release,
} from '../../../test/world/assessment.ts'
import { enter, inventedChange, inventedNotice } from '../../../test/world/calendar.ts'
import { makeRequest } from '../../../test/world/requests.ts'
import { type World, world } from '../../../test/world/world.ts'
import { tags, tagsOf } from '../portal/tags.ts'
import { type CountAnew, countAnew, stillUnknown } from './count-anew.ts'

let w: World
let account: Account
let announced: Announcement[]
let draft: { documentId: number; editionId: number; version: number }
let released: { documentId: number }
let request: { requestId: number }
let answered: { requestId: number }

// Its twentieth working day lies in a year whose notice is not out.
const day = '2026-12-10'

beforeAll(async () => {
  w = await world()
  announced = []
  w.house.onAnnounced((heard) => void announced.push(...(heard ?? [])))
  account = await makeAccount(w, { towns: 3 })
  const [first, second, third] = account.towns
  if (!first || !second || !third) throw new Error('three towns')
  const matters = [account.codeOf.promptly]
  draft = await makeTownDraft(w, account, { town: first, matters, formedOn: day, day })
  const other = await makeTownDraft(w, account, { town: second, matters, formedOn: day, day })
  released = await release(w, account, other, '2026-12-21')
  // Counted already: its tenth working day is in December.
  const known = [account.codeOf.tenDays]
  await makeTownDraft(w, account, { town: third, matters: known, formedOn: day, day })
  const at = on(day)
  const asked = { organizationId: account.government.id, door: 'counter' as const, at }
  request = await makeRequest(w, asked)
  answered = await makeRequest(w, asked)
  await w.act(
    (act) => recordEvent(act, { id: answered.requestId, type: 'replied', on: '2026-12-30' }),
    theSystem,
    on('2026-12-30'),
  )
  await sql`insert into interpretation.duty (policy_id, organization_id, released_on)
    values (${released.documentId}, ${second.id}, '2026-12-30')`.execute(w.db)
})

const duesOf = async () => {
  const one = async (query: ReturnType<typeof sql<{ on: CivilDate | null }>>) =>
    (await query.execute(w.db)).rows.map((row) => row.on)
  return {
    edition: await one(
      sql`select due_on as on from documents.edition where id = ${draft.editionId}`,
    ),
    waiting: await one(
      sql`select due_on as on from documents.placement where document_id = ${draft.documentId}`,
    ),
    released: await one(
      sql`select due_on as on from documents.placement where document_id = ${released.documentId}`,
    ),
    standing: await one(sql`select due_on as on from assessment.standing
      where organization_id = ${account.towns[0]?.id} and matter_code = ${account.codeOf.promptly}`),
    request: await one(
      sql`select due_on as on from requests.request where id = ${request.requestId}`,
    ),
    step: await one(
      sql`select step_due_on as on from requests.request where id = ${request.requestId}`,
    ),
    interpretation: await one(sql`select due_on as on from interpretation.duty`),
  }
}

const inTime = async () =>
  (
    await sql<{ timed: number; within: number }>`
      select timed, on_time as within from assessment.standing
      where organization_id = ${account.towns[1]?.id}
        and matter_code = ${account.codeOf.promptly}`.execute(w.db)
  ).rows[0]

/** Does what the last entry left to be done. */
const runJob = async (at: Date) => {
  const { rows } = await sql<{ payload: CountAnew }>`
    select j.payload from jobs._private_jobs j join jobs._private_tasks t on t.id = j.task_id
    where t.identifier = 'countAnew' order by j.id desc limit 1`.execute(w.db)
  if (!rows[0]) throw new Error('nothing left to be done')
  await countAnew(w.house, rows[0].payload, at)
}

test('[M35] without the notice nothing of it is guessed', async () => {
  expect(await duesOf()).toEqual({
    edition: [null],
    waiting: [null],
    released: [null],
    standing: [null],
    request: [null],
    step: [null],
    interpretation: [null],
  })
  expect(await inTime()).toEqual({ timed: 0, within: 0 })
})

test('[M35] [M61] once the notice is entered everything that waited for it has its day', async () => {
  const before = await sql<{ all: string }>`select due_on::text || version as all
    from documents.edition where due_on is not null order by id`.execute(w.db)
  await enter(w, inventedNotice, on('2026-12-31'))
  announced.length = 0
  await runJob(on('2026-12-31'))
  expect(await duesOf()).toMatchObject({
    edition: ['2027-01-08'],
    waiting: ['2027-01-08'],
    released: ['2027-01-08'],
    standing: ['2027-01-08'],
    request: ['2027-01-08'],
    step: [expect.stringMatching(/^2026-12-/)],
    interpretation: ['2027-01-05'],
  })
  // What went out in time is known to have been in time.
  expect(await inTime()).toEqual({ timed: 1, within: 1 })
  const today = '2026-12-31'
  expect(
    (await caseOf(w.db, account.disclosureOffice, request.requestId, today)).request,
  ).toMatchObject({
    standing: 'running',
    dueOn: '2027-01-08',
    unknownYear: null,
  })
  expect(
    (await caseOf(w.db, account.disclosureOffice, answered.requestId, today)).request,
  ).toMatchObject({
    standing: 'answered',
    replyDueOn: '2027-01-08',
    unknownYear: null,
  })
  // Pages that show standings go; those that show none of it stay.
  expect(tagsOf(announced)).toEqual([tags.standing])
  // Nobody who has the draft open finds it changed, and what was known is as it was.
  expect(draft.version).toBe(
    (
      await sql<{ version: number }>`select version from documents.edition
      where id = ${draft.editionId}`.execute(w.db)
    ).rows[0]?.version,
  )
  const known = await sql<{ all: string }>`select due_on::text || version as all
    from documents.edition where due_on < '2027-01-01' order by id`.execute(w.db)
  expect(known.rows).toEqual(before.rows)
})

test('[M35] counted a second time nothing changes, and nobody is told anything', async () => {
  const before = await duesOf()
  announced.length = 0
  await countAnew(w.house, stillUnknown('2026-12-31'), on('2026-12-31'))
  await runJob(on('2026-12-31'))
  expect(await duesOf()).toEqual(before)
  expect(announced).toEqual([])
})

test('[M35] [M61] a notice that changes the year moves what is under way and leaves what was judged', async () => {
  await enter(w, inventedChange, on('2026-12-31'))
  await runJob(on('2026-12-31'))
  expect(await duesOf()).toMatchObject({
    edition: ['2027-01-11'],
    waiting: ['2027-01-11'],
    released: ['2027-01-08'],
    standing: ['2027-01-11'],
    request: ['2027-01-11'],
    interpretation: ['2027-01-06'],
  })
})

test('[M62] what the law forbids, entered while nothing could be counted, stops no other case and can be voided', async () => {
  const other = await world()
  const { government, disclosureOffice } = await makeAccount(other, { towns: 1 })
  const make = () =>
    makeRequest(other, { organizationId: government.id, door: 'counter', at: on(day) })
  const [first, second] = [await make(), await make()]
  const late = '2027-01-20'
  // Nobody can tell yet that the reply was due on 8 January.
  await other.act(
    (act) => recordEvent(act, { id: first.requestId, type: 'extended', on: late }),
    theSystem,
    on(late),
  )
  await enter(other, inventedNotice, on(late))
  await countAnew(other.house, stillUnknown(late), on(late))

  const page = () => casePage(other.db, disclosureOffice, first.requestId, late)
  const refused = await page()
  expect(refused).toMatchObject({
    clock: null,
    dues: [],
    refused: { code: 'requests.extendedLate' },
  })
  expect(await casePage(other.db, disclosureOffice, second.requestId, late)).toMatchObject({
    standing: 'overdue',
    dueOn: '2027-01-08',
    refused: null,
  })
  const eventId = refused.events.find(({ type }) => type === 'extended')?.id ?? 0
  const { id, version } = refused
  await other.act(
    (act) => voidEvent(act, { id, version, eventId, reason: '登记时期限尚不能计算' }),
    disclosureOffice,
    on(late),
  )
  expect(await page()).toMatchObject({ dueOn: '2027-01-08', unknownYear: null, refused: null })
})
