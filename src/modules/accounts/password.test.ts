import { expect, test } from 'vitest'
import {
  hashPassword,
  matchesNobody,
  matchesPassword,
  passwordIssues,
  temporaryPassword,
} from './password.ts'
import { rulesOn } from './rules.ts'

const rules = rulesOn('2026-06-01')
const codes = (password: string) =>
  passwordIssues(password, 'zhang.wei', rules).map((one) => one.code)

test('[M158] says everything that a password lacks at once', () => {
  expect(codes('abc')).toEqual(['passwordTooShort', 'passwordClasses'])
  expect(codes('Zhang.Wei-2026-xy')).toEqual(['passwordHasName'])
  expect(codes('Qwerty-uiop-2026')).toEqual(['passwordCommon'])
  expect(codes('Sui-tian-0726-wan')).toEqual([])
  expect(codes('稻田里的水声很大对吗A1')).toEqual([])
})

test('a temporary password always meets the rules', () => {
  for (let i = 0; i < 300; i += 1) expect(codes(temporaryPassword())).toEqual([])
})

test('is kept as argon2id of 19 MiB, and a burst of sign-ins is turned away, not piled up', async () => {
  const hash = await hashPassword('Sui-tian-0726-wan')
  expect(hash).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/)
  expect(await matchesPassword(hash, 'Sui-tian-0726-wan')).toBe(true)
  expect(await matchesNobody('Sui-tian-0726-wan')).toBe(false)
  const burst = await Promise.allSettled(
    Array.from({ length: 60 }, () => matchesPassword(hash, 'nothing')),
  )
  const refused = burst.filter((one) => one.status === 'rejected')
  expect(refused).toHaveLength(18)
  expect(refused[0]).toMatchObject({ reason: { code: 'accounts.tooManySignIns', kind: 'busy' } })
  expect(await matchesPassword(hash, 'Sui-tian-0726-wan')).toBe(true)
})
