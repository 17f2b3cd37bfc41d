import { expect, test } from 'vitest'
import { deviations, notApplicable } from './deviations.ts'
import { organizations } from './organizations.ts'
import { referenceRows } from './reference.fixture.ts'
import { responsibilities } from './responsibility.ts'
import { demoPassword, staff } from './staff.ts'
import { mattersOf } from './texts/matters.ts'

const codes = new Set(organizations.map(({ code }) => code))
const matters = referenceRows()

test('puts a person behind every role at the county office', () => {
  const roles = staff
    .filter(({ organizationCode }) => organizationCode === 'office')
    .flatMap(({ roles }) => roles)
  expect(new Set(roles)).toEqual(
    new Set([
      'clerk',
      'sectionHead',
      'leader',
      'secrecyReviewer',
      'signer',
      'disclosureOffice',
      'supervisor',
      'assessor',
      'administrator',
    ]),
  )
})

test('gives everyone a distinct ascii user name, a name and an existing organization', () => {
  expect(new Set(staff.map(({ userName }) => userName)).size).toBe(staff.length)
  for (const person of staff) {
    expect(person.userName).toMatch(/^[a-z][a-z-]+$/)
    expect(person.displayName).toMatch(/^\p{Script=Han}{2,4}$/u)
    expect(codes.has(person.organizationCode), person.userName).toBe(true)
  }
})

test('keeps the demo password within the policy: twelve characters, three classes', () => {
  const classes = [/[a-z]/, /[A-Z]/, /\d/, /[^A-Za-z\d]/].filter((kind) => kind.test(demoPassword))
  expect(demoPassword.length).toBeGreaterThanOrEqual(12)
  expect(classes.length).toBeGreaterThanOrEqual(3)
})

test('names a lead for exactly the fields of the catalogue', () => {
  for (const field of new Set(matters.map(({ field }) => field)))
    expect(responsibilities.filter((one) => field.includes(one.field))).toHaveLength(1)
  expect(responsibilities).toHaveLength(32)
  for (const { lead, joint } of responsibilities)
    for (const code of [lead, ...joint]) expect(codes.has(code), code).toBe(true)
})

test('tailors and exempts only what the reference catalogue has, always with a reason', () => {
  for (const { matter, change, reason } of deviations) {
    if (change.kind !== 'added')
      expect(mattersOf(matter, matters), JSON.stringify(matter)).not.toEqual([])
    expect(reason.length).toBeGreaterThan(15)
  }
  for (const { matter, organizationCode, reason } of notApplicable) {
    expect(mattersOf(matter, matters), JSON.stringify(matter)).not.toEqual([])
    expect(codes.has(organizationCode)).toBe(true)
    expect(reason.length).toBeGreaterThan(15)
  }
})
