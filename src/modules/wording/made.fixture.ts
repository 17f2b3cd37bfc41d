/** Numbers made up for tests: valid in form, of nobody. */

const weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2]
const checks = '10X98765432'

/** Seventeen digits with the check digit that belongs to them. */
export const withCheckDigit = (seventeen: string): string =>
  seventeen +
  checks[[...seventeen].reduce((sum, one, k) => sum + Number(one) * (weights[k] ?? 0), 0) % 11]

/** The same for a card number by Luhn. */
export const withLuhnDigit = (digits: string): string => {
  const sum = [...digits].reverse().reduce((total, one, k) => {
    const value = Number(one) * (k % 2 === 0 ? 2 : 1)
    return total + (value > 9 ? value - 9 : value)
  }, 0)
  return digits + String((10 - (sum % 10)) % 10)
}

/** The same numbers each time: a generator with a seed (mulberry32). */
export const seeded = (seed: number) => {
  let state = seed
  const next = (): number => {
    state = (state + 0x6d2b79f5) | 0
    let t = Math.imul(state ^ (state >>> 15), 1 | state)
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296
  }
  const below = (n: number): number => Math.floor(next() * n)
  const digits = (n: number): string => Array.from({ length: n }, () => below(10)).join('')
  const pick = <One>(from: readonly One[]): One => from[below(from.length)] as One
  return { below, digits, pick }
}
export type Dice = ReturnType<typeof seeded>

const places = [
  '110101',
  '331082',
  '330106',
  '440304',
  '510107',
  '620102',
  '650102',
  '310115',
  '513401',
]
const two = (n: number): string => String(n).padStart(2, '0')

export const madeId = (dice: Dice): string => {
  const year = 1940 + dice.below(80)
  const birth = `${year}${two(1 + dice.below(12))}${two(1 + dice.below(28))}`
  return withCheckDigit(`${dice.pick(places)}${birth}${dice.digits(3)}`)
}
export const madePhone = (dice: Dice): string =>
  `1${dice.pick(['38', '39', '50', '57', '77', '86', '91', '99'])}${dice.digits(8)}`
export const madeCard = (dice: Dice): string =>
  withLuhnDigit(
    `${dice.pick(['622848', '621700', '622202', '623091', '621799'])}${dice.digits(12)}`,
  )
export const madePassport = (dice: Dice): string =>
  `${dice.pick(['E', 'G'])}${3 + dice.below(6)}${dice.digits(7)}`
export const madePlate = (dice: Dice): string =>
  `${dice.pick(['浙', '京', '粤', '川', '苏'])}${dice.pick([...'ABCDEFGH'])}${dice.pick(['·', ''])}${dice.digits(5)}`
export const madeEmail = (dice: Dice): string =>
  `${dice.pick(['li', 'wang', 'zhang'])}${dice.digits(5)}@${dice.pick(['qq.com', '163.com', '126.com'])}`
