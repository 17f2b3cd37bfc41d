import { sql } from 'kysely'
import { beforeAll, expect, test } from 'vitest'
import { dateAt } from '#platform/civil-date'
import {
  logRequest,
  openAsking,
  recordEvent,
  recordFollowUp,
  serveLetter,
  unlogRequest,
} from '#requests'
import { makeStaff } from '../../../test/world/accounts.ts'
import { answerInPart, plainFile } from '../../../test/world/answers.ts'
import { type PublicSite, publicSite } from '../../../test/world/portal/site.ts'

let site: PublicSite
let published: number
beforeAll(async () => {
  site = await publicSite()
  const made = await site.publish({ title: '2025年澄岚镇农村公路养护资金分配明细表' })
  published = made.documentId
})

/** A browser without scripts: keeps cookies, sends forms as they were drawn. */
const browser = (url: string, from: string) => {
  const jar = new Map<string, string>()
  const call = async (path: string, init: RequestInit = {}) => {
    const cookie = [...jar].map(([name, value]) => `${name}=${value}`).join('; ')
    const answer = await fetch(url + path, {
      redirect: 'manual',
      ...init,
      headers: { cookie, 'x-forwarded-for': from, ...(init.headers as Record<string, string>) },
    })
    for (const line of answer.headers.getSetCookie()) {
      const [pair = ''] = line.split(';')
      const [name = '', value = ''] = pair.split('=')
      if (value === '' || /expires=Thu, 01 Jan 1970/i.test(line)) jar.delete(name)
      else jar.set(name, value)
    }
    return { status: answer.status, headers: answer.headers, text: await answer.text() }
  }
  const open = async (path: string): Promise<Awaited<ReturnType<typeof call>>> => {
    const page = await call(path)
    const to = page.headers.get('location')
    return to && page.status < 400 ? open(to) : page
  }
  const tokenIn = (html: string) => html.match(/name="form" value="([^"]+)"/)?.[1] ?? ''
  const send = async (
    path: string,
    fields: Readonly<Record<string, string | Blob>>,
    headers: Record<string, string> = {},
  ) => {
    const token =
      fields.form ?? tokenIn((await call(path.replace(/\/(withdraw|correct|rate)$/, '/case'))).text)
    const body = new FormData()
    for (const [name, value] of Object.entries({ form: token, ...fields })) body.append(name, value)
    return call(path, { method: 'POST', body, headers })
  }
  return { call, open, send, jar, tokenIn }
}

let visitors = 0
const visitor = () => {
  visitors += 1
  return browser(site.serving.url, `10.1.${Math.floor(visitors / 250)}.${(visitors % 250) + 1}`)
}

const details = (): Record<string, string> => ({
  wanted: '2025年澄岚镇农村公路养护资金的分配明细',
  organizationId: String(site.office.civil.id),
  kind: 'naturalPerson',
  name: '钱禾苗',
  identityType: 'idCard',
  identityNumber: '430528199001010003',
  telephone: '13900000000',
  supply: 'electronic',
  delivery: 'online',
  consent: 'yes',
})

const ask = async (b = visitor(), fields = details()) => {
  await b.send('/request/new', { wanted: fields.wanted ?? '' })
  const sent = await b.send('/request/new/details', fields)
  expect([sent.status, sent.headers.get('location')]).toEqual([303, '/request/new/review'])
  const done = await b.send('/request/new/review', {})
  expect(done.headers.get('location')).toBe('/request/receipt')
  const { text } = await b.call('/request/receipt')
  return {
    b,
    number: text.match(/id="receipt-number">([^<]+)</)?.[1] ?? '',
    checkCode: text.match(/id="receipt-code">([^<]+)</)?.[1] ?? '',
  }
}

test('[M58] [M72] a request without scripts: form, receipt, progress', async () => {
  const { b, number, checkCode } = await ask()
  expect(number).toMatch(/-\d{4}-\d{4}$/)
  const opened = await b.send('/request/progress', { number, checkCode })
  expect(opened.headers.get('location')).toBe('/request/progress/case')
  const { text } = await b.call('/request/progress/case')
  expect(text).toContain('等待机关确认')
  expect(text).toContain(number)
})

