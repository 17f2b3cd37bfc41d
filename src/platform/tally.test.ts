import { expect, test } from 'vitest'
import { networkOf } from './tally.ts'

test.each([
  ['203.0.113.9', '203.0.113.9'],
  ['::ffff:203.0.113.9', '203.0.113.9'],
  ['2001:db8:12:34:aaaa::1', '2001:db8:12:34::/64'],
  ['2001:0db8:0012:0034:1:2:3:4', '2001:db8:12:34::/64'],
  ['2001:db8::7', '2001:db8:0:0::/64'],
  ['fe80::1%eth0', 'fe80:0:0:0::/64'],
  ['::1', '0:0:0:0::/64'],
])('[M158] %s stands for %s', (address, network) => {
  expect(networkOf(address)).toBe(network)
})
