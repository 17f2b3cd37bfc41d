import { beforeAll, expect, test } from 'vitest'
import { entriesOf } from '#audit'
import type { EditionFields, EditionMark } from '#documents/contract'
import type { Actor } from '#platform/act'
import { makeStaff } from '../../../../test/world/accounts.ts'
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
import {
  contentChecks,
  createDraft,
  deskOf,
  mixedContent,
  overruleCheck,
  placeInstead,
  shownIn,
  submitEdition,
} from '../index.ts'

let w: World
let office: Office
let townClerk: Actor
let audits: string

const lines = [
  { field: '社会救助', level1: '综合业务', level2: '政策法规文件' },
  { field: '社会救助', level1: '最低生活保障', level2: '审核信息' },
  { field: '义务教育', level1: '招生管理', level2: '招生范围' },
  { field: '义务教育', level1: '招生管理', level2: '招生计划' },
  { field: '户籍管理', level1: '居民身份证管理', level2: '居民身份证补领' },
  { field: '涉农补贴', level1: '农业生产发展资金', level2: '农机购置补贴' },
  { field: '城乡规划', level1: '规划许可', level2: '建设工程规划许可证' },
  { field: '财政预决算', level1: '财政预决算', level2: '部门预算' },
  { field: '养老服务', level1: '养老服务业务办理', level2: '养老机构备案' },
  { field: '医疗卫生', level1: '行政许可类事项', level2: '医师执业注册' },
] as const

beforeAll(async () => {
  w = await world()
  office = await makeOffice(w, lines)
  townClerk = (await makeStaff(w, { organizationId: office.town.id, roles: ['clerk'] })).actor
  audits = (await codeOf('审核信息')) ?? ''
})

const codeOf = async (level2: string): Promise<string> => {
  const rows = await w.db
    .selectFrom('documents.site_column')
    .select(['matter_code', 'name'])
    .where('matter_code', 'is not', null)
    .execute()
  return rows.find((row) => row.name.includes(level2))?.matter_code ?? ''
}

const submit = ({ editionId: id, version }: EditionMark, by = office.clerk) =>
  w.act((act) => submitEdition(act, { id, version }), by, monday)
const checks = ({ editionId: id }: EditionMark, by = office.clerk) =>
  contentChecks(w.db, by, { id })

const news = {
  title: '县民政局局长一行到青石镇调研低保工作',
  html: '<p>3月1日上午，局长一行深入青石镇实地察看，强调要提高站位，狠抓落实，受到干部群众一致好评。</p>',
  documentNumber: '',
}

test('[M46] work news goes no further than the desk, and says by which words and where to instead', async () => {
  const draft = await makeDraft(w, office, { ...news, matterCodes: [audits] })
  const refused = await submit(draft).catch((error: unknown) => error)
  expect(refused).toMatchObject({
    code: 'documents.notReady',
    issues: [{ field: 'matterCodes', code: 'newsInColumn' }],
  })
  const { fits, mayOverrule } = await checks(draft)
  expect(fits[0]).toMatchObject({ verdict: 'workNews', overruled: null })
  expect(fits[0]?.because.map(({ term }) => term).join()).toContain('调研')
  expect(mayOverrule).toBe(false)
  // It was not half sent: still a draft.
  const desk = await deskOf(w.db, office.clerk, { documentId: draft.documentId }, '2026-03-02')
  expect([desk.edition.state, desk.edition.round]).toEqual(['draft', 0])
})

