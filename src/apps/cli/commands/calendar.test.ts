import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, expect, test, vi } from 'vitest'
import type { CalendarYear } from '#calendar'
import { inventedChange, inventedNotice } from '../../../../test/world/calendar.ts'
import { makeOrganization } from '../../../../test/world/organizations.ts'
import { world } from '../../../../test/world/world.ts'
import { calendar } from './calendar.ts'

// The database is opened and migrated anew for each command; a busy machine takes its time.
const patience = 90_000

afterEach(() => {
  vi.unstubAllEnvs()
  vi.restoreAllMocks()
})

test(
  '[M35] gongkai calendar enters a notice, lists the years and writes one that can be entered elsewhere',
  async () => {
    const folder = mkdtempSync(join(tmpdir(), 'gongkai-calendar-'))
    const w = await world()
    await makeOrganization(w, { name: '青穗县人民政府' })
    vi.stubEnv('DATABASE_URL', w.databaseUrl)
    vi.stubEnv('LANG', 'zh_CN.UTF-8')
    let said = ''
    vi.spyOn(process.stdout, 'write').mockImplementation((text) => {
      said += String(text)
      return true
    })
    const run = async (...args: string[]): Promise<string> => {
      said = ''
      await calendar([...args, '--directory', folder])
      return said
    }
    const file = (name: string, text: string): string => {
      writeFileSync(join(folder, name), text)
      return join(folder, name)
    }

    expect(await run('list')).toContain('2026\t248\t随程序提供\t国办发明电〔2025〕7号')
    await expect(run('show', '2027')).rejects.toMatchObject({ code: 'calendar.noSuchYear' })
    const notice = file('notice.txt', inventedNotice)
    expect(await run('enter', notice)).toContain('已录入2027年工作日历')
    await expect(run('enter', notice)).rejects.toMatchObject({ code: 'calendar.sameYear' })
    expect(await run('list')).toMatch(/^2027\t\d{3}\t本级录入\t国办发明电〔2026〕999号$/m)
    expect(await run('show', '2027')).toContain('2027-02-13\t2027-02-13\t调休上班')

    const shown = await run('show', '2027', '--json')
    const year = JSON.parse(shown) as CalendarYear
    expect(year).toMatchObject({ year: 2027, notices: [{ number: '国办发明电〔2026〕999号' }] })
    // What another installation wrote out is taken as it is.
    expect(await run('enter', file('change.txt', inventedChange), '--json')).toContain('2027')
    expect(await run('enter', file('2027.json', shown))).toContain('已录入2027年工作日历')
    expect(JSON.parse(await run('show', '2027', '--json'))).toEqual(year)
    await expect(run('enter', file('broken.json', '{'))).rejects.toMatchObject({
      code: 'calendar.fileBroken',
    })
    await expect(run('enter')).rejects.toThrow('calendar list')
  },
  patience,
)
