import { sql } from 'kysely'
import { beforeAll, expect, test } from 'vitest'
import type { Actor } from '#platform/act'
import { recordEvent } from '#requests'
import type { RequesterKind } from '#requests/contract'
import { makeStaff } from '../../../test/world/accounts.ts'
import { type County, makeCounty } from '../../../test/world/organizations.ts'
import { makeRequest } from '../../../test/world/requests.ts'
import { type World, world } from '../../../test/world/world.ts'
import {
  casesOfCell,
  checkFigures,
  correctReport,
  enterFigure,
  listLocalRules,
  noteFinding,
  openReport,
  publicReport,
  publishReport,
  reopenReport,
  reportData,
  reportFor,
  reportList,
  reportTasks,
  saveTexts,
  setLocalRule,
  signReport,
} from './index.ts'

const at = (day: string) => new Date(`${day}T10:00:00+08:00`)
const january = at('2026-01-12')

let w: World
let county: County
let clerk: Actor
let signer: Actor
let keeper: Actor
beforeAll(async () => {
  w = await world()
  county = await makeCounty(w)
  const organizationId = county.government.id
  clerk = (await makeStaff(w, { organizationId, roles: ['clerk'] })).actor
  signer = (await makeStaff(w, { organizationId, roles: ['signer'] })).actor
  keeper = (await makeStaff(w, { organizationId, roles: ['disclosureOffice'] })).actor
})

/** A case that came in on a day and was answered with a result on another. */
const makeCase = async (
  organizationId: number,
  given: {
    readonly on: string
    readonly kind?: RequesterKind
    readonly repliedOn?: string
    readonly result?: string
    readonly withdrawnOn?: string
  },
): Promise<number> => {
  const { requestId } = await makeRequest(w, {
    organizationId,
    door: 'counter',
    submittedOn: given.on,
    at: at(given.on),
    requester: { kind: given.kind ?? 'naturalPerson' },
  })
  const event = (type: 'replied' | 'withdrawn', on: string) =>
    w.act((act) => recordEvent(act, { id: requestId, type, on }), undefined, at(on))
  if (given.repliedOn) await event('replied', given.repliedOn)
  if (given.withdrawnOn) await event('withdrawn', given.withdrawnOn)
  if (given.result)
    await sql`update requests.request set result_code = ${given.result}
      where id = ${requestId}`.execute(w.db)
  return requestId
}

const act = <T>(by: Actor, work: Parameters<typeof w.act<T>>[0], moment = january) =>
  w.act(work, by, moment)

const texts = (about: string) => ({
  overview: '本机关认真落实公开要求，完善目录，加强审查。',
  problems: `${about}：答复说理还不充分，将逐件评查，并请法律顾问参与疑难件会商。`,
  other: '本年度未收取依申请公开信息处理费。',
})

/** Opens, writes and checks the report of an organ; everything odd gets its note. */
const checkedReport = async (organizationId: number, year = 2025, moment = january) => {
  const { id } = await act(clerk, (one) => openReport(one, { organizationId, year }), moment)
  const about = `第${organizationId}号单位${'甲乙丙丁戊己庚辛壬癸'.repeat(organizationId % 5)}`
  let view = await act(clerk, (one) => saveTexts(one, { id, version: 1, ...texts(about) }), moment)
  for (const { rule, cell } of view.wanted)
    view = await act(
      clerk,
      (one) => noteFinding(one, { id, version: view.version, rule, cell, note: '情况属实。' }),
      moment,
    )
  return act(clerk, (one) => checkFigures(one, { id, version: view.version }), moment)
}

const published = async (organizationId: number, year = 2025, moment = january) => {
  const checked = await checkedReport(organizationId, year, moment)
  const { id } = checked
  const signed = await act(
    signer,
    (one) => signReport(one, { id, version: checked.version }),
    moment,
  )
  return act(keeper, (one) => publishReport(one, { id, version: signed.version }), moment)
}