const open = async (b: ReturnType<typeof visitor>, number: string, checkCode: string) => {
  await b.send('/request/progress', { number, checkCode })
  return (await b.call('/request/progress/case')).text
}

const idOf = async (number: string): Promise<number> => {
  const { rows } = await sql<{ id: number }>`
    select id from requests.request where number = ${number}`.execute(site.w.db)
  return rows[0]?.id ?? 0
}

const happen = (id: number, type: 'confirmed' | 'correctionNoticed' | 'replied' | 'served') =>
  site.w.act((act) => recordEvent(act, { id, type, on: act.today }))

test('[M58] what is wrong is said at once, each line leads to its field, and what was typed stays', async () => {
  const b = visitor()
  await b.send('/request/new', { wanted: '道路养护' })
  const { status, text } = await b.send('/request/new/details', {
    ...details(),
    name: '',
    identityNumber: '430528199001010004',
    telephone: '',
    remarks: '请尽快',
    consent: '',
  })
  expect(status).toBe(422)
  const summary = text.match(/<div class="banner errors"[\s\S]*?<\/div>/)?.[0] ?? ''
  expect(summary).toMatch(/role="alert" tabindex="-1" autofocus/)
  for (const field of ['name', 'identityNumber', 'telephone', 'consent']) {
    expect(summary).toContain(`href="#f-${field}"`)
    expect(text).toContain(`id="f-${field}"`)
  }
  expect(text).toContain('value="430528199001010004"')
  expect(text).toContain('>请尽快</textarea>')
  // And it is still there the next day.
  expect((await b.call('/request/new/details')).text).toContain('>请尽快</textarea>')
})

test('[M58] a draft is sealed, and its link opens it once on another device', async () => {
  const b = visitor()
  await b.send('/request/new', { wanted: '绿松石般独特的词' })
  const { rows } = await sql<{ sealed: string }>`select sealed from requests.draft`.execute(
    site.w.db,
  )
  expect(rows.some(({ sealed }) => sealed.includes('绿松石'))).toBe(false)
  const link = (await b.call('/request/new')).text.match(/\/request\/draft\/[\w-]{43}/)?.[0] ?? ''
  const other = visitor()
  expect((await other.call(link)).text).not.toContain('绿松石')
  await other.send(link, {})
  expect((await other.call('/request/new')).text).toContain('绿松石般独特的词')
  expect((await b.call('/request/new')).text).not.toContain('绿松石')
  const late = visitor()
  await late.send(link, {})
  expect((await late.call('/request/new')).text).not.toContain('绿松石')
})

test('[M58] a picture as evidence lies sealed; what is no picture is refused', async () => {
  const b = visitor()
  await b.send('/request/new', { wanted: '道路养护' })
  const fake = await b.send('/request/new/details', {
    ...details(),
    evidence: new Blob(['<script>alert(1)</script>'], { type: 'image/png' }),
  })
  expect([fake.status, /不是JPG/.test(fake.text)]).toEqual([422, true])
  const bytes = Buffer.concat([
    Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
    Buffer.from('身份证照片的内容'),
  ])
  const evidence = new Blob([bytes], { type: 'image/png' })
  expect((await b.send('/request/new/details', { ...details(), evidence })).status).toBe(303)
  await b.send('/request/new/review', {})
  const { rows } = await sql<{ sha256: string; mediaType: string }>`
    select sha256, media_type as "mediaType" from requests.enclosure`.execute(site.w.db)
  expect(rows).toHaveLength(1)
  const kept = await site.w.house.files.head(rows[0]?.sha256 ?? '', 200)
  expect(rows[0]?.mediaType).toBe('image/png')
  expect(kept.includes('身份证')).toBe(false)
})

test('[M58] pressing twice sends once', async () => {
  const { b, number } = await ask()
  const again = await b.send('/request/new/review', { form: 'gone' })
  expect([303, 403]).toContain(again.status)
  const { rows } = await sql<{ n: number }>`select count(*)::int as n from requests.request
    where number = ${number}`.execute(site.w.db)
  expect(rows[0]?.n).toBe(1)
  expect((await b.call('/request/receipt')).text).toContain(number)
})