test('[M46] a reviewer may let it pass with a reason that is kept, chained and shown; its author may not', async () => {
  const draft = await makeDraft(w, office, { ...news, matterCodes: [audits] })
  const pass = (by: Actor, reason = '该次调研即本事项要求公开的监督检查情况') =>
    w.act(
      (act) =>
        overruleCheck(act, { id: draft.editionId, verdict: 'workNews', about: audits, reason }),
      by,
      monday,
    )
  await expect(pass(office.clerk)).rejects.toMatchObject({ code: 'documents.notYours' })
  await expect(pass(office.stranger)).rejects.toMatchObject({ code: 'documents.notYours' })
  await pass(office.sectionHead)
  const { fits } = await checks(draft)
  expect(fits[0]?.overruled?.reason).toContain('监督检查')
  const { entries } = await entriesOf(w.db, { subject: `document/${draft.documentId}` })
  expect(entries[0]).toMatchObject({ kind: 'documents.checkOverruled' })
  expect((await submit(draft)).state).toBe('inReview')
})

test('[M46] whoever wrote a text does not let it pass, also as section head', async () => {
  const both = await makeStaff(w, {
    organizationId: office.civil.id,
    roles: ['clerk', 'sectionHead'],
  })
  const draft = await makeDraft(w, office, { ...news, matterCodes: [audits] }, { by: both.actor })
  const own = w.act(
    (act) =>
      overruleCheck(act, {
        id: draft.editionId,
        verdict: 'workNews',
        about: audits,
        reason: '我认为可以放入',
      }),
    both.actor,
  )
  await expect(own).rejects.toMatchObject({ code: 'documents.ownText' })
  const nothing = await makeDraft(w, office)
  const idle = w.act(
    (act) =>
      overruleCheck(act, {
        id: nothing.editionId,
        verdict: 'copy',
        about: 'document/1',
        reason: '预先放行一件',
      }),
    office.sectionHead,
  )
  await expect(idle).rejects.toMatchObject({ code: 'documents.nothingToOverrule' })
})

test('[M46] what stays inside is nobody’s column', async () => {
  const draft = await makeDraft(w, office, {
    ...news,
    matterCodes: [audits],
    attribute: 'notDisclosed',
    attributeGround: 'internalAffairs',
    attributeReason: '内部工作信息，不对外公开',
  })
  expect((await submit(draft)).state).toBe('inReview')
})

test('[M142] a live document under the wrong matter is found by the sweep, with where it belongs', async () => {
  const title = '2026年义务教育招生管理：公办小学招生范围、招生计划'
  const html = '<p>实验小学招生范围东至人民路，招生计划六个班；沿江小学招生范围如下。</p>'
  const draft = await makeDraft(w, office, {
    title,
    html,
    documentNumber: '',
    matterCodes: [audits],
  })
  await expect(submit(draft)).rejects.toMatchObject({
    issues: [{ code: 'otherMatter', params: { other: expect.stringContaining('招生') } }],
  })
  // It slipped through before there was a check: put before the public by hand.
  await w.act(
    (act) =>
      overruleCheck(act, {
        id: draft.editionId,
        verdict: 'misfit',
        about: audits,
        reason: '测试时先行放行',
      }),
    office.sectionHead,
  )
  await publish(w, office, draft)
  expect((await mixedContent(w.db, office.clerk, {})).items).toEqual([])
  await w.db.deleteFrom('documents.overruling').execute()
  const { items, read } = await mixedContent(w.db, office.clerk, {})
  expect(items).toMatchObject([{ title, verdict: 'misfit', instead: { fieldName: '义务教育' } }])
  expect(read).toBeGreaterThan(0)
  const elsewhere = mixedContent(w.db, office.stranger, { organizationId: office.civil.id })
  await expect(elsewhere).rejects.toMatchObject({ code: 'documents.notYours' })
})

const rules = `<p>${[
  '临时救助是国家对遭遇急难的家庭给予的应急性、过渡性救助，申请前请先阅读下列说明。',
  '因火灾、交通事故等意外事件，家庭成员突发重大疾病等原因，导致基本生活暂时出现严重困难的家庭，可以申请临时救助。',
  '申请人向户籍所在地乡镇人民政府提交书面申请，乡镇人民政府应当在十个工作日内完成调查核实，并在村（社区）公示七日。',
  '救助标准按照困难类型和程度确定，一次性救助金额一般不超过六千元，情况特别困难的可以适当提高。',
  '各乡镇应当建立救助台账，做到一户一档，资金发放情况定期公开，接受社会监督。',
].join('</p><p>')}</p>`

