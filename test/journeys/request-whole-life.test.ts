import { readFile } from 'node:fs/promises'
import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { dateAt } from '#platform/civil-date'
import { saveLetterhead } from '#requests'
import { makeStaff, worldPassword } from '../world/accounts.ts'
import { namedFile, plainFile, wordsIn } from '../world/answers.ts'
import { openWindow, telephone } from '../world/browser.ts'
import { journey } from '../world/journey.ts'
import {
  addFile,
  decideInPart,
  draftOf,
  fillDetails,
  follow,
  letterNamed,
  replyFields,
  sendRequest,
  serveOnline,
  supplyFile,
  withhold,
} from './request-steps.ts'
import { choose, dialog, isNotOffered, press, sees } from './steps.ts'

const j = await journey()

/** Somebody of the government who reviews or signs, at the answer of a case. */
const judge = async (role: 'sectionHead' | 'signer', place: string): Promise<Page> => {
  const organizationId = j.body('government').id
  const { staff } = await makeStaff(j.w, { organizationId, roles: [role] })
  const page = await j.anyone(role)
  const data = { userName: staff.userName, password: worldPassword }
  const answer = await page.request.post(`${j.url}/api/sign-in`, { data })
  expect(answer.status()).toBe(200)
  await page.goto(`${j.url}/office${place}`)
  return page
}

const download = async (page: Page, name: RegExp): Promise<{ name: string; bytes: Buffer }> => {
  const waiting = page.waitForEvent('download')
  await page.getByRole('link', { name }).click()
  const taken = await waiting
  return { name: taken.suggestedFilename(), bytes: await readFile(await taken.path()) }
}

