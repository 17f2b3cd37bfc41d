import type { Confidence } from '../finding.ts'
import type { LexiconWord, WordClass } from '../lexicon/lexicon.ts'
import { sentenceAround } from './labels.ts'
import type { Raw } from './scan-text.ts'

// A name that changed may stand rightly in the story of how it was; the rest is wrong wherever it is.
const confidenceOf: Readonly<Record<WordClass, Confidence>> = {
  misspelt: 'high',
  title: 'high',
  sovereignty: 'high',
  offending: 'medium',
  renamed: 'low',
  own: 'medium',
}

/** A word of the lexicon, unless it stands in one of those in which it is right. */
export function examineWord(
  text: string,
  start: number,
  entry: LexiconWord,
  add: (found: Raw) => void,
): void {
  const end = start + entry.word.length
  for (const right of entry.except ?? []) {
    const at = right.indexOf(entry.word)
    if (at >= 0 && text.startsWith(right, start - at)) return
  }
  // The title of a law or a notice is quoted as it was given.
  if (entry.class !== 'own' && isInTitle(text, start)) return
  add({
    kind: 'wording',
    start,
    end,
    confidence: entry.sure ? 'high' : confidenceOf[entry.class],
    word: entry.word,
    ...(entry.instead !== '' && { advice: entry.instead }),
  })
}

const longestTitle = 80
const isInTitle = (text: string, start: number): boolean => {
  const before = text.slice(Math.max(0, start - longestTitle), start)
  return before.lastIndexOf('《') > before.lastIndexOf('》')
}

// A law or a sentence speaks of such material; a mark stands alone, in brackets, or before its stop.
const spokenOf = /的$|[是为对将把从按和及、]$/

/** Whether such words are a mark on this very text, and no talk about others. */
export function isInternalMark(text: string, start: number, end: number): boolean {
  const before = text.slice(Math.max(0, start - 12), start)
  const line = before.slice(before.lastIndexOf('\n') + 1)
  const after = text.slice(end, end + 8)
  const rest = after.split('\n', 1)[0] ?? ''
  if (/[《“"「]/.test(sentenceAround(text, start, end, 12)) || spokenOf.test(line)) return false
  if (rest.startsWith('性')) return false
  const opens = line.trim() === '' || /[（([【〔、，,：:；;。!！\s\u3000]$/.test(line)
  const closes = rest.trim() === '' || /^[）)\]】〕，,。；;！!、 　]/.test(rest)
  return opens && closes
}
