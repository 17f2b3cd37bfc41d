import { beforeAll, expect, test } from 'vitest'
import { deskOf } from '#documents'
import { makeDraft, makeOffice, monday, type Office } from '../../../../test/world/documents.ts'
import { type World, world } from '../../../../test/world/world.ts'
import {
  addOwnWord,
  lexiconFor,
  listedOwnWords,
  ownWordsInForce,
  retireOwnWord,
  scanText,
  theLexicon,
} from '../index.ts'

let w: World
let office: Office
beforeAll(async () => {
  w = await world()
  office = await makeOffice(w)
})

const today = '2026-03-02'
const add = (
  input: Partial<Parameters<typeof addOwnWord>[1]> = {},
  by = office.secrecyReviewer,
): Promise<{ id: number }> =>
  w.act(
    (act) =>
      addOwnWord(act, {
        organizationId: office.civil.id,
        ...{ word: '青惠县', kind: 'wrong', instead: '青穗县', reason: '县名常被写错' },
        ...{ from: '2026-01-01', until: null },
        ...input,
      }),
    by,
    monday,
  )

test('[M43] a word of an office is found in its drafts, with its right form, and in nobody else’s', async () => {
  const { id } = await add()
  const draft = await makeDraft(w, office, { html: '<p>青惠县民政局现通知如下。</p>' })
  const seen = (await deskOf(w.db, office.clerk, draft, today)).examined
  expect(
    seen.map(({ kind, word, advice, confidence, stands }) => ({
      kind,
      word,
      advice,
      confidence,
      stands,
    })),
  ).toEqual([
    { kind: 'wording', word: '青惠县', advice: '青穗县', confidence: 'high', stands: false },
  ])
  expect(await lexiconFor(w.db, office.town.path, today)).toBe(theLexicon)
  // The same words are the same object, so that they are compiled once.
  expect(await lexiconFor(w.db, office.civil.path, today)).toBe(
    await lexiconFor(w.db, office.civil.path, today),
  )
  await w.act(
    (act) => retireOwnWord(act, { id, reason: '已改正完毕' }),
    office.secrecyReviewer,
    monday,
  )
  expect(await lexiconFor(w.db, office.civil.path, today)).toBe(theLexicon)
  const { items } = await listedOwnWords(w.db, office.clerk, {}, today)
  expect(items[0]).toMatchObject({
    ...{ word: '青惠县', inForce: false, mayRetire: false },
    retired: { reason: '已改正完毕', on: '2026-03-02' },
  })
})

test('[M43] a word holds from its first day to its last, and what it is decides how sure the mark is', async () => {
  const dated = { word: '澄西镇', instead: '澄溪镇', from: '2026-03-01', until: '2026-03-31' }
  await add(dated)
  await add({ word: '强拆', kind: 'sensitive', instead: '' })
  const on = async (day: string) =>
    scanText('澄西镇无强拆。', { lexicon: await lexiconFor(w.db, office.civil.path, day) }).map(
      ({ word, confidence }) => `${word} ${confidence}`,
    )
  expect(await on('2026-02-28')).toEqual(['强拆 medium'])
  expect(await on('2026-03-31')).toEqual(['澄西镇 high', '强拆 medium'])
  expect(await on('2026-04-01')).toEqual(['强拆 medium'])
  const input = { organizationId: office.civil.id }
  expect(await ownWordsInForce(w.db, office.clerk, input, '2026-03-31')).toMatchObject([
    { word: '澄西镇', class: 'own', sure: true, instead: '澄溪镇' },
    { word: '强拆', sure: false },
  ])
})

test('[M43] whoever does not answer for the unit’s texts neither adds a word nor reads the list', async () => {
  await expect(add({}, office.clerk)).rejects.toMatchObject({ code: 'wording.wordNotYours' })
  await expect(add({}, office.stranger)).rejects.toMatchObject({ code: 'wording.wordNotYours' })
  const input = { organizationId: office.civil.id }
  await expect(ownWordsInForce(w.db, office.stranger, input, today)).rejects.toMatchObject({
    code: 'wording.wordNotYours',
  })
  const { items } = await listedOwnWords(w.db, office.clerk, { words: '澄' }, today)
  expect(items.map(({ word, mayRetire }) => [word, mayRetire])).toEqual([['澄西镇', false]])
})

test('[M43] what cannot be a word is refused with what to do', async () => {
  const refused = (input: object) => add(input).catch((no: { code: string }) => no.code)
  expect(await refused({ word: '强拆' })).toBe('wording.wordKnown')
  expect(await refused({ word: '李铭', kind: 'leaderName', instead: '' })).toBe(
    'wording.wordNeedsRightForm',
  )
  expect(await refused({ word: '青穗县' })).toBe('wording.wordIsRightForm')
  expect(await refused({ word: '2026' })).toBe('wording.wordTooCommon')
  expect(await refused({ word: '某词', until: '2025-12-31' })).toBe('wording.wordDaysTurned')
})
