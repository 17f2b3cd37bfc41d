import { spawnSync } from 'node:child_process'
import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { inHome } from '#platform/home'
import { cityReport } from '../../../../test/world/annual-reports.ts'

const folder = mkdtempSync(join(tmpdir(), 'gongkai-report-'))

const run = (name: string, text: string, ...more: string[]) => {
  const path = join(folder, name)
  writeFileSync(path, text)
  const args = [inHome('bin', 'gongkai.mjs'), 'report', 'annual', '--check', path, ...more]
  return spawnSync(process.execPath, args, { encoding: 'utf8' })
}

test('[M151] report annual --check ends with 0, 1 or 2, and names what is broken', () => {
  const city = cityReport()
  const good = run('good.json', JSON.stringify(city), '--json')
  expect(good.status).toBe(0)
  expect(JSON.parse(good.stdout)).toMatchObject({ year: 2025, sound: true, findings: [] })

  const t3 = { ...city.t3, r4: { ...city.t3.r4, c2: 7 } }
  const bad = run('bad.json', JSON.stringify({ ...city, t3 }), '--json')
  expect(bad.status).toBe(1)
  const { findings } = JSON.parse(bad.stdout) as { findings: { id: string; cell: string }[] }
  expect(findings.map(({ id, cell }) => `${id} ${cell}`)).toEqual(['V01 t3/r1/c2', 'V03 t3/r4/c7'])
  expect(bad.stderr).toContain('V01 ERROR t3/r1/c2')

  const none = run('none.json', '{"year": 2025, "parts": 6}')
  expect(none.status).toBe(1)
  expect(none.stderr).toContain('organization')
  expect(run('good.json', '{}', '--nonsense').status).toBe(2)
})