const townDraft = async (fields: Partial<EditionFields>) => {
  const [first = ''] = await matterCodes(w)
  return w.act(
    (act) =>
      createDraft(act, {
        organizationId: office.town.id,
        fields: {
          title: '青石镇临时救助申请须知',
          html: rules,
          kind: '须知',
          writtenOn: '2026-03-04',
          formedOn: '2026-03-04',
          matterCodes: [first],
          ...fields,
        },
      }),
    townClerk,
    monday,
  )
}

test('[M14] a town’s copy of a county text is stopped and becomes a placement of the one record', async () => {
  const title = '临时救助申请须知'
  const county = await makeDocument(w, office, {
    title,
    html: rules,
    documentNumber: '青民发〔2026〕41号',
  })
  const copy = await townDraft({ html: rules.replace('一户一档', '一户一档、专人管理') })
  const { likenesses, mayPlace } = await checks(copy, townClerk)
  expect(likenesses[0]).toMatchObject({
    documentId: county.documentId,
    kind: 'copy',
    stops: true,
    organization: { id: office.civil.id },
  })
  expect(mayPlace).toBe(true)
  await expect(submit(copy, townClerk)).rejects.toMatchObject({
    issues: [{ code: 'copyOfOther', params: { title } }],
  })

  await w.act(
    (act) => placeInstead(act, { id: copy.editionId, documentId: county.documentId }),
    townClerk,
    monday,
  )
  const desk = await deskOf(w.db, townClerk, { documentId: copy.documentId }, '2026-03-02')
  expect(desk.edition.state).toBe('abandoned')
  const places = await shownIn(w.db, office.clerk, { id: county.documentId })
  expect(places.map(({ organization, byReference }) => [organization.id, byReference])).toEqual([
    [office.civil.id, false],
    [office.town.id, true],
  ])
})

test('[M14] a justified copy passes with a reviewer’s reason', async () => {
  const head = await makeStaff(w, { organizationId: office.town.id, roles: ['sectionHead'] })
  const copy = await townDraft({})
  const { likenesses } = await checks(copy, townClerk)
  const about = `document/${likenesses[0]?.documentId}`
  await w.act(
    (act) =>
      overruleCheck(act, {
        id: copy.editionId,
        verdict: 'copy',
        about,
        reason: '镇级另有补充规定，需单独行文',
      }),
    head.actor,
    monday,
  )
  expect((await submit(copy, townClerk)).state).toBe('inReview')
})

test('[M14] a draft or a withdrawn document is nobody’s source, and a unit’s own series stops nothing', async () => {
  const sentence =
    '集中供养机构的床位、护理等级、收费和探视时间由供养机构在入口处公布，变动时三日内更新。'
  const html = `<p>${sentence}</p><p>入住须经评估，评估人员名单、评估标准、申诉办法另页公布，家属可以到场。</p><p>护理等级分为自理、半护理、全护理三档，每年复评一次，费用按月结算，多退少补，票据自取。</p>`
  await makeDraft(w, office, { title: '未公开的须知', html })
  const before = await townDraft({ title: '青石镇特困供养须知', html })
  expect((await checks(before, townClerk)).likenesses.filter((one) => one.stops)).toEqual([])
  const own = await makeDraft(w, office, {
    title: '临时救助申请须知（再次公开）',
    html: rules,
    documentNumber: '',
  })
  const { likenesses } = await checks(own)
  expect(likenesses.length).toBeGreaterThan(0)
  expect(likenesses.filter((one) => one.stops)).toEqual([])
  expect((await approveAll(w, office, own)).state).toBe('approved')
})
