import fc from 'fast-check'
import { expect, test } from 'vitest'
import { addDays } from '#platform/civil-date'
import {
  datesIn,
  documentNumbersIn,
  formatChineseDate,
  formatChineseNumerals,
  formatIndexNumber,
  isDocumentNumber,
  normaliseDocumentNumber,
  parseChineseDate,
  parseDocumentNumber,
  parseIndexNumber,
  slugOf,
} from './index.ts'

test.each([
  ['国办发[2019]54号', '国办发〔2019〕54号'],
  ['镇政发（2024）07号', '镇政发〔2024〕7号'],
  ['临政办发【2026】 第 12 号', '临政办发〔2026〕12号'],
  [' 白政发〔２０２６〕１号 ', '白政发〔2026〕1号'],
  ['国务院令第713号', '国务院令第713号'],
  ['公告2009年第1号', '公告2009年第1号'],
  ['无文号', '无文号'],
])('[M33] writes %s as %s', (typed, written) => {
  expect(normaliseDocumentNumber(typed)).toBe(written)
})

test('[M33] takes a document number apart and finds those that a text names', () => {
  expect(parseDocumentNumber('镇政发(2024)7号')).toEqual({
    organ: '镇政发',
    year: 2024,
    number: 7,
    text: '镇政发〔2024〕7号',
  })
  expect(parseDocumentNumber('国务院令第711号')).toMatchObject({ year: null, number: 711 })
  expect(isDocumentNumber('镇政发〔2024〕7号')).toBe(true)
  expect(isDocumentNumber('镇政发(2024)7号')).toBe(false)
  expect(parseDocumentNumber('共〔2024〕份')).toBeNull()
  expect(
    documentNumbersIn('（国办发[2019]54号）和（浙政办发〔2020〕1 号）、（国办发〔2019〕54号）'),
  ).toEqual(['国办发〔2019〕54号', '浙政办发〔2020〕1号'])
})

test('[M33] writes and reads index numbers and refuses broken ones', () => {
  const number = { organCode: '11331082002640053H', year: 2026, serial: 12 }
  expect(formatIndexNumber(number)).toBe('11331082002640053H/2026-00012')
  expect(parseIndexNumber('11331082002640053H/2026-00012')).toEqual(number)
  expect(parseIndexNumber('null/2024-00001')).toBeNull()
  expect(parseIndexNumber('000014349/2017-00110')).toMatchObject({ serial: 110 })
})

test.each([
  '2026年3月18日',
  '二〇二六年三月十八日',
  '二○二六年三月十八日',
  '２０２６年３月１８日',
  '2026.3.18',
  '2026/3/18',
  '2026-03-18',
  '2026 年 3 月 18 日',
])('reads the date %s', (text) => {
  expect(parseChineseDate(text)).toBe('2026-03-18')
  expect(datesIn(`成文日期：${text}。`)).toEqual(['2026-03-18'])
})

test('reads no date where there is none', () => {
  for (const text of ['2026年3月', '2026年2月30日', '二〇二六年十三月一日', '12026.3.181', '三月'])
    expect(parseChineseDate(text), text).toBeNull()
})

test('every date written in either way reads back', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 40_000 }), (n) => {
      const date = addDays('1980-01-01', n)
      expect(parseChineseDate(formatChineseDate(date))).toBe(date)
      expect(parseChineseDate(formatChineseNumerals(date))).toBe(date)
    }),
  )
  expect(formatChineseNumerals('2026-10-20')).toBe('二〇二六年十月二十日')
})

test('makes short ASCII addresses of titles', () => {
  expect(slugOf('关于2026年春节放假的通知')).toBe('guan-yu-2026-nian-chun-jie-fang-jia-de-tong-zhi')
  expect(slugOf('重庆银行 A股')).toBe('chong-qing-yin-hang-a-gu')
  expect(slugOf('绿色“一件事”')).toBe('lv-se-yi-jian-shi')
  expect(slugOf('！？')).toBe('')
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (title) => {
      expect(slugOf(title)).toMatch(/^(?:[a-z0-9]+(?:-[a-z0-9]+)*)?$/)
      expect(slugOf(`白水洋镇${title}`).length).toBeLessThanOrEqual(48)
    }),
  )
})
