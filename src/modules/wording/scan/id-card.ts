// GB 11643: seventeen digits weighted, the check digit is ISO 7064 MOD 11-2.
const weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2]
const checkDigits = [1, 0, 10, 9, 8, 7, 6, 5, 4, 3, 2]

// First two digits of the place; 81, 82 and 83 are the residence permits of people from Hong Kong,
// Macao and Taiwan. Counties come and go, so a table of them would only lose true numbers.
const provinces: ReadonlySet<number> = new Set([
  ...[11, 12, 13, 14, 15, 21, 22, 23, 31, 32, 33, 34, 35, 36, 37, 41, 42, 43, 44, 45, 46],
  ...[50, 51, 52, 53, 54, 61, 62, 63, 64, 65, 71, 81, 82, 83],
])

const monthDays = [31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]
const isDay = (year: number, month: number, day: number): boolean => {
  if (month < 1 || month > 12 || day < 1 || day > (monthDays[month - 1] ?? 0)) return false
  return month !== 2 || day < 29 || (year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0))
}

const take = (digits: Uint8Array, from: number, count: number): number => {
  let value = 0
  for (let k = from; k < from + count; k++) value = value * 10 + (digits[k] ?? 0)
  return value
}

/** Whether the first digits can be a place; asked before anything dearer. */
export const beginsLikeId = (digits: Uint8Array): boolean => {
  const first = (digits[0] ?? 0) * 10 + (digits[1] ?? 0)
  // 9 and a province: the permanent residence card of a foreigner, in eighteen digits since 2023.
  return (
    provinces.has(first) ||
    (digits[0] === 9 && provinces.has((digits[1] ?? 0) * 10 + (digits[2] ?? 0)))
  )
}

// Nobody alive was born before; nobody is born in a century that has not begun.
const oldestYear = 1890
const latestYear = 2099

export const birthYear = (digits: Uint8Array): number => take(digits, 6, 4)

export const hasBirthDate = (digits: Uint8Array): boolean => {
  const year = birthYear(digits)
  if (year < oldestYear || year > latestYear) return false
  return isDay(year, take(digits, 10, 2), take(digits, 12, 2))
}

/** Of fifteen digits: two of the year, and nineteen hundred is understood. */
export const hasShortBirthDate = (digits: Uint8Array): boolean =>
  isDay(1900 + take(digits, 6, 2), take(digits, 8, 2), take(digits, 10, 2))

export const hasCheckDigit = (digits: Uint8Array): boolean => {
  let sum = 0
  for (let k = 0; k < 17; k++) sum += (digits[k] ?? 0) * (weights[k] ?? 0)
  return checkDigits[sum % 11] === digits[17]
}
