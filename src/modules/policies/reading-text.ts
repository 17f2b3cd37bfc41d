import { datesIn } from '#documents'
import type { CivilDate } from '#platform/civil-date'
import type { EffectKind } from './contract/shapes.ts'
import { endOfTerm } from './validity.ts'

/** What a policy says of its own days. */
export interface NamedDays {
  readonly effectiveOn: CivilDate | null
  /** Set where the text names the last day, or a term of years. */
  readonly expiresOn: CivilDate | null
}

const date = String.raw`(?:\d{4}年\d{1,2}月\d{1,2}日|[〇零○一二三四五六七八九]{4}年[十一二三四五六七八九]{1,3}月[十一二三四五六七八九]{1,3}日)`
const fromDay = new RegExp(`自(${date})起(?:正式)?(?:施行|实施|执行|生效)`, 'u')
const fromIssue = /自(?:发布|公布|印发|下发|发文|签发|施行)之日起(?:正式)?(?:施行|实施|执行|生效)/u
const until = new RegExp(`有效期(?:限)?(?:至|到|截至)(${date})`, 'u')
const between = new RegExp(`有效期(?:限)?(?:为)?[自从]?(${date})(?:起)?(?:至|到|—|-)(${date})`, 'u')
const years = /(?:有效期|试行期|暂行期)(?:限)?(?:为)?(\d{1,2}|[一二两三四五六七八九十])年/u
const numerals = '〇一二三四五六七八九十'

const dayOf = (text: string | undefined): CivilDate | null => datesIn(text ?? '')[0] ?? null
const countOf = (text: string): number =>
  text === '两' ? 2 : (numerals.indexOf(text) + 1 || Number(text) + 1) - 1

/**
 * Reads 自2024年5月1日起施行，有效期五年 and its like. Where a text is in force from the day of its issue,
 * that is the day of writing, or of release where it has none.
 */
export function daysNamedIn(text: string, issuedOn: CivilDate): NamedDays {
  const flat = text.normalize('NFKC').replace(/\s+/g, '')
  const both = between.exec(flat)
  const effectiveOn =
    dayOf(fromDay.exec(flat)?.[1]) ?? dayOf(both?.[1]) ?? (fromIssue.test(flat) ? issuedOn : null)
  const term = years.exec(flat)
  const expiresOn =
    dayOf(both?.[2]) ??
    dayOf(until.exec(flat)?.[1]) ??
    (term?.[1] ? endOfTerm(effectiveOn ?? issuedOn, countOf(term[1])) : null)
  return { effectiveOn, expiresOn }
}

/** A document number as a running text names it. */
export interface NamedNumber {
  /** 〔2021〕5号 */
  readonly tail: string
  /** With the characters before it: 根据青政发〔2021〕5号. A known number is found by its end. */
  readonly run: string
}

const numberInText =
  /([\p{Script=Han}]{1,20})\s*[〔[［(（【〖﹝]\s*((?:19|20)\d{2})\s*[〕\]］)）】〗﹞]\s*第?\s*0*(\d{1,5})\s*号/gu

export const tailOf = (documentNumber: string): string =>
  /〔\d{4}〕\d+号$/.exec(documentNumber)?.[0] ?? ''

/** Every document number that a text names, once each. */
export function numbersNamedIn(text: string): NamedNumber[] {
  const found = new Map<string, NamedNumber>()
  for (const [, before = '', year, number] of text.matchAll(numberInText)) {
    const tail = `〔${year}〕${Number(number)}号`
    found.set(before + tail, { tail, run: before + tail })
  }
  return [...found.values()]
}

export interface NamedEffect extends NamedNumber {
  readonly kind: EffectKind
}

const sayings: readonly (readonly [RegExp, EffectKind])[] = [
  [/宣布失效|失效/, 'declaresExpired'],
  [/废止|停止执行/, 'repeals'],
  [/修改|修订/, 'amends'],
]

/**
 * What a text says it does to others: 《…办法》（青政办发〔2015〕3号）同时废止. A hint for the person who fills in
 * the particulars; it ends nothing by itself.
 */
export function effectsNamedIn(text: string): NamedEffect[] {
  const effects = new Map<string, NamedEffect>()
  for (const sentence of text.split(/[。；;\n]/)) {
    const kind = sayings.find(([word]) => word.test(sentence))?.[1]
    if (!kind) continue
    for (const named of numbersNamedIn(sentence)) effects.set(named.run, { ...named, kind })
  }
  return [...effects.values()]
}
