import { createRequire } from 'node:module'
import type { Jieba } from '@node-rs/jieba'

/**
 * Splits Chinese text into words: one dictionary in the whole process, read at the first use because
 * it costs 0.65 s and 60 MB that a command line without text should not pay.
 */
let jieba: Jieba | undefined
let unlearned: string[] = []
const learned = new Set<string>()

// Higher than the parts of any place name in the dictionary, so that the whole name wins.
const learnedFrequency = 20_000
const isWord = /[\p{L}\p{N}]/u
const isLearnable = /^[\p{L}\p{N}]{2,30}$/u

function dictionary(): Jieba {
  if (!jieba) {
    const load = createRequire(import.meta.url)
    const { Jieba: Words } = load('@node-rs/jieba') as typeof import('@node-rs/jieba')
    const { dict } = load('@node-rs/jieba/dict') as { dict: Uint8Array }
    jieba = Words.withDict(dict)
  }
  if (unlearned.length > 0) {
    const lines = unlearned.map((word) => `${word} ${learnedFrequency} nz`)
    jieba.loadDict(Buffer.from(`${lines.join('\n')}\n`))
    unlearned = []
  }
  return jieba
}

// Without the guessing of unknown words (HMM): it joins the same characters differently in a query
// and in a document, and what is joined differently is not found.
const guessing = false

/** The words of a text in order, punctuation left out. */
export const cut = (text: string): string[] =>
  dictionary()
    .cut(text, guessing)
    .filter((word) => isWord.test(word))

/** As `cut`, with the shorter words inside long ones as well: 村民委员会 also gives 村民, 委员会. */
export const cutForSearch = (text: string): string[] =>
  dictionary()
    .cutForSearch(text, guessing)
    .filter((word) => isWord.test(word))

/** Adds names that the dictionary lacks: towns, villages, offices, matters of the catalogue. */
export function learn(words: readonly string[]): void {
  for (const word of words) {
    if (!isLearnable.test(word) || learned.has(word)) continue
    learned.add(word)
    unlearned.push(word)
  }
}
