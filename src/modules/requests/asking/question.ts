import { randomInt } from 'node:crypto'
import { seal, unseal } from '#platform/sealing'

/**
 * A question that a person answers in passing, in words, so that a screen reader reads it as it is.
 * No third party sees the reader, nothing has to be looked at or heard.
 */
export type Question =
  | { readonly kind: 'sum'; readonly a: number; readonly b: number }
  | { readonly kind: 'sign'; readonly word: number; readonly place: number }

interface Sealed {
  readonly question: Question
  readonly until: number
  readonly once: string
}

// Words that any reader of the site can read and type.
export const questionWords = {
  'zh-CN': ['政务公开', '信息公开', '便民服务', '阳光政府'],
  en: ['OPEN', 'TOWN', 'ROAD', 'LAND'],
} as const
const signsInWord = 4
const largestTerm = 9
// As long as one may sit over the review page.
const minutesToAnswer = 120

export const newQuestion = (): Question =>
  randomInt(2) === 0
    ? { kind: 'sum', a: randomInt(1, largestTerm + 1), b: randomInt(1, largestTerm + 1) }
    : {
        kind: 'sign',
        word: randomInt(questionWords['zh-CN'].length),
        place: randomInt(1, signsInWord + 1),
      }

/** The question as a form carries it: sealed, for a time, for one use. */
export const sealQuestion = (question: Question, at: Date, key: Buffer): string => {
  const sealed: Sealed = {
    question,
    until: at.getTime() + minutesToAnswer * 60_000,
    once: String(randomInt(2 ** 47)),
  }
  return seal(JSON.stringify(sealed), 'question', key)
}

const openQuestion = (token: string, at: Date, key: Buffer): Sealed | null => {
  try {
    const sealed = JSON.parse(unseal(token, 'question', key)) as Sealed
    return sealed.until > at.getTime() ? sealed : null
  } catch {
    return null
  }
}

const digits = '零一二三四五六七八九'
// Two terms of nine at most.
const inChinese = (n: number): string =>
  n < 10 ? (digits[n] ?? '') : `十${n > 10 ? digits[n - 10] : ''}`
const englishNumbers =
  'zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen'.split(
    ' ',
  )

/** Full-width, Chinese and English figures are as good as Arabic ones. */
const answersTo = (question: Question): readonly string[] => {
  if (question.kind === 'sum') {
    const sum = question.a + question.b
    const chinese = inChinese(sum)
    const full = sum >= 10 && sum < 20 ? [`一${chinese}`] : []
    return [String(sum), chinese, ...full, englishNumbers[sum] ?? '']
  }
  return [questionWords['zh-CN'], questionWords.en].map(
    (words) => words[question.word]?.[question.place - 1] ?? '',
  )
}

/** Whether the answer is right; its `once` has then to be marked as used. */
export const answered = (
  token: string,
  answer: string,
  at: Date,
  key: Buffer,
): { readonly once: string } | null => {
  const opened = openQuestion(token, at, key)
  const given = answer.normalize('NFKC').trim().toLowerCase()
  if (!opened || given === '') return null
  const right = answersTo(opened.question).some((one) => one.toLowerCase() === given)
  return right ? { once: opened.once } : null
}
