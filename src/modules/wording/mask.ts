import type { FindingKind } from './finding.ts'
import { roleOf } from './scan/columns.ts'
import { isName } from './scan/names.ts'
import { digit, letter, signs, unseen } from './scan/signs.ts'

/**
 * How much of a number stays readable. `usual`: as public lists of subsidies do it, the date of birth
 * and the middle hidden. `strict`: the last four digits only, because six and four beside a name in
 * the list of one village still tell who it is.
 */
export type MaskStyle = 'usual' | 'strict'

const kept: Readonly<Partial<Record<FindingKind, readonly [head: number, tail: number]>>> = {
  idCard: [6, 4],
  phone: [3, 4],
  bankCard: [4, 4],
  passport: [1, 3],
  plate: [2, 2],
}

const isCounted = (unit: number): boolean =>
  ((signs[unit] ?? 0) & (digit | letter)) !== 0 || unit > 0x4dff

/** Letters and digits but the first and the last few become *; what stands between stays. */
function middleHidden(text: string, head: number, tail: number): string {
  const total = [...text].filter((char) => isCounted(char.charCodeAt(0))).length
  // A number shorter than what is kept of it would be kept whole.
  const [first, last] =
    head + tail < total ? [head, tail] : [0, Math.min(tail, Math.floor(total / 3))]
  let seen = 0
  let out = ''
  for (const char of text) {
    const unit = char.charCodeAt(0)
    if ((signs[unit] ?? 0) & unseen) continue
    if (!isCounted(unit)) {
      out += char
      continue
    }
    seen++
    out += seen <= first || seen > total - last ? char : '*'
  }
  return out
}

/** 张*、张*三、欧**娜: the middle of a name. */
export function maskName(name: string): string {
  const trimmed = name.trim()
  const chars = [...trimmed.replace(/[\s\u3000]/g, '')]
  if (chars.length <= 1) return trimmed
  if (chars.length === 2) return `${chars[0]}*`
  return `${chars[0]}${'*'.repeat(chars.length - 2)}${chars.at(-1)}`
}

const maskEmail = (text: string): string => {
  const [local = '', host = ''] = text.split(/[@＠]/)
  return `${local.slice(0, 1)}***@${host}`
}

/** A home down to its village or street: the house is hidden. */
function maskAddress(text: string): string {
  const cut = /^.*(?:村|社区|路|街|巷|镇|乡|街道|小区)/.exec(text)?.[0]
  return cut && cut.length < text.length
    ? `${cut}***`
    : `${text.slice(0, Math.min(3, text.length - 1))}***`
}

/** One value, with the part hidden that the public has no claim to. */
export function maskValue(kind: FindingKind, value: string, style: MaskStyle = 'usual'): string {
  if (kind === 'nameList') return maskName(value)
  if (kind === 'email') return maskEmail(value)
  if (kind === 'address') return maskAddress(value)
  if (kind === 'health' || kind === 'minor') return '***'
  const ends = kept[kind]
  if (!ends) return value
  const [head, tail] = ends
  return middleHidden(value, style === 'strict' ? 0 : head, tail)
}

// Shorter ones are counts, ages and sums.
const shortestNumber = 7

/**
 * One cell of a column that is masked as a whole: numbers and names by their kind, everything else of
 * a home or an illness. What is no such value, as a total or a header, stays.
 */
export function maskCell(kind: FindingKind, cell: string, style: MaskStyle = 'usual'): string {
  const value = cell.trim()
  if (value === '' || /[*＊]/.test(value)) return cell
  if (kind === 'nameList') return isName(value) ? maskName(value) : cell
  if (kind === 'address' || kind === 'health' || kind === 'minor' || kind === 'email')
    return maskValue(kind, value, style)
  const digits = [...value].filter(
    (char) => ((signs[char.charCodeAt(0)] ?? 0) & digit) !== 0,
  ).length
  return kind === 'plate' || digits >= shortestNumber ? maskValue(kind, value, style) : cell
}

/** A column of a table, masked below its header. */
export const maskColumn = (
  rows: readonly (readonly string[])[],
  column: number,
  kind: FindingKind,
  style: MaskStyle = 'usual',
): string[][] =>
  rows.map((row) =>
    row.map((cell, at) => (at === column && !isHeader(cell) ? maskCell(kind, cell, style) : cell)),
  )

/** Whether a cell names what stands below it. */
export const isHeader = (cell: string): boolean => roleOf(cell) !== 'none'
