import { spawnSync } from 'node:child_process'
import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { readNotice } from '#calendar'
import { inHome } from '#platform/home'
import { inventedNotice } from '../../../../test/world/calendar.ts'

// Some starts of the program; each takes a second of its own on a busy machine, or several.
const patience = 90_000
const folder = mkdtempSync(join(tmpdir(), 'gongkai-clock-'))

const gongkai = (language: string, ...args: string[]) =>
  spawnSync(process.execPath, [inHome('bin', 'gongkai.mjs'), ...args], {
    encoding: 'utf8',
    env: { ...process.env, LANG: language },
  })
const clock = (text: string, language = 'en_US.UTF-8') => {
  const path = join(folder, 'case.json')
  writeFileSync(path, text)
  return gongkai(language, 'clock', path, '--json')
}
const on = (...events: [string, string][]) =>
  JSON.stringify({
    channel: 'inPerson',
    asOf: '2026-03-31',
    events: events.map(([type, day]) => ({ type, on: day })),
  })

test(
  '[M61] gongkai clock ends with 0 and the strip, 1 and the article, 2 and the usage',
  () => {
    const counted = clock(on(['submitted', '2026-03-02']))
    expect(counted.status).toBe(0)
    const { days, ...dates } = JSON.parse(counted.stdout) as { days: unknown[] }
    expect(dates).toEqual({
      receivedOn: '2026-03-02',
      correctionNoticeDueOn: '2026-03-11',
      replyDueOn: '2026-03-30',
      extendedReplyDueOn: null,
      standing: 'overdue',
      lapsedOn: null,
      thirdPartyReplyDueOn: null,
      feeDueOn: null,
    })
    expect(days).toHaveLength(29)

    const late = clock(on(['submitted', '2026-03-02'], ['extended', '2026-03-31']), 'zh_CN.UTF-8')
    expect(late.status).toBe(1)
    expect(late.stdout).toBe('')
    expect(late.stderr).toContain('2026-03-31延期时答复期限已过')
    expect(late.stderr).toContain('第三十三条')

    const impossible = clock(on(['submitted', '2026-02-30']))
    expect(impossible.status).toBe(1)
    expect(impossible.stderr).toContain('events[0].on: “2026-02-30”')
    expect(gongkai('en_US.UTF-8', 'clock', join(folder, 'none.json')).status).toBe(1)
    expect(gongkai('en_US.UTF-8', 'clock').status).toBe(2)
  },
  patience,
)

test(
  '[M61] gongkai clock counts a year that came after the program out of a file',
  () => {
    const path = join(folder, 'over-new-year.json')
    const events = [{ type: 'submitted', on: '2026-12-10' }]
    writeFileSync(path, JSON.stringify({ channel: 'inPerson', asOf: '2026-12-10', events }))
    const unknown = gongkai('zh_CN.UTF-8', 'clock', path, '--json')
    expect(unknown.status).toBe(1)
    expect(unknown.stderr).toContain('2027年的节假日安排尚未录入')

    const years = join(folder, 'years.json')
    const { year } = readNotice(inventedNotice, () => undefined)
    writeFileSync(years, JSON.stringify(year))
    const counted = gongkai('zh_CN.UTF-8', 'clock', path, '--calendar', years, '--json')
    expect(counted.stderr).toBe('')
    expect(JSON.parse(counted.stdout)).toMatchObject({ replyDueOn: '2027-01-08' })

    writeFileSync(years, '{"year": 2027}')
    const broken = gongkai('zh_CN.UTF-8', 'clock', path, '--calendar', years, '--json')
    expect(broken.status).toBe(1)
    expect(broken.stderr).toContain('不是工作日历文件')
    expect(gongkai('zh_CN.UTF-8', 'calendar', 'show', 'next').status).toBe(2)
  },
  patience,
)

test(
  '[M68] gongkai fee ends with 0 and the bands, 1 for no count, 2 without its arguments',
  () => {
    const fee = (...args: string[]) => gongkai('en_US.UTF-8', 'fee', ...args)
    const counted = fee('--by', 'pages', '--count', '31', '--on', '2026-03-02', '--json')
    expect(counted.status).toBe(0)
    expect(JSON.parse(counted.stdout)).toEqual({
      amountYuan: 10,
      bands: [
        { from: 1, to: 30, rate: 0, count: 30, amountYuan: 0 },
        { from: 31, to: 100, rate: 10, count: 1, amountYuan: 10 },
      ],
    })
    const negative = fee('--by', 'items', '--count', '-1')
    expect(negative.status).toBe(1)
    expect(negative.stderr).toContain('109号')
    expect(fee('--by', 'items').status).toBe(2)
    expect(fee('--by', 'weight', '--count', '3').status).toBe(2)
  },
  patience,
)
