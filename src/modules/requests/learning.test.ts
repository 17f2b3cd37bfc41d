import { expect, test } from 'vitest'
import { calendarOf, statutoryYears } from '#calendar'
import { makeStaff } from '../../../test/world/accounts.ts'
import { makeCounty } from '../../../test/world/organizations.ts'
import { makeRequest } from '../../../test/world/requests.ts'
import { world } from '../../../test/world/world.ts'
import { groupTitles } from './analysis/like-groups.ts'
import { datesOf } from './dockets/periods.ts'
import { shareOf, signatureOf } from './frequency/signature.ts'
import {
  analysisOf,
  annualOutcomes,
  approveFee,
  askReasons,
  assessFee,
  callPanel,
  caseOf,
  casesOf,
  concludePanel,
  decideDocket,
  decideProposal,
  docketList,
  feeOfRequest,
  giveOpinion,
  judgeReasons,
  linkRepeat,
  mergeRequest,
  noticeFee,
  openDocket,
  panelsOfCase,
  payFee,
  progressOf,
  proposalList,
  proposeDisclosure,
  proposeFee,
  recordEvent,
  resemblanceOf,
  sortSubjects,
  splitRequest,
  turnRequests,
  unsplitRequest,
} from './index.ts'

const at = (day: string) => new Date(`${day}T10:00:00+08:00`)
const key = Buffer.alloc(32, 7)

const office = async () => {
  const w = await world()
  const county = await makeCounty(w)
  const organizationId = county.government.id
  const keeper = await makeStaff(w, { organizationId, roles: ['disclosureOffice'] })
  const second = await makeStaff(w, { organizationId, roles: ['leader'] })
  /** One that came by signed post, so that it counts from that day. */
  const posted = async (day: string, wanted: string, person: object = {}) =>
    (
      await makeRequest(w, {
        organizationId,
        door: 'post',
        submittedOn: day,
        at: at(day),
        asked: { wanted },
        requester: person,
      })
    ).requestId
  const version = async (id: number, day: string) =>
    (await caseOf(w.db, keeper.actor, id, day)).request.version
  return { w, county, organizationId, keeper: keeper.actor, second: second.actor, posted, version }
}

const other = { name: '孙立夏', identityNumber: '430528199002020004' }

test('[M74] the same wish in other words is alike, another wish from the same form is not', () => {
  const of = (text: string) => signatureOf(text, key).minima
  const share = (a: string, b: string) => shareOf(of(a), of(b))
  const roads = '申请公开2025年澄岚镇农村公路养护资金的分配明细'
  expect(share(roads, '请提供澄岚镇2025年农村公路养护资金分配的明细')).toBeGreaterThan(0.6)
  expect(share(roads, '申请公开2025年澄岚镇农村低保对象的认定明细')).toBeLessThan(0.4)
  expect(share(roads, '请求公开县城老旧小区改造的招标文件')).toBeLessThan(0.1)
  expect(signatureOf(roads, Buffer.alloc(32, 8)).bands).not.toEqual(signatureOf(roads, key).bands)
})

test('[M74] finds an asker’s repeat and others’ like requests without opening anything', async () => {
  const { w, keeper, posted } = await office()
  const wanted = '2025年澄岚镇农村公路养护资金的分配明细'
  const first = await posted('2026-03-02', wanted)
  await posted('2026-03-03', `申请公开${wanted}。`, other)
  await posted('2026-03-03', '县城供水价格的听证记录', other)
  const again = await posted('2026-03-10', `请提供${wanted}`)
  const seen = await resemblanceOf(w.db, keeper, again)
  expect(seen.repeats.map(({ id }) => id)).toEqual([first])
  expect(seen.repeats[0]?.percent).toBeGreaterThanOrEqual(seen.repeatShare)
  expect(seen.othersOpen).toHaveLength(1)
  expect(seen).toMatchObject({ frequent: false, counts: { month: 2, year: 2 } })
})