test('[M79] published documents are offered before anything is filed, and an answer found is counted', async () => {
  const b = visitor()
  const sent = await b.send('/request/new', { wanted: '澄岚镇农村公路养护资金的分配明细' })
  expect(sent.headers.get('location')).toBe('/request/new/look')
  const { text } = await b.call('/request/new/look')
  expect(text).toContain('2025年澄岚镇农村公路养护资金分配明细表')
  const found = await b.send('/request/new/look', { found: String(published) })
  expect(found.headers.get('location')).toBe(`/d/${published}`)
  const { rows } = await sql<{ count: number }>`select count from requests.spared
    where document_id = ${published}`.execute(site.w.db)
  expect(rows[0]?.count).toBe(1)
  const json = await b.call(`/request/new/matches.json?q=${encodeURIComponent('公路养护资金分配')}`)
  expect(json.text).toContain(`/d/${published}`)
})

test('[M163] a form from elsewhere does nothing, and what was typed comes back', async () => {
  const b = visitor()
  await b.send('/request/new', { wanted: '道路养护' })
  const before = await sql<{ n: number }>`select count(*)::int as n from requests.request`.execute(
    site.w.db,
  )
  const { text: page } = await b.call('/request/new/details')
  const form = b.tokenIn(page)
  const stranger = visitor()
  const tries = [
    await stranger.send('/request/new/details', { ...details(), form }),
    await b.send('/request/new/details', { ...details(), form: 'x.y' }),
    await b.send(
      '/request/new/details',
      { ...details(), form },
      { origin: 'https://evil.example' },
    ),
    await b.send('/request/new/review', { form: '' }),
  ]
  expect(tries.map(({ status }) => status)).toEqual([403, 403, 403, 403])
  expect(tries[1]?.text).toContain('value="钱禾苗"')
  const after = await sql<{ n: number }>`select count(*)::int as n from requests.request`.execute(
    site.w.db,
  )
  expect(after.rows).toEqual(before.rows)
  const { headers } = await visitor().call('/request/new')
  expect(headers.get('set-cookie')).toMatch(/HttpOnly; SameSite=Lax/)
  expect(headers.get('cache-control')).toBe('no-store')
})

test('[M163] markup in every field stays text on every page', async () => {
  const vector = `"><script>alert(1)</script><img src=x onerror=alert(1)>'`
  const b = visitor()
  const fields: Record<string, string> = { ...details() }
  for (const name of [
    'wanted',
    'purpose',
    'name',
    'representative',
    'address',
    'remarks',
    'postcode',
  ])
    fields[name] = name === 'postcode' ? '"><b>1' : `${vector}${name}`
  await b.send('/request/new', { wanted: fields.wanted ?? '' })
  const seen = [(await b.call('/request/new')).text, (await b.open('/request/new/look')).text]
  await b.send('/request/new/details', fields)
  seen.push((await b.call('/request/new/details')).text, (await b.call('/request/new/review')).text)
  await b.send('/request/new/review', {})
  const receipt = (await b.call('/request/receipt')).text
  const number = receipt.match(/id="receipt-number">([^<]+)</)?.[1] ?? ''
  const code = receipt.match(/id="receipt-code">([^<]+)</)?.[1] ?? ''
  seen.push(receipt, await open(b, number, code))
  const wrong = await b.send('/request/progress', { number: vector, checkCode: vector })
  seen.push(wrong.text, (await b.call(`/request/new?about=${encodeURIComponent(vector)}`)).text)
  expect(seen.every((html) => html.length > 2_000)).toBe(true)
  for (const html of seen) expect(html).not.toMatch(/<script>alert|<img src=x|<b>1/)
})

