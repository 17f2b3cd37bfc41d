import { expect, test } from 'vitest'
import { fitOf } from '../../../modules/documents/suggest/index.ts'
import { index, matters } from '../../../modules/documents/suggest/labelled.fixture.ts'
import { demoDocuments } from './documents.ts'
import { organizations } from './organizations.ts'
import { referenceRows } from './reference.fixture.ts'

/** Each document of the county under each of its matters: whole texts, written for another purpose. */
const places = () => {
  const rows = referenceRows()
  const nameOf = ({ field, level1, level2 }: { field: string; level1: string; level2: unknown }) =>
    [field, level1, level2 ?? ''].join('>')
  const words = new Map(matters.map((matter) => [nameOf(matter), matter]))
  const byCode = new Map(rows.map((row) => [row.code, words.get(nameOf(row))]))
  return demoDocuments(rows, organizations, '2026-11-22').flatMap(({ title, html, matterCodes }) =>
    matterCodes.flatMap((code) => {
      const matter = byCode.get(code)
      return matter ? [{ title, body: html.replace(/<[^>]+>/g, ' '), matter }] : []
    }),
  )
}

test('[M46] [M142] whole texts of the demo county pass where they belong and are stopped in another field', () => {
  const all = places()
  const stopped = all.filter(({ matter, ...text }) =>
    /workNews|misfit/.test(fitOf(text, matter, index).verdict),
  )
  // Any matter of another field, spread over the catalogue by a prime.
  const wrong = all.map(({ matter, ...text }, at) => {
    const others = matters.filter(({ field }) => field !== matter.field)
    return fitOf(text, others[(at * 7919) % others.length] ?? matter, index).verdict
  })
  const share = (verdict: string) =>
    Number((wrong.filter((one) => one === verdict).length / wrong.length).toFixed(3))
  console.table({
    places: all.length,
    wronglyStopped: stopped.length,
    misfitFound: share('misfit'),
    doubtful: share('doubtful'),
    passed: share('fits'),
  })
  expect(all.length).toBeGreaterThan(800)
  expect(stopped.length).toBeLessThanOrEqual(4)
  // Long lists and plans say words of many fields: what is told there is told for certain.
  expect(share('misfit')).toBeGreaterThanOrEqual(0.8)
})