test('[M74] a repeat is tied to the answered request of the same asker, and to no other', async () => {
  const { w, keeper, posted, version } = await office()
  const first = await posted('2026-03-02', '农村公路养护资金分配明细')
  const foreign = await posted('2026-03-02', '农村公路养护资金分配明细', other)
  const again = await posted('2026-03-20', '农村公路养护资金分配明细')
  const link = async (earlierId: number) =>
    w.act(
      async (act) =>
        linkRepeat(act, { id: again, version: await version(again, '2026-03-23'), earlierId }),
      keeper,
      at('2026-03-23'),
    )
  await expect(link(first)).rejects.toMatchObject({ code: 'requests.earlierUnanswered' })
  await expect(link(foreign)).rejects.toMatchObject({ code: 'requests.otherRequester' })
  await expect(link(again)).rejects.toMatchObject({ code: 'requests.sameRequest' })
  await w.act(
    (act) => recordEvent(act, { id: first, type: 'replied', on: '2026-03-16' }),
    keeper,
    at('2026-03-16'),
  )
  await link(first)
  expect((await caseOf(w.db, keeper, again, '2026-03-23')).request).toMatchObject({
    repeatOfId: first,
    resultCode: 'not_handled/repeat',
  })
})

test('[M74] one matter, one request: parts with own numbers, codes and the whole’s clock; and back', async () => {
  const { w, keeper, posted, version } = await office()
  const id = await posted('2026-03-02', '一、养护资金明细；二、低保名单')
  const split = async (day: string) =>
    w.act(
      async (act) =>
        splitRequest(
          act,
          { id, version: await version(id, day), parts: ['养护资金明细', '低保名单'] },
          w.house.secret,
        ),
      keeper,
      at(day),
    )
  const { parts } = await split('2026-03-04')
  expect(new Set(parts.map(({ number }) => number)).size).toBe(2)
  for (const part of parts) {
    const seen = await progressOf(w.db, part, '2026-03-04', w.house.secret)
    expect(seen.request).toMatchObject({
      receivedOn: '2026-03-02',
      dueOn: '2026-03-30',
      parentId: id,
    })
  }
  const event = (target: number) =>
    w.act(
      (act) => recordEvent(act, { id: target, type: 'extended', on: '2026-03-05' }),
      keeper,
      at('2026-03-05'),
    )
  await expect(event(id)).rejects.toMatchObject({ code: 'requests.isSplit' })
  await expect(split('2026-03-05')).rejects.toMatchObject({ code: 'requests.splitAlready' })
  const back = async () =>
    w.act(
      async (act) => unsplitRequest(act, { id, version: await version(id, '2026-03-05') }),
      keeper,
      at('2026-03-05'),
    )
  await back()
  expect((await caseOf(w.db, keeper, id, '2026-03-05')).request).toMatchObject({
    dueOn: '2026-03-30',
    stage: 'registered',
  })
  const again = await split('2026-03-05')
  await event(again.parts[0]?.requestId ?? 0)
  await expect(back()).rejects.toMatchObject({ code: 'requests.partMoved' })
})

test('[M74] an answered request is not split, and a request is merged only with its own asker’s', async () => {
  const { w, keeper, posted, version } = await office()
  const one = await posted('2026-03-02', '养护资金明细')
  const two = await posted('2026-03-03', '养护资金明细')
  const foreign = await posted('2026-03-03', '养护资金明细', other)
  const merge = async (intoId: number) =>
    w.act(
      async (act) =>
        mergeRequest(act, { id: two, version: await version(two, '2026-03-04'), intoId }),
      keeper,
      at('2026-03-04'),
    )
  await expect(merge(foreign)).rejects.toMatchObject({ code: 'requests.otherRequester' })
  await merge(one)
  await expect(merge(one)).rejects.toMatchObject({ code: 'requests.isMerged' })
  await w.act(
    (act) => recordEvent(act, { id: one, type: 'replied', on: '2026-03-05' }),
    keeper,
    at('2026-03-05'),
  )
  const late = w.act(
    async (act) =>
      splitRequest(
        act,
        { id: one, version: await version(one, '2026-03-06'), parts: ['甲', '乙'] },
        w.house.secret,
      ),
    keeper,
    at('2026-03-06'),
  )
  await expect(late).rejects.toMatchObject({ code: 'requests.splitAnswered' })
})