test('[M151] counts the year by receipt and by reply, each class in its column', async () => {
  const organizationId = county.education.id
  // Carried over and answered; carried over and still open; of another year altogether.
  await makeCase(organizationId, {
    on: '2024-12-25',
    repliedOn: '2025-01-10',
    result: 'granted/provided',
  })
  await makeCase(organizationId, { on: '2024-12-26', kind: 'research' })
  await makeCase(organizationId, {
    on: '2024-10-08',
    repliedOn: '2024-10-20',
    result: 'granted/provided',
  })
  await makeCase(organizationId, {
    on: '2025-03-03',
    kind: 'enterprise',
    repliedOn: '2025-03-20',
    result: 'partial',
  })
  const already = await makeCase(organizationId, {
    on: '2025-03-04',
    kind: 'legalService',
    repliedOn: '2025-03-20',
    result: 'granted/already_public',
  })
  await makeCase(organizationId, { on: '2025-06-03', withdrawnOn: '2025-06-05' })
  // Came in this year, answered in the next: carried on.
  await makeCase(organizationId, {
    on: '2025-12-29',
    repliedOn: '2026-01-08',
    result: 'unavailable/not_held',
  })

  const data = await reportData(w.db, county.education.code, 2025)
  expect(data.t3.r1).toEqual({ c1: 2, c2: 1, c3: 0, c4: 0, c5: 1, c6: 0, c7: 4 })
  expect(data.t3.r2).toEqual({ c1: 1, c2: 0, c3: 1, c4: 0, c5: 0, c6: 0, c7: 2 })
  expect(data.t3['r3.1']).toMatchObject({ c1: 1, c5: 1, c7: 2 })
  expect(data.t3['r3.2']).toMatchObject({ c2: 1, c7: 1 })
  expect(data.t3['r3.6.3']).toMatchObject({ c1: 1, c7: 1 })
  expect(data.t3.r4).toMatchObject({ c1: 1, c3: 1, c7: 2 })

  const { id } = await act(clerk, (one) => openReport(one, { organizationId, year: 2025 }))
  const view = await reportFor(w.db, clerk, id)
  expect(view.findings.filter(({ id: rule }) => rule <= 'V06')).toEqual([])
  const behind = await casesOfCell(w.db, keeper, { id, cell: 't3/r3.1/c5', after: 0 })
  expect(behind).toMatchObject({ count: 1, cases: [{ id: already, kind: 'request' }] })
  // Nothing of a requester's leaves with a figure.
  expect(JSON.stringify(behind)).not.toContain('钱禾苗')
})

test('[M151] a case without its result breaks the balance until somebody enters it', async () => {
  const organizationId = county.civil.id
  const id = await makeCase(organizationId, { on: '2025-04-01', repliedOn: '2025-04-10' })
  const opened = await act(clerk, (one) => openReport(one, { organizationId, year: 2025 }))
  const view = await reportFor(w.db, clerk, opened.id)
  expect(view.withoutResult).toBe(1)
  expect(view.findings.map((one) => `${one.id} ${one.cell}`)).toContain('V01 t3/r1/c1')
  const unknown = await casesOfCell(w.db, keeper, {
    id: opened.id,
    cell: 't3/unknown/c7',
    after: 0,
  })
  expect(unknown.cases).toMatchObject([{ id }])
  await expect(
    act(clerk, (one) => checkFigures(one, { id: opened.id, version: 1 })),
  ).rejects.toMatchObject({ code: 'annualReport.notSound' })
  await sql`update requests.request set result_code = 'partial' where id = ${id}`.execute(w.db)
  expect((await reportFor(w.db, clerk, opened.id)).withoutResult).toBe(0)
})

test('[M151] draft, checked, signed by another hand, published with its hash, corrected as a version', async () => {
  const organizationId = county.town.id
  const checked = await checkedReport(organizationId)
  const { id } = checked
  expect(checked.state).toBe('checked')
  // What the writer wrote, the writer does not sign; and nobody changes it now.
  const both = (
    await makeStaff(w, { organizationId: county.government.id, roles: ['clerk', 'signer'] })
  ).actor
  const reopened = await act(both, (one) =>
    reopenReport(one, { id, version: checked.version, reason: '补写问题' }),
  )
  const again = await act(both, (one) =>
    saveTexts(one, { id, version: reopened.version, ...texts('澄岚镇') }),
  )
  const rechecked = await act(both, (one) => checkFigures(one, { id, version: again.version }))
  await expect(
    act(both, (one) => signReport(one, { id, version: rechecked.version })),
  ).rejects.toMatchObject({ code: 'annualReport.ownHand' })
  await expect(
    act(clerk, (one) =>
      enterFigure(one, {
        id,
        version: rechecked.version,
        cell: 't2/permits/decisions',
        amount: 3,
        reason: '台账',
      }),
    ),
  ).rejects.toMatchObject({ code: 'annualReport.noDraft' })
  await expect(
    act(keeper, (one) => publishReport(one, { id, version: rechecked.version })),
  ).rejects.toMatchObject({ code: 'annualReport.notSigned' })

  const signed = await act(signer, (one) => signReport(one, { id, version: rechecked.version }))
  const out = await act(keeper, (one) => publishReport(one, { id, version: signed.version }))
  expect(out).toMatchObject({ state: 'published', publishedOn: '2026-01-12' })
  const read = await publicReport(w.db, county.town.code, 2025)
  expect(read).toMatchObject({ hash: out.hash, ordinal: 1, correction: '' })

  // A case entered late changes nothing of what is published; the correction counts it.
  await makeCase(organizationId, { on: '2025-05-06' })
  expect((await publicReport(w.db, county.town.code, 2025))?.report.t3.r1.c7).toBe(0)
  const correction = await act(clerk, (one) =>
    correctReport(one, { id, version: out.version, reason: '补登一件' }),
  )
  expect(correction.id).not.toBe(id)
  const draft = await reportFor(w.db, clerk, correction.id)
  expect(draft).toMatchObject({ ordinal: 2, state: 'draft', problems: out.problems })
  expect(draft.tables.t3.r1?.c7).toBe(1)
  expect((await publicReport(w.db, county.town.code, 2025))?.ordinal).toBe(1)
})

