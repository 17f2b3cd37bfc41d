import { expect, test } from 'vitest'
import { declareNotApplicable } from '#catalogue'
import { abolishOrganization } from '#organizations'
import { theSystem } from '#platform/act'
import type { CivilDate } from '#platform/civil-date'
import {
  type Account,
  makeAccount,
  makeTownDraft,
  on,
  type Rhythm,
  release,
} from '../../../test/world/assessment.ts'
import { makeDocument, makeOffice } from '../../../test/world/documents.ts'
import { makeOrganization } from '../../../test/world/organizations.ts'
import { type World, world } from '../../../test/world/world.ts'
import { coverageOf, heatMapOf, standingCells } from './account.ts'
import { turnStandings } from './commands/turn-standings.ts'
import { countsBelow, documentsByKind, documentsByMonth } from './store.ts'

const today = '2026-06-30'

/**
 * Three towns and eight matters. The first released in time in February and late in March, the second
 * once in March, and something of it waits past its limit; for the third one matter does not apply,
 * though it has a release of before.
 */
const someYear = async (): Promise<{ w: World; account: Account }> => {
  const w = await world()
  const account = await makeAccount(w, { towns: 3 })
  const releases = async (
    town: number,
    matter: Rhythm,
    day: CivilDate,
    formedOn: CivilDate = day,
    fields = {},
  ) => {
    const given = {
      town: account.towns[town] as Account['towns'][number],
      matters: [account.codeOf[matter]],
      formedOn,
      day,
      fields,
    }
    await release(w, account, await makeTownDraft(w, account, given), day)
  }
  await releases(0, 'tenDays', '2026-02-10', '2026-02-09', { title: '二月公告' })
  await releases(0, 'tenDays', '2026-03-31', '2026-03-02', { title: '三月公告' })
  await releases(0, 'yearly', '2026-03-02')
  await releases(1, 'promptly', '2026-03-03', '2026-03-02', { kind: '通知' })
  await releases(2, 'tenDays', '2026-01-05')
  const [, second, third] = account.towns
  if (!second || !third) throw new Error('three towns')
  await makeTownDraft(w, account, {
    town: second,
    matters: [account.codeOf.tenDays],
    formedOn: '2026-05-06',
    day: '2026-05-06',
  })
  const duty = { organizationId: third.id, matterCode: account.codeOf.tenDays }
  await w.act(
    (act) => declareNotApplicable(act, { ...duty, reason: '已撤并' }),
    theSystem,
    on(today),
  )
  await w.act(turnStandings, theSystem, on(today))
  return { w, account }
}

const { w, account } = await someYear()
const government = account.government.id
const [first, second, third] = account.towns as [
  Account['towns'][number],
  Account['towns'][number],
  Account['towns'][number],
]

test('[M136] coverage counts duties with content; what does not apply is in no share', async () => {
  const { lines, total } = await coverageOf(w.db, { organizationId: government, by: 'field' })
  expect(lines).toEqual([
    { key: 'F19', name: '社会救助', duties: 23, covered: 3, timed: 4, within: 3, documents: 4 },
  ])
  expect(total).toMatchObject({ duties: 23, covered: 3 })
})

test('[M136] coverage by level and by organization adds up to the same', async () => {
  const byUnit = await coverageOf(w.db, { organizationId: government, by: 'organization' })
  expect(byUnit.lines.map(({ key, duties, covered }) => [key, duties, covered])).toEqual([
    [first.code, 8, 2],
    [second.code, 8, 1],
    [third.code, 7, 0],
  ])
  const byLevel = await coverageOf(w.db, { organizationId: government, by: 'level' })
  expect(byLevel.lines).toEqual([
    {
      key: 'township',
      name: 'township',
      duties: 23,
      covered: 3,
      timed: 4,
      within: 3,
      documents: 4,
    },
  ])
  expect(byLevel.total).toEqual(byUnit.total)
  const own = await coverageOf(w.db, { organizationId: first.id, by: 'field' })
  expect(own.total).toMatchObject({ duties: 8, covered: 2 })
})

test('[M138] timeliness of a period counts its own releases, to the day in Shanghai', async () => {
  const within = async (period: string) => {
    const { total } = await coverageOf(w.db, { organizationId: government, by: 'field', period })
    const { duties, covered, documents, timed, within } = total
    return { duties, covered, documents, timed, within }
  }
  expect(await within('2026')).toEqual({
    duties: 23,
    covered: 3,
    documents: 4,
    timed: 4,
    within: 3,
  })
  expect(await within('2026-Q1')).toEqual(await within('2026'))
  expect(await within('2026-02')).toEqual({
    duties: 23,
    covered: 1,
    documents: 1,
    timed: 1,
    within: 1,
  })
  expect(await within('2026-03')).toEqual({
    duties: 23,
    covered: 3,
    documents: 3,
    timed: 3,
    within: 2,
  })
  expect(await within('2026-Q2')).toEqual({
    duties: 23,
    covered: 0,
    documents: 0,
    timed: 0,
    within: 0,
  })
})

test('[M138] a release at midnight in Shanghai belongs to the day that begins', async () => {
  const w = await world()
  const account = await makeAccount(w, { towns: 1 })
  const [town] = account.towns as [Account['towns'][number]]
  const given = { town, matters: [account.codeOf.tenDays], formedOn: '2026-03-31' }
  const draft = await makeTownDraft(w, account, { ...given, day: '2026-03-31' })
  await release(w, account, draft, '2026-04-01')
  await w.db
    .updateTable('documents.placement')
    .set({ published_at: new Date('2026-03-31T16:00:00Z') })
    .execute()
  const inMonth = async (period: string) =>
    (await coverageOf(w.db, { organizationId: town.id, by: 'field', period })).total.documents
  expect([await inMonth('2026-03'), await inMonth('2026-04')]).toEqual([0, 1])
})

