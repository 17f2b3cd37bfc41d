import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type CalendarYear, calendarYear, previewNotice } from '../contract.ts'
import { statutoryYears } from '../years.ts'
import { lengthened2020, notices } from './notices.fixture.ts'
import { readNotice } from './read-notice.ts'

const shipped = (year: number): CalendarYear =>
  statutoryYears.find((one) => one.year === year) as CalendarYear
const none = () => undefined
const read = (text: string, known: (year: number) => CalendarYear | undefined = none) =>
  readNotice(text, known)

/** A year before a later notice changed it. */
const asIssued = (year: number): CalendarYear => {
  const days = shipped(year)
  const notices = days.notices.slice(0, 1)
  if (year === 2019)
    return {
      ...days,
      notices,
      holidays: days.holidays.map((one) =>
        one.name === '劳动节' ? { ...one, to: '2019-05-01' } : one,
      ),
      makeUpDays: days.makeUpDays.filter((on) => on !== '2019-04-28' && on !== '2019-05-05'),
    }
  if (year === 2020)
    return {
      ...days,
      notices,
      holidays: days.holidays.map((one) =>
        one.name === '春节' ? { ...one, to: '2020-01-30' } : one,
      ),
      makeUpDays: [...days.makeUpDays, '2020-02-01'].sort(),
    }
  return days
}

describe('the notices as they were issued', () => {
  test.each(Object.keys(notices).map(Number))(
    '[M35] that of %i makes the year that ships',
    (year) => {
      expect(read(notices[year] ?? '')).toEqual({ year: asIssued(year), faults: [] })
    },
  )

  test('[M35] the lengthened Spring Festival of 2020 changes its days and no other', () => {
    const { year, faults } = read(lengthened2020, () => asIssued(2020))
    expect(faults).toEqual([])
    expect(year).toEqual(shipped(2020))
  })

  test('[M35] entered twice, a changing notice changes nothing more', () => {
    expect(read(lengthened2020, () => shipped(2020)).year).toEqual(shipped(2020))
  })

  test('[M35] a change of days that were never entered is refused', () => {
    expect(read(lengthened2020)).toMatchObject({
      year: null,
      faults: [{ code: 'noticeBaseMissing', params: { year: 2020 } }],
    })
  })
})

describe('however it was copied', () => {
  const text = notices[2026] ?? ''
  test.each<[string, string]>([
    [
      'blanks and full-width digits',
      text.replace(/日/g, ' 日 ').replace(/2026年1/g, '２０２６年１'),
    ],
    ['plain punctuation', text.normalize('NFKC')],
    [
      'lines broken in the middle',
      text.replace(/放假调休/g, '放假\n调休').replace(/、2月28日/, '\n、2月28日'),
    ],
    ['everything in one line but the date', text.replace(/\n(?![国2])/g, '')],
    ['Windows line ends', text.replace(/\n/g, '\r\n')],
    ['points without numbers', text.replace(/^[一二三四五六七]、/gm, '')],
  ])('[M35] reads it with %s', (_how, copied) => {
    expect(read(copied)).toEqual({ year: shipped(2026), faults: [] })
  })

  test('[M35] whatever is pasted can be shown, and what has no fault is a year that can be', () => {
    const words = fc.constantFrom(
      '国务院办公厅关于2026年部分节假日安排的通知\n',
      '国务院办公厅关于延长2026年春节假期的通知\n',
      '国办发明电〔2025〕7号\n',
      '2025年11月4日\n',
      '一、元旦：',
      '春节：',
      '延长2026年春节假期至',
      '12月31日',
      '2月30日',
      '2月21日（周六）',
      '至',
      '3日',
      '放假，',
      '放假1天',
      '与周末连休',
      '共3天。',
      '上班。',
      '\n',
    )
    fc.assert(
      fc.property(fc.array(words, { maxLength: 30 }), (pieces) => {
        const { year, faults } = read(pieces.join(''), () => shipped(2026))
        expect(() => previewNotice.output.parse({ year, faults, replaces: null })).not.toThrow()
        if (faults.length === 0) expect(() => calendarYear.parse(year)).not.toThrow()
      }),
      { numRuns: 3_000 },
    )
  })
})

describe('a fault names its line', () => {
  const text = notices[2026] ?? ''
  const lineOf = (point: string) => text.split('\n').findIndex((line) => line.startsWith(point)) + 1
  test.each<[string, string, string, string, string]>([
    ['days that do not add up', '二、', '共9天', '共8天', 'noticeDayCount'],
    ['a wrong weekday', '三、', '4月4日（周六）', '4月4日（周五）', 'noticeWeekday'],
    [
      'a make-up day that is no weekend',
      '四、',
      '5月9日（周六）',
      '5月8日',
      'noticeMakeUpNotWeekend',
    ],
    ['a day that does not exist', '七、', '10月10日', '10月32日', 'noticeNoSuchDay'],
    [
      'an end before its beginning',
      '五、',
      '19日（周五）至21日（周日）',
      '19日（周五）至18日',
      'noticeEndsBefore',
    ],
    [
      'a make-up day in the holiday',
      '二、',
      '2月14日（周六）',
      '2月15日（周日）',
      'noticeMakeUpInHoliday',
    ],
    ['another year', '一、', '1月1日（周四）', '2024年1月1日', 'noticeOutsideYear'],
    ['a day of two holidays', '七、', '10月1日（周四）至', '9月27日（周日）至10月', 'noticeTwice'],
    ['words that it does not know', '六、', '放假，', '大概放假，', 'noticeUnread'],
    ['no days off at all', '六、', '至27日（周日）放假，共3天', '', 'noticeNoHoliday'],
  ])('[M35] %s', (_what, point, right, wrong, code) => {
    const line = lineOf(point)
    const broken = text
      .split('\n')
      .map((one, at) => (at + 1 === line ? one.replace(right, wrong) : one))
      .join('\n')
    expect(broken).not.toBe(text)
    const { faults } = read(broken)
    expect(faults).toContainEqual(expect.objectContaining({ code }))
    expect(faults.find((fault) => fault.code === code)?.params).toMatchObject({ line })
  })

  test.each<[string, string | RegExp, string]>([
    ['title', /国务院办公厅关于2026年\n部分节假日安排的通知/, 'noticeTitleMissing'],
    ['number', '国办发明电〔2025〕7号', 'noticeNumberMissing'],
    ['date', '2025年11月4日', 'noticeDateMissing'],
    ['a holiday', /^五、.*$/m, 'noticeHolidayMissing'],
  ])('[M35] says that %s is missing', (_what, part, code) => {
    const { faults } = read(text.replace(part, ''))
    expect(faults.map((fault) => fault.code)).toContain(code)
  })

  test('[M35] says that nothing was read where only the heading was pasted', () => {
    expect(
      read('国务院办公厅关于2026年部分节假日安排的通知').faults.map(({ code }) => code),
    ).toContain('noticeNothingRead')
    expect(read('').faults.map(({ code }) => code)).toContain('noticeYearMissing')
  })
})
