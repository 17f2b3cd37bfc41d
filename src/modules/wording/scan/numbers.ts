import type { Because, Confidence, FindingKind } from '../finding.ts'
import { cardLikeness, hasLuhnDigit } from './bank-card.ts'
import {
  beginsLikeId,
  birthYear,
  hasBirthDate,
  hasCheckDigit,
  hasShortBirthDate,
} from './id-card.ts'
import {
  cardLabel,
  idLabel,
  isQuantity,
  sentenceAround,
  serialLabel,
  sumLabel,
  thingLabel,
  touchesLetter,
  wordsBefore,
} from './labels.ts'
import {
  endOf,
  endsAfter,
  groupsOf,
  isBoxed,
  isSolid,
  type NumberRun,
  readJoined,
  readSolid,
} from './number-run.ts'
import { landline, mobile } from './phone.ts'
import { capital, digit, folded, joint, letter, signs, unseen } from './signs.ts'

export interface Found {
  readonly kind: FindingKind
  readonly start: number
  readonly end: number
  readonly confidence: Confidence
  readonly because?: Because
}
export type Add = (found: Found) => void

const tab = 9
// Nothing looked for has fewer digits in one piece.
const shortest = 7

/**
 * Looks at the number that begins at `at`: ID card, bank card, mobile. Answers where to read on.
 * Everything a number is judged by lies around it; a column adds its own judgement later.
 */
export function examineNumber(text: string, at: number, run: NumberRun, add: Add): number {
  const solidEnd = readSolid(text, at, run)
  const next = text.charCodeAt(solidEnd)
  const goesOn = next === tab ? run.solid === 1 : ((signs[next] ?? 0) & joint) !== 0
  if (!goesOn && run.solid < shortest) return solidEnd
  if (run.solid > 19) return idWithin(text, at, solidEnd, add)
  if (goesOn) readJoined(text, run)
  const found =
    idCard(text, at, run) ??
    bankCard(text, at, run) ??
    mobile(text, at, run) ??
    landline(text, at, run) ??
    shortId(text, at, run) ??
    rounded(text, at, run)
  if (!found) return run.solid === 19 ? idWithin(text, at, solidEnd, add) : solidEnd
  add(found)
  return Math.max(found.end, solidEnd)
}

// × and the Cyrillic letter are what hands and recognition make of it.
const isX = (unit: number): boolean =>
  capital(unit) === 0x58 || unit === 0xd7 || unit === 0x445 || unit === 0x425

/** The X behind seventeen digits, over what joins digits; -1 if there is none. */
function endOfX(text: string, from: number): number {
  for (let i = from; i < from + 8; i++) {
    const unit = text.charCodeAt(i)
    if (isX(unit))
      return ((signs[text.charCodeAt(i + 1)] ?? 0) & (letter | digit)) === 0 ? i + 1 : -1
    if (!((signs[unit] ?? 0) & (joint | unseen)) && unit !== tab) return -1
  }
  return -1
}

// The day in the number of a project or a case is one of these years.
const recentYear = 2010

/**
 * A number that holds a county, a day and a serial as an ID number does, with a check digit that is
 * right by chance. Gives up no grown person's number, nor a child's whose own serial has three figures.
 */
const isSerial = (digits: Uint8Array, before: string): boolean =>
  digits[14] === 0 && birthYear(digits) >= recentYear && serialLabel.test(before)

function idCard(text: string, start: number, run: NumberRun): Found | undefined {
  if (run.count < 17 || !beginsLikeId(run.digits)) return
  const isId = endsAfter(run, 18) && (!run.hasTabs || isBoxed(run, 18))
  const xEnd =
    endsAfter(run, 17) && (!run.hasTabs || isBoxed(run, 17)) ? endOfX(text, endOf(run, 17)) : -1
  if (xEnd > 0) {
    const eighteenth = run.digits[17] ?? 0
    run.digits[17] = 10
    const found = fullId(text, start, xEnd, run)
    run.digits[17] = eighteenth
    if (found) return found
  }
  if (isId) {
    const found = fullId(text, start, endOf(run, 18), run)
    if (found) return found
  }
  if (isSolid(run, 17) && hasBirthDate(run.digits)) return damaged(text, start, endOf(run, 17))
  return
}

function fullId(text: string, start: number, end: number, run: NumberRun): Found | undefined {
  const { digits } = run
  const isDated = hasBirthDate(digits)
  const before = wordsBefore(text, start)
  const isLabelled = idLabel.test(before)
  if (isDated && hasCheckDigit(digits)) {
    const isThing = !isLabelled && isSerial(digits, before)
    // A pupil's number is G or L and the ID number; other letters and a recent day are a thing's.
    const isPart =
      !isLabelled &&
      birthYear(digits) >= recentYear &&
      touchesLetter(text, start, end) &&
      !/(?:^|[^A-Z])[GL]$/i.test(before)
    return { kind: 'idCard', start, end, confidence: isThing || isPart ? 'medium' : 'high' }
  }
  // One wrong digit does not make it anybody else's.
  if (isLabelled) return { kind: 'idCard', start, end, confidence: 'high', because: 'checkDigit' }
  if (!isDated || run.groupCount > 1 || touchesLetter(text, start, end)) return
  if (digits[15] === 0 && digits[16] === 0 && digits[17] === 0)
    return damaged(text, start, end, true)
  if (thingLabel.test(before)) return
  const isRounded = digits[17] === 0 || isExactDouble(digits)
  const because = isRounded ? 'damaged' : 'checkDigit'
  return { kind: 'idCard', start, end, confidence: 'medium', because }
}

