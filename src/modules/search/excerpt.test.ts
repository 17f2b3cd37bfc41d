import fc from 'fast-check'
import { expect, test } from 'vitest'
import { excerptOf, markFound } from './excerpt.ts'

const shown = (text: string, words: readonly string[]) =>
  markFound(text, words)
    .map((piece) => (piece.found ? `【${piece.text}】` : piece.text))
    .join('')

test.each([
  ['关于低保标准的公告', ['低保'], '关于【低保】标准的公告'],
  ['关于低保标准的公告', ['低保', '低保标准'], '关于【低保标准】的公告'],
  ['ＡＢＣ工程与abc', ['abc'], '【ＡＢＣ】工程与【abc】'],
  ['李　强 同志', ['李强'], '【李　强】 同志'],
  ['第３条', ['3'], '第【３】条'],
  ['㎡与m2', ['m2'], '【㎡】与【m2】'],
  ['𠮷野家的𠮷', ['𠮷野'], '【𠮷野】家的𠮷'],
  ['<b>低保</b> & "低保"', ['低保'], '<b>【低保】</b> & "【低保】"'],
  ['a.c abc', ['a.c'], '【a.c】 abc'],
  ['没有', ['低保'], '没有'],
] as const)('[M157] in %j, %j is marked', (text, words, expected) => {
  expect(shown(text, words)).toBe(expected)
})

test('[M157] marks change nothing of what is written', () => {
  fc.assert(
    fc.property(
      fc.string({ unit: 'binary', maxLength: 80 }),
      fc.array(fc.string({ unit: 'binary', minLength: 1, maxLength: 3 }), { maxLength: 3 }),
      (text, words) => {
        expect(
          markFound(text, words)
            .map((piece) => piece.text)
            .join(''),
        ).toBe(text)
      },
    ),
    { numRuns: 1_000 },
  )
})

test('[M157] an excerpt is the stretch around the first word, on one line', () => {
  const text = `${'前文。'.repeat(100)}\n低保标准为每月\n880元。${'后文。'.repeat(100)}`
  const pieces = excerptOf(text, ['标准', '低保'])
  const line = pieces.map((piece) => piece.text).join('')
  expect(line).toMatch(/^….*低保标准为每月 880元。.*…$/)
  expect(line.length).toBeLessThan(120)
  expect(pieces.filter((piece) => piece.found).map((piece) => piece.text)).toEqual(['低保', '标准'])
})

test('[M157] a word that only the title has leaves the beginning of the text', () => {
  expect(excerptOf('现将有关事项公告如下。', ['低保'])).toEqual([
    { text: '现将有关事项公告如下。', found: false },
  ])
})
