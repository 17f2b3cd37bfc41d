import { beforeAll, expect, test } from 'vitest'
import { theSystem } from '#platform/act'
import { addOwnWord, theLexicon } from '#wording'
import { makeDocument, makeOffice, monday, type Office } from '../../../../test/world/documents.ts'
import { type World, world } from '../../../../test/world/world.ts'
import { withdrawDocument } from '../index.ts'
import { liveFindings, startSiteSweep, sweepForLexicon, sweepOn } from './index.ts'
import { sweepById } from './store.ts'

let w: World
let office: Office
beforeAll(async () => {
  w = await world()
  office = await makeOffice(w)
})

const jobs = async (): Promise<number[]> => {
  const { rows } = await w.house.pool.query(
    `select payload->>'sweepId' as id from jobs._private_jobs j
     join jobs._private_tasks t on t.id = j.task_id where t.identifier = 'sweepSite'`,
  )
  return rows.map((row: { id: string }) => Number(row.id))
}
const start = async () => {
  const input = { organizationId: office.civil.id }
  return w.act((act) => startSiteSweep(act, input), office.secrecyReviewer, monday)
}
/** As the worker does, until nothing is left. */
const finish = async (sweepId: number): Promise<void> => {
  for (let turn = 0; turn < 50; turn++) {
    if ((await sweepById(w.db, sweepId))?.endedAt) return
    await sweepOn(w.house, { sweepId })
  }
  throw new Error('does not end')
}
const listed = async (by = office.clerk) => (await liveFindings(w.db, by, {})).items

test('[M43] a word added today is found in what went out yesterday, by the unit that answers for it', async () => {
  const { documentId } = await makeDocument(w, office, {
    title: '临时救助办理须知',
    html: '<p>向青惠县民政局提出申请，按照本须知提交材料。</p>',
  })
  await w.act(
    (act) =>
      addOwnWord(act, {
        organizationId: office.civil.id,
        ...{ word: '青惠县', kind: 'wrong', instead: '青穗县', reason: '县名常被写错' },
        ...{ from: '2026-01-01', until: null },
      }),
    office.secrecyReviewer,
    monday,
  )
  // The word had the reading begin by itself.
  const [sweepId = 0] = await jobs()
  await finish(sweepId)
  expect(await listed()).toMatchObject([
    { documentId, place: 'html', kind: 'wording', word: '青惠县', advice: '青穗县' },
  ])
  const { sweep } = await liveFindings(w.db, office.clerk, {})
  expect(sweep).toMatchObject({ cause: 'words', found: 1, lexiconDatedOn: theLexicon.datedOn })
  await expect(
    liveFindings(w.db, office.stranger, { organizationId: office.civil.id }),
  ).rejects.toMatchObject({
    code: 'documents.notYours',
  })
})

const idNumber = '110101199003070396'

test('[M44] what went out before the rules knew it is found, in texts and files; what is answered for is not', async () => {
  const text = await makeDocument(w, office, { title: '补助名单', html: '<p>名单见附件。</p>' })
  // As it came in from the site before, on a way that examined nothing.
  await w.db
    .updateTable('documents.edition')
    .set({ text: `当事人证件号码${idNumber}。` })
    .where('id', '=', text.editionId)
    .execute()
  const bytes = Buffer.from(`姓名,身份证号\n李某,${idNumber}\n`)
  const { sha256 } = await w.house.files.putBytes(bytes)
  await w.db
    .insertInto('documents.blob')
    .values({ sha256, size: bytes.length, media_type: 'text/csv', stored_at: monday })
    .execute()
  await w.db
    .insertInto('documents.attachment')
    .values({
      ...{ edition_id: text.editionId, sha256, name: '名单.csv', media_type: 'text/csv' },
      ...{ size: bytes.length, ordinal: 1, inline: false },
    })
    .execute()
  await finish((await start()).id)
  const found = (await listed()).filter(({ documentId }) => documentId === text.documentId)
  expect(
    found.map(({ kind, place, masked }) => `${kind} ${place.replace('\n', ' ')} ${masked}`).sort(),
  ).toEqual(['idCard html 110101********0396', 'idCard 名单.csv body B2 110101********0396'].sort())
  expect(JSON.stringify(found)).not.toContain(idNumber.slice(6, 14))

  await w.db
    .insertInto('documents.file_signature')
    .values({
      ...{ document_id: text.documentId, sha256, reason: '依法公开', at: monday },
      staff_id: office.secrecyReviewer.id ?? 0,
    })
    .execute()
  await finish((await start()).id)
  const left = (await listed()).filter(({ documentId }) => documentId === text.documentId)
  expect(left.map(({ place }) => place)).toEqual(['html'])

  await w.act(
    (act) =>
      withdrawDocument(act, {
        id: text.documentId,
        note: '含个人信息，先行撤下',
        replacedById: null,
      }),
    office.signer,
    monday,
  )
  expect((await listed()).filter(({ documentId }) => documentId === text.documentId)).toEqual([])
})

test('[M44] a reading that is killed goes on where it was, and counts nothing twice', async () => {
  for (let n = 0; n < 4; n++)
    await makeDocument(w, office, { title: `第${n}号通告`, html: '<p>向青惠县人民政府报告。</p>' })
  const { id } = await start()
  const before = await sweepById(w.db, id)
  // Two processes read the same part, and both have read it before either keeps it: one is kept.
  const bothHaveRead = Promise.withResolvers<void>()
  let readers = 0
  const meeting = {
    ...w.house,
    perform: (async (...args) => {
      readers += 1
      if (readers === 2) bothHaveRead.resolve()
      await bothHaveRead.promise
      return w.house.perform(...args)
    }) as typeof w.house.perform,
  }
  await Promise.all([sweepOn(meeting, { sweepId: id }, 3), sweepOn(meeting, { sweepId: id }, 3)])
  expect(await sweepById(w.db, id)).toMatchObject({ documents: 3, endedAt: null })
  await finish(id)
  const after = await sweepById(w.db, id)
  expect(after?.documents).toBe(5)
  const rows = await w.db.selectFrom('documents.live_finding').selectAll().execute()
  expect(rows).toHaveLength(after?.found ?? 0)
  expect(before?.lastDocumentId).toBe(0)
  const page = await liveFindings(w.db, office.clerk, {})
  expect(page.items).toHaveLength(5)
})

test('[M43] the program’s own words changing has the whole site read again, once', async () => {
  const lexiconSweeps = async () =>
    (
      await w.db
        .selectFrom('documents.site_sweep')
        .select('cause')
        .where('cause', '=', 'lexicon')
        .execute()
    ).length
  await w.act((act) => sweepForLexicon(act), theSystem, monday)
  const first = await lexiconSweeps()
  expect(first).toBeGreaterThan(0)
  await w.act((act) => sweepForLexicon(act), theSystem, monday)
  expect(await lexiconSweeps()).toBe(first)
  await expect(
    w.act((act) => startSiteSweep(act, { organizationId: office.civil.id }), office.clerk),
  ).rejects.toMatchObject({ code: 'documents.notYours' })
})
