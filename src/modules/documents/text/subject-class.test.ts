import { expect, test } from 'vitest'
import { subjectClassOf } from './subject-class.ts'

test('[M33] the field of the main matter gives the subject class, whatever the title says', () => {
  const title = '关于做好学校安全生产工作的通知'
  expect(subjectClassOf({ title, matterCodes: ['F23-01-02', 'F04-01-01'] })).toBe('科技、教育')
  expect(subjectClassOf({ title, matterCodes: ['F04-01-01', 'F23-01-02'] })).toBe(
    '市场监管、安全生产监管',
  )
})

test.each([
  ['青穗县2025年度财政决算公开', '财政、金融、审计'],
  ['关于2026年度征兵工作的通告', '国防'],
  ['关于公布政府信息公开年度报告的通知', '综合政务'],
  ['关于调整农村低保标准的公告', '民政、扶贫、救灾'],
  ['关于表扬先进集体的通报', '其他'],
])('[M33] without a matter the title decides: %s → %s', (title, found) => {
  expect(subjectClassOf({ title, matterCodes: [] })).toBe(found)
})
