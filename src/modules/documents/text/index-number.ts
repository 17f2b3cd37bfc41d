/** An index number 索引号: the organ's code, the year, and a serial that restarts each year. */
export interface IndexNumber {
  readonly organCode: string
  readonly year: number
  readonly serial: number
}

// Unified social credit code (GB 32100) of 18, or the older organ codes still found on sites.
const form = /^([0-9A-Z]{8,24})\/((?:19|20)\d{2})-(\d{5,7})$/
const serialDigits = 5

/** `{creditCode}/{yyyy}-{5 digits}`, for example `11331082002640053H/2026-00012`. */
export const formatIndexNumber = ({ organCode, year, serial }: IndexNumber): string =>
  `${organCode}/${year}-${String(serial).padStart(serialDigits, '0')}`

/** Reads an index number; null for broken ones such as `null/2024-1`. */
export function parseIndexNumber(text: string): IndexNumber | null {
  const [, organCode, year, serial] = form.exec(text.normalize('NFKC').trim().toUpperCase()) ?? []
  if (!organCode || !year || !serial) return null
  return { organCode, year: Number(year), serial: Number(serial) }
}
