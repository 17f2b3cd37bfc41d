import { beforeAll, expect, test } from 'vitest'
import {
  releaseUrgently,
  saveDraft,
  startCorrection,
  submitEdition,
  thePublic,
  withdrawDocument,
} from '#documents'
import { dateAt, startOfDay } from '#platform/civil-date'
import {
  approveAll,
  makeDocument,
  makeDraft,
  makeOffice,
  monday,
  noSecrets,
  type Office,
  publish,
} from '../../../test/world/documents.ts'
import { excuse, makePolicy, makePolicyDraft } from '../../../test/world/policies.ts'
import { type World, world } from '../../../test/world/world.ts'
import {
  citedBy,
  decideItems,
  draftResult,
  importText,
  keepParticulars,
  libraryFacets,
  listPolicies,
  officialMarkOf,
  openRound,
  particularsOf,
  recordEnd,
  roundOf,
  setTerm,
  signRound,
  turnValidity,
  validityOf,
} from './index.ts'

let w: World
let office: Office
beforeAll(async () => {
  w = await world()
  office = await makeOffice(w)
})

const legality = {
  reviewedOn: '2026-02-20',
  reviewer: '县司法局',
  number: '青司审〔2026〕1号',
  opinion: '合法',
}

const draftPolicy = (number: string, text: string) => makePolicyDraft(w, office, number, text)
const release = (number: string, text: string) => makePolicy(w, office, number, text)
const validity = async (id: number, on = '2026-03-02') => (await validityOf(w.db, [id], on)).get(id)

test('[M31] a released policy reads its days from its text, and the clock turns it once they pass', async () => {
  const { documentId: id } = await release(
    '青政规〔2021〕5号',
    '自2021年5月1日起施行，有效期五年。',
  )
  expect(await validity(id)).toMatchObject({
    class: 'normative',
    validity: 'inForce',
    effectiveOn: '2021-05-01',
    expiresOn: '2026-04-30',
  })
  expect(await validity(id, '2026-05-01')).toMatchObject({
    validity: 'expired',
    since: '2026-05-01',
  })
  const kept = (on = '2026-05-01') =>
    listPolicies(w.db, { validity: 'expired', limit: 10 }, thePublic, on)
  expect((await kept('2026-04-30')).items).toEqual([])
  const day = (on: string) => w.act((act) => turnValidity(act), undefined, startOfDay(on))
  expect(await day('2026-04-30')).toEqual({ turned: 0 })
  expect(await day('2026-05-01')).toEqual({ turned: 1 })
  expect(await day('2026-05-01')).toEqual({ turned: 0 })
  expect((await kept()).items.map(({ documentId }) => documentId)).toEqual([id])
})

test('[M31] ten seconds past midnight the library chooses, shows and counts what has ended as ended', async () => {
  const { documentId: id } = await release(
    '青政规〔2022〕6号',
    '自2022年6月1日起施行，有效期四年。',
  )
  const atMidnight = dateAt(new Date('2026-06-01T00:00:10+08:00'))
  const chosen = async (validity: 'inForce' | 'expired', on: string) =>
    (await listPolicies(w.db, { validity, limit: 100 }, thePublic, on)).items.filter(
      ({ documentId }) => documentId === id,
    )
  const counted = async (on: string) => {
    const facets = await libraryFacets(w.db, on)
    const ofYear = facets.filter(({ year }) => year === 2022)
    return ['inForce', 'expired'].map((state) =>
      ofYear.reduce((sum, one) => sum + (one.validity === state ? one.count : 0), 0),
    )
  }
  expect(await validity(id, '2026-05-31')).toMatchObject({
    validity: 'inForce',
    expiresOn: '2026-05-31',
  })
  expect(await chosen('inForce', '2026-05-31')).toHaveLength(1)
  expect(await counted('2026-05-31')).toEqual([1, 0])
  // Nobody has turned it yet: the worker does at one minute past.
  expect(await chosen('inForce', atMidnight)).toEqual([])
  expect(await chosen('expired', atMidnight)).toMatchObject([{ validity: 'expired' }])
  expect(await counted(atMidnight)).toEqual([0, 1])
  await w.act((act) => turnValidity(act), undefined, startOfDay('2026-06-01'))
  expect(await chosen('expired', atMidnight)).toHaveLength(1)
  expect(await counted(atMidnight)).toEqual([0, 1])
})

