import { digit, joint, signs, unseen, valueOfDigit } from './signs.ts'

// The longest number looked for: a card of nineteen digits.
const longest = 19
// Blanks, line ends and hyphens between two digits of one number; more is a gap between two numbers.
const mostJoints = 4
// Signs without width are free to type and seen by nobody.
const mostUnseen = 16

/**
 * The digits that begin at one place, with what stands between them. One is reused for a whole text,
 * because making one for each number would cost more than reading it.
 */
export interface NumberRun {
  /** Values of the digits. */
  readonly digits: Uint8Array
  /** Offset behind each digit. */
  readonly ends: Int32Array
  count: number
  /** Digits of the first group: those with nothing visible between them. */
  solid: number
  /** Offset behind the last digit read. */
  end: number
  /** Bit k is set where a group of digits ends after k digits. */
  boundaries: number
  /** Whether tabs stand between: boxes of a form, one digit each. */
  hasTabs: boolean
  /** Lengths of the groups as far as read. */
  readonly sizes: Uint8Array
  groupCount: number
}

export const newRun = (): NumberRun => ({
  digits: new Uint8Array(longest + 1),
  ends: new Int32Array(longest + 1),
  count: 0,
  solid: 0,
  end: 0,
  boundaries: 0,
  hasTabs: false,
  sizes: new Uint8Array(longest + 2),
  groupCount: 0,
})

const tab = 9

/** The first digit behind `from`, over what may join two digits; -1 where the number ends. */
function nextDigit(text: string, from: number, run: NumberRun, acrossTabs: boolean): number {
  let visible = 0
  let hidden = 0
  for (let i = from; i < text.length; i++) {
    const unit = text.charCodeAt(i)
    const sign = signs[unit] ?? 0
    if (sign & digit) return i
    if (sign & unseen) {
      if (++hidden > mostUnseen) return -1
    } else if (sign & joint || (acrossTabs && unit === tab)) {
      if (++visible > mostJoints) return -1
      if (unit === tab) run.hasTabs = true
    } else return -1
  }
  return -1
}

/** Reads a group without visible gaps and answers how many digits it has. */
function readGroup(text: string, from: number, run: NumberRun): number {
  let size = 0
  let behind = from
  for (let i = from; i < text.length; i++) {
    const unit = text.charCodeAt(i)
    const sign = signs[unit] ?? 0
    if (sign & digit) {
      if (run.count < longest) {
        run.digits[run.count] = valueOfDigit(unit)
        run.ends[run.count] = i + 1
      }
      run.count++
      size++
      behind = i + 1
    } else if (!(sign & unseen) || i - behind >= mostUnseen) break
  }
  run.end = behind
  return size
}

/** Reads the solid group at `at` and answers where it ends. */
export function readSolid(text: string, at: number, run: NumberRun): number {
  run.count = 0
  run.hasTabs = false
  run.groupCount = 1
  run.solid = readGroup(text, at, run)
  run.sizes[0] = Math.min(run.solid, 255)
  run.boundaries = run.solid <= longest ? 1 << run.solid : 0
  return run.end
}

/** Reads on over blanks, hyphens and line ends, until nineteen digits are there or the number ends. */
export function readJoined(text: string, run: NumberRun): void {
  let allSingle = run.solid === 1
  while (run.count < longest) {
    // Boxes of a form hold one digit each; two numbers in neighbouring cells are two numbers.
    if (run.hasTabs && !allSingle) break
    const next = nextDigit(text, run.end, run, allSingle)
    if (next < 0) break
    const size = readGroup(text, next, run)
    if (size > 1) allSingle = false
    run.sizes[run.groupCount++] = Math.min(size, 255)
    if (run.count <= longest) run.boundaries |= 1 << run.count
  }
}

/** Whether a group of digits ends after so many, so that the number may end there. */
export const endsAfter = (run: NumberRun, count: number): boolean =>
  count <= longest && (run.boundaries & (1 << count)) !== 0

/** The groups that make up the first `count` digits, such as "3-4-4". */
export function groupsOf(run: NumberRun, count: number): string {
  const sizes: number[] = []
  for (let k = 0, read = 0; k < run.groupCount && read < count; k++) {
    sizes.push(run.sizes[k] ?? 0)
    read += run.sizes[k] ?? 0
  }
  return sizes.join('-')
}

export const isSolid = (run: NumberRun, count: number): boolean => run.solid === count
/** One digit a box, as in a form. */
export const isBoxed = (run: NumberRun, count: number): boolean =>
  /^1(?:-1)*$/.test(groupsOf(run, count))
/** Offset behind the first `count` digits. */
export const endOf = (run: NumberRun, count: number): number => run.ends[count - 1] ?? 0
