import { sql } from 'kysely'
import { statutoryCalendar as calendar } from '#calendar'
import type { Actor } from '#platform/act'
import { addDays, type CivilDate, dateAt } from '#platform/civil-date'
import type { Db } from '#platform/database'
import { clockOf, type DeskFilters, deskList } from '#requests'
import type { ClockInput } from '#requests/contract'
import { percentile, report, round } from './report.ts'

const listTarget = 30
const clockTarget = 0.1
const runs = 40

/** Cases of four years as their rows stand: a tenth open, most answered, spread over all offices. */
export const loadRequests = (db: Db, cases: number, today: CivilDate): Promise<void> =>
  // Fifteen seconds are for readers' questions; a hundred thousand rows with their indexes take longer.
  db.transaction().execute(async (tx) => {
    await sql`set local statement_timeout = 0`.execute(tx)
    await fillRequests(tx, cases, today)
  })

const fillRequests = async (db: Db, cases: number, today: CivilDate): Promise<void> => {
  await sql`insert into requests.requester (kind, fingerprint, created_at)
    select 'naturalPerson', 'bench-' || n, now() from generate_series(1, ${cases / 4}) n`.execute(
    db,
  )
  await sql`
    with places as (select array_agg(id order by id) as ids from organizations.organization
        where level <> 'village'),
      people as (select array_agg(id order by id) as ids from accounts.staff),
      askers as (select min(id) as first, count(*) as many from requests.requester
        where fingerprint like 'bench-%')
    insert into requests.request (number, organization_id, requester_id, channel, door, check_code, title,
      supply, delivery, submitted_on, received_on, standing, reply_due_on, due_on, turns_on, stage,
      unit_id, handler_id, answered_on, step_due, step_due_on, created_at, updated_at)
    select 'bench-' || n, (places.ids)[1 + n % cardinality(places.ids)], askers.first + n % askers.many,
      (array['inPerson', 'internet', 'signedPost', 'fax'])[1 + n % 4],
      (array['counter', 'portal', 'post', 'fax'])[1 + n % 4], 'x',
      '关于' || (array['农村公路', '征地补偿', '低保发放', '学校划片', '环境影响'])[1 + n % 5] || '的第' || n || '号材料',
      'paper', 'post', day, day,
      case when n % 10 = 0 then (array['running', 'consulting', 'overdue', 'awaitingCorrection'])[1 + n / 10 % 4]
        else (array['answered', 'answeredLate', 'lapsed'])[1 + n % 3] end,
      day + 28, case when n % 10 = 0 then ${today}::date + (n / 10 % 40)::int - 10 end, null,
      case when n % 10 = 0 then 'handling' else 'closed' end,
      (places.ids)[1 + n % cardinality(places.ids)], (people.ids)[1 + n / 7 % cardinality(people.ids)],
      case when n % 10 > 0 then day + 15 end, case when n % 10 = 0 then 'search' end,
      case when n % 10 = 0 then ${today}::date + (n / 10 % 30)::int - 10 end, now(), now()
    from generate_series(1, ${cases}) n, places, people, askers,
      lateral (select ${today}::date - (n % 1460)::int as day) d`.execute(db)
  await sql`analyze requests.request`.execute(db)
}

const filtersOf = async (db: Db, today: CivilDate): Promise<Record<string, DeskFilters>> => {
  const { rows } = await sql<{ organizationId: number; unitId: number; handlerId: number }>`
    select organization_id as "organizationId", unit_id as "unitId", handler_id as "handlerId"
    from requests.request where stage = 'handling' order by id limit 1`.execute(db)
  const one = rows[0]
  const all = { view: 'all' } as const
  return {
    open: { view: 'open' },
    all,
    'open, overdue': { view: 'open', standing: 'overdue' },
    'open, a step overdue': { view: 'open', stepLateOn: today },
    'all, a step overdue': { ...all, stepLateOn: today },
    'all, answered late': { ...all, standing: 'answeredLate' },
    'all, of one office': { ...all, organizationId: one?.organizationId },
    'open, of one unit': { view: 'open', unitId: one?.unitId },
    'all, of one unit': { ...all, unitId: one?.unitId },
    'all, of one handler': { ...all, handlerId: one?.handlerId },
    'all, by door': { ...all, door: 'fax' },
    'all, by stage': { ...all, stage: 'handling' },
    'all, of two months': {
      ...all,
      submittedFrom: addDays(today, -700),
      submittedTo: addDays(today, -640),
    },
    'all, words of the title': { ...all, q: '学校划片' },
    'all, a number': { ...all, q: 'bench-77777' },
    'all, words that nothing has': { ...all, q: '没有这几个字' },
  }
}

/** The desk's list with each filter, for a county keeper and a town clerk; one clock. */
export const measureRequests = async (
  db: Db,
  cases: number,
  by: Readonly<Record<string, Actor>>,
): Promise<void> => {
  const today = dateAt(new Date())
  await loadRequests(db, cases, today)
  const filters = await filtersOf(db, today)
  for (const [who, actor] of Object.entries(by)) {
    let worst = { name: '', ms: 0 }
    for (const [name, filter] of Object.entries(filters)) {
      const times: number[] = []
      for (let run = 0; run < runs; run += 1) {
        const begun = performance.now()
        await deskList(db, actor, filter, { after: null, limit: 30 })
        times.push(performance.now() - begun)
      }
      const ms = percentile(times, 0.95)
      if (ms > worst.ms) worst = { name, ms }
    }
    report({
      target: '—',
      what: `desk of requests, ${cases} cases, ${Object.keys(filters).length} filters, ${who}`,
      measured: `slowest p95 ${round(worst.ms)} ms (${worst.name})`,
      wanted: `p95 < ${listTarget} ms each`,
      met: worst.ms < listTarget,
    })
  }
  measureClock()
}

const measureClock = (): void => {
  const input: ClockInput = {
    channel: 'internet',
    asOf: '2026-06-30',
    events: [
      { type: 'submitted', on: '2026-02-02' },
      { type: 'confirmed', on: '2026-02-03' },
      { type: 'correctionNoticed', on: '2026-02-09' },
      { type: 'correctionReceived', on: '2026-02-26' },
      { type: 'thirdPartyAsked', on: '2026-03-10' },
      { type: 'thirdPartyReplied', on: '2026-03-24' },
      { type: 'extended', on: '2026-04-02' },
    ],
  }
  const rounds = 5_000
  const times: number[] = []
  for (let run = 0; run < rounds; run += 1) {
    const begun = performance.now()
    clockOf(input, calendar)
    times.push(performance.now() - begun)
  }
  const mean = times.reduce((sum, ms) => sum + ms, 0) / rounds
  report({
    target: '—',
    what: 'clock of a request with correction, third party and extension, its strip of days included',
    measured: `${round(mean, 3)} ms a case, p99 ${round(percentile(times, 0.99), 3)} ms`,
    wanted: `< ${clockTarget} ms`,
    met: mean < clockTarget,
  })
}
