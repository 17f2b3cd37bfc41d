import type { Finding } from '../finding.ts'
import { theLexicon } from '../lexicon/index.ts'
import type { Lexicon } from '../lexicon/lexicon.ts'
import { maskValue } from '../mask.ts'
import { examineDoor, examineHome } from './address.ts'
import { examineEmail, examinePassport, examinePlate } from './lettered.ts'
import { examineSecret } from './marks.ts'
import { type Matcher, matcherFor, wordAt } from './matcher.ts'
import { type NumberRun, newRun } from './number-run.ts'
import { type Add, examineNumber, type Found } from './numbers.ts'
import { examinePerson } from './people.ts'
import { at, digit, letter, province, secret, signs, unseen, wordStart } from './signs.ts'
import { judgeTables } from './tables.ts'
import { examineWord, isInternalMark } from './words.ts'

export interface ScanOptions {
  /** The words to look for; the house's own if none is given. */
  readonly lexicon?: Lexicon
}

/** A finding before it is masked; a wording brings its word along. */
export type Raw = Found & Pick<Finding, 'word' | 'advice'>

// Names at its first character what of a text has to be looked at.
const looked = digit | at | province | secret | wordStart

/**
 * The digits of mathematical alphabets (𝟒, 𝟺: U+1D7CE–1D7FF) take two units each; read as a digit and a
 * sign without width, every offset stays where it was.
 */
const plainDigits = (text: string): string =>
  text.includes('\ud835')
    ? text.replace(
        /\ud835[\udfce-\udfff]/g,
        (pair) => `${(pair.charCodeAt(1) - 0xdfce) % 10}\u200b`,
      )
    : text

/** Everything in a text that may not, or perhaps should not, go before the public. */
export function scanText(given: string, options: ScanOptions = {}): Finding[] {
  const text = plainDigits(given)
  const matcher = matcherFor(options.lexicon ?? theLexicon)
  const raw: Raw[] = []
  examine(text, matcher, (found) => raw.push(found))
  return judgeTables(text, settled(raw)).map((found) => ({
    ...found,
    masked: maskedOf(found, text.slice(found.start, found.end)),
  }))
}

/** What is told of a whole column is told at its header, which is no secret. */
const maskedOf = ({ kind, because }: Raw, value: string): string =>
  because === 'column' && (kind === 'nameList' || kind === 'health' || kind === 'minor')
    ? value
    : maskValue(kind, value)

function examine(text: string, matcher: Matcher, add: (found: Raw) => void): void {
  const { flags } = matcher
  const run = newRun()
  const length = text.length
  for (let i = 0; i < length; ) {
    const flag = flags[text.charCodeAt(i)] ?? 0
    if (!(flag & looked)) {
      i++
      continue
    }
    if (flag & digit) {
      i = atDigit(text, i, run, add)
      continue
    }
    if (flag & wordStart) atWord(text, i, matcher, add)
    if (flag & secret) examineSecret(text, i, add)
    if (flag & province) i = examinePlate(text, i, add)
    else if (flag & at) i = examineEmail(text, i, add)
    else i++
  }
}

/** A number, or the digits of a passport behind its letters; a door number asks for the address. */
function atDigit(text: string, start: number, run: NumberRun, add: Add): number {
  const word = letteredStart(text, start)
  if (word < start) {
    const end = examinePassport(text, word, add)
    if (end > start) return end
  }
  const end = examineNumber(text, start, run, add)
  const sign = text[end]
  if (sign === '室' || sign === '户' || sign === '号') examineDoor(text, end, add)
  return end
}

/**
 * Where the one or two letters before a number begin, over one blank; the number itself if there are
 * none, or more.
 */
function letteredStart(text: string, start: number): number {
  let first = start
  const gap = text.charCodeAt(start - 1)
  if (gap === 0x20 || gap === 0x3000) first--
  while (start - first < 3 && (signs[text.charCodeAt(first - 1)] ?? 0) & (letter | unseen)) first--
  return (signs[text.charCodeAt(first - 1)] ?? 0) & (letter | digit) ? start : first
}

function atWord(text: string, start: number, matcher: Matcher, add: (found: Raw) => void): void {
  const found = wordAt(matcher, text, start)
  if (!found) return
  const end = start + found.word.length
  if (found.means === 'homeLabel') examineHome(text, end, add)
  else if (found.means === 'internalMark') {
    const confidence = isInternalMark(text, start, end) ? 'high' : 'low'
    add({ kind: 'internalMark', start, end, confidence })
  } else if (found.means === 'wording') examineWord(text, start, found.entry, add)
  else examinePerson(text, { start, end, kind: found.means }, add)
}

const weight = { high: 3, medium: 2, low: 1 } as const

/** In the order of the text; of two that overlap the surer one, of two as sure the longer. */
function settled(raw: Raw[]): Raw[] {
  raw.sort((a, b) => a.start - b.start || b.end - a.end)
  const kept: Raw[] = []
  for (const found of raw) {
    const last = kept.at(-1)
    if (!last || found.start >= last.end) kept.push(found)
    else if (weight[found.confidence] > weight[last.confidence]) kept[kept.length - 1] = found
  }
  return kept
}
