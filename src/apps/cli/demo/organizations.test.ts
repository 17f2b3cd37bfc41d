import { expect, test } from 'vitest'
import { createOrganization } from '#organizations/contract'
import { bodiesFor, organizations } from './organizations.ts'
import { referenceRows } from './reference.fixture.ts'
import { regions } from './regions.ts'

test('gives every organization a home, a code of its own and a valid credit code', () => {
  const codes = new Set(organizations.map(({ code }) => code))
  const credit = new Set(organizations.map(({ creditCode }) => creditCode))
  expect(codes.size).toBe(organizations.length)
  expect(credit.size).toBe(organizations.length)
  const regionCodes = new Set(regions.map(({ code }) => code))
  for (const organization of organizations) {
    expect(organization.code).toMatch(/^[a-z]+$/)
    const { creditCode } = createOrganization.input.shape
    expect(creditCode.safeParse(organization.creditCode).success, organization.name).toBe(true)
    expect(regionCodes.has(organization.regionCode), organization.name).toBe(true)
    expect(organization.parentCode === null || codes.has(organization.parentCode)).toBe(true)
    expect(organization.telephone).toMatch(/^0900-88\d{5}$/)
    expect(organization.duties.length).toBeGreaterThan(40)
  }
})

test('stays outside every real division of GB/T 2260', () => {
  expect(regions.every(({ code }) => code.startsWith('99'))).toBe(true)
  expect(regions.filter(({ level }) => level === 'township')).toHaveLength(4)
  expect(regions.filter(({ level }) => level === 'village')).toHaveLength(22)
})

test('finds a body for every subject of the reference catalogue', () => {
  const unanswered = [...new Set(referenceRows().map(({ subject }) => subject))].filter(
    (subject) => bodiesFor(subject).length === 0,
  )
  expect(unanswered).toEqual([])
})

test('reads brackets and conjunctions of a subject cell', () => {
  const codes = (subject: string) => bodiesFor(subject).map(({ code }) => code)
  expect(codes('县级人民政府民政部门、乡镇人民政府（街道办事处）')).toEqual([
    'minzheng',
    'suicheng',
    'chenglan',
    'tangwu',
    'luting',
  ])
  expect(codes('县级以上地方人民政府及其自然资源主管部门')).toEqual(['gov', 'ziran'])
  expect(codes('乡镇人民政府')).not.toContain('suicheng')
  expect(codes('县（区、市）人民政府及房屋征收部门')).toEqual(['gov', 'zhujian'])
})
