import { readFileSync } from 'node:fs'
import { sql } from 'kysely'
import { beforeAll, expect, test } from 'vitest'
import { fileOldReport as contract } from '#annual-report/contract'
import type { Actor } from '#platform/act'
import { inHome } from '#platform/home'
import { makeStaff } from '../../../../test/world/accounts.ts'
import { type County, makeCounty } from '../../../../test/world/organizations.ts'
import { type World, world } from '../../../../test/world/world.ts'
import {
  correctReport,
  fileOldReport,
  openReport,
  publicReport,
  readOldReport,
  reportFor,
  reportList,
} from '../index.ts'

const now = new Date('2026-01-12T10:00:00+08:00')
const today = '2026-01-12'
let w: World
let county: County
let keeper: Actor
let clerk: Actor
beforeAll(async () => {
  w = await world()
  county = await makeCounty(w)
  const organizationId = county.government.id
  keeper = (await makeStaff(w, { organizationId, roles: ['disclosureOffice'] })).actor
  clerk = (await makeStaff(w, { organizationId, roles: ['clerk'] })).actor
})

const fileOf = (name: string) => ({
  name,
  bytes: new Uint8Array(readFileSync(inHome('test', 'fixtures', 'old-reports', name))),
})
const look = (organizationId: number, year: number, name: string, by = keeper) =>
  readOldReport(w.db, by, today, { organizationId, year, file: fileOf(name) })

type Read = Awaited<ReturnType<typeof look>>
const file = (read: Read, change: object = {}, by = keeper) => {
  const { organizationId, year, publishedOn, tables, overview, problems, other, source } = read
  const input = { organizationId, year, publishedOn, tables, overview, problems, other, source }
  const given = contract.input.parse({ ...input, apply: true, ...change })
  return w.act((act) => fileOldReport(act, given), by, now)
}

test('[M151] an old report is looked at, filed as published then, read by the public, compared with the next', async () => {
  const organizationId = county.government.id
  const read = await look(organizationId, 2024, 'county-2024.html')
  expect(read.findings.filter(({ level }) => level === 'ERROR')).toEqual([])
  expect(read.notChecked).toEqual(['V04', 'V07', 'V10', 'V11'])
  expect(read.replaces).toBe(false)
  // Looking keeps nothing.
  const kept = await sql<{
    n: number
  }>`select count(*)::int as n from annual_report.report`.execute(w.db)
  expect(kept.rows[0]?.n).toBe(0)

  const { id } = await file(read)
  const view = await reportFor(w.db, keeper, id ?? 0)
  expect(view).toMatchObject({
    state: 'published',
    origin: 'imported',
    publishedOn: '2025-03-18',
    source: { name: 'county-2024.html' },
    withoutResult: 0,
    missing: [],
  })
  expect(view.tables.t3.r1?.c7).toBe(94)
  const open = await publicReport(w.db, county.government.code, 2024)
  expect(open?.report.t2.permits).toEqual({ decisions: 12876 })
  expect(open?.source?.sha256).toBe(read.source.sha256)

  // The first year written here: V04, V07, V10 and the jumps know last year.
  const next = await w.act((act) => openReport(act, { organizationId, year: 2025 }), clerk, now)
  const current = await reportFor(w.db, clerk, next.id)
  expect(current.notChecked).not.toContain('V04')
  const said = current.findings.map(({ id: rule, cell, left, right }) => [rule, cell, left, right])
  expect(said).toContainEqual(['V04', 't3/r2/c1', 0, 4])
  expect(said).toContainEqual(['V04', 't3/r2/c5', 0, 1])
  expect(said).toContainEqual(['V07', 't2/normative/inForce', 0, 57])
  expect(said).toContainEqual(['V10', 't4/direct/total', 0, 1])
  expect(current.jumps).toContainEqual({ cell: 't2/permits/decisions', before: 12876, now: 0 })
})

