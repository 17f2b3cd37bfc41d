import { beforeAll, expect, test } from 'vitest'
import { makeStaff } from '../../../../test/world/accounts.ts'
import {
  makeDraft,
  makeOffice,
  monday,
  noSecrets,
  type Office,
} from '../../../../test/world/documents.ts'
import { type World, world } from '../../../../test/world/world.ts'
import { documentPage, thePublic, tombstone } from '../index.ts'
import { setLimit } from '../limits/set-limit.ts'
import { owedTo } from '../reading/owed.ts'
import { releaseUrgently } from './release-urgently.ts'
import { reviewUrgent } from './review-urgent.ts'
import { publicUrgent, urgentChoices, urgentReleases } from './urgent-releases.ts'

let w: World
let office: Office
beforeAll(async () => {
  w = await world()
  office = await makeOffice(w)
})

type Input = Parameters<typeof releaseUrgently>[1]
const release = async (by: Office['clerk'], other: Partial<Input> = {}, at = monday) => {
  const draft = await makeDraft(w, office, { title: '暴雨红色预警' })
  const input = {
    ...{ id: draft.editionId, version: draft.version, reason: '暴雨将至，来不及逐级审核' },
    ...{ reviewerId: office.leader.id ?? 0, secrecy: noSecrets },
    ...other,
  }
  return w.act((act) => releaseUrgently(act, input), by, at)
}
const waitingFor = async (by: Office['clerk'], now = monday) =>
  (await urgentReleases(w.db, by, { which: 'waiting', limit: 50 }, now)).items

test('[M38] goes out at once with a reason; a named second person owes the review', async () => {
  const { documentId, editionId, dueAt } = await release(office.signer)
  expect((await documentPage(w.db, documentId, thePublic))?.title).toBe('暴雨红色预警')
  // One working day, to its end: Tuesday midnight.
  expect(dueAt).toBe('2026-03-03T16:00:00.000Z')
  const owed = await owedTo(w.db, office.leader, monday)
  expect(owed.items).toMatchObject([{ kind: 'urgentReview', late: false }])
  expect(
    (await owedTo(w.db, office.leader, new Date('2026-03-04T09:00:00+08:00'))).items[0]?.late,
  ).toBe(true)
  // Nobody looked in time: whoever answers for the unit hears of it, named with who should have.
  const late = new Date('2026-03-04T09:00:00+08:00')
  expect((await owedTo(w.db, office.disclosureOffice, monday)).items).toEqual([])
  expect((await owedTo(w.db, office.disclosureOffice, late)).items).toMatchObject([
    { kind: 'urgentOverdue', late: true, about: office.leader.name },
  ])
  expect((await owedTo(w.db, office.stranger, late)).items).toEqual([])
  const [line] = await waitingFor(office.leader)
  const confirm = (by: Office['clerk']) =>
    w.act(
      (act) => reviewUrgent(act, { id: line?.id ?? 0, outcome: 'confirm', note: '内容属实' }),
      by,
      monday,
    )
  await expect(confirm(office.signer)).rejects.toMatchObject({ code: 'lifeCycle.ownRelease' })
  await expect(confirm(office.sectionHead)).rejects.toMatchObject({ code: 'lifeCycle.notNamed' })
  await confirm(office.leader)
  expect((await owedTo(w.db, office.leader, monday)).items).toEqual([])
  expect(await publicUrgent(w.db, editionId)).toMatchObject({ confirmed: true })
  await expect(confirm(office.leader)).rejects.toMatchObject({ code: 'lifeCycle.reviewedAlready' })
})

test('[M38] a clerk has no such right, and haste lifts neither secrecy nor what a text must say', async () => {
  await expect(release(office.clerk)).rejects.toMatchObject({ code: 'documents.notYours' })
  await expect(
    release(office.signer, { secrecy: { ...noSecrets, privacy: true } }),
  ).rejects.toMatchObject({ code: 'lifeCycle.secrecyStandsAgainst' })
  for (const reviewerId of [office.signer.id, office.clerk.id, office.stranger.id])
    await expect(release(office.signer, { reviewerId: reviewerId ?? 0 })).rejects.toMatchObject({
      code: 'lifeCycle.reviewerUnfit',
    })
  const empty = await makeDraft(w, office, { title: '', html: '' })
  const bare = w.act(
    (act) =>
      releaseUrgently(act, {
        ...{ id: empty.editionId, version: empty.version, reason: '紧急' },
        ...{ reviewerId: office.leader.id ?? 0, secrecy: noSecrets },
      }),
    office.signer,
    monday,
  )
  await expect(bare).rejects.toMatchObject({ code: 'documents.notReady' })
})

test('[M38] who wrote it does not release it alone', async () => {
  const { actor } = await makeStaff(w, {
    organizationId: office.civil.id,
    roles: ['clerk', 'signer'],
  })
  const draft = await makeDraft(w, office, {}, { by: actor })
  const alone = w.act(
    (act) =>
      releaseUrgently(act, {
        ...{ id: draft.editionId, version: draft.version, reason: '紧急' },
        ...{ reviewerId: office.leader.id ?? 0, secrecy: noSecrets },
      }),
    actor,
    monday,
  )
  await expect(alone).rejects.toMatchObject({ code: 'documents.publisherWroteIt' })
  expect((await urgentChoices(w.db, actor, draft.editionId, monday, '2026-03-02')).mayRelease).toBe(
    false,
  )
})

test('[M38] the second pair of eyes has it corrected or takes it off', async () => {
  const one = await release(office.signer)
  const two = await release(office.signer)
  const idOf = async (documentId: number) =>
    (await waitingFor(office.leader)).find((line) => line.documentId === documentId)?.id ?? 0
  const review = async (documentId: number, outcome: 'correct' | 'withdraw') => {
    const id = await idOf(documentId)
    return w.act(
      (act) => reviewUrgent(act, { id, outcome, note: '预警等级有误' }),
      office.leader,
      monday,
    )
  }
  await review(one.documentId, 'correct')
  const draft = await w.db
    .selectFrom('documents.edition')
    .select(['state', 'correction_note', 'created_by'])
    .where('document_id', '=', one.documentId)
    .where('state', '=', 'draft')
    .executeTakeFirstOrThrow()
  expect(draft).toEqual({
    state: 'draft',
    correction_note: '预警等级有误',
    created_by: office.clerk.id,
  })
  await review(two.documentId, 'withdraw')
  expect(await tombstone(w.db, two.documentId)).toMatchObject({ note: '预警等级有误' })
})

test('[M38] the limit is the office’s to set, from a day on, with its source', async () => {
  const hours: Parameters<typeof setLimit>[1] = {
    name: 'urgentReview',
    appliesFrom: '2026-03-10',
    amount: 6,
    unit: 'hour',
    source: '青穗县信息发布审核办法第九条',
  }
  const set = (by: Office['clerk']) => w.act((act) => setLimit(act, hours), by, monday)
  await expect(set(office.signer)).rejects.toMatchObject({ code: 'lifeCycle.notYours' })
  await set(office.disclosureOffice)
  const before = await release(office.signer, {}, new Date('2026-03-09T10:00:00+08:00'))
  expect(before.dueAt).toBe('2026-03-10T16:00:00.000Z')
  const after = await release(office.signer, {}, new Date('2026-03-10T10:00:00+08:00'))
  expect(after.dueAt).toBe('2026-03-10T08:00:00.000Z')
})
