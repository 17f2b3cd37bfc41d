import { expect, test } from 'vitest'
import { publicReport, publicReports, reportFor, reportList } from '#annual-report'
import { theSystem } from '#platform/act'
import { world } from '../../../../../test/world/world.ts'
import { AnnualReports } from './annual-reports.ts'
import { makePeople } from './people.ts'
import { makeRequests } from './requests.ts'

test('[M151] the demo county shows last year’s reports, summed and published, and this year’s draft', async () => {
  const w = await world()
  const people = await makePeople(w.house, new Date('2023-01-03T01:00:00Z'))
  await new AnnualReports(w.house, people).all(new Date('2026-11-22T02:00:00Z'))
  const all = await publicReports(w.db)
  const published = all.filter(({ year }) => year === 2025)
  const { lines } = await reportList(w.db, theSystem, 2025, '2026-11-22')
  expect(published).toHaveLength(lines.length)
  const [county] = published
  expect(county).toMatchObject({ publisher: 'government', year: 2025, publishedOn: '2026-03-20' })
  const whole = await publicReport(w.db, county?.organizationCode ?? '', 2025)
  const parts = await Promise.all(
    published.slice(1).map((one) => publicReport(w.db, one.organizationCode, 2025)),
  )
  const permits = (one: typeof whole) => Number(one?.report.t2.permits.decisions)
  expect(permits(whole)).toBe(parts.reduce((sum, one) => sum + permits(one), 0))
  expect(permits(whole)).toBeGreaterThan(0)
  const next = await reportList(w.db, theSystem, 2026, '2026-11-22')
  const drafts = next.lines.filter(({ state }) => state === 'draft')
  expect(drafts).toHaveLength(1)
  // The year before was filed from a Word file, and last year's report goes on from it.
  expect(all.filter(({ year }) => year === 2024).map(({ publishedOn }) => publishedOn)).toEqual([
    '2025-03-19',
  ])
  const summed = lines.find(({ publisher }) => publisher === 'government')
  const view = await reportFor(w.db, theSystem, summed?.reportId ?? 0)
  expect(view.notChecked).not.toContain('V04')
  expect(view.findings.filter(({ id }) => ['V04', 'V07', 'V10'].includes(id))).toEqual([])
  // One unit published late, another has corrected its report since the county summed it.
  expect(view.units.filter(({ late }) => late)).toHaveLength(1)
  expect(view.units.filter(({ correctedSince }) => correctedSince)).toHaveLength(1)
}, 60_000)

test('[M151] the demo county’s requests leave its reports whole', async () => {
  const w = await world()
  const people = await makePeople(w.house, new Date('2023-01-03T01:00:00Z'))
  const now = new Date('2026-11-22T02:00:00Z')
  await makeRequests(w.house, people, now)
  await new AnnualReports(w.house, people).all(now)
  const { lines } = await reportList(w.db, theSystem, 2025, '2026-11-22')
  expect(lines.filter(({ state }) => state !== 'published')).toEqual([])
  const whole = await publicReport(w.db, 'gov', 2025)
  expect(Number(whole?.report.t3.r1.c7)).toBeGreaterThan(0)
}, 60_000)
