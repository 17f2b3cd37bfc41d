import { expect, test } from 'vitest'
import { isCreditCode } from './credit-code.ts'

test('[M20] checks both check characters of a credit code', () => {
  // The example of GB 32100-2015 and a widely printed one.
  expect(isCreditCode('91350100M000100Y43')).toBe(true)
  expect(isCreditCode('91350100M000100Y44')).toBe(false)
  expect(isCreditCode('91350100M000100X43')).toBe(false)
  expect(isCreditCode('1135010000010')).toBe(false)
})