/** Twelve items of one asker in March 2026: the eleventh and twelfth cost. */
const frequent = async () => {
  const o = await office()
  const ids: number[] = []
  for (let n = 1; n <= 12; n++) ids.push(await o.posted('2026-03-02', `第${n}号地块的出让合同`))
  const step = async <T>(
    id: number,
    day: string,
    by: typeof o.keeper,
    work: (
      act: Parameters<Parameters<typeof o.w.act>[0]>[0],
      mark: { id: number; version: number },
    ) => Promise<T>,
  ) => o.w.act(async (act) => work(act, { id, version: await o.version(id, day) }), by, at(day))
  const last = ids[11] ?? 0
  return { ...o, ids, last, step }
}

test('[M68] counts an asker’s month, by item or by page, never both; nothing is due for the first ten', async () => {
  const { w, keeper, ids, last, step } = await frequent()
  await step(last, '2026-03-03', keeper, (act, mark) =>
    assessFee(act, { ...mark, method: 'items', pages: null }),
  )
  const byItem = await feeOfRequest(w.db, keeper, last, '2026-03-03')
  expect(byItem.assessment).toMatchObject({ itemOrdinal: 12, amountFen: 100_00, month: '2026-03' })
  expect(byItem.assessment?.bands).toEqual([
    { from: 11, to: 30, rate: 100, count: 1, amountYuan: 100 },
  ])
  expect(byItem.month).toHaveLength(12)
  await step(last, '2026-03-03', keeper, (act, mark) =>
    assessFee(act, { ...mark, method: 'pages', pages: 60 }),
  )
  const byPage = (await feeOfRequest(w.db, keeper, last, '2026-03-03')).assessment
  expect(byPage).toMatchObject({ method: 'pages', pages: 60, amountFen: 300_00 })
  const first = ids[0] ?? 0
  await step(first, '2026-03-03', keeper, (act, mark) =>
    assessFee(act, { ...mark, method: 'items', pages: null }),
  )
  await expect(
    step(first, '2026-03-03', keeper, (act, mark) =>
      proposeFee(act, { ...mark, charges: true, reason: '数量多' }),
    ),
  ).rejects.toMatchObject({ code: 'requests.feeNothing' })
})

const approved = async () => {
  const o = await frequent()
  const { last, keeper, second, step } = o
  await step(last, '2026-03-03', keeper, (act, mark) =>
    assessFee(act, { ...mark, method: 'items', pages: null }),
  )
  await step(last, '2026-03-03', keeper, (act, mark) =>
    proposeFee(act, { ...mark, charges: true, reason: '本月第12件' }),
  )
  await expect(
    step(last, '2026-03-03', keeper, (act, mark) => approveFee(act, { ...mark, approves: true })),
  ).rejects.toMatchObject({ code: 'requests.feeOwnProposal' })
  await step(last, '2026-03-04', second, (act, mark) =>
    approveFee(act, { ...mark, approves: true }),
  )
  return o
}

test('[M68] a split before the notice counts the month anew, a notice fixes the fee', async () => {
  const { w, keeper, ids, last, step } = await approved()
  await step(ids[0] ?? 0, '2026-03-05', keeper, (act, mark) =>
    splitRequest(act, { ...mark, parts: ['甲号合同', '乙号合同', '丙号合同'] }, w.house.secret),
  )
  // The first was one item and is three: those that came on its day count behind it by their numbers.
  const seen = (await feeOfRequest(w.db, keeper, last, '2026-03-05')).assessment
  expect(seen).toMatchObject({ itemOrdinal: 11, state: 'draft' })
  await expect(
    step(last, '2026-03-06', keeper, (act, mark) => noticeFee(act, { ...mark, on: '2026-03-06' })),
  ).rejects.toMatchObject({ code: 'requests.feeNotApproved' })
})

