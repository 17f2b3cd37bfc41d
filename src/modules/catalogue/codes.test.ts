import { expect, test } from 'vitest'
import { CodeBook, keysOf, level1CodeOf } from './codes.ts'

const named = (level1: string, level2 = level1, level3 = '') => ({
  fieldCode: 'F19',
  level1,
  level2,
  level3,
})
const coded = (code: string, level1: string, level2 = level1) => ({
  ...named(level1, level2),
  code,
})

test('numbers a first catalogue by field, level 1 and level 2', () => {
  const codes = new CodeBook([]).codesFor([
    named('政策法规'),
    named('最低生活保障', '政策法规文件'),
    named('最低生活保障', '审核信息'),
    named('最低生活保障', '审核信息', '初审名单'),
  ])
  expect(codes).toEqual(['F19-01-01', 'F19-02-01', 'F19-02-02', 'F19-02-02-02'])
})

test('[M8] keeps the code of a matter whose name is written with other spaces, signs or numbers', () => {
  const book = new CodeBook([[coded('F19-02-03', '最低生活保障', '审核（审批）信息')]])
  expect(book.codesFor([named('2.最低生活保障', '2.3 审核(审批) 信息')])).toEqual(['F19-02-03'])
})

test('[M8] gives a new matter the next number and never one that was given before', () => {
  const now = [coded('F19-01-01', '政策法规')]
  const before = [...now, coded('F19-02-01', '特困供养', '办事指南')]
  const book = new CodeBook([now, before])
  expect(book.codesFor([named('临时救助', '办事指南'), named('特困供养', '名单')])).toEqual([
    'F19-03-01',
    'F19-02-02',
  ])
  // The matter given up comes back as itself.
  expect(book.codesFor([named('特困供养', '办事指南')])).toEqual(['F19-02-01'])
})

test('a name changed in between leaves the code to the newer name', () => {
  const book = new CodeBook([
    [coded('F19-01-01', '综合业务', '监督举报')],
    [coded('F19-01-01', '综合业务', '监督检查')],
  ])
  expect(book.codesFor([named('综合业务', '监督检查'), named('综合业务', '监督举报')])).toEqual([
    'F19-01-02',
    'F19-01-01',
  ])
})

test('tells apart the parts of a matter that a table repeats, and keeps them apart', () => {
  const budget = { fieldCode: 'F03', level1: '财政预决算', level2: '政府预算', level3: '' }
  const codes = new CodeBook([]).codesFor([budget, budget])
  expect(codes).toEqual(['F03-01-01', 'F03-01-01-02'])
  const again = new CodeBook([codes.map((code) => ({ ...budget, code }))])
  expect(again.codesFor([budget, budget])).toEqual(codes)
  expect(new Set(keysOf([budget, budget])).size).toBe(2)
  expect(level1CodeOf('F03-01-01-02')).toBe('F03-01')
})
