import type { Page } from 'playwright-core'
import { choose, hand, press, sees } from './steps.ts'

/** What is done about a request, by who asks on the portal and by who answers in the office. */

/** Number and check code, as the receipt shows them. */
export interface Receipt {
  readonly number: string
  readonly code: string
}

const send = (page: Page, name: string | RegExp): Promise<void> =>
  page.getByRole('button', { name }).last().click()

/** Fills in who asks and how the answer is to come, and goes on. */
export const fillDetails = async (page: Page, office: string): Promise<void> => {
  await page.getByLabel('受理机关').selectOption({ label: office })
  await page.getByLabel('公民（自然人）').check()
  await page.getByLabel('姓名或者名称').fill('钱禾苗')
  await page.getByLabel('居民身份证').check()
  await page.getByLabel('证件号码').fill('430528199001010003')
  await page.getByLabel('联系电话').fill('13900000000')
  await page.getByLabel('电子文件').check()
  await page.getByLabel('网上获取').check()
  await page.getByLabel('我已阅读并同意').check()
  await send(page, '下一步：核对')
  await page.getByRole('heading', { name: '核对并提交' }).waitFor()
}

/** Sends what was filled in, and reads the receipt. */
export const sendRequest = async (page: Page): Promise<Receipt> => {
  await send(page, '提交申请')
  await page.getByRole('heading', { name: '申请已提交' }).waitFor()
  const read = async (id: string) => (await page.locator(id).textContent()) ?? ''
  return { number: await read('#receipt-number'), code: await read('#receipt-code') }
}

/** Opens the progress page with number and check code. */
export const follow = async (page: Page, url: string, { number, code }: Receipt): Promise<void> => {
  await page.goto(`${url}/request/progress?number=${number}`)
  await page.getByLabel('查询码').fill(code)
  await send(page, '查询')
  await page.getByRole('heading', { name: `申请 ${number}` }).waitFor()
}

const partly = [
  '是，要求公开政府信息',
  '有效',
  '明确',
  '没有',
  '没有超过',
  '不属于',
  '是',
  '是现成信息',
  '尚未公开',
  '不是',
  '不禁止',
  '不会',
  '部分内容涉及，不予公开',
  '不属于，或者决定公开',
  '不属于，或者应当公开',
  '不属于，或者应当公开',
  '能够，公开其余部分',
]

/** Follows the guide to a disclosure in part, and settles it. */
export const decideInPart = async (desk: Page): Promise<void> => {
  const guide = desk.getByRole('region', { name: '答复指引' })
  for (const [at, answer] of partly.entries())
    await guide
      .locator('.guide-step')
      .nth(at)
      .getByRole('radio', { name: answer, exact: true })
      .check()
  await sees(guide, '部分公开')
  await sees(guide, '先向云州市人民政府申请行政复议')
  await press(guide, '确定答复类型')
  await sees(guide, '已经确定')
}

/** Takes a paragraph out of the Word file that is open, and is back at the answer. */
export const withhold = async (desk: Page, words: RegExp): Promise<void> => {
  await desk.getByRole('checkbox', { name: words }).check()
  await press(desk, '生成提供的版本')
  const redaction = desk.getByRole('region', { name: '区分处理' })
  await redaction.getByRole('link', { name: '提供的版本' }).waitFor()
}

/** Hands in a Word file that the answer is about; it opens for what is to be withheld. */
export const addFile = (
  desk: Page,
  file: { readonly name: string; readonly bytes: Uint8Array },
): Promise<void> =>
  hand(desk, '选择或者拖入Word文档（.docx）、PDF', {
    name: file.name,
    mimeType: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
    buffer: Buffer.from(file.bytes),
  })

/** Puts a file beside the reply; it is examined, and says so. */
export const supplyFile = async (
  desk: Page,
  file: { readonly name: string; readonly bytes: Uint8Array },
): Promise<void> => {
  await hand(desk, '选择或者拖入Word、Excel、PPT、PDF、OFD、图片等文件', {
    name: file.name,
    mimeType: 'application/octet-stream',
    buffer: Buffer.from(file.bytes),
  })
  const supplied = desk.getByRole('region', { name: '随答复提供的文件' })
  await sees(supplied.locator('li.letter').filter({ hasText: file.name }), '已检查')
}

/** Writes a letter of a kind and keeps it as a draft; without a kind the reply that was settled. */
export const draftOf = async (
  desk: Page,
  kind: string | null,
  fields: Readonly<Record<string, string>>,
  party?: string,
): Promise<void> => {
  const letters = desk.getByRole('region', { name: '文书' })
  await press(letters, '起草文书')
  if (kind) await choose(letters, '文书种类', kind)
  if (party) await choose(letters, '第三方', party)
  for (const [name, words] of Object.entries(fields))
    await letters.getByLabel(name, { exact: true }).fill(words)
  await press(letters, '保存草稿')
}

export const replyFields = {
  提供方式: '见附件',
  不予公开内容: '见附件',
  理由: '见附件',
  依据: '见附件',
}

/** A letter of the case, by its title. */
export const letterNamed = (desk: Page, title: string) =>
  desk.getByRole('region', { name: '文书' }).locator('li.letter').filter({ hasText: title })

/** Enters that a letter lies ready on the progress page. */
export const serveOnline = async (
  desk: Page,
  title: string,
  enclosed: readonly string[] = [],
): Promise<void> => {
  const letter = letterNamed(desk, title)
  await press(letter, '登记送达')
  await choose(letter, '送达方式', '网上获取')
  for (const name of enclosed) await sees(letter.getByRole('list'), name)
  await press(letter, '登记')
  await sees(letter, '网上获取 ·')
}
