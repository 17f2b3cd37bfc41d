import fc from 'fast-check'
import { expect, test } from 'vitest'
import { charactersOf, foldText, lexemesOf, soughtIn, tsqueryOf } from './words.ts'

const texts = (question: string) => soughtIn(question).map((word) => word.text)

test('[M157] a text gives its pairs, its words and its numbers', () => {
  expect(lexemesOf('政务公开（2026年）')).toEqual(['政务', '务公', '公开', '2026'])
  expect(lexemesOf('按GB/T 9704-2012执行')).toEqual(['执行', 'gb', 't', '9704', '2012'])
  expect(lexemesOf('路')).toEqual([])
})

test('[M157] full-width and half-width, capital and small are one', () => {
  expect(lexemesOf('ＡＢＣ１２３')).toEqual(lexemesOf('abc123'))
  expect(texts('ＡＢＣ１２３')).toEqual(['abc123'])
})

test('[M157] words set wide by hand are one word', () => {
  expect(lexemesOf('公　告')).toEqual(['公告'])
  expect(lexemesOf('李　强')).toEqual(['李强'])
  expect(foldText('人员\n名单')).toBe('人员名单')
  expect(foldText('PDF 文件')).toBe('pdf 文件')
})

test('[M157] other scripts are found by their own words', () => {
  expect(lexemesOf('Café Привет ئۇيغۇر')).toEqual(['café', 'привет', 'ئۇيغۇر'])
})

test.each([
  ['低保标准', ['低保', '标准']],
  ['低保 标准', ['低保', '标准']],
  ['"低保标准"', ['低保标准']],
  ['“低保标准” 公告', ['低保标准', '公告']],
  ['我要办低保', ['低保']],
  ['农村危房改造怎么申请', ['农村', '危房改造', '申请']],
  ['怎么办', ['怎么办']],
  ['的通', ['的通']],
  ['路', ['路']],
  ['A股', ['a股']],
  ['GB/T 9704-2012', ['gb/t', '9704-2012']],
  ['covid-19 疫情', ['covid-19', '疫情']],
  ['低保 低保', ['低保']],
  ['', []],
  ['   ', []],
  ['，。！？', []],
  ['!&|()<->:*\'"\\', []],
] as const)('[M157] asked %j, looks for %j', (question, expected) => {
  expect(texts(question)).toEqual(expected)
})

test('[M157] a single character is led to by titles only', () => {
  expect(soughtIn('路')).toEqual([{ text: '路', lexemes: ['路'] }])
  expect(charactersOf('修路的公告')).toEqual(['修', '路', '的', '公', '告'])
})

test('[M157] what was pasted is cut: eight words of the first hundred characters', () => {
  const words = soughtIn('社会救助最低生活保障审核公示监督检查政策文件'.repeat(500))
  expect(words.length).toBeLessThanOrEqual(8)
})

test('[M157] a text without end stays within what a tsvector holds', () => {
  const key = 'x'.repeat(100_000)
  expect(lexemesOf(key)).toEqual(['x'.repeat(64)])
  const everyPair = Array.from({ length: 300_000 }, (_, at) =>
    String.fromCodePoint(0x4e00 + ((at * 7_919) % 20_000)),
  ).join('')
  const bytes = lexemesOf(everyPair).reduce((sum, one) => sum + Buffer.byteLength(one), 0)
  expect(bytes).toBeLessThanOrEqual(1_000_000)
})

test('[M157] whatever is asked, a tsquery holds quoted letters and numbers and nothing else', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 300 }), (question) => {
      const query = tsqueryOf(soughtIn(question))
      expect(query.replace(/'[\p{L}\p{N}\p{M}]+'/gu, '').replaceAll(' & ', '')).toBe('')
    }),
    { numRuns: 500 },
  )
})

test('[M157] the words of any stretch of a text stand among the lexemes of the text', () => {
  fc.assert(
    fc.property(
      fc.string({ unit: fc.constantFrom(...'社会救助公开２０２６ab，。 \n路的'), maxLength: 60 }),
      fc.nat(60),
      fc.nat(20),
      (text, from, length) => {
        const run = /[\p{Script=Han}]{2,}/u.exec(text.slice(from, from + length))?.[0]
        if (!run) return
        const all = new Set(lexemesOf(text))
        for (const word of soughtIn(run)) for (const one of word.lexemes) expect(all).toContain(one)
      },
    ),
    { numRuns: 500 },
  )
})