test('[M151] entered figures want evidence, never fall below zero and never touch a total', async () => {
  const organizationId = county.subdistrict.id
  const { id } = await act(clerk, (one) => openReport(one, { organizationId, year: 2025 }))
  const enter = (cell: string, amount: number, reason = '行政执法台账') =>
    act(clerk, async (one) => {
      const { version } = await reportFor(one.tx, clerk, id)
      return enterFigure(one, { id, version, cell, amount, reason })
    })
  await expect(enter('t2/permits/decisions', 12, '')).rejects.toMatchObject({
    code: 'annualReport.reasonFirst',
  })
  await expect(enter('t3/r1/c7', 1)).rejects.toMatchObject({ code: 'annualReport.noSuchCell' })
  await expect(enter('t3/r1/c1', -1)).rejects.toMatchObject({ code: 'annualReport.belowZero' })
  await expect(enter('t2/permits/decisions', 1.5)).rejects.toMatchObject({
    code: 'annualReport.belowZero',
  })
  await enter('t2/charges/amountWan', 3.25)
  const view = await enter('t2/permits/decisions', 12)
  expect(view.tables.t2).toMatchObject({ permits: { decisions: 12 }, charges: { amountWan: 3.25 } })
  expect(view.entries).toHaveLength(2)
  expect((await enter('t2/permits/decisions', 0)).entries).toHaveLength(1)
})