test('[M163] what looks like abuse is taken in and marked; after a while a question is asked', async () => {
  const b = visitor()
  await b.send('/request/new', {
    wanted: '推广 http://a.test www.b.test https://c.test',
    website: 'x',
  })
  const fields = { ...details(), wanted: '推广 http://a.test www.b.test https://c.test' }
  await b.send('/request/new/details', fields)
  await b.send('/request/new/review', {})
  const { text } = await b.call('/request/receipt')
  const id = await idOf(text.match(/id="receipt-number">([^<]+)</)?.[1] ?? '')
  const opened = await site.w.act((act) => openAsking(act, id, site.w.house.secret))
  expect(opened.suspicions).toEqual(expect.arrayContaining(['fast', 'honeypot', 'links']))

  // The same address goes on: the fourth has to answer, a wrong answer keeps the form.
  const crowd = '10.9.9.9'
  for (let n = 0; n < 3; n++) await ask(browser(site.serving.url, crowd))
  const fourth = browser(site.serving.url, crowd)
  await fourth.send('/request/new', { wanted: '道路养护' })
  await fourth.send('/request/new/details', details())
  const page = (await fourth.call('/request/new/review')).text
  expect(page).toMatch(/name="question"/)
  const refused = await fourth.send('/request/new/review', { answer: '不知道' })
  expect([refused.status, /请回答/.test(refused.text)]).toEqual([422, true])
  const asked = answerIn(refused.text)
  const sent = await fourth.send('/request/new/review', {
    ...asked,
    form: fourth.tokenIn(refused.text),
  })
  expect(sent.headers.get('location')).toBe('/request/receipt')
})

/** As a person would: reads the question and answers it. */
const answerIn = (html: string): Record<string, string> => {
  const question = html.match(/name="question" value="([^"]+)"/)?.[1] ?? ''
  const words = html.match(/<label for="f-answer">([^<]+)</)?.[1] ?? ''
  const figures = '零一二三四五六七八九'
  const sum = words.match(/请回答：(.)加(.)等于/)
  const sign = words.match(/“(.+)”的第(\d)个字/)
  const answer = sum
    ? String(figures.indexOf(sum[1] ?? '') + figures.indexOf(sum[2] ?? ''))
    : (sign?.[1]?.[Number(sign[2]) - 1] ?? '')
  return { question, answer }
}

const bare = (html: string): string =>
  html
    .replace(/name="form" value="[^"]*"/g, '')
    .replace(/(name="(number|checkCode)"[^>]*) value="[^"]*"/g, '$1')
    .replace(/value="[^"]*"/g, '')

test('[M72] [M163] wrong number and wrong code are answered alike; nobody is shut out', async () => {
  const { number, checkCode } = await ask()
  const b = visitor()
  const noSuch = await b.send('/request/progress', { number: `${number}9`, checkCode })
  const wrong = await b.send('/request/progress', { number, checkCode: 'ZZZZZZZZ' })
  expect([noSuch.status, wrong.status]).toEqual([422, 422])
  expect(bare(noSuch.text)).toBe(bare(wrong.text))
  expect(b.jar.has('gongkai_progress')).toBe(false)
  // Strangers from many addresses try this number: the owner answers a question and passes.
  for (let n = 0; n < 6; n++)
    await visitor().send('/request/progress', { number, checkCode: 'YYYYYYYY' })
  const owner = visitor()
  const stopped = await owner.send('/request/progress', { number, checkCode })
  expect([stopped.status, /请回答/.test(stopped.text)]).toEqual([422, true])
  const passed = await owner.send('/request/progress', {
    number,
    checkCode,
    ...answerIn(stopped.text),
    form: owner.tokenIn(stopped.text),
  })
  expect(passed.headers.get('location')).toBe('/request/progress/case')
  // An answer holds once.
  const replayed = await owner.send('/request/progress', {
    number,
    checkCode: 'XXXXXXXX',
    ...answerIn(stopped.text),
  })
  expect(replayed.text).toMatch(/请回答/)
})

test('[M163] one address that goes on guessing has to wait', async () => {
  const b = visitor()
  let last = 0
  for (let n = 0; n < 61 && last !== 429; n++)
    last = (
      await b.send('/request/progress', { number: `none-${n}`, checkCode: 'ZZZZZZZZ', form: '' })
    ).status
  expect(last).toBe(403)
  const { text } = await b.call('/request/progress')
  const form = b.tokenIn(text)
  for (let n = 0; n < 61; n++)
    last = (await b.send('/request/progress', { number: `none-${n}`, checkCode: 'ZZZZZZZZ', form }))
      .status
  expect(last).toBe(429)
})

