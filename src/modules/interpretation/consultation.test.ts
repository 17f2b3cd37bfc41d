import { beforeAll, expect, test } from 'vitest'
import { withdrawDocument } from '#documents'
import {
  addAnswer,
  addProgramme,
  answerList,
  changeAnswer,
  draftMaterial,
  followUpSuggestions,
  interpretationDesk,
  publicAnswers,
  publicProgramme,
  publicProgrammes,
  recordQuestion,
  releaseProgramme,
  retireAnswer,
  reviewAnswer,
  saveProgramme,
  tieMaterial,
} from '#interpretation'
import { makeDocument, makeOffice, monday, type Office } from '../../../test/world/documents.ts'
import { type World, world } from '../../../test/world/world.ts'
import { essence, ruleFor } from './requirement.ts'

let w: World
let office: Office
let policyId: number

beforeAll(async () => {
  w = await world()
  office = await makeOffice(w)
  policyId = (await makeDocument(w, office, { title: '关于调整低保标准的通知' })).documentId
})

const fields = {
  question: '低保申请要带什么材料？',
  answer: '带身份证和户口簿，到乡镇便民服务中心办理。',
  validUntil: null,
}
const write = (given: object = {}) =>
  w.act(
    (act) => addAnswer(act, { organizationId: office.civil.id, policyId, ...fields, ...given }),
    office.clerk,
    monday,
  )
const read = (q = '', today = '2026-03-02', policy: number | null = null) =>
  publicAnswers(w.db, { q, policyId: policy, after: null, limit: 20 }, today)

test('[M56] an answer is public once another person passed it, and found by the words of a question', async () => {
  const answer = await write()
  expect(await read()).toEqual([])
  const pass = (by: Office['clerk']) => w.act((act) => reviewAnswer(act, answer), by, monday)
  await expect(pass(office.clerk)).rejects.toMatchObject({ code: 'interpretation.notYours' })
  await expect(pass(office.stranger)).rejects.toMatchObject({ code: 'interpretation.notYours' })
  const passed = await pass(office.sectionHead)
  expect(await read('办低保需要哪些材料')).toMatchObject([
    { question: fields.question, policy: { documentId: policyId } },
  ])
  expect(await read('公交线路')).toEqual([])
  // A change waits; the passed words stay up.
  const changed = await w.act(
    (act) =>
      changeAnswer(act, {
        ...fields,
        policyId,
        id: answer.id,
        version: passed.version,
        answer: '只带身份证。',
      }),
    office.sectionHead,
    monday,
  )
  expect((await read('低保'))[0]?.answer).toBe(fields.answer)
  await expect(
    w.act((act) => reviewAnswer(act, changed), office.sectionHead, monday),
  ).rejects.toMatchObject({ code: 'interpretation.ownText' })
  await w.act((act) => reviewAnswer(act, changed), office.leader, monday)
  expect((await read('低保'))[0]?.answer).toBe('只带身份证。')
})

test('[M56] what expired, was retired, or whose policy was withdrawn is answered no more', async () => {
  const own = (await makeDocument(w, office, { title: '关于高龄津贴的通知' })).documentId
  const question = '高龄津贴怎么领？'
  const answer = await write({ policyId: own, question, validUntil: '2026-03-31' })
  const passed = await w.act((act) => reviewAnswer(act, answer), office.leader, monday)
  expect(await read('高龄津贴', '2026-03-31', own)).toHaveLength(1)
  expect(await read('高龄津贴', '2026-04-01', own)).toEqual([])
  await w.act(
    (act) => withdrawDocument(act, { id: own, note: '停用。', replacedById: null }),
    office.signer,
    monday,
  )
  expect(await read('高龄津贴', '2026-03-31', own)).toEqual([])
  await w.act((act) => retireAnswer(act, passed), office.clerk, monday)
  const { items } = await answerList(w.db, office.clerk, { limit: 20 }, '2026-03-02')
  expect(items.map((one) => one.question)).not.toContain(question)
  await expect(write({ validUntil: '2026-02-01' })).rejects.toMatchObject({
    code: 'interpretation.alreadyExpired',
  })
})