test('[M151] what is open has to be settled; what was out of balance is filed with its reason', async () => {
  const organizationId = county.education.id
  const read = await look(organizationId, 2023, 'department-2023.html')
  expect(read.doubts).toEqual(['otherOrgan'])
  await expect(file(read)).rejects.toMatchObject({ code: 'annualReport.openCells' })
  const tables = structuredClone(read.tables)
  tables.t2.rules = { issued: 0, repealed: 0, inForce: 0 }
  tables.t2.normative = { issued: 3, repealed: 0, inForce: 19 }
  tables.t3['r3.5.3'] = { c1: 0, c2: 0, c3: 0, c4: 0, c5: 0, c6: 0, c7: 0 }
  tables.t3['r3.4.1'] = { ...tables.t3['r3.4.1'], c1: 8 }
  // The two of a row that the form does not have are in the total and in none of its rows.
  const broken = await file(read, { tables, apply: false })
  expect(broken).toMatchObject({ open: [], wantsReason: true, id: null })
  expect(broken.findings.map(({ id, level, cell }) => `${id} ${level} ${cell}`)).toEqual([
    'V02 ERROR t3/r3.7/c1',
    'V02 ERROR t3/r3.7/c7',
  ])
  // Put where the clerk finds that they belong, every column balances.
  const mended = structuredClone(tables)
  mended.t3['r3.3.5'] = { ...mended.t3['r3.3.5'], c1: 2, c7: 2 }
  expect(await file(read, { tables: mended, apply: false })).toMatchObject({
    findings: [],
    wantsReason: false,
  })
  await expect(file(read, { tables })).rejects.toMatchObject({
    code: 'annualReport.filedReason',
    issues: [{ code: 'reportBroken' }, { code: 'reportBroken' }],
  })
  const reason = '原报告如此：工作秘密两件未计入总计。'
  const { id } = await file(read, { tables, reason })
  const view = await reportFor(w.db, keeper, id ?? 0)
  expect(view.notes).toContainEqual({ rule: 'V02', cell: 't3/r3.7/c1', note: reason })
  expect(view.tables.t3['r3.7']?.c1).toBe(19)
})

test('[M151] the day of publication has to be known, after the year and not in the future', async () => {
  const read = await look(county.civil.id, 2024, 'department-2024.xlsx')
  expect(read.publishedOn).toBeNull()
  for (const publishedOn of [null, '2024-12-31', '2026-02-01'])
    await expect(file(read, { publishedOn })).rejects.toMatchObject({
      code: 'annualReport.publishedWhen',
    })
  const { id } = await file(read, { publishedOn: '2025-01-24' })
  expect(id).toBeGreaterThan(0)
  const { lines } = await reportList(w.db, keeper, 2024, today)
  expect(lines.find((line) => line.organizationId === county.civil.id)).toMatchObject({
    state: 'published',
    publishedOn: '2025-01-24',
    late: false,
  })
})

test('[M151] a filed report is corrected by filing again, with a reason, and the former stays a version', async () => {
  const organizationId = county.town.id
  const first = await look(organizationId, 2024, 'town-2024.docx')
  const { id } = await file(first)
  const view = await reportFor(w.db, keeper, id ?? 0)
  await expect(
    w.act(
      (act) => correctReport(act, { id: view.id, version: view.version, reason: '补' }),
      keeper,
      now,
    ),
  ).rejects.toMatchObject({ code: 'annualReport.fileAgain' })
  const again = await look(organizationId, 2024, 'town-2024.docx')
  expect(again.replaces).toBe(true)
  await expect(file(again)).rejects.toMatchObject({ code: 'annualReport.filedReason' })
  const second = await file(again, { reason: '原件漏页，重新录入。' })
  const latest = await reportFor(w.db, keeper, second.id ?? 0)
  expect(latest.versions.map(({ ordinal, state }) => [ordinal, state])).toEqual([
    [2, 'published'],
    [1, 'superseded'],
  ])
  const open = await publicReport(w.db, county.town.code, 2024)
  expect(open).toMatchObject({ ordinal: 2, correction: '原件漏页，重新录入。' })
})

test('[M151] who does not publish files nothing; this year, older forms and reports written here are refused', async () => {
  const organizationId = county.office.id
  const refused = (year: number, by = keeper) =>
    look(organizationId, year, 'county-2024.html', by).then(
      () => 'read',
      (error: { code?: string }) => error.code,
    )
  expect(await refused(2024, clerk)).toBe('annualReport.notYours')
  expect(await refused(2020)).toBe('annualReport.otherForm')
  expect(await refused(2026)).toBe('annualReport.yearNotOver')
  await w.act((act) => openReport(act, { organizationId, year: 2025 }), clerk, now)
  expect(await refused(2025)).toBe('annualReport.writtenHere')
  const elsewhere = (
    await makeStaff(w, { organizationId: county.town.id, roles: ['disclosureOffice'] })
  ).actor
  expect(await refused(2024, elsewhere)).toBe('annualReport.notYours')
  const read = await look(organizationId, 2024, 'county-2024.html')
  await expect(file(read, {}, clerk)).rejects.toMatchObject({ code: 'annualReport.notYours' })
})

test('[M151] the title of another year or organ is told', async () => {
  const read = await look(county.subdistrict.id, 2023, 'town-2024.docx')
  expect(read).toMatchObject({ titleYear: 2024, doubts: ['otherYear', 'otherOrgan'] })
})
