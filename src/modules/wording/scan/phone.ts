import type { Because, Confidence } from '../finding.ts'
import {
  anyPhoneLabel,
  homePhone,
  isInLink,
  isQuantity,
  officeNear,
  officePhone,
  sentenceAround,
  sumLabel,
  thingLabel,
  touchesLetter,
  wordsAfter,
  wordsBefore,
} from './labels.ts'
import { endOf, endsAfter, groupsOf, isBoxed, type NumberRun } from './number-run.ts'
import type { Found } from './numbers.ts'

/** How many digits of a country's or trunk's code stand before a mobile number. */
function prefixOf({ digits, count }: NumberRun): number {
  const [a, b, c, d] = digits
  if (a === 0 && b === 0 && c === 8 && d === 6) return 4
  if (a === 8 && b === 6 && count >= 13) return 2
  return a === 0 && b === 1 ? 1 : 0
}

/** A mobile number, which is somebody's, unless the words around say that an office shows it. */
export function mobile(text: string, at: number, run: NumberRun): Found | undefined {
  if (run.count < 11) return
  const skip = prefixOf(run)
  const total = skip + 11
  if (run.digits[skip] !== 1 || (run.digits[skip + 1] ?? 0) < 3 || !endsAfter(run, total)) return
  if (run.hasTabs && !isBoxed(run, total)) return
  const end = endOf(run, total)
  const start = skip === 0 ? at : Math.max(at, endOf(run, skip + 1) - 1)
  const before = wordsBefore(text, at)
  if (!isGroupedLikeMobile(text, at, run, skip) && !anyPhoneLabel.test(before)) return
  if (isQuantity(text, start, end) || /[.．]$/.test(before) || isInLink(text, start)) return
  return { kind: 'phone', start, end, ...phoneConfidence(text, start, end, before) }
}

/** The telephone of a home; an office's own is public by duty and no finding at all. */
export function landline(text: string, start: number, run: NumberRun): Found | undefined {
  const first = run.digits[0]
  if (first === 1 || !homePhone.test(wordsBefore(text, start))) return
  const length = (first === 0 ? [12, 11, 10] : [8, 7]).find((count) => endsAfter(run, count))
  return length === undefined
    ? undefined
    : { kind: 'phone', start, end: endOf(run, length), confidence: 'high' }
}

function isGroupedLikeMobile(text: string, at: number, run: NumberRun, skip: number): boolean {
  const groups = groupsOf(run, skip + 11)
  if (/^\d+$/.test(groups)) return true
  if (skip > 0) return /^(?:2|4|3)-(?:11|3-4-4)$/.test(groups) || groups === `${skip + 3}-4-4`
  // Three figures of a table that stand side by side have others beside them.
  const isAlone = run.groupCount === groups.split('-').length && !isAfterNumber(text, at)
  if (!isAlone) return false
  if (/^(?:3-4-4|1(?:-1){10})$/.test(groups)) return true
  // In two pieces, as a line that is broken by hand: one blank, not the end of a line of figures.
  return /^(?:3-8|7-4)$/.test(groups) && /^\S+[^\S\n\r]\S+$/.test(text.slice(at, endOf(run, 11)))
}

const isAfterNumber = (text: string, at: number): boolean =>
  /\d[ \t,，-]{0,4}$/.test(text.slice(Math.max(0, at - 6), at))

/** The label of a row of numbers: 「咨询电话：0576-85112345、139…」. */
const beforeNumbers = (text: string, start: number): string =>
  wordsBefore(text, start, 60).replace(
    /(?:\d[\d-]{5,}(?:[(（][^()（）]{0,8}[)）])?[、，,/；;或及]*)+$/,
    '',
  )

function phoneConfidence(
  text: string,
  start: number,
  end: number,
  before: string,
): { confidence: Confidence; because?: Because } {
  if (officePhone.test(beforeNumbers(text, start))) return { confidence: 'low', because: 'office' }
  const isLabelled = anyPhoneLabel.test(before)
  if (officeNear.test(sentenceAround(text, start, end)) && isLabelled)
    return { confidence: 'medium', because: 'office' }
  if (!isLabelled && (thingLabel.test(before) || sumLabel.test(before)))
    return { confidence: 'low' }
  // 15000000000 is a budget.
  if (!isLabelled && /0{6}$/.test(text.slice(start, end))) return { confidence: 'low' }
  if (!isLabelled && touchesLetter(text, start, end)) return { confidence: 'low' }
  return { confidence: /^[（(](?:办公|值班|咨询)/.test(wordsAfter(text, end)) ? 'low' : 'high' }
}