test('[M138] each figure opens to its cells, and each cell to its documents', async () => {
  const heat = await heatMapOf(w.db, government, today)
  expect(heat.total).toEqual({ met: 2, due: 0, late: 2, blank: 19, notApplicable: 1 })
  expect(heat.coverage).toEqual({ part: 3, total: 23 })
  expect(heat.onTime).toEqual({ part: 3, total: 4 })
  for (const unit of heat.units)
    for (const [standing, count] of Object.entries(unit.counts)) {
      const { cells } = await standingCells(w.db, {
        organizationId: unit.organizationId,
        below: false,
        standing: standing as 'met',
        limit: 200,
      })
      expect(cells).toHaveLength(count)
    }
  const { cells: late } = await standingCells(w.db, {
    organizationId: government,
    below: true,
    standing: 'late',
    limit: 50,
  })
  expect(late).toMatchObject([
    {
      organizationId: first.id,
      matterCode: account.codeOf.tenDays,
      lastPublishedOn: '2026-03-31',
      documents: 2,
      dueOn: null,
      newest: [
        { title: '三月公告', publishedOn: '2026-03-31', dueOn: '2026-03-16', late: true },
        { title: '二月公告', publishedOn: '2026-02-10', late: false },
      ],
    },
    // Ten working days from 6 May, Saturday the 9th among them: it makes up for the holiday.
    { organizationId: second.id, dueOn: '2026-05-19', documents: 0, newest: [] },
  ])
  const { cells: apart } = await standingCells(w.db, {
    organizationId: third.id,
    below: false,
    standing: 'notApplicable',
    limit: 50,
  })
  expect(apart).toMatchObject([{ reason: '已撤并', documents: 1 }])
})

test('[M138] pages of cells follow each other without gap or repeat', async () => {
  const seen: string[] = []
  let after: string | undefined
  do {
    const asked = { organizationId: government, below: true, limit: 5, after }
    const page = await standingCells(w.db, asked)
    expect(page.cells.length).toBeLessThanOrEqual(5)
    seen.push(...page.cells.map((cell) => `${cell.matterCode} ${cell.organizationId}`))
    after = page.next ?? undefined
  } while (after)
  expect(seen).toHaveLength(24)
  expect(new Set(seen).size).toBe(24)
  const [codes] = [seen.map((key) => key.split(' ')[0] ?? '')]
  expect(codes).toEqual([...codes].sort())
})

test('[M138] a cursor that nobody gave out begins at the beginning', async () => {
  for (const after of ["'; drop table x; --", '~', 'F19~99999999999999999999', '\0'])
    expect(
      (await standingCells(w.db, { organizationId: government, below: true, limit: 5, after }))
        .cells,
    ).toHaveLength(5)
})

test('[M136] a unit that is no more stands in no figure', async () => {
  const w = await world()
  const account = await makeAccount(w, { towns: 2 })
  const [gone] = account.towns as [Account['towns'][number]]
  const { version } = await w.db
    .selectFrom('organizations.organization')
    .select('version')
    .where('id', '=', gone.id)
    .executeTakeFirstOrThrow()
  await w.act(
    (act) =>
      abolishOrganization(act, { id: gone.id, version, on: '2025-02-01', successorId: null }),
    theSystem,
    on('2025-02-01'),
  )
  const heat = await heatMapOf(w.db, account.government.id, today)
  expect(await countsBelow(w.db, account.government.path)).toEqual(heat.total)
  expect(heat.units.map((unit) => unit.organizationId)).not.toContain(gone.id)
  const { total } = await coverageOf(w.db, { organizationId: account.government.id, by: 'level' })
  expect(total.duties).toBe(8)
})

test('[M137] documents are counted by month and by kind, for a unit and all below it', async () => {
  const path = account.government.path
  expect(await documentsByMonth(w.db, path, '2026-02-01')).toEqual([
    { month: '2026-02', documents: 1 },
    { month: '2026-03', documents: 3 },
  ])
  expect(await documentsByKind(w.db, path, 10)).toEqual([
    { name: '公告', documents: 4 },
    { name: '通知', documents: 1 },
  ])
  expect(await documentsByKind(w.db, second.path, 10)).toEqual([{ name: '通知', documents: 1 }])
  const elsewhere = await makeOrganization(w, { name: '别县人民政府' })
  expect(await documentsByKind(w.db, elsewhere.path, 10)).toEqual([])
})

test('[M136] a document of a department counts for the department', async () => {
  const w = await world()
  const office = await makeOffice(w)
  await makeDocument(w, office)
  const heat = await heatMapOf(w.db, office.government.id, '2026-03-02')
  const unit = heat.units.find((one) => one.organizationId === office.civil.id)
  expect(unit).toMatchObject({
    documents: 1,
    counts: { met: 1, due: 0, late: 0, blank: 2, notApplicable: 0 },
    coverage: { part: 1, total: 3 },
    onTime: { part: 1, total: 1 },
    cells: { F19: { met: 1, blank: 2 } },
  })
  expect(heat.fields).toEqual([{ code: 'F19', name: '社会救助', slug: expect.any(String) }])
})
