import { expect, test } from 'vitest'
import { answerPageOf, forRequester } from '#requests'
import { world } from '../../../../../test/world/world.ts'
import { makeLetters } from './letters.ts'
import { makePeople } from './people.ts'
import { makeRequests } from './requests.ts'

test('[M65] [M69] the demo county has a reply served online, one with its files, and one that waits for its signature', async () => {
  const w = await world()
  const people = await makePeople(w.house, new Date('2023-01-03T01:00:00Z'))
  const now = new Date('2026-11-22T02:00:00Z')
  const asked = await makeRequests(w.house, people, now)
  await makeLetters(w.house, people, asked, now)
  const pageOf = (story: string) => {
    const one = asked.find((request) => request.story === story)
    if (!one) throw new Error(story)
    return answerPageOf(w.db, one.keeper, one.requestId, w.house.secret, '2026-11-22')
  }
  const red = await pageOf('red')
  expect(red.letters).toMatchObject([{ kind: 'reply:partial', state: 'issued' }])
  expect(red.redactions).toMatchObject([{ released: true, removed: [{ n: 1 }] }])
  const taken = await forRequester(w.db, asked.find(({ story }) => story === 'red')?.requestId ?? 0)
  expect([taken.letters.length, taken.files.length]).toEqual([1, 1])
  const full = await pageOf('supplied')
  expect(full.letters).toMatchObject([{ kind: 'reply:granted/provided', state: 'issued' }])
  const whole = asked.find(({ story }) => story === 'supplied')?.requestId ?? 0
  expect((await forRequester(w.db, whole)).files.map(({ kind, name }) => [kind, name])).toEqual([
    ['supplied', '2026年县级公益性岗位开发计划.docx'],
    ['supplied', '2026年县级公益性岗位清单.csv'],
  ])
  expect((await pageOf('orange')).letters).toMatchObject([{ state: 'review' }])
}, 60_000)
