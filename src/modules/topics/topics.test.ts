import { expect, test } from 'vitest'
import { thePublic, withdrawDocument } from '#documents'
import { makeDocument, makeOffice, matterCodes, monday } from '../../../test/world/documents.ts'
import { world } from '../../../test/world/world.ts'
import {
  chooseDocument,
  chooseStage,
  createTopic,
  entriesOf,
  lifeOf,
  previewTopic,
  proposeStage,
  publishTopic,
  stageOf,
  topics,
} from './index.ts'

const w = await world()
const office = await makeOffice(w)
const keeper = office.disclosureOffice
const rule = {
  matterCodes: [],
  fieldCodes: [],
  organizationIds: [],
  keywords: ['乡村振兴'],
  from: null,
  until: null,
}
const topic = { title: '乡村振兴', slug: 'rural', lead: '', grouping: 'stage' as const, rule }

const shown = async (id: number) =>
  (await entriesOf(w.db, id, { section: null, after: null, limit: 50 }, thePublic)).map(
    ({ title, section }) => [title, section],
  )

test('[M17] a topic gathers by its rule, follows releases and withdrawals, and heeds picks and exclusions', async () => {
  const plan = await makeDocument(w, office, { title: '乡村振兴五年规划', kind: '规划' })
  const other = await makeDocument(w, office, { title: '临时救助标准的通知' })
  const seen = await w.act((act) => previewTopic(act, { rule }), keeper)
  expect([seen.count, seen.documents[0]?.title]).toEqual([1, '乡村振兴五年规划'])

  const made = await w.act((act) => createTopic(act, topic), keeper, monday)
  expect(await shown(made.id)).toEqual([['乡村振兴五年规划', 'decision']])
  const list = await makeDocument(w, office, {
    title: '帮扶项目名单',
    kind: '名单',
    keywords: ['乡村振兴'],
  })
  expect(await shown(made.id)).toContainEqual(['帮扶项目名单', 'result'])

  const choose = (documentId: number, verdict: 'picked' | 'excluded' | null, reason: string) =>
    w.act((act) => chooseDocument(act, { id: made.id, documentId, verdict, reason }), keeper)
  await expect(choose(other.documentId, 'picked', ' ')).rejects.toMatchObject({
    code: 'topics.reasonMissing',
  })
  await choose(other.documentId, 'picked', '与帮扶政策衔接')
  await choose(plan.documentId, 'excluded', '已有新规划')
  expect((await shown(made.id)).map(([title]) => title).sort()).toEqual(
    ['临时救助标准的通知', '帮扶项目名单'].sort(),
  )
  await choose(plan.documentId, null, '')
  expect(await shown(made.id)).toHaveLength(3)

  await w.act(
    (act) => withdrawDocument(act, { id: list.documentId, note: '有误', replacedById: null }),
    office.signer,
    monday,
  )
  expect(await shown(made.id)).toHaveLength(2)
})

test('[M17] a rule that says nothing, a taken address, an empty page and a stranger are refused', async () => {
  const create = (changed: object, by = keeper) =>
    w.act((act) => createTopic(act, { ...topic, ...changed }), by)
  await expect(create({ slug: 'none', rule: { ...rule, keywords: [] } })).rejects.toMatchObject({
    code: 'topics.ruleEmpty',
  })
  await expect(create({})).rejects.toMatchObject({ code: 'topics.slugTaken' })
  await expect(create({ slug: 'x' }, office.clerk)).rejects.toMatchObject({
    code: 'topics.notYours',
  })
  const { id } = await create({ slug: 'empty', rule: { ...rule, keywords: ['没有这样的词'] } })
  const open = w.act((act) => publishTopic(act, { id, open: true }), keeper)
  await expect(open).rejects.toMatchObject({ code: 'topics.nothingGathered' })
})

test('[M21] a stage is proposed with what says so', () => {
  const of = (kind: string, title: string, matters: string[] = []) => {
    const { stage, by, word } = proposeStage({ kind, title, matters })
    return [stage, by, word]
  }
  expect(of('规划', '五年规划')).toEqual(['decision', 'kind', '规划'])
  expect(of('通知', '办理', ['监督检查'])).toEqual(['management', 'matter', '监督检查'])
  expect(of('公告', '低保办事指南')).toEqual(['service', 'title', '办事指南'])
  expect(of('', '关于春耕')).toEqual(['execution', 'otherwise', ''])
})

test('[M21] a person sets another stage, and the matter is read through its life by it', async () => {
  const [, inspection = ''] = await matterCodes(w)
  const fields = { matterCodes: [inspection] }
  const check = await makeDocument(w, office, { ...fields, title: '救助资金检查', kind: '公告' })
  await makeDocument(w, office, { ...fields, title: '检查方案', kind: '方案' })
  const life = async () =>
    (await lifeOf(w.db, office.civil.code, inspection, thePublic)).map(({ title, section }) => [
      title,
      section,
    ])
  expect((await life()).sort()).toEqual(
    [
      ['救助资金检查', 'management'],
      ['检查方案', 'decision'],
    ].sort(),
  )
  const answer = await w.act(
    (act) =>
      chooseStage(act, { id: check.documentId, stage: 'result', reason: '公布的是检查结果' }),
    office.clerk,
  )
  expect(answer).toMatchObject({ stage: 'result', proposed: 'management', chosen: true })
  expect(await life()).toContainEqual(['救助资金检查', 'result'])
  await w.act(
    (act) => chooseStage(act, { id: check.documentId, stage: null, reason: '' }),
    office.clerk,
  )
  expect(await stageOf(w.db, office.clerk, check.documentId)).toMatchObject({
    stage: 'management',
    chosen: false,
  })
  await expect(
    w.act(
      (act) => chooseStage(act, { id: check.documentId, stage: 'result', reason: '' }),
      office.stranger,
    ),
  ).rejects.toMatchObject({ code: 'topics.notYours' })
  expect((await topics(w.db)).length).toBeGreaterThan(0)
})

test('[M17] a topic gathers whatever stands under the matters that its keeper chose', async () => {
  const [first = '', second = ''] = await matterCodes(w)
  const here = await makeDocument(w, office, { title: '某村道路硬化项目', matterCodes: [first] })
  await makeDocument(w, office, { title: '某村饮水项目', matterCodes: [second] })
  const only = { ...rule, keywords: [], matterCodes: [first] }
  const seen = await w.act((act) => previewTopic(act, { rule: only }), keeper)
  expect(seen.documents.map(({ documentId }) => documentId)).toContain(here.documentId)
  expect(seen.documents.map(({ title }) => title)).not.toContain('某村饮水项目')
})
