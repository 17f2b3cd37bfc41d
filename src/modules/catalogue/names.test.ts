import { expect, test } from 'vitest'
import { elementsIn } from './lists.ts'
import { foldedName, likeness } from './names.ts'

test('matches names over numbering, spaces and full-width signs, and leaves numbers that are names', () => {
  for (const written of [
    '1.1 国家层面',
    '（一）国家层面',
    '一、国家 层面',
    '① 国家层面',
    '1、国家层面',
  ])
    expect(foldedName(written), written).toBe('国家层面')
  expect(foldedName('12345热线')).toBe('12345热线')
  expect(foldedName('2024年度报告')).toBe('2024年度报告')
  expect(foldedName('一件事')).toBe('一件事')
  expect(foldedName('审核（审批）')).toBe(foldedName('审核(审批)'))
})

test('tells how alike two names are', () => {
  expect(likeness('临时救助', '临时救助')).toBe(1)
  expect(likeness('临时救助金给付', '临时救助给付')).toBeGreaterThan(0.7)
  expect(likeness('殡葬设施审批', '入学报名')).toBe(0)
})

test('splits elements at lines and semicolons, not inside brackets', () => {
  expect(elementsIn('1.申请材料；流程（受理；审核）\n●结果。')).toEqual([
    '申请材料',
    '流程（受理；审核）',
    '结果',
  ])
})