test('[M31] what repeals an older policy does so on its release, not before, and stays said when its page goes', async () => {
  const old = await release('青政规〔2020〕7号', '自2020年6月1日起施行。')
  const other = await makeDocument(w, office, {
    title: '关于落实救助政策的方案',
    kind: '方案',
    documentNumber: '青民发〔2021〕9号',
    html: '<p>根据青政规〔2020〕7号，制定本方案。</p>',
  })
  const next = await draftPolicy(
    '青政规〔2026〕2号',
    '青政规〔2020〕7号同时废止。自2026年3月2日起施行。',
  )
  const seen = await particularsOf(w.db, office.clerk, next.documentId)
  expect(seen.suggestedEffects).toMatchObject([{ kind: 'repeals', target: { id: old.documentId } }])
  const acts = [{ targetId: old.documentId, kind: 'repeals' as const, scope: '', onDay: null }]
  await w.act((act) => keepParticulars(act, { id: next.documentId, acts }), office.clerk, monday)
  expect(await validity(old.documentId)).toMatchObject({ validity: 'inForce' })
  expect((await citedBy(w.db, other.documentId, '2026-03-02')).ended).toEqual([])

  await publish(w, office, next)
  expect(await validity(old.documentId)).toMatchObject({
    validity: 'repealed',
    since: '2026-03-02',
    by: { id: next.documentId },
  })
  expect((await citedBy(w.db, other.documentId, '2026-03-02')).ended).toMatchObject([
    { id: old.documentId, validity: 'repealed' },
  ])
  // The repealing text names it because it must.
  expect((await citedBy(w.db, next.documentId, '2026-03-02')).ended).toEqual([])

  const gone = { id: next.documentId, note: '页面调整', replacedById: null }
  await w.act((act) => withdrawDocument(act, gone), office.signer, monday)
  expect(await validity(old.documentId)).toMatchObject({ validity: 'repealed', by: null })
})

test('[M31] a normative document is not sent up without its legality review', async () => {
  const draft = await makeDraft(w, office, { documentNumber: '青民规〔2026〕4号' })
  const submit = () =>
    w.act(
      (act) => submitEdition(act, { id: draft.editionId, version: draft.version }),
      office.clerk,
      monday,
    )
  await expect(submit()).rejects.toMatchObject({ code: 'policies.legalityMissing' })
  await w.act(
    (act) => keepParticulars(act, { id: draft.documentId, legality }),
    office.clerk,
    monday,
  )
  await excuse(w, office, draft.documentId)
  await expect(submit()).resolves.toMatchObject({ state: 'inReview' })
})

test('[M31] [M38] haste lifts no legality review', async () => {
  const draft = await makeDraft(w, office, { documentNumber: '青民规〔2026〕5号' })
  await excuse(w, office, draft.documentId)
  const release = () =>
    w.act(
      (act) =>
        releaseUrgently(act, {
          ...{ id: draft.editionId, version: draft.version, secrecy: noSecrets },
          reason: '汛情紧急，来不及逐级审核',
          reviewerId: office.leader.id ?? 0,
        }),
      office.signer,
      monday,
    )
  await expect(release()).rejects.toMatchObject({ code: 'policies.legalityMissing' })
  await w.act(
    (act) => keepParticulars(act, { id: draft.documentId, legality }),
    office.clerk,
    monday,
  )
  await expect(release()).resolves.toMatchObject({ state: 'published' })
})

test('[M31] the rule of the place ends a normative document whose text is silent', async () => {
  await w.act(
    (act) =>
      setTerm(act, {
        fromOn: '2020-01-01',
        years: 5,
        trialYears: 2,
        article: '《某省行政规范性文件管理办法》第二十条',
      }),
    office.disclosureOffice,
  )
  const { documentId: id } = await release('青政规〔2026〕11号', '现将有关事项通知如下。')
  expect(await validity(id)).toMatchObject({ effectiveOn: '2026-03-02', expiresOn: '2031-03-01' })
})

