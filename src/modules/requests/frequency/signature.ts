import { createHmac } from 'node:crypto'
import { bandsOf, folded, minimaOf } from '#platform/min-hash'

/** By which a request is compared with others; nobody without the key can try words out on it. */
export interface Signature {
  readonly minima: readonly number[]
  readonly bands: readonly number[]
}

// Two characters: a request is a line or two, and its words change places.
const pairChars = 2
// What is asked for stands in front; the rest of a long letter would only cost time.
const mostChars = 2_000
// These stand in every request and say nothing about what is wanted.
const phrases =
  /申请公开|政府信息公开|申请|公开|请求|提供|依法|有关|相关|贵(局|府|镇|单位|机关)|的/g

const pairsOf = (text: string): Set<string> => {
  const plain = folded(text.slice(0, mostChars)).replace(phrases, '')
  const pairs = new Set<string>()
  for (let at = 0; at + pairChars <= plain.length; at++) pairs.add(plain.slice(at, at + pairChars))
  return pairs
}

/** The signature of what was asked; empty where hardly anything was said. */
export const signatureOf = (wanted: string, key: Buffer): Signature => {
  const hashes = new Set(
    [...pairsOf(wanted)].map((pair) =>
      createHmac('sha256', key).update(`likeness:${pair}`).digest().readUInt32LE(0),
    ),
  )
  if (hashes.size === 0) return { minima: [], bands: [] }
  // Kept as the database's four-byte integers, which have a sign.
  return { minima: Array.from(minimaOf(hashes), (value) => value | 0), bands: bandsOf(hashes) }
}

/** The share of their words that two requests have in common, 0 to 1, to within about 0.05. */
export const shareOf = (a: readonly number[], b: readonly number[]): number =>
  a.length === 0 || b.length === 0
    ? 0
    : a.filter((value, at) => value === b[at]).length / Math.max(a.length, b.length)
