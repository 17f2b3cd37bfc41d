import { expect, test } from 'vitest'
import { levelsInWords, readLevels } from './levels.ts'

test.each([
  ['市级|镇（街）级', '市级|乡级'],
  ['临岚市级|镇街乡|村', '县级|乡级|村级'],
  ['市级|县级|乡级', '市级|县级|乡级'],
  ['临岚市级|安澜县级|乡级', '市级|县级|乡级'],
  ['县级|镇（街）级|乡（村）级', '县级|乡级|村级'],
  ['县级|乡、村级', '县级|乡级+村级'],
  ['县级|乡（村）级', '县级|乡级+村级'],
  ['区级|镇（街）级|村（社区）级', '县级|乡级|村级'],
  ['县（区）级|乡（镇）级', '县级|乡级'],
  ['县（市、区）级|乡镇（街道）级|村（居）级', '县级|乡级|村级'],
  ['市级|区级|街道级|社区', '市级|县级|乡级|村级'],
  ['市级|市（区）级|镇级', '市级|县级|乡级'],
  ['市、县级|乡级', '市级+县级|乡级'],
  ['新乡市级|镇级', '县级|乡级'],
  ['镇\n级|村\n级', '乡级|村级'],
  ['旗级|苏木镇级|嘎查村级', '县级|乡级|村级'],
  ['镇村级', '乡级+村级'],
])('the headings %s stand for %s', (headings, wanted) => {
  const { perLabel } = readLevels(headings.split('|'))
  expect(perLabel.map((levels) => levels.join('+')).join('|')).toBe(wanted)
})

test('says when 市级 alone leaves open which city is meant', () => {
  expect(readLevels(['市级', '镇级']).doubtfulCity).toBe(true)
  expect(readLevels(['市级', '县级']).doubtfulCity).toBe(false)
  expect(readLevels(['临岚市级', '镇级']).doubtfulCity).toBe(false)
})

test.each([
  ['县级、乡级', ['县级', '乡级']],
  ['县级;乡级;村级', ['县级', '乡级', '村级']],
  ['县乡两级', ['县级', '乡级']],
  ['县、乡、村三级', ['县级', '乡级', '村级']],
  ['乡镇级', ['乡级']],
])('the words %s name %j', (words, levels) => {
  expect(levelsInWords(words)).toEqual(levels)
})
