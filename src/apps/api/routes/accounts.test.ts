import type { FastifyInstance, InjectOptions } from 'fastify'
import { afterAll, expect, test } from 'vitest'
import { makeStaff, worldPassword } from '../../../../test/world/accounts.ts'
import { makeCounty } from '../../../../test/world/organizations.ts'
import { world } from '../../../../test/world/world.ts'
import { beginTry } from '../../../modules/accounts/pace.ts'
import { apiServer } from '../server.ts'

const w = await world()
const county = await makeCounty(w)
const app: FastifyInstance = await apiServer(w.house)
afterAll(() => app.close())

const post = (url: string, payload: object, headers: InjectOptions['headers'] = {}) =>
  app.inject({ method: 'POST', url, payload, headers })

const enter = async (userName: string) => {
  const answer = await post('/api/sign-in', { userName, password: worldPassword })
  const cookie = answer.cookies.find((one) => one.name === 'gongkai_session')
  return { answer, cookie, headers: { cookie: `gongkai_session=${cookie?.value}` } }
}

test('[M158] signs in by a cookie that scripts cannot read, and shows who is signed in', async () => {
  const { staff } = await makeStaff(w, { organizationId: county.civil.id, roles: ['clerk'] })
  const { answer, cookie, headers } = await enter(staff.userName)
  expect(answer.statusCode).toBe(200)
  expect(cookie).toMatchObject({ httpOnly: true, sameSite: 'Lax', path: '/' })
  const me = await app.inject({ url: '/api/me', headers })
  expect(me.json()).toMatchObject({
    staff: { userName: staff.userName, grants: [{ role: 'clerk' }] },
    csrf: answer.json().me.csrf,
    passwordOwed: false,
    idleMinutes: 30,
  })
  expect(me.headers['cache-control']).toBe('no-store')
})

test('a request that changes something needs the token of the session, not only its cookie', async () => {
  const { staff } = await makeStaff(w, { organizationId: county.civil.id })
  const { answer, headers } = await enter(staff.userName)
  expect((await post('/api/sign-out', {}, headers)).statusCode).toBe(403)
  const csrf = answer.json().me.csrf
  expect((await post('/api/sign-out', {}, { ...headers, 'x-csrf-token': csrf })).statusCode).toBe(
    200,
  )
  expect((await app.inject({ url: '/api/me', headers })).statusCode).toBe(401)
})

test('a refusal speaks the language asked for and says what to do', async () => {
  const wrong = { userName: 'nobody', password: 'nothing' }
  const chinese = await post('/api/sign-in', wrong)
  expect(chinese.statusCode).toBe(403)
  expect(chinese.json().message).toContain('用户名或密码不正确')
  const english = await post('/api/sign-in', wrong, { 'x-language': 'en' })
  expect(english.json().message).toContain('user name or the password is wrong')
})

test('[M48] staff, tree, keepers and log answer through their doors', async () => {
  const { staff } = await makeStaff(w, {
    organizationId: county.office.id,
    at: county.government.id,
    roles: ['administrator', 'disclosureOffice'],
  })
  const { answer, headers } = await enter(staff.userName)
  const signed = { ...headers, 'x-csrf-token': answer.json().me.csrf }
  const get = async (url: string) => {
    const got = await app.inject({ url, headers })
    expect([url, got.statusCode, got.statusCode === 200 || got.body]).toEqual([url, 200, true])
    return got.json()
  }
  expect((await get('/api/organizations')).organizations).toHaveLength(7)
  expect((await get(`/api/organizations/${county.town.id}`)).name).toBe('澄岚镇人民政府')
  expect(await get(`/api/organizations/${county.town.id}/site`)).toEqual({ site: null })
  expect((await get(`/api/unit-register?under=${county.town.id}&limit=1`)).next).not.toBeNull()
  expect((await get('/api/regions')).regions).toEqual([])
  const made = await post(
    '/api/staff',
    { organizationId: county.town.id, userName: 'Chen.Jing', name: '陈静' },
    signed,
  )
  expect(made.json()).toMatchObject({ staff: { userName: 'chen.jing', passwordMustChange: true } })
  const { id } = made.json().staff
  const grant = { organizationId: county.town.id, role: 'clerk' }
  expect((await post(`/api/staff/${id}/grants`, grant, signed)).statusCode).toBe(200)
  const keeper = {
    organizationId: county.town.id,
    columnKey: 'jiuye',
    staffId: id,
    standInId: null,
  }
  const put = await app.inject({
    method: 'PUT',
    url: '/api/keepers',
    payload: keeper,
    headers: signed,
  })
  expect(put.statusCode).toBe(200)
  expect((await get(`/api/keepers?organizationId=${county.town.id}`)).keepers).toHaveLength(1)
  expect((await get(`/api/staff?organizationId=${county.town.id}`)).staff).toHaveLength(1)
  const { entries } = await get(`/api/audit/entries?organizationId=${county.town.id}&limit=2`)
  expect(entries.map((one: { kind: string }) => one.kind)).toEqual([
    'accounts.keeperAssigned',
    'accounts.roleGranted',
  ])
  expect(await get('/api/audit/verification')).toMatchObject({ ok: true })
  expect((await get('/api/me/sessions')).sessions).toHaveLength(1)
  expect((await get('/api/password-rules')).minLength).toBe(12)
})

test('the description of the doors is whole', async () => {
  const description = (await app.inject({ url: '/api/openapi.json' })).json()
  expect(Object.keys(description.paths)).toEqual(
    expect.arrayContaining(['/api/sign-in', '/api/organizations/{id}', '/api/audit/entries']),
  )
})

test('[M158] the address is the sender’s own, save where a trusted proxy names another; too many failures say when to come again', async () => {
  const wrong = { userName: 'nobody', password: 'nothing' }
  const now = new Date()
  const from = (remoteAddress: string, forwarded: string, server = app) =>
    server.inject({
      method: 'POST',
      url: '/api/sign-in',
      payload: wrong,
      remoteAddress,
      headers: { 'x-forwarded-for': forwarded },
    })
  // A stretch of its own: the next quarter of an hour may begin while the test runs.
  const shut = async (ip: string) => {
    for (const at of [now, new Date(now.getTime() + 15 * 60_000)])
      for (let tries = 0; tries < 50; tries++) await beginTry(w.house, ip, at).catch(() => null)
  }
  await shut('198.51.100.7')
  const refused = await from('198.51.100.7', '192.0.2.1')
  expect(refused.statusCode).toBe(429)
  expect(Number(refused.headers['retry-after'])).toBeGreaterThanOrEqual(60)
  expect(refused.json()).toMatchObject({ code: 'accounts.tooManyFromAddress' })
  expect(refused.json().message).toContain('分钟后再试')
  // Whoever is no proxy of ours cannot put the blame on another, nor take another's place.
  expect((await from('192.0.2.1', '198.51.100.7')).statusCode).toBe(403)
  expect((await from('127.0.0.1', '198.51.100.7')).statusCode).toBe(429)
  const behind = await apiServer(w.house, {}, ['10.9.0.0/16'])
  expect((await from('10.9.8.7', '198.51.100.7', behind)).statusCode).toBe(429)
  expect((await from('10.8.8.7', '198.51.100.7', behind)).statusCode).toBe(403)
  await behind.close()
})
