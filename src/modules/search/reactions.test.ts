import { sql } from 'kysely'
import { expect, test } from 'vitest'
import { saveDraft, startCorrection, withdrawDocument } from '#documents'
import {
  makeDocument,
  makeDraft,
  makeOffice,
  monday,
  publish,
} from '../../../test/world/documents.ts'
import { putLive } from '../../../test/world/search.ts'
import { type World, world } from '../../../test/world/world.ts'
import { changedSince, indexAnew, openAnew } from './anew.ts'
import { indexDocuments, reindex } from './reindex.ts'
import { search } from './search.ts'

const found = async (w: World, q: string) =>
  (await search(w.db, { q, field: null, organization: null, year: null, after: null })).hits.map(
    (hit) => hit.documentId,
  )

const w = await world()
const office = await makeOffice(w)

test('[M157] a document is found the moment it is public, and not a moment before', async () => {
  const draft = await makeDraft(w, office, { title: '关于水库移民后期扶持的公告' })
  expect(await found(w, '水库移民')).toEqual([])
  const { documentId } = await publish(w, office, draft)
  expect(await found(w, '水库移民')).toEqual([documentId])
})

test('[M157] a withdrawn document is gone at once', async () => {
  const { documentId } = await makeDocument(w, office, {
    title: '关于森林防火的通告',
    documentNumber: '青民发〔2026〕8号',
  })
  expect(await found(w, '青民发〔2026〕8号')).toEqual([documentId])
  const input = { id: documentId, note: '内容有误', replacedById: null }
  await w.act((act) => withdrawDocument(act, input), office.signer, monday)
  expect(await found(w, '森林防火')).toEqual([])
  expect(await found(w, '青民发〔2026〕8号')).toEqual([])
})

test('[M157] a corrected one is found by its new words only, from its release on', async () => {
  const { documentId } = await makeDocument(w, office, { title: '关于春耕备耕的意见' })
  const correction = await w.act(
    async (act) => {
      const { editionId: id, version } = await startCorrection(act, { id: documentId })
      const fields = { title: '关于秋收秋种的意见', correctionNote: '季节有误' }
      return saveDraft(act, { id, version, fields })
    },
    office.clerk,
    monday,
  )
  expect([await found(w, '春耕'), await found(w, '秋收')]).toEqual([[documentId], []])
  await publish(w, office, correction)
  expect([await found(w, '春耕'), await found(w, '秋收')]).toEqual([[], [documentId]])
})

test('[R7] the index made anew equals the one kept, and one lost or spoilt is mended', async () => {
  await putLive(w, [
    { organizationId: office.civil.id, title: '依申请公开', attribute: 'onRequest' },
  ])
  const entries = async () => {
    const { rows } = await sql<{ line: string }>`
      select e::text as line from search.entry e order by document_id`.execute(w.db)
    return rows.map((row) => row.line)
  }
  const kept = await entries()
  expect(kept.length).toBeGreaterThan(1)
  expect(await w.act((act) => reindex(act))).toBe(kept.length)
  expect(await entries()).toEqual(kept)

  for (const spoil of [
    sql`delete from search.entry`,
    sql`update search.entry set words = ''::tsvector`,
    sql`update search.entry set folded = 'x', year = 1999, index_number = '', field_codes = '{}', kind = 'x'`,
    sql`insert into search.entry (document_id, organization_id, year, published_at, folded, words)
      values (999999, 1, 2026, now(), 'x', ''::tsvector)`,
  ]) {
    await spoil.execute(w.db)
    await w.act((act) => reindex(act))
    expect(await entries()).toEqual(kept)
  }
})

test('[M157] a text too long for an index is published and found by its beginning', async () => {
  const long = Array.from({ length: 320_000 }, (_, at) =>
    String.fromCodePoint(0x4e00 + ((at * 7_919) % 20_000)),
  ).join('')
  const text = `开头的几个字${long}`
  const [id] = await putLive(w, [{ organizationId: office.civil.id, text }])
  expect(await found(w, '开头的几个字')).toEqual([id])
  await w.act((act) => indexDocuments(act, [id as number, 999_999]))
  expect(await found(w, '开头的几个字')).toEqual([id])
})

test('[R7] the index made anew keeps its names and indexes, and takes what was withdrawn out', async () => {
  const indexes = async () => {
    const { rows } = await sql<{ definition: string }>`
      select indexdef as definition from pg_indexes where schemaname = 'search' order by indexname`.execute(
      w.db,
    )
    return rows
  }
  const before = await indexes()
  await w.act((act) => reindex(act))
  expect(await indexes()).toEqual(before)
  const { documentId } = await makeDocument(w, office, { title: '关于冬季供暖的通告' })
  expect(await found(w, '冬季供暖')).toEqual([documentId])
})

test('[R7] what is published between reading and the exchange is put in', async () => {
  let coming = 0
  await w.act(async (act) => {
    const since = await openAnew(act.tx)
    const { documentId } = await makeDocument(w, office, { title: '关于河道清淤的公告' })
    coming = documentId
    await indexAnew(act.tx)
    expect(await changedSince(act.tx, since)).toContain(coming)
    await sql`drop table search.entry_anew`.execute(act.tx)
  })
  expect(await found(w, '河道清淤')).toEqual([coming])
})
