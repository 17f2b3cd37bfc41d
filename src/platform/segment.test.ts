import { expect, test } from 'vitest'
import { cut, cutForSearch, learn } from './segment.ts'

test('splits words, leaves punctuation out and learns place names at any time', () => {
  expect(cut('农村危房改造，公示。')).toEqual(['农村', '危房改造', '公示'])
  expect(cutForSearch('村民委员会')).toEqual(expect.arrayContaining(['村民', '委员会']))
  expect(cut('白水洋镇上游村')).not.toContain('白水洋镇')
  learn(['白水洋镇', '上游村', '白水洋镇', 'x\ny 9', ''])
  expect(cut('白水洋镇上游村')).toEqual(['白水洋镇', '上游村'])
})
