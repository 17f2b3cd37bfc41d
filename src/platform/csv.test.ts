import { expect, test } from 'vitest'
import { csvLine } from './csv.ts'

test('a line is quoted where it must be, and nothing in it is a formula', () => {
  expect(csvLine(['甲', '-5', '=1+1', '@x', '说“好”', 'a "b", c', '-1\n2'])).toBe(
    `甲,-5,'=1+1,'@x,说“好”,"a ""b"", c","'-1\n2"\r\n`,
  )
})
