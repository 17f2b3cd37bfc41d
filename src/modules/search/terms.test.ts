import { expect, test } from 'vitest'
import { makeOrganization } from '../../../test/world/organizations.ts'
import { putLive } from '../../../test/world/search.ts'
import { world } from '../../../test/world/world.ts'
import { gatherTerms } from './gathering.ts'
import { search } from './search.ts'
import { suggest } from './suggest.ts'
import { forgetTitle, soundOf, termsOfTitle } from './terms.ts'

const w = await world()
const { id: organizationId } = await makeOrganization(w, {
  name: '青穗县民政局',
  shortName: '县民政局',
})
const [aid] = await putLive(w, [
  { organizationId, title: '临时救助标准的通知' },
  { organizationId, title: '低保对象名单' },
])
await w.act((act) => gatherTerms(act))

const everything = { field: null, organization: null, year: null, after: null }
const ask = (q: string, asTyped = false) => search(w.db, { ...everything, q, asTyped })

test('[M157] a homophone typed by mistake leads to what was meant, and says so', async () => {
  const answer = await ask('零时救助')
  expect(answer.instead).toBe('临时救助')
  expect(answer.hits.map((hit) => hit.documentId)).toEqual([aid])
  // 名单 is found in any case; what was meant by the rest is offered.
  expect((await ask('底保名单')).meant).toBe('低保名单')
})

test('[M157] what was typed can be searched for all the same', async () => {
  const answer = await ask('零时救助', true)
  expect([answer.instead, answer.hits]).toEqual([null, []])
})

test('[M157] pinyin typed as letters leads to the word', async () => {
  expect((await ask('linshi')).instead).toBe('临时')
})

test('[M157] with few hits what may have been meant is offered, not put in the place', async () => {
  await putLive(w, [
    { organizationId, title: '零时救助' },
    { organizationId, title: '临时救助公示' },
  ])
  const answer = await ask('零时救助')
  expect([answer.instead, answer.meant, answer.count]).toEqual([null, '临时救助', 1])
})

test('[M157] zh and z, -ing and -in sound alike; other syllables do not', () => {
  expect(soundOf('政府')).toBe(soundOf('增幅'))
  expect(soundOf('低保')).not.toBe(soundOf('低头'))
})

test('[M157] while one types, words and titles are suggested, few and of public documents only', async () => {
  const texts = async (typed: string) => (await suggest(w.db, typed)).map(({ text }) => text)
  expect(await texts('临时')).toContain('临时救助标准的通知')
  expect(await texts('救')).toContain('救助')
  expect(await texts('linshi')).toContain('临时救助')
  expect((await texts('的')).length).toBeLessThanOrEqual(9)
  expect(await texts('')).toEqual([])
  for (const typed of ['%', '_', "'", '\\', 'x'.repeat(5_000), '!&|'])
    expect((await texts(typed)).length).toBeLessThanOrEqual(9)
})

test('[M157] words of a title that left the site are suggested no more', async () => {
  expect((await suggest(w.db, '低')).map(({ text }) => text)).toContain('低保')
  await w.act((act) => forgetTitle(act.tx, '低保对象名单'))
  expect((await suggest(w.db, '低')).map(({ text }) => text)).not.toContain('低保')
})

test('[M157] terms are words of Chinese characters, alone and with their neighbour', () => {
  expect(termsOfTitle('2026年临时救助A类名单')).toEqual(
    expect.arrayContaining(['临时', '救助', '临时救助', '名单']),
  )
})
