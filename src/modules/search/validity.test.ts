import { beforeAll, expect, test } from 'vitest'
import { dateAt, startOfDay } from '#platform/civil-date'
import { turnValidity } from '#policies'
import { makeOffice, type Office } from '../../../test/world/documents.ts'
import { makePolicy } from '../../../test/world/policies.ts'
import { type World, world } from '../../../test/world/world.ts'
import { search } from './search.ts'

let w: World
let office: Office
let ending = 0
let lasting = 0
beforeAll(async () => {
  w = await world()
  office = await makeOffice(w)
  const made = async (number: string, text: string) =>
    (await makePolicy(w, office, number, text)).documentId
  ending = await made('青政规〔2021〕5号', '自2021年5月1日起施行，有效期五年。')
  lasting = await made('青政规〔2023〕6号', '自2023年5月1日起施行，有效期五年。')
})

const asked = { q: '临时救助', field: null, organization: null, year: null, after: null }
const find = async (validity: string | null, on: string) => {
  const { hits, facets, count } = await search(w.db, { ...asked, validity }, on)
  return {
    count,
    hits: new Map(hits.map((hit) => [hit.documentId, hit.validity])),
    facets: new Map(facets.validity.map((facet) => [facet.value, facet.count])),
  }
}

test('[M31] [M157] ten seconds past midnight a search chooses, shows and counts what has ended as ended', async () => {
  const evening = await find(null, '2026-04-30')
  expect(evening.facets).toEqual(new Map([['inForce', 2]]))
  const atMidnight = dateAt(new Date('2026-05-01T00:00:10+08:00'))
  const look = async () => ({
    all: await find(null, atMidnight),
    expired: await find('expired', atMidnight),
    inForce: await find('inForce', atMidnight),
  })
  const right = {
    all: {
      count: 2,
      hits: new Map([
        [lasting, 'inForce'],
        [ending, 'expired'],
      ]),
      facets: new Map([
        ['expired', 1],
        ['inForce', 1],
      ]),
    },
    expired: { count: 1, hits: new Map([[ending, 'expired']]), facets: new Map([['expired', 1]]) },
    inForce: { count: 1, hits: new Map([[lasting, 'inForce']]), facets: new Map([['inForce', 1]]) },
  }
  expect(await look()).toEqual(right)
  await w.act((act) => turnValidity(act), undefined, startOfDay('2026-05-01'))
  expect(await look()).toEqual(right)
})
