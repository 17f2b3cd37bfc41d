import { beforeAll, expect, test } from 'vitest'
import {
  approveAll,
  makeDocument,
  makeDraft,
  makeOffice,
  monday,
  type Office,
} from '../../../../test/world/documents.ts'
import { type World, world } from '../../../../test/world/world.ts'
import { withdrawDocument } from '../index.ts'
import { keepRecord } from './keep-record.ts'
import { lifeOf } from './life.ts'

let w: World
let office: Office
beforeAll(async () => {
  w = await world()
  office = await makeOffice(w)
})

const plain: Omit<Parameters<typeof keepRecord>[1], 'id'> = {
  origin: 'made',
  obtainedFrom: '',
  obtainedOn: null,
  fileNumber: '',
  retention: null,
  archivedOn: null,
}
const keep = (id: number, said: Partial<Parameters<typeof keepRecord>[1]>, by = office.clerk) =>
  w.act(
    (act) => keepRecord(act, { id, ...plain, ...said }),
    by,
    new Date('2026-06-01T09:00:00+08:00'),
  )
const of = (id: number) => lifeOf(w.db, office.clerk, id)

test('[M26] the whole cycle is read from what was done: made, processed, disclosed, archived', async () => {
  const { documentId } = await makeDocument(w, office)
  const out = await of(documentId)
  expect(out.stage).toBe('disclosed')
  const named = out.lines.map((line) => `${line.stage}:${line.what}`)
  expect(named[0]).toBe('made:drafted')
  expect(named).toContain('processed:step.approved.secrecyReviewer')
  expect(named.at(-1)).toBe('disclosed:published')
  await keep(documentId, {
    fileNumber: 'QS-2026-0012',
    retention: 'years30',
    archivedOn: '2026-06-01',
  })
  const filed = await of(documentId)
  expect(filed.stage).toBe('archived')
  expect(filed.lines.at(-1)).toMatchObject({ what: 'archived', note: 'QS-2026-0012' })
})

test('[M26] what was obtained says from whom, and what is kept back says so', async () => {
  const draft = await makeDraft(w, office, {
    ...{ attribute: 'notDisclosed', attributeGround: 'caseFile', attributeReason: '执法案卷' },
  })
  await approveAll(w, office, draft)
  await keep(draft.documentId, {
    ...{ origin: 'obtained', obtainedFrom: '青穗县供水公司', obtainedOn: '2026-03-01' },
  })
  const life = await of(draft.documentId)
  expect(life.lines[0]).toMatchObject({
    what: 'obtained',
    note: '青穗县供水公司',
    at: '2026-03-01',
  })
  expect(life.lines.some((line) => line.what === 'keptBack.notDisclosed')).toBe(true)
  expect(life.stage).not.toBe('disclosed')
})

test('[M26] a withdrawn text stays in the office and its life says so', async () => {
  const { documentId } = await makeDocument(w, office)
  await w.act(
    (act) => withdrawDocument(act, { id: documentId, note: '数字有误', replacedById: null }),
    office.leader,
    new Date(monday.getTime() + 86_400_000),
  )
  expect((await of(documentId)).lines.at(-1)).toMatchObject({ what: 'withdrawn', note: '数字有误' })
})

test('[M26] archiving needs number, retention and day together, and no day to come', async () => {
  const { documentId } = await makeDocument(w, office)
  await expect(keep(documentId, { fileNumber: 'QS-1' })).rejects.toMatchObject({
    code: 'lifeCycle.archivedIncomplete',
  })
  await expect(
    keep(documentId, { fileNumber: 'QS-1', retention: 'permanent', archivedOn: '2027-01-01' }),
  ).rejects.toMatchObject({ code: 'lifeCycle.momentAhead' })
  await expect(keep(documentId, { origin: 'obtained' })).rejects.toMatchObject({
    code: 'lifeCycle.noteNeeded',
  })
  await expect(keep(documentId, {}, office.stranger)).rejects.toMatchObject({
    code: 'lifeCycle.notYours',
  })
})
