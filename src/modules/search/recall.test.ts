import { sql } from 'kysely'
import { expect, test } from 'vitest'
import { theSystem } from '#platform/act'
import { makeOrganization } from '../../../test/world/organizations.ts'
import { officialTexts, putLive } from '../../../test/world/search.ts'
import { type World, world } from '../../../test/world/world.ts'
import { countLexemes } from './frequency.ts'
import { search } from './search.ts'
import { foldText } from './words.ts'

const everything = { field: null, organization: null, year: null, after: null }

/** Every document found, page after page. */
const allFound = async (w: World, q: string): Promise<number[]> => {
  const ids: number[] = []
  let after: string | null = null
  do {
    const answer = await search(w.db, { ...everything, q, after })
    ids.push(...answer.hits.map((hit) => hit.documentId))
    after = answer.next
  } while (after)
  return ids
}

const count = async (w: World): Promise<void> => {
  await sql`analyze search.entry`.execute(w.db)
  await w.perform(theSystem, (act) => countLexemes(act.tx))
}

const texts = officialTexts(300)
const written = texts.map(({ title, text }) => foldText(`${title}\n${text}`))

/** Stretches of two characters and more, as they stand anywhere in the texts: not words of a dictionary. */
const stretches = (): string[] => {
  const found = new Set<string>()
  for (const [index, text] of written.entries())
    for (const run of text.match(/\p{Script=Han}{2,}/gu) ?? []) {
      const characters = [...run]
      const length = 2 + (index % 5)
      const from = (index * 7) % Math.max(1, characters.length - length)
      const stretch = characters.slice(from, from + length).join('')
      if (stretch.length >= 2) found.add(stretch)
    }
  return [...found]
}

test('[M157] every word of two or more characters is found wherever it stands, in all 300 texts', async () => {
  const w = await world()
  const { id: organizationId } = await makeOrganization(w)
  const ids = await putLive(
    w,
    texts.map((one, index) => ({
      ...one,
      organizationId,
      publishedAt: new Date(
        Date.UTC(2016 + (index % 11), index % 12, 1 + (index % 28)),
      ).toISOString(),
    })),
  )
  const asked = stretches().filter((_, index) => index % 6 === 0)
  expect(asked.length).toBeGreaterThan(200)
  const missed: string[] = []
  let standing = 0
  for (const [index, stretch] of asked.entries()) {
    // How common words are decides how far each step goes back, never what is found.
    if (index === asked.length >> 1) await count(w)
    const found = new Set(await allFound(w, stretch))
    const where = ids.filter((_, index) => written[index]?.includes(stretch))
    standing += where.length
    for (const id of where) if (!found.has(id)) missed.push(`${stretch} in ${id}`)
  }
  expect(standing).toBeGreaterThan(asked.length)
  expect(missed).toEqual([])

  // In quotes exactly these are found, and no others.
  for (const stretch of asked.slice(0, 80)) {
    const where = ids.filter((_, index) => written[index]?.includes(stretch))
    expect((await allFound(w, `“${stretch}”`)).sort((a, b) => a - b)).toEqual(where)
  }

  const latin = [...new Set(written.flatMap((text) => text.match(/[a-z0-9]{2,}/g) ?? []))]
  for (const word of latin) {
    const found = await allFound(w, word)
    const where = ids.filter((_, index) =>
      new RegExp(`(?<![a-z0-9])${word}(?![a-z0-9])`).test(written[index] ?? ''),
    )
    expect(found.sort((a, b) => a - b)).toEqual(where)
  }
}, 180_000)
