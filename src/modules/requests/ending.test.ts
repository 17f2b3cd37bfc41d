import { createHash } from 'node:crypto'
import { strFromU8, unzipSync } from 'fflate'
import { sql } from 'kysely'
import { expect, test } from 'vitest'
import { makeStaff } from '../../../test/world/accounts.ts'
import { answerInPart, wordsIn } from '../../../test/world/answers.ts'
import { makeCounty } from '../../../test/world/organizations.ts'
import { makeRequest } from '../../../test/world/requests.ts'
import { world } from '../../../test/world/world.ts'
import type { OutsideAnswer } from './contract/handling.ts'
import {
  annualCounts,
  caseOf,
  closeRequest,
  closeSettled,
  closingFileOf,
  decideDocket,
  draftLetter,
  issueLetter,
  openCase,
  openDocket,
  recordEvent,
  recordOutsideAnswer,
  removeExpired,
  requestRules,
  serveLetter,
  setClosingRule,
  transferFileOf,
  turnRequests,
  voidEvent,
  workOf,
} from './index.ts'

const at = (day: string) => new Date(`${day}T10:00:00+08:00`)

const office = async () => {
  const w = await world()
  const county = await makeCounty(w)
  const organizationId = county.government.id
  const keeper = (await makeStaff(w, { organizationId, roles: ['disclosureOffice'] })).actor
  const counter = async (day: string) =>
    (await makeRequest(w, { organizationId, door: 'counter', at: at(day) })).requestId
  const rowOf = async (id: number) => (await caseOf(w.db, keeper, id, '2026-11-01')).request
  const enter = async (id: number, days: Record<string, string>) => {
    for (const [type, on] of Object.entries(days))
      await w.act((act) => recordEvent(act, { id, type: type as 'replied', on }), keeper, at(on))
  }
  const night = (day: string) =>
    w.act(
      async (act) => {
        await turnRequests(act)
        return closeSettled(act)
      },
      undefined,
      at(day),
    )
  return { w, county, organizationId, keeper, counter, rowOf, enter, night }
}

test('[M70] what has been over for the house’s number of days closes by itself, and retention reaches it', async () => {
  const { w, keeper, counter, rowOf, enter, night } = await office()
  const [served, unserved, withdrawn, unclear] = [
    await counter('2026-03-02'),
    await counter('2026-03-02'),
    await counter('2026-03-02'),
    await counter('2026-03-02'),
  ] as const
  await enter(served, { replied: '2026-03-16', served: '2026-03-17' })
  await enter(unserved, { replied: '2026-03-16' })
  await enter(withdrawn, { withdrawn: '2026-03-20' })
  await enter(unclear, { correctionNoticed: '2026-03-05' })
  const stages = async () =>
    Promise.all([served, unserved, withdrawn, unclear].map(async (id) => (await rowOf(id)).stage))
  // 210 days after 17 March lie until 13 October.
  expect(await night('2026-10-13')).toEqual({ closed: 0 })
  expect(await night('2026-10-14')).toEqual({ closed: 1 })
  expect(await stages()).toEqual(['closed', 'decided', 'registered', 'registered'])
  expect(await night('2026-10-17')).toEqual({ closed: 1 })
  // Never corrected: lapsed on 27 March. An answer that nobody served stays open.
  expect(await night('2026-12-31')).toEqual({ closed: 1 })
  expect(await stages()).toEqual(['closed', 'decided', 'closed', 'closed'])
  expect((await workOf(w.db, keeper, served, '2026-11-01')).closing).toMatchObject({
    closedOn: '2026-10-14',
  })
  const { rows } = await sql<{ payload: { rule: string } }>`select payload from audit.entry
    where kind = 'requests.requestClosed' and subject = ${`request/${served}`}`.execute(w.db)
  expect(rows).toMatchObject([{ payload: { rule: '2019-05-15' } }])
  // Ten years on its personal data go; before, nothing would have.
  await w.act((act) => removeExpired(act), undefined, at('2036-10-15'))
  const { requester } = await w.act((act) => openCase(act, served, w.house.secret), keeper)
  expect(requester).toBeNull()
  await expect(w.act((act) => closeSettled(act), keeper)).rejects.toMatchObject({
    code: 'requests.notYours',
  })
})

