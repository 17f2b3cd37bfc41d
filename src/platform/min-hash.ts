/**
 * Near-duplicates without comparing with everything: a text's shingles, 128 minima of them, and 32
 * bands of four (Broder 1997; Leskovec et al., Mining of Massive Datasets, ch. 3). Two texts that share
 * a share s of their shingles meet in a band with probability 1 − (1 − s⁴)³²: 0.99 at s = 0.6, 0.23 at 0.3.
 */
const shingleChars = 4
const bandCount = 32
const rows = 4
// A plan with all its tables says what it is long before this; the rest would only cost time.
const mostChars = 20_000

/** Letters, hanzi and digits in one width: what is left of a text when its dress is taken off. */
export const folded = (text: string): string =>
  text
    .normalize('NFKC')
    .replace(/[^\p{L}\p{N}]+/gu, '')
    .toLowerCase()

// FNV-1a, and Murmur's last step, so that like shingles do not get like hashes.
const mixed = (hash: number): number => {
  let h = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b)
  h = Math.imul(h ^ (h >>> 13), 0xc2b2ae35)
  return (h ^ (h >>> 16)) >>> 0
}
const fnvStart = 0x811c9dc5
const fnvPrime = 0x01000193

/** The hashes of every four characters in a row, each once. */
export function shinglesOf(text: string): Set<number> {
  const plain = folded(text.slice(0, mostChars))
  const shingles = new Set<number>()
  for (let at = 0; at + shingleChars <= plain.length; at++) {
    let hash = fnvStart
    for (let char = at; char < at + shingleChars; char++)
      hash = Math.imul(hash ^ plain.charCodeAt(char), fnvPrime)
    shingles.add(mixed(hash))
  }
  return shingles
}

/** The share of shingles that two texts have in common. */
export function jaccard(a: ReadonlySet<unknown>, b: ReadonlySet<unknown>): number {
  if (a.size === 0 || b.size === 0) return 0
  const [small, large] = a.size < b.size ? [a, b] : [b, a]
  let common = 0
  for (const one of small) if (large.has(one)) common++
  return common / (a.size + b.size - common)
}

// Odd multipliers and offsets of the 128 orders, the same for ever: kept bands depend on them.
const orders = Array.from({ length: bandCount * rows }, (_, at) => ({
  times: mixed(at * 2 + 1) | 1,
  plus: mixed(at * 2 + 2),
}))

/** 128 minima: two texts have as large a share of them in common as of their shingles. */
export function minimaOf(shingles: ReadonlySet<number>): Uint32Array {
  const minima = new Uint32Array(orders.length).fill(0xffffffff)
  const times = Uint32Array.from(orders, (one) => one.times)
  const plus = Uint32Array.from(orders, (one) => one.plus)
  for (const shingle of shingles)
    for (let at = 0; at < minima.length; at++) {
      const value = (Math.imul(shingle, times[at] as number) + (plus[at] as number)) >>> 0
      if (value < (minima[at] as number)) minima[at] = value
    }
  return minima
}

/** The keys of a text's bands; none for a text too short to have any. */
export function bandsOf(shingles: ReadonlySet<number>): number[] {
  if (shingles.size === 0) return []
  const minima = minimaOf(shingles)
  return Array.from({ length: bandCount }, (_, band) => {
    let hash = fnvStart
    for (let row = 0; row < rows; row++)
      hash = Math.imul(hash ^ mixed(minima[band * rows + row] as number), fnvPrime)
    // The band's number above its hash: a key matches only in the same band.
    return band * 2 ** 32 + mixed(hash)
  })
}