test('[M54] [M56] questions from counter, hotline and net suggest a follow-up that begins with them', async () => {
  const own = (await makeDocument(w, office, { title: '关于临时价格补贴的通知' })).documentId
  const ask = (question: string, channel: 'counter' | 'hotline' | 'net', askedOn = '2026-03-01') =>
    w.act(
      (act) =>
        recordQuestion(act, {
          organizationId: office.civil.id,
          policyId: own,
          channel,
          askedOn,
          question,
          answerId: null,
        }),
      office.clerk,
      monday,
    )
  const suggested = async () =>
    (await followUpSuggestions(w.db, office.clerk, '2026-03-02')).items.filter(
      (one) => one.policy.documentId === own,
    )
  await ask('补贴什么时候到账？', 'counter')
  await ask('补贴发给谁？', 'hotline')
  // Too long ago to count.
  await ask('去年的怎么算？', 'net', '2025-06-01')
  expect(await suggested()).toEqual([])
  await ask('补贴发给谁？', 'net')
  expect(await suggested()).toMatchObject([{ questions: 3 }])
  const followUp = await w.act(
    (act) => draftMaterial(act, { id: own, form: 'qa', title: '', followUp: true }),
    office.clerk,
    monday,
  )
  const { html } = await w.db
    .selectFrom('documents.edition')
    .select('html')
    .where('id', '=', followUp.editionId)
    .executeTakeFirstOrThrow()
  expect(html).toContain('补贴发给谁？')
  expect(html).toContain('补贴什么时候到账？')
  // Explained again, it is no longer suggested.
  const explained = await makeDocument(w, office, { title: '价格补贴常见问题', kind: '解读' })
  await w.act(
    (act) =>
      tieMaterial(act, {
        documentId: explained.documentId,
        policyId: own,
        form: 'qa',
        followUp: true,
        author: '',
        authorPost: '',
        details: {},
      }),
    office.clerk,
    monday,
  )
  expect(await suggested()).toEqual([])
  const desk = await interpretationDesk(w.db, office.clerk, own, '2026-03-02')
  expect(desk.questions).toBe(4)
})

test('[M57] a programme is released by another person, and its changes wait', async () => {
  const content = {
    kind: 'interview' as const,
    title: '低保政策在线访谈',
    guest: '李局长',
    guestPost: '县民政局局长',
    startsAt: '2026-03-10T09:30:00+08:00',
    endsAt: null,
    place: '访谈室',
    address: '',
    about: '',
    questions: [{ question: '标准提高了多少？', answer: '' }],
    transcript: '',
  }
  const planned = await w.act(
    (act) => addProgramme(act, { organizationId: office.civil.id, policyId, content }),
    office.clerk,
    monday,
  )
  expect(await publicProgramme(w.db, planned.id)).toBeNull()
  const released = await w.act((act) => releaseProgramme(act, planned), office.leader, monday)
  expect((await publicProgrammes(w.db, { after: null, limit: 20 })).map((one) => one.id)).toEqual([
    planned.id,
  ])
  const saved = await w.act(
    (act) =>
      saveProgramme(act, {
        ...released,
        policyId,
        content: {
          ...content,
          transcript: '主持人：开始。',
          startsAt: '2026-03-11T09:30:00+08:00',
        },
      }),
    office.leader,
    monday,
  )
  expect((await publicProgramme(w.db, planned.id))?.live?.transcript).toBe('')
  await expect(
    w.act((act) => releaseProgramme(act, saved), office.leader, monday),
  ).rejects.toMatchObject({ code: 'interpretation.ownText' })
  await w.act((act) => releaseProgramme(act, saved), office.sectionHead, monday)
  expect((await publicProgramme(w.db, planned.id))?.live?.transcript).toBe('主持人：开始。')
})

test('[M29] a notice counts by what it prints', () => {
  expect(essence('关于印发《青穗县临时救助办法（试行）》的通知')).toBe(
    '关于印发《青穗县临时救助办法',
  )
  const rule = {
    id: 1,
    validFrom: '2016-11-10',
    validUntil: null,
    policyClasses: [],
    kinds: ['办法'],
    titleEndings: ['办法'],
    organizationKinds: [],
    article: '',
  }
  const of = (title: string, kind = '通知', attribute = 'proactive') =>
    ruleFor({ title, kind, attribute, organizationKind: 'department' }, null, [rule])
  expect(of('关于印发《临时救助办法》的通知')).toBe(rule)
  expect(of('关于开展检查的通知')).toBeNull()
  expect(of('食品安全应急预案要点和投诉办法', '预案')).toBeNull()
  expect(of('《临时救助办法》', '解读')).toBeNull()
  expect(of('关于印发《临时救助办法》的通知', '通知', 'onRequest')).toBeNull()
})
