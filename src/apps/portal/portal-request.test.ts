import { beforeAll, expect, test } from 'vitest'
import { type PublicSite, publicSite } from '../../../test/world/portal/site.ts'

let site: PublicSite
beforeAll(async () => {
  site = await publicSite()
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
    const token = fields.form ?? tokenIn((await call(path.replace(/\/(withdraw|correct|rate)$/, '/case'))).text)
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
