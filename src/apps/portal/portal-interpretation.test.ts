import { beforeAll, expect, test } from 'vitest'
import {
  addAnswer,
  addProgramme,
  draftMaterial,
  releaseProgramme,
  reviewAnswer,
  tieMaterial,
} from '#interpretation'
import { keepParticulars, recordEnd } from '#policies'
import { monday } from '../../../test/world/documents.ts'
import { type PublicSite, publicSite } from '../../../test/world/portal/site.ts'

let site: PublicSite
let policyId: number
let materialId: number
const text = async (path: string) => (await site.ask(path)).text

beforeAll(async () => {
  site = await publicSite()
  policyId = (await site.publish({ title: '关于调整低保标准的通知' })).documentId
  materialId = (await site.publish({ title: '一图看懂低保标准', kind: '解读' })).documentId
})

const tie = () =>
  site.w.act(
    (act) =>
      tieMaterial(act, {
        documentId: materialId,
        policyId,
        form: 'chart',
        followUp: false,
        author: '何晴',
        authorPost: '股长',
        details: {
          altText: '左列原标准，<b>右列</b>新标准。',
          mediaAddress: 'https://www.qingsui.example/chart',
        },
      }),
    site.office.clerk,
    monday,
  )

test('[M51] both pages link to each other at once, though they were kept before', async () => {
  expect(await text(`/d/${policyId}`)).not.toContain('/consultation?policy=')
  expect(await text(`/d/${materialId}`)).not.toContain('解读的文件')
  expect(await text('/interpretation')).not.toContain('一图看懂低保标准')
  await tie()
  await expect.poll(() => text(`/d/${policyId}`)).toContain(`/consultation?policy=${policyId}`)
  expect(await text(`/d/${policyId}`)).toContain('政策解读')
  await expect.poll(() => text(`/d/${materialId}`)).toContain('解读的文件')
  expect(await text(`/d/${materialId}`)).toContain(`href="/d/${policyId}"`)
  await expect.poll(() => text('/interpretation')).toContain('一图看懂低保标准')
})

test('[M52] what a form needs is read by everybody, and as text only', async () => {
  const page = await text(`/d/${materialId}`)
  expect(page).toContain('图表图解')
  expect(page).toContain('左列原标准，&lt;b>右列&lt;/b>新标准。')
  expect(page).toContain('href="https://www.qingsui.example/chart"')
})

test('[M52] the list narrows by form, unit and policy', async () => {
  expect(await text('/interpretation?form=chart')).toContain('一图看懂低保标准')
  expect(await text('/interpretation?form=video')).not.toContain('一图看懂低保标准')
  expect(await text(`/interpretation?policy=${policyId}`)).toContain('一图看懂低保标准')
  expect(await text(`/interpretation?unit=${site.office.civil.code}`)).toContain('一图看懂')
  expect(await text('/en/interpretation')).toContain('Chart')
})

test('[M51] [M47] a draft that explains is named nowhere', async () => {
  const draft = await site.w.act(
    (act) => draftMaterial(act, { id: policyId, form: 'text', title: '密稿解读', followUp: false }),
    site.office.clerk,
    monday,
  )
  for (const path of ['/interpretation', `/d/${policyId}`, `/interpretation?policy=${policyId}`])
    expect(await text(path), path).not.toContain('密稿解读')
  expect((await site.ask(`/interpretation?policy=${draft.documentId}`)).text).not.toContain('密稿')
})

test('[M56] questions are answered by words and by policy, without scripts', async () => {
  const answer = await site.w.act(
    (act) =>
      addAnswer(act, {
        organizationId: site.office.civil.id,
        policyId,
        question: '低保怎么申请？',
        answer: '到乡镇便民服务中心申请。\n<script>alert(1)</script>',
        validUntil: null,
      }),
    site.office.clerk,
    monday,
  )
  expect(await text('/consultation')).not.toContain('低保怎么申请')
  await site.w.act((act) => reviewAnswer(act, answer), site.office.leader, monday)
  const found = await text(`/consultation?q=${encodeURIComponent('申请低保')}`)
  expect(found).toContain('低保怎么申请？')
  expect(found).not.toContain('<script>alert')
  expect(await text(`/consultation?policy=${policyId}`)).toContain('低保怎么申请？')
  expect(await text(`/consultation?policy=${materialId}`)).not.toContain('到乡镇便民服务中心')
  // An unknown policy has no answers, rather than everybody's.
  expect(await text('/consultation?policy=99999')).not.toContain('到乡镇便民服务中心')
  expect(await text(`/consultation?q=${encodeURIComponent('航天')}`)).toContain(
    '没有找到现成的答复',
  )
})

test('[M57] a programme has its page once it is released', async () => {
  const planned = await site.w.act(
    (act) =>
      addProgramme(act, {
        organizationId: site.office.civil.id,
        policyId,
        content: {
          kind: 'radioTv',
          title: '电视问政：低保',
          guest: '李局长',
          guestPost: '',
          startsAt: '2026-03-10T20:00:00+08:00',
          endsAt: null,
          place: '综合频道',
          address: '',
          about: '',
          questions: [{ question: '谁能领？', answer: '符合条件的家庭。' }],
          transcript: '主持人：开始。',
        },
      }),
    site.office.clerk,
    monday,
  )
  expect((await site.ask(`/programmes/${planned.id}`)).status).toBe(404)
  expect(await text('/programmes')).not.toContain('电视问政：低保')
  await site.w.act((act) => releaseProgramme(act, planned), site.office.leader, monday)
  await expect.poll(() => text('/programmes')).toContain('电视问政：低保')
  const page = await text(`/programmes/${planned.id}`)
  expect(page).toContain('2026-03-10 20:00')
  expect(page).toContain('主持人：开始。')
})

test('[M31] a policy that ends says so on every page that shows or cites it, kept ones too', async () => {
  await site.w.act(
    (act) => keepParticulars(act, { id: policyId, class: 'other' }),
    site.office.sectionHead,
  )
  const [programme] = (await text('/programmes')).match(/\/programmes\/\d+/) ?? []
  const unit = `/organizations/${site.office.civil.code}`
  const paths = [
    `/d/${policyId}`,
    `/d/${policyId}/history`,
    `/d/${materialId}`,
    '/interpretation',
    `/interpretation?policy=${policyId}`,
    '/consultation',
    `/consultation?policy=${policyId}`,
    programme ?? '/programmes/none',
    '/',
    unit,
    '/policies',
    `/search?q=${encodeURIComponent('调整低保标准')}`,
    '/feed.xml',
    '/feed.atom',
    '/feed.json',
    `${unit}/feed.json`,
  ]
  for (const path of paths) expect((await site.ask(path)).status, path).toBe(200)
  for (const path of paths) expect(await text(path), path).toContain('低保标准')
  for (const path of paths) expect(await text(path), path).not.toContain('已废止')
  await site.w.act(
    (act) =>
      recordEnd(act, {
        ...{ id: policyId, kind: 'repeals', onDay: '2026-03-05', scope: '' },
        actingText: '《青穗县低保工作规定》（青政发〔2026〕2号）',
      }),
    site.office.sectionHead,
  )
  for (const path of paths)
    await expect.poll(() => text(path), { message: path }).toContain('已废止')
  expect(JSON.parse(await text('/policies.json'))).toContainEqual(
    expect.objectContaining({ documentId: policyId, validity: 'repealed' }),
  )
  expect(await text('/policies.csv')).toMatch(/低保标准[^\n]*已废止/)
})
