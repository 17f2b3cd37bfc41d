import fc from 'fast-check'
import { expect, test } from 'vitest'
import { scanTable, scanText } from './index.ts'
import { madeCard, madeId, madePhone, seeded, withCheckDigit } from './made.fixture.ts'

/** What people, editors and converters put between the digits of a number. */
const between = [
  '',
  '',
  '',
  ' ',
  '\u00a0',
  '\u3000',
  '\n',
  '\r\n',
  '-',
  '－',
  '—',
  '·',
  '\u200b',
  '\ufeff',
  '\u00ad',
  '\u200d\u200b',
  ' - ',
  '.',
]
const wide = (char: string): string =>
  char >= '!' && char <= '~' ? String.fromCharCode(char.charCodeAt(0) + 0xfee0) : char

const disguise = fc.record({
  seed: fc.integer({ min: 1, max: 2_000_000_000 }),
  joints: fc.array(fc.constantFrom(...between), { minLength: 17, maxLength: 17 }),
  widths: fc.array(fc.boolean(), { minLength: 18, maxLength: 18 }),
  small: fc.boolean(),
  before: fc.constantFrom('', '身份证号：', '张三丰，', '（', '：', '公民', '1. '),
  after: fc.constantFrom('', '。', '，', '）', '\n', '先生'),
})

test('[M44] every valid ID number is found in whatever disguise', () => {
  fc.assert(
    fc.property(disguise, ({ seed, joints, widths, small, before, after }) => {
      const id = madeId(seeded(seed))
      const cased = small ? id.toLowerCase() : id
      const shown = [...cased]
        .map((char, k) => (widths[k] ? wide(char) : char) + (joints[k] ?? ''))
        .join('')
      const text = `${before}${shown}${after}`
      const found = scanText(text).filter(({ kind }) => kind === 'idCard')
      expect(found).toMatchObject([{ start: before.length, end: before.length + shown.length }])
      expect(found[0]?.confidence).toBe('high')
      expect(found[0]?.masked).not.toContain(id.slice(6, 14))
    }),
    { numRuns: 3000, seed: 20261101 },
  )
})

test('[M44] an old number of fifteen digits is found behind its label, solid or spaced', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 1, max: 1_000_000_000 }),
      fc.constantFrom('', ' ', '\u200b', '-'),
      (seed, joint) => {
        const id = madeId(seeded(seed))
        const old = id.slice(0, 6) + id.slice(8, 17)
        const shown = [old.slice(0, 6), old.slice(6, 12), old.slice(12)].join(joint)
        expect(scanText(`身份证号码：${shown}。`)).toMatchObject([
          { kind: 'idCard', confidence: 'high' },
        ])
      },
    ),
    { numRuns: 500, seed: 15 },
  )
})

test('[M44] a number in the boxes of a form, one digit a cell, is a number', () => {
  const id = madeId(seeded(7))
  expect(scanTable([['证件号', ...id]])).toMatchObject([{ kind: 'idCard', row: 0, column: 1 }])
})

test('[M44] what a numeric cell has damaged is told as such, also when written as a power of ten', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 1_000_000_000 }), (seed) => {
      const id = madeId(seeded(seed)).replace('X', '7')
      const rounded = `${id.slice(0, 15)}000`
      expect(scanText(rounded)).toMatchObject([{ kind: 'idCard', confidence: 'high' }])
      expect(scanText(String(Number(id)))).toMatchObject([{ kind: 'idCard' }])
      const power = `${id[0]}.${id.slice(1, 17)}E+17`
      expect(scanText(power)).toMatchObject([{ kind: 'idCard', because: 'damaged' }])
      expect(
        scanTable([
          ['姓名', '身份证号'],
          ['张三丰', '3.31E+17'],
        ]),
      ).toMatchObject([
        { kind: 'nameList' },
        { kind: 'idCard', because: 'damaged', row: 1, column: 1 },
      ])
    }),
    { numRuns: 300, seed: 250 },
  )
})

test('[M44] a number glued to others is still seen', () => {
  const id = madeId(seeded(3))
  expect(scanText(`20260301${id}0001`)).toMatchObject([{ kind: 'idCard', start: 8, end: 26 }])
})

test('[M44] offsets are those of the text given, whatever stands before', () => {
  fc.assert(
    fc.property(
      fc.string({ unit: 'grapheme', maxLength: 40 }),
      fc.integer({ min: 1, max: 1_000_000 }),
      (noise, seed) => {
        const dice = seeded(seed)
        const values = [madeId(dice), madePhone(dice), madeCard(dice)]
        const text = `${noise}。${values.join('，')}。`
        for (const value of values)
          expect(scanText(text).map(({ start, end }) => text.slice(start, end))).toContain(value)
      },
    ),
    { numRuns: 500, seed: 5 },
  )
})

test('[M44] any text at all is read to its end, and every finding lies in it in order', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 300 }), (text) => {
      let last = 0
      for (const { start, end } of scanText(text)) {
        expect(start).toBeGreaterThanOrEqual(last)
        expect(end).toBeGreaterThan(start)
        expect(end).toBeLessThanOrEqual(text.length)
        last = start
      }
    }),
    { numRuns: 2000, seed: 9 },
  )
})

test('[M44] cards of foreigners and of residents of Hong Kong, Macao and Taiwan are ID numbers too', () => {
  for (const first of ['81000019900307', '83000019900307', '91133019900307'])
    expect(scanText(withCheckDigit(`${first}001`))).toMatchObject([
      { kind: 'idCard', confidence: 'high' },
    ])
})