test('[M70] a suit keeps a case open until the days have passed since it was decided', async () => {
  const { w, keeper, counter, rowOf, enter, night } = await office()
  const id = await counter('2026-03-02')
  await enter(id, { replied: '2026-03-16', served: '2026-03-17' })
  const { number } = await rowOf(id)
  const docket = await w.act(
    (act) =>
      openDocket(act, {
        organizationId: null,
        requestNumber: number,
        duty: '',
        kind: 'reconsideration',
        previousId: null,
        authority: '云州市人民政府',
        caseNumber: '云政复〔2026〕8号',
        summary: false,
        toldOn: '2026-03-17',
        filedOn: '2026-04-10',
        receivedOn: '2026-04-14',
        acceptedOn: '2026-04-15',
      }),
    keeper,
    at('2026-04-15'),
  )
  expect(await night('2026-12-01')).toEqual({ closed: 0 })
  await w.act(
    (act) =>
      decideDocket(act, {
        id: docket.id,
        version: docket.version,
        outcome: 'upheld',
        decidedOn: '2026-06-09',
        wrong: [],
        lesson: '',
      }),
    keeper,
    at('2026-12-01'),
  )
  expect(await night('2026-12-01')).toEqual({ closed: 0 })
  expect(await night('2027-01-06')).toEqual({ closed: 1 })
  expect((await rowOf(id)).stage).toBe('closed')
})

test('[M70] the operator sets the days from a day on; nobody else does', async () => {
  const { w, keeper, counter, enter, night } = await office()
  const id = await counter('2026-03-02')
  await enter(id, { replied: '2026-03-16', served: '2026-03-17' })
  const rule = { appliesFrom: '2026-05-01', days: 60, source: '县办规定' }
  await w.act((act) => setClosingRule(act, rule), keeper, at('2026-04-01'))
  const stranger = (
    await makeStaff(w, {
      organizationId: (await caseOf(w.db, keeper, id, '2026-04-01')).request.organizationId,
      roles: ['clerk'],
    })
  ).actor
  await expect(
    w.act((act) => setClosingRule(act, rule), stranger, at('2026-04-01')),
  ).rejects.toMatchObject({ code: 'requests.rulesNotYours' })
  await expect(
    w.act((act) => setClosingRule(act, rule), keeper, at('2026-05-02')),
  ).rejects.toMatchObject({ code: 'requests.ruleInPast' })
  expect((await requestRules(w.db, keeper)).closing).toMatchObject([rule, { days: 210 }])
  expect(await night('2026-05-16')).toEqual({ closed: 0 })
  expect(await night('2026-05-17')).toEqual({ closed: 1 })
})

const onPaper: OutsideAnswer = {
  code: 'granted/provided',
  article: '',
  number: '青府公复〔2025〕7号',
  repliedOn: '2025-12-10',
  servedOn: '2025-12-12',
  way: 'post',
  source: '2025年纸质卷第3盒',
}

test('[M58] [M70] an answer on paper is recorded with its result, and the annual report counts it', async () => {
  const { w, organizationId, keeper, counter, rowOf } = await office()
  // Taken in afterwards, as it lay on paper.
  const { requestId: id } = await makeRequest(w, {
    organizationId,
    door: 'post',
    submittedOn: '2025-11-20',
    at: at('2026-01-05'),
  })
  const record = async (answer: Partial<OutsideAnswer>, by = keeper, of = id) => {
    const { version } = await rowOf(of)
    return w.act(
      (act) => recordOutsideAnswer(act, { id: of, version, ...onPaper, ...answer }),
      by,
      at('2026-01-05'),
    )
  }
  const refused = (answer: Partial<OutsideAnswer>, code: string) =>
    expect(record(answer)).rejects.toMatchObject({ code: `requests.${code}` })
  await refused({ repliedOn: '2018-12-10' }, 'resultNotThen')
  await refused({ way: null }, 'outsideWay')
  await refused({ repliedOn: '2025-11-19', servedOn: null }, 'outsideBefore')
  await refused({ servedOn: '2025-12-09' }, 'outsideBefore')
  const stranger = (await makeStaff(w, { organizationId, roles: ['clerk'] })).actor
  await expect(record({}, stranger)).rejects.toMatchObject({ code: 'requests.notYours' })

  expect(await record({})).toMatchObject({
    resultCode: 'granted/provided',
    answeredOn: '2025-12-10',
    standing: 'answered',
    stage: 'served',
  })
  await refused({}, 'resultKnown')
  expect((await workOf(w.db, keeper, id, '2026-01-06')).outside).toEqual({
    ...onPaper,
    article: '《中华人民共和国政府信息公开条例》第三十六条第（二）项',
  })
  expect(await annualCounts(w.db, [organizationId], 2025)).toMatchObject([
    { kind: 'naturalPerson', from: 'r1', row: 'r3.1', count: 1 },
  ])

  // A reply that was entered as a mere event gets its result; another day does not slip in beside it.
  const other = await counter('2026-03-02')
  await w.act(
    (act) => recordEvent(act, { id: other, type: 'replied', on: '2026-03-16' }),
    keeper,
    at('2026-03-16'),
  )
  const late = async (answer: Partial<OutsideAnswer>) => {
    const { version } = await rowOf(other)
    return w.act(
      (act) => recordOutsideAnswer(act, { id: other, version, ...onPaper, ...answer }),
      keeper,
      at('2026-03-20'),
    )
  }
  await expect(late({ repliedOn: '2026-03-17', servedOn: null })).rejects.toMatchObject({
    code: 'requests.outsideOtherDay',
  })
  await late({ repliedOn: '2026-03-16', servedOn: '2026-03-18', article: '第三十六条第（二）项' })
  // Taken back with the event it rests on, so that the right one can be entered.
  const events = (await caseOf(w.db, keeper, other, '2026-03-20')).events
  const eventId = events.find(({ type }) => type === 'served')?.id ?? 0
  const { version } = await rowOf(other)
  const wrong = { id: other, version, eventId, reason: '日期有误' }
  await w.act((act) => voidEvent(act, wrong), keeper, at('2026-03-20'))
  expect(await rowOf(other)).toMatchObject({ resultCode: null, answeredOn: '2026-03-16' })
  await late({ repliedOn: '2026-03-16', servedOn: '2026-03-19' })
  expect(await rowOf(other)).toMatchObject({ resultCode: 'granted/provided' })
})