test('[M72] [M71] the strip with its articles, a correction online, a rating, a withdrawal', async () => {
  const { b, number, checkCode } = await ask()
  const id = await idOf(number)
  await happen(id, 'confirmed')
  const running = await open(b, number, checkCode)
  expect(running).toContain('正在办理')
  expect(running).toContain('《中华人民共和国政府信息公开条例》第三十三条')
  expect(running).toMatch(/class="day-strip"/)
  const ics = await b.call('/request/progress/due.ics')
  expect([ics.headers.get('content-type'), /BEGIN:VEVENT/.test(ics.text)]).toEqual([
    'text/calendar; charset=utf-8',
    true,
  ])
  expect((await b.send('/request/progress/correct', { correction: '早了' })).status).toBe(422)
  await happen(id, 'correctionNoticed')
  // Every limit has its own article and its own days, also one that is not the office's.
  const correcting = await open(b, number, checkCode)
  const limit = correcting.match(/补正期限届满日[\s\S]*?<\/details>/)?.[0] ?? ''
  expect(limit).toContain('《中华人民共和国政府信息公开条例》第三十条')
  expect(limit).toMatch(/次日起15个工作日/)
  expect(limit).toMatch(/class="days-table"/)
  const empty = await b.send('/request/progress/correct', { correction: ' ' })
  expect([empty.status, /请填写补正内容/.test(empty.text)]).toEqual([422, true])
  await b.send('/request/progress/correct', { correction: '补充：只要2025年度' })
  const opened = await site.w.act((act) => openAsking(act, id, site.w.house.secret))
  expect(opened.words).toMatchObject([{ kind: 'correction', text: '补充：只要2025年度' }])
  const { rows } = await sql<{ sealed: string }>`select sealed from requests.words`.execute(
    site.w.db,
  )
  expect(rows.some(({ sealed }) => sealed.includes('补充'))).toBe(false)

  expect((await b.send('/request/progress/rate', { stars: '5' })).text).toContain('答复送达后')
  await happen(id, 'replied')
  await happen(id, 'served')
  const rated = await b.send('/request/progress/rate', { stars: '4', ratingWords: '答复很快' })
  expect(rated.headers.get('location')).toBe('/request/progress/case?done=rate')
  const { rows: kept } = await sql<{ satisfaction: number }>`
    select satisfaction from requests.request where id = ${id}`.execute(site.w.db)
  expect(kept[0]?.satisfaction).toBe(4)
  await site.w.act((act) =>
    recordFollowUp(
      act,
      { id, on: act.today, way: 'call', satisfaction: 5, text: '申请人表示满意' },
      site.w.house.secret,
    ),
  )
  const after = await site.w.act((act) => openAsking(act, id, site.w.house.secret))
  expect(after.followUps).toMatchObject([{ way: 'call', satisfaction: 5 }])
  expect((await b.send('/request/progress/withdraw', { sure: 'yes' })).text).toContain('不能撤回')

  const other = await ask()
  await open(other.b, other.number, other.checkCode)
  expect((await other.b.send('/request/progress/withdraw', {})).status).toBe(422)
  const gone = await other.b.send('/request/progress/withdraw', { sure: 'yes' })
  expect(gone.headers.get('location')).toBe('/request/progress/case?done=withdraw')
  expect((await other.b.call('/request/progress/case')).text).toContain('已撤回')
})

test('[M72] nothing of a case is shown without number and check code', async () => {
  for (const path of [
    '/request/progress/case',
    '/request/progress/due.ics',
    '/request/progress/letters/1.pdf',
    '/request/progress/files/1',
    '/request/progress/supplied/1',
  ]) {
    expect((await visitor().call(path)).status).toBe(303)
    expect((await visitor().open(path)).text).toContain('name="checkCode"')
  }
  const forged = visitor()
  forged.jar.set('gongkai_progress', Buffer.from('{"id":1}').toString('base64url'))
  expect((await forged.call('/request/progress/case')).headers.get('location')).toBe(
    '/request/progress',
  )
})

