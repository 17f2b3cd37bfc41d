import { isName, namesTold } from './names.ts'
import type { Add } from './numbers.ts'

// As far as a sentence carries: who is meant stands in it, or in the one before.
const reach = 50

/** 「李四，艾滋病感染者」: a name and a comma at the head of a line, and then the illness. */
const isBesideName = (before: string): boolean => {
  const name = /^\s*(\p{Script=Han}{2,3})[，,：:]\s?$/u.exec(before)?.[1]
  return name !== undefined && isName(name)
}

/** An illness or a child named beside a person: 「患者张三，男，……确诊为肺结核」. */
export function examinePerson(
  text: string,
  word: { readonly start: number; readonly end: number; readonly kind: 'health' | 'minor' },
  add: Add,
): void {
  const from = Math.max(0, word.start - reach)
  const before = text.slice(from, word.start)
  const lineFrom = from + Math.max(before.lastIndexOf('\n'), before.lastIndexOf('。')) + 1
  const after = text.slice(word.end, word.end + reach)
  const stops = ['\n', '。'].map((stop) => after.indexOf(stop)).filter((at) => at >= 0)
  const lineEnd = word.end + Math.min(after.length, ...stops)
  const stretch = text.slice(lineFrom, lineEnd)
  if (namesTold(stretch).length === 0 && !isBesideName(text.slice(lineFrom, word.start))) return
  const { kind, start, end } = word
  add({ kind, start, end, confidence: 'medium' })
}