test('[M70] [M65] letters are pieces of the closing file by name and number, and the transfer holds them', async () => {
  const { w, organizationId, keeper, rowOf } = await office()
  const { requestId: id, number } = await makeRequest(w, {
    organizationId,
    door: 'counter',
    at: at('2026-03-02'),
  })
  const key = w.house.secret
  const vault = { files: w.house.files, key }
  const answer = await answerInPart(w, { requestId: id, organizationId, at: at('2026-03-16') })
  await w.act(
    async (act) => {
      const { letterId } = answer
      await serveLetter(act, { letterId, way: 'pickUp', signedOn: act.today, signedBy: '钱' }, key)
      const proof = await draftLetter(act, { requestId: id, kind: 'serviceProof', fields: {} }, key)
      await issueLetter(act, { ...proof, version: 2 }, vault)
      // Drafts are no pieces.
      await draftLetter(act, { requestId: id, kind: 'receipt', fields: {} }, key)
    },
    keeper,
    at('2026-03-17'),
  )
  const take = (by = keeper) => w.act((act) => transferFileOf(act, id, vault), by)
  await expect(take()).rejects.toMatchObject({ code: 'requests.notClosed' })
  const { version } = await rowOf(id)
  await w.act((act) => closeRequest(act, { id, version }), keeper, at('2026-03-20'))

  const index = async (by = keeper) =>
    closingFileOf(w.db, by, { id, language: 'zh-CN' }, w.house.secret)
  const named = (await index()).pieces.map(({ what, title, on }) => [what, title, on])
  expect(named).toContainEqual([
    'closing.piece.reply',
    `政府信息公开答复书 ${answer.number}`,
    '2026-03-16',
  ])
  expect(named).toContainEqual(['office.file.letter', '政府信息公开文书送达回证', '2026-03-17'])
  expect(named.flat()).not.toContain('政府信息公开申请接收回执')

  // A supervisor sees that a piece exists, and neither names of files nor the package.
  const watcher = (await makeStaff(w, { organizationId, roles: ['supervisor'] })).actor
  const seen = await index(watcher)
  expect([seen.mayTransfer, seen.pieces.flatMap(({ files }) => files)]).toEqual([false, []])
  expect(JSON.stringify(seen)).not.toContain('明细')
  await expect(take(watcher)).rejects.toMatchObject({ code: 'requests.notYours' })

  const { name, bytes } = await take()
  expect(name).toBe(`${number}.zip`)
  const files = unzipSync(bytes)
  const reply = Object.keys(files).filter((one) => one.includes(answer.number))
  expect(reply.map((one) => one.split('.').at(-1)).sort()).toEqual(['docx', 'pdf'])
  const pdf = reply.find((one) => one.endsWith('.pdf')) ?? ''
  expect(strFromU8((files[pdf] ?? new Uint8Array()).subarray(0, 5))).toBe('%PDF-')
  expect(strFromU8(files['卷内目录.html'] ?? new Uint8Array())).toContain(answer.number)
  // Both versions of the file, and what was asked.
  const words = (part: string) =>
    Object.entries(files).find(([one]) => one.includes(part))?.[1] ?? new Uint8Array()
  expect(wordsIn(words('原件'))).toContain('养护员钱禾苗三百元')
  expect(wordsIn(words('提供的版本'))).toContain('三百元')
  expect(wordsIn(words('提供的版本'))).not.toContain('钱禾苗')
  expect(strFromU8(words('政府信息公开申请.txt'))).toContain('姓名或者名称：钱禾苗')
  for (const line of strFromU8(files.SHA256SUMS ?? new Uint8Array())
    .trim()
    .split('\n')) {
    const [sum = '', of = ''] = line.split('  ')
    const hash = createHash('sha256').update(files[of] ?? new Uint8Array())
    expect([of, hash.digest('hex')]).toEqual([of, sum])
  }
  const { rows } = await sql`select 1 from audit.entry
    where kind = 'requests.fileTransferred' and subject = ${`request/${id}`}`.execute(w.db)
  expect(rows).toHaveLength(1)
})