test('[M58] [M63] [M65] [M67] [M69] [M71] [M72] a request from the asking to the rating: corrected, a third party heard, extended, answered in part, taken home', async () => {
  await j.w.act((act) =>
    saveLetterhead(act, {
      organizationId: j.body('government').id,
      mark: '青府',
      authority: '云州市人民政府',
      court: '',
      onlineChannel: 'https://fy.example.test',
    }),
  )
  // Without scripts, on a telephone: the citizen's whole part.
  const { page: citizen } = await openWindow({
    ...telephone,
    javaScriptEnabled: false,
    acceptDownloads: true,
  })
  await citizen.goto(`${j.url}/request/new`)
  await citizen.getByLabel('所需信息').fill('镇上的养护账')
  await citizen
    .getByRole('button', { name: /下一步/ })
    .last()
    .click()
  await fillDetails(citizen, j.body('government').name)
  const mine = await sendRequest(citizen)

  const desk = await j.at('disclosureOffice', `/requests?q=${mine.number}`)
  await desk.getByRole('link', { name: '镇上的养护账' }).click()
  const record = desk.getByRole('region', { name: '法定事项记录' })
  await choose(record, '事项', '与申请人确认')
  await press(record, '登记事项')
  await sees(record.getByRole('list').first(), '与申请人确认')
  const place = new URL(desk.url()).pathname.replace(/^\/office/, '')

  // What is missing is told once; the citizen reads the notice and corrects on the same page.
  await press(desk, '办理答复')
  const correction = '政府信息公开申请补正告知书'
  await draftOf(desk, correction, { 补正事项: '请写明镇的名称和年份' })
  await press(letterNamed(desk, correction), '编号发出')
  await sees(letterNamed(desk, correction), '青府公告〔')
  await follow(citizen, j.url, mine)
  expect((await download(citizen, /下载PDF.*补正告知书/)).bytes.subarray(0, 5).toString()).toBe(
    '%PDF-',
  )
  await citizen.getByLabel('补正内容').fill('澄岚镇，2025年')
  await citizen.getByRole('button', { name: '提交补正' }).click()
  await citizen.getByText('补正已提交。').waitFor()

  // A third party objects; the office settles that its part stays closed.
  await desk.reload()
  const parties = desk.getByRole('region', { name: '征求意见' })
  await parties.getByLabel('名称或者姓名').fill('青穗县禾源米业有限公司')
  await press(parties, '登记')
  await sees(parties, '青穗县禾源米业有限公司')
  const inquiry = '政府信息公开征求意见书（第三方）'
  await draftOf(desk, inquiry, { 拟公开内容: '养护资金明细' }, '禾源米业')
  await press(letterNamed(desk, inquiry), '编号发出')
  await choose(parties, '意见', '不同意公开')
  await parties.getByLabel('理由').fill('含个人信息')
  await press(parties, '登记意见')
  await parties.getByRole('button', { name: '决定不公开' }).waitFor()
  await parties.getByLabel('理由').fill('属于个人隐私，不公开')
  await press(parties, '决定不公开')
  await isNotOffered(parties, '决定不公开')

  // More time: the head of the work office agrees, and the citizen is told.
  const extension = '政府信息公开延期答复告知书'
  await draftOf(desk, extension, { 延期理由: '材料较多' })
  await press(letterNamed(desk, extension), '送审')
  const signer = await judge('signer', `${place}/answer`)
  await press(letterNamed(signer, extension), '签发')
  await sees(letterNamed(signer, extension), '已签发')
  await desk.reload()
  await press(letterNamed(desk, extension), '编号发出')
  await sees(letterNamed(desk, extension), '已发出')

  // In part: decided, a name taken out, drafted, reviewed and signed by others, served online.
  await decideInPart(desk)
  await addFile(desk, { name: '明细.docx', bytes: namedFile() })
  await withhold(desk, /养护员钱禾苗/)
  // Two more files go along whole; one bears a telephone number, and a named person answers for it.
  await supplyFile(desk, { name: '路段清单.docx', bytes: plainFile('城东路段、城西路段') })
  await supplyFile(desk, { name: '联系表.docx', bytes: plainFile('养护员手机13900139000') })
  await draftOf(desk, null, replyFields)
  const reply = '部分公开'
  await press(letterNamed(desk, reply), '送审')
  await sees(letterNamed(desk, reply), '随附的文件中有需要先处理的内容')
  const supplied = desk.getByRole('region', { name: '随答复提供的文件' })
  await press(supplied, '签字确认')
  await dialog(desk).getByLabel('核对情况和理由').fill('公务联系电话，可以公开')
  await press(dialog(desk), '签字确认')
  await sees(supplied, '已签字确认：公务联系电话，可以公开')
  await press(letterNamed(desk, reply), '送审')
  await sees(letterNamed(desk, reply), '待审核')
  const reviewer = await judge('sectionHead', `${place}/answer`)
  await press(letterNamed(reviewer, reply), '合法性审核通过')
  await sees(letterNamed(reviewer, reply), '已审核，待签发')
  await signer.reload()
  await press(letterNamed(signer, reply), '签发')
  await sees(letterNamed(signer, reply), '已签发，待发出')
  await desk.reload()
  await press(letterNamed(desk, reply), '编号发出')
  await sees(letterNamed(desk, reply), '青府公复〔')
  // Sent, but not served: it does not lie ready before the day that the office answers for.
  await citizen.goto(`${j.url}/request/progress/case`)
  expect(await citizen.getByRole('link', { name: /答复书/ }).count()).toBe(0)
  expect(await citizen.getByRole('link', { name: '路段清单.docx' }).count()).toBe(0)
  // Signed and lying about: the case says what to do, and says so no longer once it is served.
  await desk.goto(`${j.url}/office${place}`)
  await sees(desk, '尚未登记送达')
  await desk.getByRole('link', { name: '去登记送达' }).click()
  await serveOnline(desk, reply, ['路段清单.docx', '联系表.docx', '明细.docx'])
  await desk.goto(`${j.url}/office${place}`)
  await sees(desk, '答复于')
  await desk.getByText('尚未登记送达').waitFor({ state: 'hidden' })

  // Home: the answer, its Word form and what was released; to take it is to receive it.
  await citizen.reload()
  await citizen.getByText('下载即视为收到').waitFor()
  const answer = await download(citizen, /下载PDF.*答复书/)
  expect(answer.name).toMatch(/^青府公复〔\d{4}〕\d+号\.pdf$/)
  expect((await download(citizen, /下载Word.*答复书/)).bytes.subarray(0, 2).toString()).toBe('PK')
  const { bytes } = await download(citizen, /明细\.docx/)
  const words = wordsIn(bytes)
  expect(words).toContain('明细')
  expect(words).not.toContain('钱禾苗')
  const whole = await download(citizen, /路段清单\.docx/)
  expect(wordsIn(whole.bytes)).toContain('城东路段、城西路段')
  expect((await download(citizen, /联系表\.docx/)).name).toBe('联系表.docx')
  await citizen.reload()
  expect(await citizen.getByText('下载即视为收到').count()).toBe(0)
  await citizen.getByLabel('5 非常满意').check()
  await citizen.getByRole('button', { name: '提交评价' }).click()
  await citizen.getByText('感谢您的评价。').waitFor()

  // The office sees the day on which it was taken.
  await desk.goto(`${j.url}/office${place}/answer`)
  await sees(letterNamed(desk, reply), `签收日期 ${dateAt(new Date())}`)
  await citizen.context().close()
  // The longest walk of all: five windows, three letters printed.
}, 300_000)
