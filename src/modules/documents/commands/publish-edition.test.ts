import { sql } from 'kysely'
import { beforeAll, expect, test } from 'vitest'
import {
  approveAll,
  makeDocument,
  makeDraft,
  makeOffice,
  matterCodes,
  monday,
  type Office,
  publish,
} from '../../../../test/world/documents.ts'
import { type World, world } from '../../../../test/world/world.ts'
import { columnDocuments, documentPage, liveColumns, thePublic } from '../index.ts'
import { publishEdition } from './publish-edition.ts'

let w: World
let office: Office
beforeAll(async () => {
  w = await world()
  office = await makeOffice(w)
})

const columnAt = async (address: string) =>
  (await liveColumns(w.db)).find((column) => column.address === address)
const countOf = async (address: string) => (await columnAt(address))?.documentCount

test('[M33] the first release gives an index number by rule, the next one the next', async () => {
  const first = await makeDocument(w, office)
  const second = await makeDocument(w, office)
  expect(first.indexNumber).toBe('11331082002640053H/2026-00001')
  expect(second.indexNumber).toBe('11331082002640053H/2026-00002')
})

test('puts the document into its column and every column above', async () => {
  const [code = ''] = await matterCodes(w)
  const column = await w.db
    .selectFrom('documents.site_column')
    .select(['address', 'document_count'])
    .where('matter_code', '=', code)
    .executeTakeFirstOrThrow()
  const level1 = column.address.slice(0, column.address.lastIndexOf('/'))
  const field = level1.slice(0, level1.lastIndexOf('/'))
  const before = await Promise.all([column.address, level1, field].map(countOf))
  const { documentId } = await makeDocument(w, office, { title: '关于开展登记的通知' })
  const after = await Promise.all([column.address, level1, field].map(countOf))
  expect(after).toEqual(before.map((count) => (count ?? 0) + 1))

  const { id } = (await columnAt(level1)) ?? { id: 0 }
  const list = await columnDocuments(w.db, { columnId: id, after: null, limit: 5 }, thePublic)
  expect(list.items[0]).toMatchObject({ id: documentId, prefix: '政策法规文件' })
})

test('[M14] a document that serves two matters is one record in two columns', async () => {
  const codes = await matterCodes(w)
  const { documentId } = await makeDocument(w, office, { matterCodes: codes.slice(0, 3) })
  const page = await documentPage(w.db, documentId, thePublic)
  expect(page?.alsoIn).toHaveLength(2)
  const shown = await w.db
    .selectFrom('documents.showing')
    .select('column_id')
    .where('document_id', '=', documentId)
    .execute()
  // Three level-2 columns, two level-1 columns, one field: each once.
  expect(shown).toHaveLength(6)
})

test('tells everything that stands in the way at once', async () => {
  const draft = await makeDraft(w, office)
  const { editionId: id, version } = await approveAll(w, office, draft)
  await sql`update documents.edition set written_on = null, document_number = '青民发[2026]3号'
    where id = ${id}`.execute(w.db)
  await sql`delete from documents.review where edition_id = ${id} and role = 'secrecyReviewer'`.execute(
    w.db,
  )
  const early = w.act((act) => publishEdition(act, { id, version }), office.signer, monday)
  const refused = await early.catch((error) => error)
  expect(refused.code).toBe('documents.notReady')
  expect(refused.issues.map((one: { field: string }) => one.field)).toEqual([
    'writtenOn',
    'documentNumber',
    'secrecyReview',
  ])
})

test('[M158] whoever wrote the text does not publish it, unless the office has allowed it', async () => {
  const draft = await makeDraft(w, office, {}, { by: office.disclosureOffice })
  const { editionId: id, version } = await approveAll(w, office, draft, {
    by: office.disclosureOffice,
  })
  const own = () =>
    w.act((act) => publishEdition(act, { id, version }), office.disclosureOffice, monday)
  await expect(own()).rejects.toMatchObject({ code: 'documents.publisherWroteIt' })

  await sql`insert into platform.setting (key, value) values ('documents.publisherApart', 'false')`.execute(
    w.db,
  )
  await expect(own()).resolves.toMatchObject({ state: 'published' })
  await sql`delete from platform.setting`.execute(w.db)
})

test('refuses a stranger, a clerk, and an edition that was not approved', async () => {
  const draft = await makeDraft(w, office)
  const asking = { id: draft.editionId, version: draft.version }
  const asked = (by: Office['clerk']) => w.act((act) => publishEdition(act, asking), by, monday)
  await expect(asked(office.stranger)).rejects.toMatchObject({ code: 'documents.notYours' })
  await expect(asked(office.clerk)).rejects.toMatchObject({ code: 'documents.notYours' })
  await expect(asked(office.signer)).rejects.toMatchObject({ code: 'documents.wrongState' })
})

test('[M48] every step of a publication stands in the log, in order, with who did it', async () => {
  const { documentId } = await makeDocument(w, office)
  const log = await w.db
    .selectFrom('audit.entry')
    .select(['kind', 'actor_id'])
    .where('subject', '=', `document/${documentId}`)
    .orderBy('id')
    .execute()
  expect(log.map((entry) => entry.kind.replace('documents.', ''))).toEqual([
    'draftCreated',
    'dutyClockStarted',
    'editionSubmitted',
    'stepApproved',
    'stepApproved',
    'stepApproved',
    'stepApproved',
    'editionApproved',
    'editionPublished',
  ])
  expect(log[3]?.actor_id).toBe(office.sectionHead.id)
})

test('two releases at once each get a number of their own', async () => {
  const drafts = await Promise.all(
    [1, 2, 3, 4].map(async () => approveAll(w, office, await makeDraft(w, office))),
  )
  const published = await Promise.all(
    drafts.map(({ editionId: id, version }) =>
      w.act((act) => publishEdition(act, { id, version }), office.signer, monday),
    ),
  )
  expect(new Set(published.map((one) => one.indexNumber)).size).toBe(4)
})

test('[M35] the account learns what was formed while it is still a draft', async () => {
  const draft = await makeDraft(w, office, { formedOn: '2026-03-02' })
  const placed = await w.db
    .selectFrom('documents.placement')
    .select(['due_on', 'published_at'])
    .where('document_id', '=', draft.documentId)
    .execute()
  expect(placed).toEqual([{ due_on: '2026-03-30', published_at: null }])
  await publish(w, office, draft)
  const after = await w.db
    .selectFrom('documents.placement')
    .select(['due_on', 'published_at'])
    .where('document_id', '=', draft.documentId)
    .execute()
  expect(after).toEqual([{ due_on: '2026-03-30', published_at: monday }])
})

test('[P11] a release takes the same few statements however much is published', async () => {
  const statements: string[] = []
  const { editionId: id, version } = await approveAll(w, office, await makeDraft(w, office))
  const counted = await w.act(
    async (act) => {
      const tx = act.tx.withPlugin({
        transformQuery: ({ node }) => {
          statements.push(node.kind)
          return node
        },
        transformResult: async ({ result }) => result,
      })
      return publishEdition({ ...act, tx: tx as typeof act.tx }, { id, version })
    },
    office.signer,
    monday,
  )
  expect(counted.state).toBe('published')
  expect(statements.length).toBeLessThanOrEqual(14)
})
