import type { FastifyInstance } from 'fastify'
import { afterAll, expect, test } from 'vitest'
import { makeStaff, worldPassword } from '../../../../test/world/accounts.ts'
import { makeOffice, matterCodes, noSecrets } from '../../../../test/world/documents.ts'
import { world } from '../../../../test/world/world.ts'
import { docx, townNotice } from '../../../modules/documents/intake/docx.fixture.ts'
import { apiServer } from '../server.ts'

const w = await world()
const office = await makeOffice(w)
const app: FastifyInstance = await apiServer(w.house)
afterAll(() => app.close())

type Method = 'GET' | 'POST' | 'PUT' | 'DELETE'
type Role = 'clerk' | 'sectionHead' | 'leader' | 'secrecyReviewer' | 'signer'

/** Someone signed in at the department, with the office's way of calling. */
const signedIn = async (...roles: Role[]) => {
  const { staff } = await makeStaff(w, { organizationId: office.civil.id, roles })
  const answer = await app.inject({
    method: 'POST',
    url: '/api/sign-in',
    payload: { userName: staff.userName, password: worldPassword },
  })
  const session = answer.cookies.find((one) => one.name === 'gongkai_session')?.value
  const headers = { cookie: `gongkai_session=${session}`, 'x-csrf-token': answer.json().me.csrf }
  const call = (method: Method, url: string, payload?: object) =>
    app.inject({ method, url, headers, ...(payload && { payload }) })
  const upload = (url: string, name: string, bytes: Uint8Array) => {
    const boundary = 'gongkai-test'
    const head = `--${boundary}\r\nContent-Disposition: form-data; name="file"; filename="${name}"\r\nContent-Type: application/octet-stream\r\n\r\n`
    return app.inject({
      method: 'POST',
      url,
      headers: { ...headers, 'content-type': `multipart/form-data; boundary=${boundary}` },
      payload: Buffer.concat([
        Buffer.from(head),
        Buffer.from(bytes),
        Buffer.from(`\r\n--${boundary}--\r\n`),
      ]),
    })
  }
  const must = async (method: Method, url: string, payload?: object) => {
    const answered = await call(method, url, payload)
    expect([url, answered.statusCode, answered.statusCode === 200 || answered.body]).toEqual([
      url,
      200,
      true,
    ])
    return answered.json()
  }
  return { call, must, upload }
}

test('[M23] [M34] [M161] a Word file goes from the desk to the public through every door', async () => {
  const clerk = await signedIn('clerk')
  const url = `/api/organizations/${office.civil.id}/documents/word`
  const made = (await clerk.upload(url, '通知.docx', docx(townNotice))).json()
  expect(made).toMatchObject({ state: 'draft', warnings: [] })
  const file = await clerk.upload(
    `/api/editions/${made.editionId}/attachments`,
    '附件.csv',
    Buffer.from('姓名,金额\n'),
  )
  expect(file.json()).toMatchObject({ name: '附件.csv', inline: false })
  const fetched = await clerk.call('GET', file.json().address)
  expect(fetched.headers['content-disposition']).toContain('attachment')
  expect(fetched.body).toBe('姓名,金额\n')

  const [code] = await matterCodes(w)
  const saved = await clerk.must('PUT', `/api/editions/${made.editionId}`, {
    version: made.version,
    fields: { matterCodes: [code], formedOn: '2026-03-18' },
  })
  expect(saved).toMatchObject({ issues: [], clock: { dueOn: '2026-04-16' } })
  let mark = await clerk.must('POST', `/api/editions/${made.editionId}/submit`, saved)
  for (const role of ['sectionHead', 'leader', 'secrecyReviewer', 'signer'] as const) {
    const checker = await signedIn(role)
    const today = await checker.must('GET', '/api/today')
    expect(today.waiting.items).toMatchObject([{ documentId: made.documentId, waitsFor: role }])
    mark = await checker.must('POST', `/api/editions/${made.editionId}/approve`, {
      version: mark.version,
      opinion: '同意',
      ...(role === 'secrecyReviewer' && { secrecy: noSecrets }),
    })
  }
  const signer = await signedIn('signer')
  const desk = await signer.must('GET', `/api/documents/${made.documentId}/desk`)
  expect(desk.may).toContain('publish')
  const published = await signer.must('POST', `/api/editions/${made.editionId}/publish`, mark)
  expect(published).toMatchObject({ state: 'published', address: `/d/${made.documentId}` })
  const list = await signer.must(
    'GET',
    `/api/documents?q=${encodeURIComponent(published.indexNumber)}`,
  )
  expect(list.items).toMatchObject([{ documentId: made.documentId, state: 'published' }])
})

test('a conflict hands over what stands there now, so that the office can lay both side by side', async () => {
  const [one, two] = [await signedIn('clerk'), await signedIn('clerk')]
  const draft = await one.must('POST', '/api/documents', {
    organizationId: office.civil.id,
    fields: { title: '初稿' },
  })
  const url = `/api/editions/${draft.editionId}`
  await two.must('PUT', url, { version: draft.version, fields: { title: '同事的' } })
  const late = await one.call('PUT', url, { version: draft.version, fields: { title: '我的' } })
  expect(late.statusCode).toBe(409)
  expect(late.json()).toMatchObject({
    code: 'documents.changedMeanwhile',
    details: { version: draft.version + 1, fields: { title: '同事的' } },
  })
})

test('lists, plans, grounds, columns and links answer through their doors', async () => {
  const clerk = await signedIn('clerk')
  const draft = await clerk.must('POST', '/api/documents', { organizationId: office.civil.id })
  expect((await clerk.must('GET', '/api/documents/grounds')).length).toBeGreaterThan(5)
  expect((await clerk.must('GET', '/api/columns')).length).toBe(6)
  expect(
    (await clerk.must('GET', `/api/review-plans?organizationId=${office.civil.id}`)).steps,
  ).toHaveLength(4)
  const link = await clerk.must('POST', `/api/editions/${draft.editionId}/previews`, { days: 3 })
  expect(link.address).toBe(`/preview/${link.token}`)
  const links = await clerk.must('GET', `/api/editions/${draft.editionId}/previews`)
  await clerk.must('POST', `/api/previews/${links[0].id}/revoke`, {})
  const text = { organizationId: office.civil.id, title: '低保审核信息公示' }
  expect(
    (await clerk.must('POST', '/api/documents/suggested-matters', text)).length,
  ).toBeGreaterThan(0)
  const refused = await clerk.upload(
    `/api/editions/${draft.editionId}/attachments`,
    'a.exe',
    Buffer.from('MZ'),
  )
  expect(refused.statusCode).toBe(422)
})
