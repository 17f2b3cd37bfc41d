import { sql } from 'kysely'
import { beforeEach, expect, test } from 'vitest'
import { createDataset, csvOf, saveRows, tablesOf, tablesToSeal } from '#datasets'
import { thePublic, withdrawDocument } from '#documents'
import type { EditionMark } from '#documents/contract'
import {
  approveAll,
  makeDraft,
  makeOffice,
  monday,
  type Office,
  publish,
} from '../../../test/world/documents.ts'
import { type World, world } from '../../../test/world/world.ts'
import { publishEdition, saveDraft, startCorrection } from '../documents/index.ts'
import { sha256 } from './chain.ts'
import { checkHeld, heldOf, linksOfDocument, machinePage, pageSeal, verifyChain } from './index.ts'

let w: World
let office: Office
beforeEach(async () => {
  w = await world()
  office = await makeOffice(w)
})

const debt = (kind: string, balance: string) => ({
  row: null,
  cells: { kind, limit: '500', balance },
})
const table = async (draft: EditionMark, title: string, balance: string) => {
  const year = 2025
  const made = await w.act(
    (act) =>
      createDataset(act, { id: draft.editionId, schemaCode: 'government-debt', year, title }),
    office.clerk,
  )
  const put = [debt('一般债务', '120'), debt('专项债务', balance)]
  await w.act(
    (act) => saveRows(act, { id: made.id, version: made.version, put, remove: [] }),
    office.clerk,
  )
}
const released = async () => {
  const draft = await makeDraft(w, office, { title: '2025年政府债务情况' })
  await table(draft, '', '260.5')
  await table(draft, '本级', '80')
  await publish(w, office, draft)
  return draft.documentId
}
const csv = async (documentId: number, place = 1) =>
  new TextEncoder().encode(
    String((await csvOf(w.db, documentId, place, thePublic))?.body ?? 'nothing'),
  )
const check = async (bytes: Uint8Array) => checkHeld(w.db, heldOf(bytes))

test('[M18] [M164] anyone can write the seal of a table again from its downloaded file', async () => {
  const id = await released()
  const [link] = await linksOfDocument(w.db, id)
  const page = await pageSeal(w.db, id)
  const [first, second] = [await csv(id, 1), await csv(id, 2)]
  expect(link?.data).toEqual([
    sha256(`${page?.salt}\ngovernment-debt\n2025\n\n${sha256(first)}`),
    sha256(`${page?.salt}\ngovernment-debt\n2025\n本级\n${sha256(second)}`),
  ])
  expect(page?.tables).toEqual([sha256(first), sha256(second)])
  expect(await check(first)).toMatchObject({
    verdict: 'asPublished',
    what: 'table',
    link: { address: `/d/${id}`, act: 'release' },
  })
  const other = new TextDecoder('utf-8', { ignoreBOM: true }).decode(first).replace('120', '121')
  expect((await check(new TextEncoder().encode(other))).verdict).toBe('unknown')
})

const correctFirstRow = async (documentId: number, fields: object = {}) => {
  const opened = await w.act((act) => startCorrection(act, { id: documentId }), office.clerk)
  const [first] = (await tablesOf(w.db, office.clerk, opened.editionId)).datasets
  if (!first) throw new Error('no table was taken over')
  const put = [{ ...debt('一般债务', '130'), row: 1 }]
  await w.act(
    (act) => saveRows(act, { id: first.id, version: first.version, put, remove: [] }),
    office.clerk,
  )
  const saved = await w.act(
    (act) =>
      saveDraft(act, {
        id: opened.editionId,
        version: opened.version,
        fields: { correctionNote: '更正余额', ...fields },
      }),
    office.clerk,
  )
  const { editionId, version } = await approveAll(w, office, saved)
  await w.act((act) => publishEdition(act, { id: editionId, version }), office.signer, monday)
}