test('[M72] [M69] the answer is taken home with number and check code alone, and then rated', async () => {
  const { b, number, checkCode } = await ask()
  const requestId = await idOf(number)
  const organizationId = site.office.civil.id
  await happen(requestId, 'confirmed')
  const attached = { name: '路段清单.docx', bytes: plainFile('城东路段、城西路段') }
  const { letterId, redactionId, suppliedIds } = await answerInPart(site.w, {
    requestId,
    organizationId,
    attached,
  })
  const [pdf, docx, file, whole] = [
    `/request/progress/letters/${letterId}.pdf`,
    `/request/progress/letters/${letterId}.docx`,
    `/request/progress/files/${redactionId}`,
    `/request/progress/supplied/${suppliedIds[0]}`,
  ] as const
  // Issued, but not served: nothing lies ready yet.
  expect(await open(b, number, checkCode)).not.toContain('/request/progress/letters/')
  for (const address of [pdf, file, whole]) expect((await b.call(address)).status).toBe(303)
  await site.w.act((act) =>
    serveLetter(act, { letterId, way: 'online', postedOn: act.today }, site.w.house.secret),
  )
  const page = await open(b, number, checkCode)
  for (const address of [pdf, docx, file, whole]) expect(page).toContain(`href="${address}"`)
  // The result and the way against it, each with its article.
  expect(page).toContain('《中华人民共和国政府信息公开条例》第三十七条')
  expect(page).toContain('先申请行政复议')
  expect(page).toContain('（2023年修订）第二十三条第一款第四项')
  expect(page).toContain('下载即视为收到')
  const takenOn = async () => {
    const { rows } = await sql<{ on: string | null }>`select signed_on as "on"
      from requests.service where letter_id = ${letterId}`.execute(site.w.db)
    return rows[0]?.on
  }
  // Looking ahead is no receipt.
  expect((await b.call(pdf, { method: 'HEAD' })).status).toBe(200)
  await b.call(pdf, { headers: { 'sec-purpose': 'prefetch' } })
  expect(await takenOn()).toBeNull()
  const got = await b.call(pdf)
  expect(got.text.slice(0, 5)).toBe('%PDF-')
  expect(await takenOn()).toBe(dateAt(new Date()))
  for (const [name, expected] of [
    ['content-type', /^application\/pdf/],
    ['cache-control', /^no-store$/],
    ['content-disposition', /^attachment; filename\*=UTF-8''.*\.pdf$/],
    ['x-content-type-options', /^nosniff$/],
    ['content-security-policy', /sandbox/],
  ] as const)
    expect(got.headers.get(name)).toMatch(expected)
  expect((await b.call(docx)).headers.get('content-type')).toContain('wordprocessingml')
  const released = await b.call(file)
  expect(decodeURIComponent(released.headers.get('content-disposition') ?? '')).toContain(
    '明细（2025年）.docx',
  )
  const supplied = await b.call(whole)
  expect(decodeURIComponent(supplied.headers.get('content-disposition') ?? '')).toContain(
    '路段清单.docx',
  )
  expect(supplied.headers.get('cache-control')).toBe('no-store')
  // Another request's number opens nothing of this one, nor does a wrong form of the address.
  const stranger = await ask()
  await open(stranger.b, stranger.number, stranger.checkCode)
  for (const address of [pdf, docx, file, whole, `${pdf}x`, '/request/progress/files/1.pdf'])
    expect((await stranger.b.call(address)).headers.get('location')).toBe('/request/progress/case')
  const rated = await b.send('/request/progress/rate', { stars: '5' })
  expect(rated.headers.get('location')).toBe('/request/progress/case?done=rate')
})

