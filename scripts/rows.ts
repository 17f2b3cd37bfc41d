/**
 * Lists every requirement row with the tests that carry its number, and the rows without one:
 * `npm run rows`, or `npm run rows -- --missing M1-M42`.
 */
import { readFileSync } from 'node:fs'
import { inHome } from '#platform/home'
import { sourcesBelow } from '../test/house/sources.ts'

const rowsOf = (requirements: string): { number: number; title: string }[] =>
  [...requirements.matchAll(/^\| M(\d+) \| (.+?) \|/gm)].map((match) => ({
    number: Number(match[1]),
    title: match[2] ?? '',
  }))

interface Titled {
  readonly path: string
  readonly title: string
}

const testsByRow = (): Map<number, Titled[]> => {
  const found = new Map<number, Titled[]>()
  for (const { path, text } of sourcesBelow('src', 'test')) {
    if (!/\.test\.tsx?$/.test(path)) continue
    for (const match of text.matchAll(
      /\b(?:test|it)(?:\.\w+)*\(\s*['"`]((?:\[M\d+\]\s*)+)([^'"`]*)/g,
    ))
      for (const row of (match[1] ?? '').matchAll(/M(\d+)/g)) {
        const number = Number(row[1])
        found.set(number, [...(found.get(number) ?? []), { path, title: match[2] ?? '' }])
      }
  }
  return found
}

const rows = rowsOf(readFileSync(inHome('docs', 'reference', 'requirements.md'), 'utf8'))
const tests = testsByRow()
const without = rows.filter((row) => !tests.has(row.number))
for (const row of rows) {
  const own = tests.get(row.number) ?? []
  if (own.length === 0) continue
  console.log(`M${row.number} ${row.title}`)
  for (const { path, title } of own) console.log(`    ${path}: ${title.trim()}`)
}
console.log(`\n${rows.length - without.length} of ${rows.length} rows have tests. Without:`)
console.log(without.map((row) => `M${row.number}`).join(' '))
