import { expect, test } from 'vitest'
import { scanText, theLexicon, withOwnWords } from '../index.ts'

const wordsIn = (text: string) => scanText(text).map(({ word, advice }) => `${word}→${advice}`)

test('[M43] every word is there once, is found, and is not its own advice', () => {
  const words = theLexicon.words.map(({ word }) => word)
  expect(words.filter((word, at) => words.indexOf(word) !== at)).toEqual([])
  for (const { word, instead } of theLexicon.words) {
    expect(instead).not.toBe(word)
    expect(
      scanText(`（${word}）`).some((one) => one.kind === 'wording'),
      word,
    ).toBe(true)
  }
})

test('[M43] the right form is not found itself', () => {
  const wrong = theLexicon.words.flatMap(({ instead }) =>
    instead === '' ? [] : scanText(`（${instead}）`).filter((one) => one.kind === 'wording'),
  )
  expect(wrong.map(({ word }) => word)).toEqual([])
})

test('[M43] wrong names and titles of leaders and organs', () => {
  expect(wordsIn('习进平总书记')).toEqual(['习进平→习近平'])
  expect(wordsIn('县人大主席作报告')).toEqual(['县人大主席→县人大常委会主任'])
  expect(wordsIn('习近平总书记强调')).toEqual([])
})

test('[M43] words of an office stand beside those of the house', () => {
  const entry = { word: '青惠县', class: 'own', instead: '青穗县' } as const
  const lexicon = withOwnWords([entry])
  expect(scanText('青惠县布署', { lexicon }).map(({ word }) => word)).toEqual(['青惠县', '布署'])
})