test('[M31] lets a clerk date a draft and nobody but a keeper date what is released', async () => {
  const { documentId: id } = await release('青政规〔2026〕12号', '自2026年3月2日起施行。')
  const keep = (by: Office['clerk'], expiresOn: string) =>
    w.act((act) => keepParticulars(act, { id, expiresOn }), by, monday)
  await expect(keep(office.clerk, '2027-01-01')).rejects.toMatchObject({
    code: 'policies.notYours',
  })
  await expect(keep(office.stranger, '2027-01-01')).rejects.toMatchObject({
    code: 'policies.notYours',
  })
  await expect(keep(office.sectionHead, '2025-01-01')).rejects.toMatchObject({
    code: 'policies.datesReversed',
  })
  await keep(office.sectionHead, '2027-01-01')
  expect(await validity(id, '2027-01-02')).toMatchObject({ validity: 'expired' })
  await w.act(
    (act) =>
      recordEnd(act, {
        id,
        kind: 'repeals',
        onDay: '2026-02-01',
        actingText: '青委发〔2026〕3号',
        scope: '',
      }),
    office.sectionHead,
    monday,
  )
  expect(await validity(id)).toMatchObject({ validity: 'repealed', byText: '青委发〔2026〕3号' })
})

test('[M31] pages through the library by class, year, validity and words without gap or repeat', async () => {
  const all = await listPolicies(w.db, { limit: 100 })
  expect(all.items.length).toBeGreaterThan(4)
  const paged: number[] = []
  let after: string | undefined
  do {
    const slice = await listPolicies(w.db, { limit: 2, after })
    paged.push(...slice.items.map(({ documentId }) => documentId))
    after = slice.next ?? undefined
  } while (after)
  expect(paged).toEqual(all.items.map(({ documentId }) => documentId))
  const only = await listPolicies(w.db, {
    class: 'normative',
    year: 2026,
    q: '临时救助 〔2026〕12',
    limit: 10,
  })
  expect(only.items.map(({ documentNumber }) => documentNumber)).toEqual(['青政规〔2026〕12号'])
  const draft = await draftPolicy('青政规〔2026〕13号', '自印发之日起施行。')
  expect((await listPolicies(w.db, { q: '〔2026〕13', limit: 10 })).items).toEqual([])
  await approveAll(w, office, draft)
  expect((await listPolicies(w.db, { q: '〔2026〕13', limit: 10 })).items).toEqual([])
})

test('[M31] a clean-up round owes every decision, is signed by another hand, and ends what it repeals on release', async () => {
  const [a, b] = [
    await release('青政规〔2010〕1号', '自2010年1月1日起施行。'),
    await release('青政规〔2012〕1号', '自2012年1月1日起施行。'),
  ]
  const head = <T>(work: Parameters<typeof w.act<T>>[0]) => w.act(work, office.sectionHead, monday)
  const asked = {
    organizationId: office.civil.id,
    title: '2026年行政规范性文件清理',
    ground: '省政府办公厅部署',
    dueOn: '2026-06-30',
  }
  await expect(
    head((act) => openRound(act, { ...asked, fromYear: 1990, toYear: 1999 })),
  ).rejects.toMatchObject({ code: 'policies.roundEmpty' })
  const round = await head((act) => openRound(act, { ...asked, fromYear: 2000, toYear: 2015 }))
  expect(round).toMatchObject({ documents: 2, owed: 2, state: 'open' })
  const decide = (documentIds: number[], decision: 'keep' | 'repeal', reason = '') =>
    head((act) => decideItems(act, { id: round.id, documentIds, decision, reason }))
  await decide([a.documentId], 'keep')
  await expect(decide([b.documentId], 'repeal')).rejects.toMatchObject({
    code: 'policies.reasonMissing',
  })
  const sign = (by: Office['clerk']) => w.act((act) => signRound(act, { id: round.id }), by, monday)
  await expect(sign(office.leader)).rejects.toMatchObject({ code: 'policies.decisionsOwed' })
  await decide([b.documentId], 'repeal', '与上位法不一致')
  await sign(office.leader)
  await expect(decide([a.documentId], 'keep')).rejects.toMatchObject({
    code: 'policies.roundClosed',
  })
  const { resultDocumentId } = await w.act(
    (act) => draftResult(act, { id: round.id }),
    office.clerk,
    monday,
  )
  expect(await validity(b.documentId)).toMatchObject({ validity: 'inForce' })

  const [matter = ''] = await w.db
    .selectFrom('documents.site_column')
    .select('matter_code')
    .where('matter_code', 'is not', null)
    .execute()
    .then((rows) => rows.map((row) => row.matter_code ?? ''))
  const edition = await w.db
    .selectFrom('documents.edition')
    .select(['id', 'version', 'html'])
    .where('document_id', '=', resultDocumentId)
    .executeTakeFirstOrThrow()
  expect(edition.html).toContain('与上位法不一致')
  const saved = await w.act(
    (act) =>
      saveDraft(act, {
        id: edition.id,
        version: edition.version,
        fields: { matterCodes: [matter] },
      }),
    office.clerk,
    monday,
  )
  await publish(w, office, saved)
  expect(await validity(b.documentId)).toMatchObject({
    validity: 'repealed',
    by: { id: resultDocumentId },
  })
  expect(await validity(a.documentId)).toMatchObject({ validity: 'inForce' })
  expect((await roundOf(w.db, office.leader, round.id)).round.state).toBe('published')
  await expect(roundOf(w.db, office.stranger, round.id)).rejects.toMatchObject({
    code: 'policies.notFound',
  })
})