test('[M48] [M164] a table is sealed when it is corrected, and shut when its document is withdrawn', async () => {
  const id = await released()
  const [old, same] = [await csv(id, 1), await csv(id, 2)]
  await correctFirstRow(id)
  expect(await check(old)).toMatchObject({ verdict: 'superseded', later: { act: 'correction' } })
  // What the correction did not touch is what is public now.
  expect((await check(same)).verdict).toBe('asPublished')
  const now = await csv(id)
  expect(await check(now)).toMatchObject({ verdict: 'asPublished', link: { act: 'correction' } })
  expect(await verifyChain(w.db)).toMatchObject({ ok: true, changed: [] })

  await w.act(
    (act) => withdrawDocument(act, { id, note: '有误，撤回', replacedById: null }),
    office.signer,
    monday,
  )
  expect((await linksOfDocument(w.db, id))[0]).toMatchObject({ act: 'withdrawal', data: [] })
  expect([(await check(old)).verdict, (await check(now)).verdict]).toEqual(['unknown', 'unknown'])
  expect((await sql`select * from seals.opening`.execute(w.db)).rows).toEqual([])
  expect(await verifyChain(w.db)).toMatchObject({ ok: true, changed: [] })
})

test('[M164] of a concealed table the chain keeps nothing by which its figures could be guessed', async () => {
  const id = await released()
  const old = await csv(id)
  await correctFirstRow(id, { concealPrevious: true })
  expect((await check(old)).verdict).toBe('unknown')
  const kept = await sql<{ text: string }>`select
    (select string_agg(to_jsonb(o)::text, '') from seals.opening o) ||
    (select string_agg(body, '') from seals.entry) as text`.execute(w.db)
  expect(kept.rows[0]?.text).not.toContain(sha256(old))
})

for (const [what, change, found] of [
  [
    'a cell',
    sql`update datasets.row set cells = cells || '{"balance": "26.5"}' where cells ->> 'balance' = '260.5' and dataset_id = (select min(id) from datasets.dataset)`,
    ['/d/1#table-1'],
  ],
  [
    'a row taken away',
    sql`delete from datasets.row where dataset_id = (select max(id) from datasets.dataset) and ordinal = 2`,
    ['/d/1#table-2'],
  ],
  [
    'a row put in',
    sql`insert into datasets.row (dataset_id, ordinal, cells) select min(id), 2, '{"kind": "一般债务"}' from datasets.dataset`,
    ['/d/1#table-1'],
  ],
  [
    'a total that the page shows',
    sql`update datasets.dataset set summary = jsonb_set(summary, '{totals,balance}', '1') where title = '本级'`,
    ['/d/1#table-2'],
  ],
  ['a count', sql`update datasets.dataset set row_count = 9 where title = ''`, ['/d/1#table-1']],
  ['a year', sql`update datasets.dataset set year = 2024 where title = '本级'`, ['/d/1#table-2']],
  ['a title', sql`update datasets.dataset set title = '全县' where title = ''`, ['/d/1#table-1']],
  [
    'a heading',
    sql`update datasets.dataset set file_columns = jsonb_set(file_columns, '{0,1}', '"类"') where title = ''`,
    ['/d/1#table-1'],
  ],
  [
    'a table hidden',
    sql`update datasets.dataset set row_count = 0 where title = ''`,
    ['/d/1#table-1', '/d/1#table-2'],
  ],
  [
    'a table put up past the desk',
    sql`with t as (insert into datasets.dataset (edition_id, document_id, organization_id, schema_code, year, ordinal, row_count, updated_at)
      select edition_id, document_id, organization_id, schema_code, 2023, 9, 1, now() from datasets.dataset limit 1 returning id)
      insert into datasets.row (dataset_id, ordinal, cells) select id, 1, '{"kind": "一般债务"}' from t`,
    ['/d/1#table-3'],
  ],
] as const)
  test(`[M48] [M164] ${what} changed past the program is found where it stands`, async () => {
    await released()
    expect(await verifyChain(w.db)).toMatchObject({ ok: true, changed: [] })
    await change.execute(w.db)
    expect(await verifyChain(w.db)).toMatchObject({ ok: false, changed: found })
  })

test('[M164] the page for machines lists its tables; a figure changed in the list is told', async () => {
  const id = await released()
  const { rows } = await sql<{ id: number; editionId: number }>`
    select id, live_edition_id as "editionId" from documents.document where id = ${id}`.execute(
    w.db,
  )
  const [found] = rows
  if (!found) throw new Error('nothing is live')
  const page = JSON.stringify(await machinePage(w.db, found))
  expect(JSON.parse(page).data).toEqual(await tablesToSeal(w.db, found.editionId))
  const bytes = (text: string) => new TextEncoder().encode(text)
  expect((await check(bytes(page))).verdict).toBe('asPublished')
  const other = page.replace('"year":2025', '"year":2024')
  expect((await check(bytes(other))).verdict).toBe('changed')
})