test('[M78] the log shows the office’s words once it is answered and ticked, never personal data', async () => {
  const { number } = await ask()
  const id = await idOf(number)
  const { actor } = await makeStaff(site.w, {
    organizationId: site.office.government.id,
    roles: ['disclosureOffice'],
  })
  const version = async () => {
    const { rows } = await sql<{ version: number }>`
      select version from requests.request where id = ${id}`.execute(site.w.db)
    return rows[0]?.version ?? 0
  }
  const log = async (title: string, by = actor, documentId: number | null = published) => {
    const now = await version()
    return site.w.act((act) => logRequest(act, { id, version: now, title, documentId }), by)
  }
  await expect(log('公路养护资金分配')).rejects.toMatchObject({ code: 'requests.notAnswered' })
  for (const type of ['confirmed', 'replied'] as const) await happen(id, type)
  await expect(log('钱禾苗 430528199001010003 的申请')).rejects.toMatchObject({
    code: 'requests.titlePersonal',
  })
  await expect(log('公路养护资金分配', site.office.clerk)).rejects.toMatchObject({
    code: 'requests.notYours',
  })
  await expect(log('公路养护资金分配', actor, 999_999)).rejects.toMatchObject({
    code: 'requests.documentNotPublic',
  })
  expect((await site.ask('/request/log')).text).not.toContain('公路养护资金分配')
  await log('公路养护资金分配')
  const { text } = await site.ask('/request/log')
  expect(text).toContain('公路养护资金分配')
  expect(text).toContain(`/d/${published}`)
  expect(text).not.toContain('钱禾苗')
  expect(text).not.toContain(number)
  const now = await version()
  await site.w.act((act) => unlogRequest(act, { id, version: now }), actor)
  expect((await site.ask('/request/log')).text).not.toContain('公路养护资金分配')
})

test('[M77] the flow chart says the same in the drawing and in words, from the limits in force', async () => {
  const { text } = await site.ask('/request/flow')
  const svg = text.match(/<svg class="flow-chart"[\s\S]*?<\/svg>/)?.[0] ?? ''
  for (const words of ['登记', '征求第三方意见', '7个工作日内', '20个工作日内']) {
    expect(svg).toContain(words)
    expect(text.replace(svg, '')).toContain(words)
  }
  await sql`insert into requests.step_limit (step, applies_from, days, source)
    values ('assign', current_date - 1, 5, '县内规定')`.execute(site.w.db)
  site.serving.pages.drop(null)
  const changed = (await site.ask('/request/flow')).text
  expect(changed).toContain('县内规定')
  expect(changed).not.toContain('3个工作日内分办')
})

test('[M58] [M59] what is typed at a kiosk says so, and counts in law as what it is: over the Internet', async () => {
  const b = visitor()
  const { text } = await b.call('/elder/request/new?door=kiosk')
  const { wanted = '', ...rest } = details()
  const form = b.tokenIn(text)
  await b.send('/elder/request/new', { wanted, door: 'kiosk', form })
  await b.send('/elder/request/new/details', { wanted, ...rest })
  await b.send('/elder/request/new/review', {})
  const receipt = (await b.call('/elder/request/receipt')).text
  const id = await idOf(receipt.match(/id="receipt-number">([^<]+)</)?.[1] ?? '')
  const { rows } = await sql`select door, channel, standing, received_on as "receivedOn"
    from requests.request where id = ${id}`.execute(site.w.db)
  expect(rows).toEqual([
    { door: 'kiosk', channel: 'internet', standing: 'unconfirmed', receivedOn: null },
  ])
})

test('[M58] a kiosk leaves nothing behind', async () => {
  const b = visitor()
  const first = await b.call('/request/new?door=kiosk')
  expect(first.headers.get('location')).toBe('/elder/request/new?door=kiosk')
  const { text } = await b.call('/elder/request/new?door=kiosk')
  expect(text).toMatch(/data-idle="120"/)
  await b.send('/elder/request/new', {
    wanted: '绿松石一样的词',
    door: 'kiosk',
    form: b.tokenIn(text),
  })
  const page = (await b.call('/elder/request/new/details')).text
  expect(page).toContain('绿松石')
  expect(page).not.toMatch(/autocomplete="(name|tel|email|street-address)"/)
  await b.call('/elder/request/new/forget')
  expect((await b.call('/elder/request/new?door=kiosk')).text).not.toContain('绿松石')
  const { rows } =
    await sql`select 1 from requests.draft where updated_at > now() - interval '1 second'
    and sealed = ''`.execute(site.w.db)
  expect(rows).toEqual([])
})