/** A spreadsheet keeps fifteen digits of a number, or what a double can hold: …000, …250. */
const isExactDouble = (digits: Uint8Array): boolean => {
  const value = digits.subarray(0, 18).join('')
  return BigInt(Number(value)).toString() === value
}

function damaged(text: string, start: number, end: number, sure = false): Found | undefined {
  const before = wordsBefore(text, start)
  const isLabelled = idLabel.test(before)
  if (!isLabelled && (thingLabel.test(before) || touchesLetter(text, start, end))) return
  const confidence = isLabelled || sure ? 'high' : 'medium'
  return { kind: 'idCard', start, end, confidence, because: 'damaged' }
}

/** 3.3108219880101722E+17: how a numeric cell writes what it could not hold. */
function rounded(text: string, start: number, run: NumberRun): Found | undefined {
  if (run.sizes[0] !== 1 || run.groupCount !== 2 || text[run.ends[0] ?? 0] !== '.') return
  const exponent = /^[Ee]\+?1[67](?!\d)/.exec(text.slice(run.end, run.end + 5))
  if (!exponent || run.count < 14) return
  run.digits.fill(0, run.count)
  if (!beginsLikeId(run.digits) || !hasBirthDate(run.digits)) return
  const end = run.end + exponent[0].length
  return { kind: 'idCard', start, end, confidence: 'high', because: 'damaged' }
}

/** Fifteen digits, as until 1999. Without a check digit the words around have to vouch for it. */
function shortId(text: string, start: number, run: NumberRun): Found | undefined {
  if (run.count < 15 || !endsAfter(run, 15) || !beginsLikeId(run.digits)) return
  if (!hasShortBirthDate(run.digits) || run.digits[0] === 9) return
  const end = endOf(run, 15)
  const before = wordsBefore(text, start)
  if (idLabel.test(before)) return { kind: 'idCard', start, end, confidence: 'high' }
  if (!isSolid(run, 15) && !isBoxed(run, 15)) return
  if (thingLabel.test(before) || touchesLetter(text, start, end)) return
  if (isQuantity(text, start, end)) return
  return { kind: 'idCard', start, end, confidence: 'medium' }
}

/**
 * What is glued to an ID number: the kind and grade of a disability (中华人民共和国残疾人证管理办法: ID
 * number, one digit of the kind, one of the grade), a mobile, a second ID number.
 */
const followsId = /^(?:[1-7][1-4]|1[3-9]\d{9}|\d{18})$/

/** An ID number may hide in a longer row of digits, glued to a serial number. */
function idWithin(text: string, start: number, end: number, add: Add): number {
  const at: number[] = []
  const window = new Uint8Array(18)
  for (let i = start; i < end; i++) if ((signs[text.charCodeAt(i)] ?? 0) & digit) at.push(i)
  for (let k = 0; k + 18 <= at.length; k++) {
    for (let j = 0; j < 18; j++) window[j] = (text.charCodeAt(at[k + j] ?? 0) - 0x30) & 0xf
    if (!beginsLikeId(window) || !hasBirthDate(window) || !hasCheckDigit(window)) continue
    const last = at[k + 17] ?? 0
    const rest = folded(text.slice(last + 1, end)).replace(/\D/g, '')
    const isSure = k === 0 && (birthYear(window) < recentYear || followsId.test(rest))
    const confidence = isSure ? 'high' : 'medium'
    add({ kind: 'idCard', start: at[k] ?? start, end: last + 1, confidence })
    // Two people's numbers in a row are two findings.
    return rest.length >= 11 ? last + 1 : end
  }
  return end
}

const cardGroups = /^(?:4-4-4-4|4-4-4-4-[123]|6-1[0-3]|4-4-4-7|1(?:-1)+)$/

function bankCard(text: string, start: number, run: NumberRun): Found | undefined {
  if (run.count < 16) return
  for (const count of [19, 16, 18, 17]) {
    if (!endsAfter(run, count)) continue
    const likeness = cardLikeness(run.digits, count)
    if (!likeness) continue
    const end = endOf(run, count)
    const before = wordsBefore(text, start)
    const isLabelled = cardLabel.test(before)
    const isWhole = isSolid(run, count) || cardGroups.test(groupsOf(run, count))
    if (!isWhole && !isLabelled && likeness !== 'issuer') continue
    if (!hasLuhnDigit(run.digits, count)) {
      if (!isLabelled || likeness === 'foreign') continue
      return { kind: 'bankCard', start, end, confidence: 'medium', because: 'checkDigit' }
    }
    const confidence = cardConfidence(text, start, end, { likeness, isLabelled, before })
    if (confidence) return { kind: 'bankCard', start, end, ...confidence }
  }
  return
}

// Where money of the public purse is paid in: an account that has to be known.
const payeeNear =
  /(?:户名|开户单位|收款单位|账户名称|收款人)[:：]?[^，,;；\n]{0,20}(?:局|财政|中心|公司|委员会|学校|医院|专户|基金会)/

function cardConfidence(
  text: string,
  start: number,
  end: number,
  known: { likeness: string; isLabelled: boolean; before: string },
): { confidence: Confidence; because?: Because } | undefined {
  const { likeness, isLabelled, before } = known
  if (payeeNear.test(sentenceAround(text, start, end)))
    return { confidence: 'low', because: 'office' }
  if (isLabelled) return { confidence: 'high' }
  if (thingLabel.test(before) || touchesLetter(text, start, end)) return { confidence: 'low' }
  if (isQuantity(text, start, end) || sumLabel.test(before)) return { confidence: 'low' }
  if (likeness === 'foreign')
    return /[- ]/.test(text.slice(start, end)) ? { confidence: 'medium' } : undefined
  return { confidence: likeness === 'scheme' ? 'medium' : 'high' }
}
