import { spawnSync } from 'node:child_process'
import { expect, test } from 'vitest'
import { reportData } from '#annual-report'
import { inHome } from '#platform/home'
import { makeCounty } from '../../../../test/world/organizations.ts'
import { world } from '../../../../test/world/world.ts'

const fixture = (name: string) => inHome('test', 'fixtures', 'old-reports', name)

test('[M151] report import files an earlier report, or says at which cell it stopped', async () => {
  const w = await world()
  const county = await makeCounty(w)
  const run = (name: string, code: string, year: number, ...more: string[]) =>
    spawnSync(
      process.execPath,
      [
        inHome('bin', 'gongkai.mjs'),
        ...['report', 'import', fixture(name), '--organization', code, '--year', String(year)],
        ...['--directory', w.filesDirectory, ...more],
      ],
      { encoding: 'utf8', env: { ...process.env, DATABASE_URL: w.databaseUrl } },
    )
  const government = county.government.code
  const look = run('county-2024.html', government, 2024, '--preview', '--json')
  expect(look.status).toBe(0)
  expect(JSON.parse(look.stdout)).toMatchObject({
    filed: null,
    publishedOn: '2025-03-18',
    tables: { t3: { r1: { c1: 86, c7: 94 } } },
    unread: [],
    open: [],
  })

  // The title names another county: a person has to say that it is the right file.
  const doubtful = run('county-2024.html', government, 2024)
  expect(doubtful.status).toBe(1)
  expect(doubtful.stderr).toContain('澄江县人民政府2024年政府信息公开工作年度报告')
  const filed = run('county-2024.html', government, 2024, '--reason', '县名改过。', '--json')
  expect(filed.status).toBe(0)
  expect(JSON.parse(filed.stdout).filed).toBeGreaterThan(0)
  const held = await reportData(w.db, government, 2024)
  expect(held).toMatchObject({ publishedOn: '2025-03-18', t3: { r4: { c7: 6 } } })

  const open = run('department-2023.html', county.education.code, 2023, '--reason', '原名教育局。')
  expect(open.status).toBe(1)
  expect(open.stderr).toContain('表2第 17 行第 4 列')
  expect(open.stderr).toContain('t3/r3.5.3/c1')
  const wrong = run('county-2024.html', government, 2023, '--set', 't3/r9/c1=1')
  expect(wrong.status).toBe(2)
  expect(run('county-2024.html', government, 24).status).toBe(2)
}, 60_000)
