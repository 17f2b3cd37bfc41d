import { readFile } from 'node:fs/promises'
import { Readable } from 'node:stream'
import { sql } from 'kysely'
import { expect, test } from 'vitest'
import { attachFile, receiveFile, withdrawDocument } from '#documents'
import { inHome } from '#platform/home'
import { makeDraft, makeOffice, monday, publish } from '../../../test/world/documents.ts'
import { world } from '../../../test/world/world.ts'
import { searchJobs } from './reactions.ts'
import { readForSearch } from './reading-files.ts'
import { reindex } from './reindex.ts'
import { search } from './search.ts'

const w = await world()
const office = await makeOffice(w)
const ask = async (q: string) =>
  (await search(w.db, { q, field: null, organization: null, year: null, after: null })).hits

const attached = async (title: string, name: string, bytes: Uint8Array | string) => {
  const draft = await makeDraft(w, office, { title })
  const stream = Readable.from([Buffer.from(bytes)])
  const file = await receiveFile(w.house.files, { name, stream })
  const { editionId } = draft
  await w.act((act) => attachFile(act, { editionId, file, inline: false }), office.clerk)
  return publish(w, office, draft)
}

const filling = '名单。'.repeat(2_000)

test('[M157] words in an attached file lead to its document, say which file, and show the passage', async () => {
  const { documentId } = await attached(
    '关于救助对象的公示',
    '救助名册.csv',
    `镇,对象\n${filling}\n澄岚镇,孤寡老人照护补贴\n${filling}`,
  )
  expect(await ask('照护补贴')).toEqual([])
  await readForSearch(w.house, documentId)
  const [hit] = await ask('照护补贴')
  expect(hit).toMatchObject({ documentId, file: { name: '救助名册.csv' } })
  const marked = hit?.file?.passage.filter((piece) => piece.found).map((piece) => piece.text)
  expect(marked?.join('')).toBe('照护补贴')
  // The name of the file is found too, and what title and text say needs no file.
  expect((await ask('救助名册'))[0]?.documentId).toBe(documentId)
  expect((await ask('救助对象'))[0]?.file).toBeNull()
})

test('[M157] a workbook is read as well; reading twice changes nothing', async () => {
  const bytes = await readFile(
    inHome('test', 'fixtures', 'catalogue', '02-multi-field-wugongkai.xlsx'),
  )
  const { documentId } = await attached('关于目录的说明', '目录.xlsx', bytes)
  await readForSearch(w.house, documentId)
  await readForSearch(w.house, documentId)
  const hits = await ask('公开渠道')
  expect(hits.map((hit) => [hit.documentId, hit.file?.name])).toEqual([[documentId, '目录.xlsx']])
  // Made anew, the index has it still.
  await w.act((act) => reindex(act))
  expect((await ask('公开渠道'))[0]?.documentId).toBe(documentId)
}, 60_000)

test('[M157] a withdrawn document is gone with its files, at once and for a reader who comes late', async () => {
  const { documentId } = await attached(
    '关于奖补的公示',
    '奖补.csv',
    '项目,金额\n茶园改造奖补,300\n',
  )
  await readForSearch(w.house, documentId)
  expect(await ask('茶园改造')).toHaveLength(1)
  const input = { id: documentId, note: '内容有误', replacedById: null }
  await w.act((act) => withdrawDocument(act, input), office.signer, monday)
  expect(await ask('茶园改造')).toEqual([])
  await readForSearch(w.house, documentId)
  expect(await ask('茶园改造')).toEqual([])
})

test('[M157] a file without a word stops nothing, and is not read again and again', async () => {
  const { documentId } = await attached('关于附图的公告', '附图.csv', '，\n，\n')
  const reads = async () => {
    const { rows } = await sql<{
      at: Date
    }>`select read_at as at from search.file order by 1 desc limit 1`.execute(w.db)
    return rows
  }
  await readForSearch(w.house, documentId)
  const before = await reads()
  await readForSearch(w.house, documentId)
  expect(await reads()).toEqual(before)
  expect((await ask('附图'))[0]?.documentId).toBe(documentId)
})

test('[M157] a release asks the worker to read its files, in the same transaction', async () => {
  const { documentId } = await attached('关于测绘的公告', '测绘.csv', '图幅\n')
  const { rows } = await sql<{ key: string }>`
    select key from jobs.jobs where key = ${`${searchJobs.read}/${documentId}`}`.execute(w.db)
  expect(rows).toHaveLength(1)
})