test('[M68] notice, thirty days, the whole amount with a receipt; the period begins anew', async () => {
  const { w, keeper, last, step } = await approved()
  await step(last, '2026-03-06', keeper, (act, mark) =>
    noticeFee(act, { ...mark, on: '2026-03-06' }),
  )
  const told = (await feeOfRequest(w.db, keeper, last, '2026-03-06')).assessment
  // Thirty days end on Sunday 5 April, in the Qingming holidays: the next working day.
  expect(told).toMatchObject({ state: 'noticed', dueOn: '2026-04-07' })
  await expect(
    step(last, '2026-03-09', keeper, (act, mark) =>
      assessFee(act, { ...mark, method: 'pages', pages: 40 }),
    ),
  ).rejects.toMatchObject({ code: 'requests.feeAfterNotice' })
  const pay = (amountYuan: number, receiptNumber: string) =>
    step(last, '2026-03-20', keeper, (act, mark) =>
      payFee(act, { ...mark, on: '2026-03-20', amountYuan, receiptNumber }),
    )
  await expect(pay(99, '票0001')).rejects.toMatchObject({ code: 'requests.feeAmountDiffers' })
  await expect(pay(100, '')).rejects.toMatchObject({ code: 'requests.feeNoReceipt' })
  await pay(100, '票0001')
  expect((await feeOfRequest(w.db, keeper, last, '2026-03-20')).assessment).toMatchObject({
    state: 'paid',
    receiptNumber: '票0001',
  })
  expect((await caseOf(w.db, keeper, last, '2026-03-20')).request).toMatchObject({
    standing: 'running',
    dueOn: '2026-04-20',
  })
})

test('[M68] unpaid after thirty days the request is given up, and nothing follows any more', async () => {
  const { w, keeper, last, step } = await approved()
  await step(last, '2026-03-06', keeper, (act, mark) =>
    noticeFee(act, { ...mark, on: '2026-03-06' }),
  )
  await w.act((act) => turnRequests(act), undefined, at('2026-04-08'))
  expect((await caseOf(w.db, keeper, last, '2026-04-08')).request).toMatchObject({
    standing: 'lapsed',
    lapsedOn: '2026-04-08',
    resultCode: 'other/overdue_fee',
  })
  await expect(
    step(last, '2026-04-09', keeper, (act, mark) =>
      payFee(act, { ...mark, on: '2026-04-09', amountYuan: 100, receiptNumber: '票1' }),
    ),
  ).rejects.toMatchObject({ code: 'requests.feeLapsed' })
  await expect(
    step(last, '2026-04-09', keeper, (act, mark) => noticeFee(act, { ...mark, on: '2026-04-09' })),
  ).rejects.toMatchObject({ code: 'requests.afterLapse' })
})

