import { expect, test } from 'vitest'
import { messagesOf } from '#platform/words'
import { sourcesBelow } from './sources.ts'

const zh = messagesOf('zh-CN')
const en = messagesOf('en')
const sources = sourcesBelow('src')
  .filter((source) => !/\.test\.tsx?$/.test(source.path))
  .map(({ path, text }) => ({ path, text: text.replace(/\/\*[\s\S]*?\*\/|^\s*\/\/.*$/gm, '') }))

const paramsIn = (text: string): string[] =>
  [...new Set([...text.matchAll(/\{(\w+)\}/g)].map((match) => match[1] ?? ''))].sort()

test('both languages have the same words with the same parameters', () => {
  expect([...en.keys()].sort()).toEqual([...zh.keys()].sort())
  const different = [...zh].filter(
    ([key, text]) => paramsIn(text).join() !== paramsIn(en.get(key) ?? '').join(),
  )
  expect(different.map(([key]) => key)).toEqual([])
})

test('every refusal has its sentence', () => {
  const declared = sources.flatMap((source) =>
    [
      ...source.text.matchAll(/refusals\(\s*'([\w-]+)',\s*\{([\s\S]*?)\}(?: as const)?\s*,?\s*\)/g),
    ].flatMap(([, module, body]) =>
      [
        ...(body ?? '').matchAll(
          /^\s*(?:\/\/.*|\/\*.*|'?(\w+)'?:\s*'(?:missing|forbidden|conflict|invalid|busy)')/gm,
        ),
      ]
        .flatMap((match) => (match[1] ? [`${module}.${match[1]}`] : []))
        .concat(
          [
            ...(body ?? '').matchAll(
              /[{,]\s*(\w+):\s*'(?:missing|forbidden|conflict|invalid|busy)'/g,
            ),
          ].map((match) => `${module}.${match[1]}`),
        ),
    ),
  )
  expect(declared.length).toBeGreaterThan(40)
  expect([...new Set(declared)].filter((code) => !zh.has(code))).toEqual([])
})

test('every open point has its sentence', () => {
  const codes = sources.flatMap((source) =>
    [...source.text.matchAll(/\bissue\('([\w.[\]]+)',\s*'(\w+)'/g)].map(
      (match) => `issue.${match[2]}`,
    ),
  )
  expect([...new Set(codes)].filter((key) => !zh.has(key))).toEqual([])
})

test('every word that a page or screen says exists', () => {
  const said = sources.flatMap((source) =>
    [...source.text.matchAll(/\bsay\(\s*'([\w.-]+)'/g)].map((match) => ({
      key: match[1] ?? '',
      path: source.path,
    })),
  )
  expect(said.filter(({ key }) => !zh.has(key))).toEqual([])
})

test('no Chinese stands in screens and pages outside the messages', () => {
  const strays = sources
    .filter(({ path }) => /^src\/apps\/(portal|office)\/.*\.tsx?$/.test(path))
    .flatMap(({ path, text }) =>
      text
        .replace(/\/\/.*$/gm, '')
        .split('\n')
        .filter((line) => /\p{Script=Han}/u.test(line))
        .map((line) => `${path}: ${line.trim().slice(0, 80)}`),
    )
  expect(strays).toEqual([])
})
