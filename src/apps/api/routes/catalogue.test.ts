import type { FastifyInstance } from 'fastify'
import { afterAll, expect, test } from 'vitest'
import { loadReferenceCatalogue } from '#catalogue'
import * as contract from '#catalogue/contract'
import { makeStaff, worldPassword } from '../../../../test/world/accounts.ts'
import { makeCounty } from '../../../../test/world/organizations.ts'
import { world } from '../../../../test/world/world.ts'
import { apiServer } from '../server.ts'

const w = await world()
const county = await makeCounty(w)
await w.act((act) => loadReferenceCatalogue(act))
const app: FastifyInstance = await apiServer(w.house)
afterAll(() => app.close())

const office = await makeStaff(w, {
  organizationId: county.office.id,
  roles: ['disclosureOffice'],
  at: county.government.id,
})
const signedIn = await app.inject({
  method: 'POST',
  url: '/api/sign-in',
  payload: { userName: office.staff.userName, password: worldPassword },
})
const headers = {
  cookie: `gongkai_session=${signedIn.cookies[0]?.value}`,
  'x-csrf-token': signedIn.json().me.csrf as string,
}
const call = async (method: 'GET' | 'POST' | 'PUT', url: string, payload?: object) => {
  const answer = await app.inject({ method, url: `/api/catalogue${url}`, headers, payload })
  return { status: answer.statusCode, body: answer.json() }
}

test('the office drafts, takes a table in, settles, looks and adopts', async () => {
  const of = `/of/${county.government.id}`
  expect((await call('GET', '/fields')).body).toHaveLength(32)
  const draft = (await call('POST', `${of}/drafts`, { base: 'reference' })).body
  expect(draft).toMatchObject({ state: 'draft', matterCount: 639 })

  const table = [
    '序号,领域,一级事项,二级事项,公开内容（要素）,公开依据,公开时限,公开主体,公开渠道和载体,公开对象,公开方式,公开层级',
    '1,社会救助,综合业务,救助热线,热线号码,《社会救助暂行办法》,信息形成之日起5个工作日内,县民政局,政府网站,全社会,主动,县级',
  ].join('\n')
  const received = await call('POST', `${of}/imports`, {
    fileName: '社会救助.csv',
    contentBase64: Buffer.from(table).toString('base64'),
  })
  const { importId } = received.body
  const preview = (await call('GET', `/imports/${importId}/preview`)).body
  expect(preview).toMatchObject({
    editionId: draft.id,
    reasonRequired: true,
    fields: [{ fieldCode: 'F19', added: [{ level2: '救助热线' }] }],
  })
  const unreasoned = await call('POST', `/imports/${importId}/apply`, { reason: '' })
  expect(unreasoned).toMatchObject({ status: 422, body: { code: 'catalogue.reasonNeeded' } })
  const applied = await call('POST', `/imports/${importId}/apply`, { reason: '本县开通热线' })
  expect(applied.body).toMatchObject({ editionId: draft.id, addedCount: 1 })

  const at = `/editions/${draft.id}`
  const found = (await call('GET', `${at}/matters?text=${encodeURIComponent('救助热线')}`)).body
  expect(found).toMatchObject({ total: 1, next: null })
  const code = found.matters[0].code as string
  const changed = await call('PUT', `${at}/matters/${code}`, {
    changes: { levels: ['county', 'township'] },
    reason: '',
  })
  expect(changed.body).toMatchObject({ code, levels: ['county', 'township'] })
  expect((await call('GET', `${at}/matters/${code}`)).body).toMatchObject({
    matter: { code },
    deviation: { kind: 'added', reason: '本县开通热线' },
    questions: [],
  })
  for (const page of ['readiness', 'structure', 'level-matrix', 'item-counts', 'fields', 'powers'])
    expect([page, (await call('GET', `${at}/${page}`)).status]).toEqual([page, 200])
  expect((await call('GET', `${at}/deviations?whole=true`)).body.deviations).toHaveLength(1)
  expect((await call('GET', `${at}/questions`)).status).toBe(200)

  const target = { lead: [county.civil.id], joint: [county.town.id] }
  expect((await call('PUT', `${at}/responsibilities/F19`, target)).status).toBe(200)
  const effectiveOn = new Date(Date.now() + 8 * 3_600_000).toISOString().slice(0, 10)
  const adopted = await call('POST', `${at}/adopt`, { effectiveOn, confirm: true })
  expect(adopted.body).toMatchObject({ state: 'inForce', adoptedBy: office.staff.name })
  expect((await call('GET', `${of}/editions`)).body).toMatchObject({
    editions: [{ id: draft.id }],
    reference: { organizationId: null },
  })
  const duties = await call('GET', `/of/${county.civil.id}/obligations?field=F19&limit=5`)
  expect(duties.body.obligations[0]).toMatchObject({ because: 'responsibility' })
  const file = (await call('GET', `${at}/download?format=csv&field=F19`)).body
  expect(Buffer.from(file.contentBase64, 'base64').toString()).toContain('救助热线')
  expect(file.fileName).toContain('社会救助.csv')
})

test('strangers are refused at every door, and each door is described', async () => {
  const endpoints = Object.values(contract).filter(
    (one): one is typeof contract.fields => typeof one === 'object' && 'path' in one,
  )
  expect(endpoints.length).toBeGreaterThan(30)
  const { paths } = (await app.inject({ url: '/api/openapi.json' })).json()
  for (const { method, path } of endpoints) {
    const url = path.replace(/:\w+/g, '1')
    expect([path, (await app.inject({ method, url })).statusCode]).toEqual([path, 401])
    expect(paths[path.replace(/:(\w+)/g, '{$1}')]).toHaveProperty(method.toLowerCase())
  }
})
