import { randomBytes } from 'node:crypto'
import { expect, test } from 'vitest'
import {
  codeAt,
  enrolment,
  newRecoveryCodes,
  newSecret,
  recoveryHash,
  seal,
  stepOf,
  unseal,
} from './second-factor.ts'

const key = randomBytes(32)

test('a sealed secret opens with the key and for its account only', () => {
  const secret = newSecret()
  const sealed = seal(secret, 7, key)
  expect(sealed).not.toContain(secret)
  expect(unseal(sealed, 7, key)).toBe(secret)
  expect(() => unseal(sealed, 8, key)).toThrow()
  expect(() => unseal(sealed, 7, randomBytes(32))).toThrow()
})

test('a code belongs to a step, the neighbours allowed for slow clocks', () => {
  const secret = newSecret()
  const at = new Date('2026-06-01T00:00:15Z')
  const step = Math.floor(at.getTime() / 30_000)
  const code = codeAt(secret, at)
  expect(stepOf(secret, code, at)).toBe(step)
  expect(stepOf(secret, code, new Date(at.getTime() + 30_000))).toBe(step)
  expect(stepOf(secret, code, new Date(at.getTime() + 90_000))).toBeNull()
})

test('is scanned from an SVG without scripts', async () => {
  const { url, qrSvg } = await enrolment('JBSWY3DPEHPK3PXP', 'zhang.wei')
  expect(url).toMatch(/^otpauth:\/\/totp\/Gongkai:zhang\.wei\?.*secret=JBSWY3DPEHPK3PXP/)
  expect(qrSvg).toMatch(/^<svg [^>]*>/)
  expect(qrSvg).not.toContain('<script')
})

test('ten recovery codes, read back however they are typed', () => {
  const codes = newRecoveryCodes()
  expect(new Set(codes).size).toBe(10)
  const [code = ''] = codes
  expect(code).toMatch(/^[a-z2-9]{4}(-[a-z2-9]{4}){3}$/)
  expect(recoveryHash(7, code.toUpperCase().replaceAll('-', ' '))).toBe(recoveryHash(7, code))
  expect(recoveryHash(8, code)).not.toBe(recoveryHash(7, code))
})