test('[M74] reasons are asked beyond the number; reasonable ones move the day, others end the request', async () => {
  const { w, keeper, posted, last, ids, step } = await frequent()
  const lone = await posted('2026-03-02', '别的事', other)
  await expect(
    step(lone, '2026-03-03', keeper, (act, mark) =>
      askReasons(act, { ...mark, on: '2026-03-03', ground: '' }),
    ),
  ).rejects.toMatchObject({
    code: 'requests.notExcessive',
    params: { article: expect.stringContaining('第三十五条') },
  })
  await step(last, '2026-03-03', keeper, (act, mark) =>
    askReasons(act, { ...mark, on: '2026-03-03', ground: '' }),
  )
  await step(last, '2026-03-06', keeper, (act, mark) =>
    recordEvent(act, { ...mark, type: 'excessiveReasonReceived', on: '2026-03-06' }),
  )
  const judge = (delayedUntil: string) =>
    step(last, '2026-03-06', keeper, (act, mark) =>
      judgeReasons(act, { ...mark, outcome: 'reasonable', delayedUntil, note: '理由成立' }),
    )
  await expect(judge('2026-03-20')).rejects.toMatchObject({ code: 'requests.delayTooEarly' })
  await judge('2026-05-29')
  await w.act((act) => turnRequests(act), undefined, at('2026-04-20'))
  expect((await caseOf(w.db, keeper, last, '2026-04-20')).request).toMatchObject({
    dueOn: '2026-05-29',
    standing: 'running',
  })
  const [second = 0] = ids.slice(1)
  await step(second, '2026-03-03', keeper, (act, mark) =>
    askReasons(act, { ...mark, on: '2026-03-03', ground: '' }),
  )
  await step(second, '2026-03-10', keeper, (act, mark) =>
    judgeReasons(act, { ...mark, outcome: 'unreasonable', delayedUntil: null, note: '未说明' }),
  )
  expect((await caseOf(w.db, keeper, second, '2026-03-10')).request.resultCode).toBe(
    'not_handled/excessive',
  )
})

test('[M64] a panel hears its members, shows like lost cases and the risks of the answer', async () => {
  const { w, keeper, second, posted, version, organizationId } = await office()
  const lost = await posted('2026-01-05', '东片区征地补偿安置方案的会议纪要')
  const docket = await w.act(
    (act) =>
      openDocket(act, {
        ...bare,
        organizationId,
        requestNumber: '',
        duty: '征地信息',
        filedOn: '2026-02-02',
      }),
    keeper,
    at('2026-02-03'),
  )
  await w.db
    .updateTable('requests.docket')
    .set({ request_id: lost })
    .where('id', '=', docket.id)
    .execute()
  await w.act(
    (act) =>
      decideDocket(act, {
        ...docket,
        outcome: 'corrected',
        decidedOn: '2026-03-03',
        wrong: ['ground'],
        lesson: '会议纪要已经作为征地依据执行，不再是过程性信息。',
      }),
    keeper,
    at('2026-03-03'),
  )
  const id = await posted('2026-03-05', '申请西片区征地补偿安置方案会议纪要')
  const call = (memberIds: number[]) =>
    w.act(
      async (act) =>
        callPanel(act, {
          id,
          version: await version(id, '2026-03-06'),
          question: '会议纪要能否公开',
          resultCode: 'refused/process_info',
          meetsOn: '2026-03-09',
          memberIds,
        }),
      keeper,
      at('2026-03-06'),
    )
  await expect(call([999_999])).rejects.toMatchObject({ code: 'requests.panelMembers' })
  const { panelId } = await call([second.id ?? 0])
  const conclude = () =>
    w.act(
      (act) => concludePanel(act, { id: panelId, conclusion: '部分公开', resultCode: 'partial' }),
      keeper,
      at('2026-03-10'),
    )
  await expect(conclude()).rejects.toMatchObject({ code: 'requests.panelSilent' })
  const opinion = { id: panelId, opinion: '已执行，应当公开', risk: 'high' as const }
  await expect(
    w.act((act) => giveOpinion(act, opinion), keeper, at('2026-03-09')),
  ).rejects.toMatchObject({ code: 'requests.panelNotMember' })
  await w.act((act) => giveOpinion(act, opinion), second, at('2026-03-09'))
  const seen = await panelsOfCase(w.db, keeper, { id })
  expect(seen.lost).toMatchObject([{ because: 'words', wrong: ['ground'] }])
  expect(seen.risks.map(({ key: risk }) => risk)).toContain('finished')
  expect(seen.risks.every(({ source }) => source.length > 5)).toBe(true)
  await conclude()
  await expect(conclude()).rejects.toMatchObject({ code: 'requests.panelConcluded' })
})