test('[M151] sums the units into the county’s, names who is missing, and keeps what was summed', async () => {
  const other = await world()
  const small = await makeCounty(other)
  const swap = { w, county }
  w = other
  county = small
  const organizationId = small.government.id
  const staff = async (role: 'clerk' | 'signer' | 'disclosureOffice') =>
    (await makeStaff(other, { organizationId, roles: [role] })).actor
  const people = { clerk, signer, keeper }
  ;[clerk, signer, keeper] = [
    await staff('clerk'),
    await staff('signer'),
    await staff('disclosureOffice'),
  ]
  try {
    await makeCase(small.education.id, {
      on: '2025-03-03',
      repliedOn: '2025-03-20',
      result: 'partial',
    })
    await makeCase(small.town.id, { on: '2025-12-30', kind: 'welfare' })
    await makeCase(organizationId, {
      on: '2025-02-10',
      kind: 'enterprise',
      repliedOn: '2025-02-20',
      result: 'refused/process_info',
    })
    const reports = [
      await published(small.education.id),
      await published(small.town.id),
      await published(small.office.id),
      await published(small.civil.id),
    ]
    const { id } = await act(clerk, (one) => openReport(one, { organizationId, year: 2025 }))
    const view = await reportFor(w.db, clerk, id)
    expect(view.missing.map(({ code, why }) => [code, why])).toEqual([
      [small.subdistrict.code, 'none'],
    ])
    expect(view.wanted).toContainEqual({ rule: 'missing', cell: small.subdistrict.code })
    expect(view.units.map(({ reportId }) => reportId).sort()).toEqual(
      reports.map((one) => one.id).sort(),
    )
    expect(view.tables.t3.r1).toMatchObject({ c1: 1, c2: 1, c4: 1, c7: 3 })
    expect(view.tables.t3['r3.3.6']).toMatchObject({ c2: 1, c7: 1 })
    expect(view.tables.t3.r4).toMatchObject({ c4: 1, c7: 1 })
    // The figure opens to the units that made it.
    const behind = await casesOfCell(w.db, clerk, { id, cell: 't3/r4/c4', after: 0 })
    expect(behind.cases).toMatchObject([{ label: small.town.name, amount: 1, kind: 'unit' }])

    await published(small.subdistrict.id)
    const whole = await reportFor(w.db, clerk, id)
    expect(whole.missing).toEqual([])
    const written = await act(clerk, (one) =>
      saveTexts(one, {
        ...texts('全县'),
        problems: '个别乡镇目录更新偏慢，明年起按季度通报，纳入考核。',
        id,
        version: whole.version,
      }),
    )
    const checked = await act(clerk, (one) => checkFigures(one, { id, version: written.version }))
    // From now on a unit's correction does not move the county's figures.
    await makeCase(small.town.id, { on: '2025-08-01', kind: 'welfare' })
    const town = reports[1]
    const correction = await act(clerk, (one) =>
      correctReport(one, { id: town?.id ?? 0, version: town?.version ?? 0, reason: '补登' }),
    )
    expect((await reportFor(w.db, clerk, correction.id)).tables.t3.r1?.c4).toBe(2)
    expect((await reportFor(w.db, clerk, checked.id)).tables.t3.r1?.c4).toBe(1)
    // Beginning a correction changes nothing yet; once it is signed the clerk is told who changed.
    const before = await reportFor(w.db, clerk, checked.id)
    expect(before.units.filter((unit) => unit.correctedSince)).toEqual([])
    const note = await reportFor(w.db, clerk, correction.id)
    let draft = note
    for (const { rule, cell } of draft.wanted)
      draft = await act(clerk, (one) =>
        noteFinding(one, { id: draft.id, version: draft.version, rule, cell, note: '属实。' }),
      )
    const again = await act(clerk, (one) =>
      checkFigures(one, { id: draft.id, version: draft.version }),
    )
    await act(signer, (one) => signReport(one, { id: again.id, version: again.version }))
    const since = await reportFor(w.db, clerk, checked.id)
    expect(since.units.filter((unit) => unit.correctedSince).map(({ name }) => name)).toEqual([
      small.town.name,
    ])
    expect(since.units.find(({ name }) => name === small.town.name)?.reportId).toBe(town?.id)
    // The figure still opens to the version that was summed.
    const opened = await casesOfCell(w.db, clerk, { id: checked.id, cell: 't3/r1/c4', after: 0 })
    expect(opened.cases).toMatchObject([{ id: town?.id, amount: 1, kind: 'unit' }])
    const anew = await act(clerk, (one) =>
      reopenReport(one, { id: checked.id, version: since.version, reason: '计入更正' }),
    )
    expect(anew.tables.t3.r1?.c4).toBe(2)
    expect(anew.units.some((unit) => unit.correctedSince)).toBe(false)
  } finally {
    w = swap.w
    county = swap.county
    clerk = people.clerk
    signer = people.signer
    keeper = people.keeper
  }
})

test('[M151] what is carried over has to be what last year carried on, or explained', async () => {
  const organizationId = county.office.id
  const last = await published(organizationId, 2024, at('2025-01-10'))
  expect(last.state).toBe('published')
  await makeCase(organizationId, {
    on: '2024-11-04',
    repliedOn: '2025-01-06',
    result: 'partial',
  })
  const { id } = await act(clerk, (one) => openReport(one, { organizationId, year: 2025 }))
  const view = await reportFor(w.db, clerk, id)
  expect(view.findings.map((one) => `${one.id} ${one.level} ${one.cell}`)).toContain(
    'V04 ERROR t3/r2/c1',
  )
  const noted = await act(clerk, (one) =>
    noteFinding(one, {
      id,
      version: view.version,
      rule: 'V04',
      cell: 't3/r2/c1',
      note: '上年度漏报一件。',
    }),
  )
  expect(noted.findings.map((one) => `${one.id} ${one.level} ${one.cell}`)).toContain(
    'V04 WARN t3/r2/c1',
  )
})

test('[M151] a year that is not over can be drafted, not checked; a village files no report', async () => {
  const { id } = await act(clerk, (one) =>
    openReport(one, { organizationId: county.education.id, year: 2026 }),
  )
  await act(clerk, (one) => saveTexts(one, { id, version: 1, ...texts('教育') }))
  await expect(act(clerk, (one) => checkFigures(one, { id, version: 2 }))).rejects.toMatchObject({
    code: 'annualReport.notOver',
  })
  await expect(
    act(clerk, (one) => openReport(one, { organizationId: county.village.id, year: 2025 })),
  ).rejects.toMatchObject({ code: 'annualReport.noReporter' })
  await expect(
    act(clerk, (one) => openReport(one, { organizationId: county.education.id, year: 2019 })),
  ).rejects.toMatchObject({ code: 'annualReport.otherForm' })
})

