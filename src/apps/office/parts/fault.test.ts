import { globSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { inHome } from '#platform/home'

// What bears a heading of its own, `PageTitle` or one made of it, is a screen; below one stand parts.
const bearsTitle = /<[A-Z]\w*Title\b/
const faultAlone = /return <Fault\b/

test('[M132] a screen that only tells a fault has a heading as any other', () => {
  const screens = globSync('src/apps/office/**/*.tsx', { cwd: inHome() }).map((path) => ({
    path,
    text: readFileSync(inHome(path), 'utf8'),
  }))
  const titled = screens.filter(({ text }) => bearsTitle.test(text))
  expect(titled.length).toBeGreaterThan(40)
  expect(titled.filter(({ text }) => faultAlone.test(text)).map(({ path }) => path)).toEqual([])
})