test('[M32] compares a regulation with the official version article by article and again after a correction', async () => {
  const html =
    '<p>第一章　总则</p><p>第一条　为了规范地名管理，制定本办法。</p><p>第二条　本办法适用于本县。</p><p>第三条　县民政局负责地名管理。</p>'
  const number = '青穗县人民政府令第3号'
  const fields3 = { title: '青穗县地名管理办法', kind: '令', html }
  const ours = await makePolicy(w, office, number, '', fields3)
  const official =
    '第一条 为了规范地名管理，制定本办法。\n第二条 本办法适用于本县行政区域。\n第三条 县民政局负责地名管理。\n第四条 本办法自公布之日起施行。'
  const take = (text: string, by = office.clerk) =>
    w.act(
      (act) =>
        importText(act, {
          id: ours.documentId,
          text,
          source: '国家规章库',
          sourceAddress: '',
          versionOn: null,
        }),
      by,
      monday,
    )
  await expect(take('没有条文的文字，只有一段话而已，不能核对。')).rejects.toMatchObject({
    code: 'policies.noArticles',
  })
  await expect(take(official, office.stranger)).rejects.toMatchObject({ code: 'policies.notYours' })
  const check = await take(official)
  expect(check).toMatchObject({ same: false, differing: 2 })
  expect(check.articles.map(({ label, kind }) => [label, kind])).toEqual([
    ['第二条', 'changed'],
    ['第四条', 'missing'],
  ])
  expect(
    check.articles[0]?.parts.filter(({ kind }) => kind === 'added').map(({ text }) => text),
  ).toEqual(['行政区域'])
  expect(await officialMarkOf(w.db, ours.documentId)).toMatchObject({ same: false })

  const opened = await w.act(
    (act) => startCorrection(act, { id: ours.documentId }),
    office.clerk,
    monday,
  )
  const fields = {
    html: official
      .split('\n')
      .map((line) => `<p>${line}</p>`)
      .join(''),
    correctionNote: '按国家规章库文本更正。',
  }
  const saved = await w.act(
    (act) => saveDraft(act, { id: opened.editionId, version: opened.version, fields }),
    office.clerk,
    monday,
  )
  await publish(w, office, saved)
  expect(await officialMarkOf(w.db, ours.documentId)).toEqual({
    source: '国家规章库',
    sourceAddress: '',
    same: true,
    checkedOn: '2026-03-02',
  })
})

test('[M29] a text for issue without a ground for its attribute comes back', async () => {
  const draft = await makeDraft(w, office, { attribute: 'notDisclosed' })
  const submit = w.act(
    (act) => submitEdition(act, { id: draft.editionId, version: draft.version }),
    office.clerk,
    monday,
  )
  await expect(submit).rejects.toMatchObject({ code: 'documents.notReady' })
})