const bare = {
  kind: 'reconsideration' as const,
  previousId: null,
  authority: '青穗县人民政府',
  caseNumber: '',
  summary: false,
  toldOn: null,
  filedOn: '2026-02-02',
  receivedOn: null,
  acceptedOn: null,
}

test('[M76] periods by the law of the day, each with its article', () => {
  const calendar = calendarOf(statutoryYears)
  const days = { ...bare, prolonged: false, decidedOn: null, previousDecidedOn: null }
  const on = (what: string, of: Partial<Parameters<typeof datesOf>[0]>) =>
    datesOf({ ...days, ...of }, calendar).find((date) => date.what === what)
  expect(on('file', { toldOn: '2026-03-02' })).toMatchObject({
    on: '2026-05-06', // sixty days end on 1 May, in the holidays
    article: expect.stringContaining('第二十条'),
  })
  expect(on('decide', { acceptedOn: '2026-03-09' })?.on).toBe('2026-05-08')
  expect(on('decide', { acceptedOn: '2026-03-09', prolonged: true })?.on).toBe('2026-06-08')
  expect(on('decide', { acceptedOn: '2026-03-09', summary: true })?.on).toBe('2026-04-08')
  // Five working days.
  expect(on('reply', { receivedOn: '2026-03-06', summary: true })).toMatchObject({
    on: '2026-03-13',
    article: expect.stringContaining('第五十四条'),
  })
  expect(on('goOn', { decidedOn: '2026-03-10' })?.on).toBe('2026-03-25')
  const suit = { kind: 'litigation' as const, toldOn: '2026-01-31' }
  expect(on('file', suit)).toMatchObject({ article: expect.stringContaining('第四十六条') })
  expect(on('file', { ...suit, previousDecidedOn: '2026-03-10' })).toMatchObject({
    on: '2026-03-25',
    article: expect.stringContaining('第四十五条'),
  })
  expect(on('decide', { filedOn: '2023-05-04', acceptedOn: '2023-05-08' })?.article).toContain(
    '2017年修正',
  )
})

test('[M76] a lost docket says what was wrong; the year’s table counts what was decided and what is pending', async () => {
  const { w, keeper, organizationId } = await office()
  const open = (given: object, day = '2026-03-20') =>
    w.act(
      (act) =>
        openDocket(act, { ...bare, organizationId, requestNumber: '', duty: '财政预算', ...given }),
      keeper,
      at(day),
    )
  await expect(open({ duty: '' })).rejects.toMatchObject({ code: 'requests.docketAbout' })
  await expect(open({ toldOn: '2026-03-01' })).rejects.toMatchObject({
    code: 'requests.docketDates',
  })
  await expect(open({ filedOn: '2023-05-04', summary: true })).rejects.toMatchObject({
    code: 'requests.docketSummary',
  })
  const first = await open({})
  const decide = (outcome: 'corrected' | 'upheld', wrong: string[], lesson: string) =>
    w.act(
      (act) => decideDocket(act, { ...first, outcome, decidedOn: '2026-03-16', wrong, lesson }),
      keeper,
      at('2026-03-20'),
    )
  await expect(decide('corrected', [], '')).rejects.toMatchObject({ code: 'requests.docketWrong' })
  await decide('corrected', ['search'], '检索留痕')
  await expect(decide('upheld', [], '')).rejects.toMatchObject({
    code: 'requests.changedMeanwhile',
  })
  await open({ kind: 'litigation', previousId: first.id, filedOn: '2026-03-18' })
  await open({ filedOn: '2025-12-20' })
  const counts = async (year: number) =>
    (await annualOutcomes(w.db, [organizationId], year))
      .map(({ group, outcome, count }) => `${group} ${outcome} ${count}`)
      .sort()
  expect(await counts(2026)).toEqual([
    'afterReconsideration pending 1',
    'reconsideration corrected 1',
    'reconsideration pending 1',
  ])
  expect(await counts(2025)).toEqual(['reconsideration pending 1'])
  const lost = await docketList(w.db, keeper, { state: 'lost', limit: 10 }, '2026-03-20')
  expect(lost.items).toMatchObject([
    { lesson: '检索留痕', next: { what: 'goOn', on: '2026-03-31' } },
  ])
  const stranger = await makeStaff(w, { organizationId })
  expect((await docketList(w.db, stranger.actor, { limit: 10 }, '2026-03-20')).items).toEqual([])
})