test('[M151] strangers read and change nothing', async () => {
  const own = county.education.id
  const elsewhere = (await makeStaff(w, { organizationId: county.town.id, roles: ['clerk'] })).actor
  const { lines } = await reportList(w.db, elsewhere, 2025, '2026-01-12')
  expect(lines.map(({ organizationId }) => organizationId)).toEqual([county.town.id])
  const all = await reportList(w.db, clerk, 2025, '2026-01-12')
  const id = all.lines.find(({ organizationId }) => organizationId === own)?.reportId ?? 0
  await expect(reportFor(w.db, elsewhere, id)).rejects.toMatchObject({
    code: 'annualReport.notFound',
  })
  await expect(
    act(elsewhere, (one) => openReport(one, { organizationId: own, year: 2024 })),
  ).rejects.toMatchObject({ code: 'annualReport.notYours' })
})

test('[M151] 31 January and 31 March stand on the task list; an earlier local day comes first', async () => {
  const day = async () => {
    const { lines } = await reportTasks(w.db, clerk, '2026-01-12')
    return lines.find(({ publisher }) => publisher === 'government')
  }
  expect(await day()).toMatchObject({ year: 2025, dueOn: '2026-03-31', late: false })
  const { lines } = await reportList(w.db, clerk, 2025, '2026-02-01')
  expect(lines.find(({ organizationId }) => organizationId === county.civil.id)).toMatchObject({
    dueOn: '2026-01-31',
    late: true,
  })
  await act(keeper, (one) =>
    setLocalRule(one, {
      organizationId: county.government.id,
      fromOn: '2026-01-01',
      departmentDay: '01-26',
      townshipDay: null,
      governmentDay: '02-20',
      jumpPercent: 30,
      source: '青政公开办发〔2026〕1号',
    }),
  )
  expect(await day()).toMatchObject({ dueOn: '2026-02-20', article: '青政公开办发〔2026〕1号' })
})

test('[M151] the local rule last set for a year holds; an empty day is the statutory one; later days are refused', async () => {
  const own = await world()
  const small = await makeCounty(own)
  const organizationId = small.government.id
  const office = (await makeStaff(own, { organizationId, roles: ['disclosureOffice'] })).actor
  const set = (fromOn: string, change: object) =>
    own.act(
      (one) =>
        setLocalRule(one, {
          organizationId,
          fromOn,
          departmentDay: null,
          townshipDay: null,
          governmentDay: null,
          jumpPercent: null,
          source: `${fromOn}的通知`,
          ...change,
        }),
      office,
      january,
    )
  await set('2024-01-01', { departmentDay: '01-20', townshipDay: '01-15', jumpPercent: 20 })
  await set('2026-01-01', { departmentDay: '01-26' })
  const due = async (year: number, publisher: string) => {
    const { lines } = await reportList(own.db, office, year, '2026-01-12')
    const line = lines.find((one) => one.publisher === publisher)
    return [line?.dueOn, line?.article]
  }
  expect(await due(2023, 'department')).toEqual(['2024-01-20', '2024-01-01的通知'])
  // The notice of 2026 takes the place of the one of 2024, also where it names no day.
  expect(await due(2025, 'department')).toEqual(['2026-01-26', '2026-01-01的通知'])
  expect((await due(2025, 'township'))[0]).toBe('2026-01-31')
  await expect(set('2026-02-01', { departmentDay: '02-05' })).rejects.toMatchObject({
    code: 'annualReport.notEarlier',
  })
  const { rules, may } = await listLocalRules(own.db, office)
  expect(
    rules.map(({ fromOn, departmentDay, jumpPercent }) => [fromOn, departmentDay, jumpPercent]),
  ).toEqual([
    ['2026-01-01', '01-26', null],
    ['2024-01-01', '01-20', 20],
  ])
  expect(may).toContainEqual({ id: organizationId, name: small.government.name })
  // A town reads what binds it and sets nothing above itself.
  const town = (await makeStaff(own, { organizationId: small.town.id, roles: ['clerk'] })).actor
  const seen = await listLocalRules(own.db, town)
  expect(seen.rules).toHaveLength(2)
  expect(seen.may).toEqual([])
  await expect(
    own.act((one) => setLocalRule(one, { ...rule(organizationId), fromOn: '2026-03-01' }), town),
  ).rejects.toMatchObject({ code: 'annualReport.notYours' })
})

const rule = (organizationId: number) => ({
  organizationId,
  departmentDay: null,
  townshipDay: null,
  governmentDay: null,
  jumpPercent: 30,
  source: '通知',
})