test('[M75] like titles of several askers make a group with its words; one asker’s do not', () => {
  const titled = (titles: string[], fingerprint: (n: number) => string) =>
    titles.map((title, n) => ({
      id: n + 1,
      number: `q-${n}`,
      title,
      fingerprint: fingerprint(n),
      organizationId: 1,
      organizationName: '县政府',
    }))
  const titles = [
    '2025年农村公路养护资金分配明细',
    '云岚镇农村公路养护资金的使用情况',
    '农村公路养护资金拨付凭证',
    '老旧小区改造招标文件',
  ]
  const [group] = groupTitles(titled(titles, (n) => `f${n}`))
  expect(group).toMatchObject({ count: 3 })
  expect(group?.words).toEqual(expect.arrayContaining(['养护']))
  expect(groupTitles(titled(titles, () => 'one'))).toEqual([])
})

test('[M75] [M71] figures open to their cases; a proposal becomes a draft and its drop is measured', async () => {
  const { w, keeper, organizationId, posted } = await office()
  const people = [{}, other, { name: '冯谷雨', identityNumber: '430528199003030005' }]
  for (const [n, person] of people.entries())
    await posted(`2026-03-0${n + 2}`, '农村公路养护资金的分配明细', person)
  const rated = await posted('2026-03-09', '县城供水价格听证记录', other)
  await w.db
    .updateTable('requests.request')
    .set({ satisfaction: 4 })
    .where('id', '=', rated)
    .execute()
  await w.act((act) => sortSubjects(act))
  const period = { from: '2026-01-01', to: '2026-03-31' }
  const seen = await analysisOf(w.db, keeper, period)
  expect(seen).toMatchObject({
    received: 4,
    pending: 4,
    satisfaction: { rated: 1, average: 4, stars: [0, 0, 0, 1, 0] },
  })
  const door = seen.groups.find(({ by }) => by === 'door')?.figures
  expect(door).toEqual([{ key: 'post', name: 'post', count: 4 }])
  const behind = await casesOf(w.db, keeper, { ...period, by: 'stars', key: '4', limit: 10 })
  expect(behind.items.map(({ id }) => id)).toEqual([rated])
  const [group] = seen.likes
  expect(group?.count).toBe(3)

  const propose = (words: string[]) =>
    w.act(
      (act) =>
        proposeDisclosure(act, {
          ...period,
          organizationId,
          kind: 'document',
          title: '农村公路养护资金分配情况',
          words,
          reason: '',
        }),
      keeper,
      at('2026-04-01'),
    )
  await expect(propose(['供水'])).rejects.toMatchObject({
    code: 'requests.proposalFew',
    params: { found: 1 },
  })
  const proposal = await propose(['公路', '养护'])
  const accept = () =>
    w.act(
      (act) => decideProposal(act, { ...proposal, accepts: true, decision: '' }),
      keeper,
      at('2026-04-02'),
    )
  const { documentId } = await accept()
  expect(documentId).toBeGreaterThan(0)
  await expect(accept()).rejects.toMatchObject({ code: 'requests.changedMeanwhile' })
  await posted('2026-05-06', '农村公路养护资金的分配明细', other)
  const of = async (today: string) =>
    (await proposalList(w.db, keeper, { limit: 10 }, today)).items[0]
  expect(await of('2026-05-07')).toMatchObject({
    spared: 2,
    drop: { before: 3, after: 1, complete: false, until: '2026-07-02' },
  })
  expect((await of('2026-07-03'))?.drop).toMatchObject({ complete: true })
})
