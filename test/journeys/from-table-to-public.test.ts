import { readFile } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'
import { grantRole } from '#accounts'
import { nameOf } from '../world/county.ts'
import { type Journey, journey } from '../world/journey.ts'
import {
  act,
  approve,
  hand,
  isKept,
  isNotOffered,
  openFrom,
  press,
  sees,
  text,
  write,
} from './steps.ts'

const table = fileURLToPath(
  new URL('../fixtures/catalogue/01-caizheng-content-split.xlsx', import.meta.url),
)
const title = '云岚镇2026年政府预算公开'

/** How many of its duties a body has met, as its public account says. */
const metBy = async (j: Journey, body: string): Promise<number> => {
  const page = await j.reads(`/account/${body}`)
  const coverage = await page
    .getByText(/\d+ 项中的 \d+ 项/)
    .first()
    .textContent()
  return Number(coverage?.match(/项中的 (\d+) 项/)?.[1])
}

test('[M1] [M2] [M7] [M8] [M9] [M10] [M34] [M136] a table becomes a catalogue, and one of its matters a public page', async () => {
  const j = await journey()
  const metBefore = await metBy(j, 'town')

  // 政务公开办 hands in the town's own table and looks at what it would change.
  const office = await j.at('disclosureOffice', '/catalogue')
  await office.getByRole('link', { name: '导入表格' }).click()
  await hand(office, '把目录表格拖到这里，或点击选择文件', table)
  await office.getByRole('heading', { name: '01-caizheng-content-split.xlsx' }).waitFor()
  await sees(office, '确认后将自动新建草案')
  await sees(office, /^财政预决算：只有“市级”而没有县级一列/)
  await sees(office, '修改4')
  await sees(office, '云岚镇人民政府')

  // What differs from the catalogue in force needs a reason, which the public will read.
  await press(office, '确认导入')
  await sees(office, '与原目录不一致的，须说明理由。')
  await office.getByLabel('调整理由').fill('按云岚镇2026年公布的目录编制。')
  await press(office, '确认导入')
  await sees(office, '已导入：新增0个，修改4个，移除0个。')
  await office.getByRole('link', { name: /^与原目录的差异/ }).click()
  await sees(office, '按云岚镇2026年公布的目录编制。')
  await press(office, '检查并采用')
  await sees(office, '可以采用')
  await office.getByRole('checkbox', { name: /我已核对/ }).check()
  await press(office, '采用并施行')
  await sees(office, '目录已采用，现已施行。')
  await sees(office, '现行有效')

  // The public sees it and may take it home.
  const reader = await j.reads('/grassroots/catalogue?q=政府预算')
  await sees(reader, '云岚镇人民政府')
  const [download] = await Promise.all([
    reader.waitForEvent('download'),
    reader.getByRole('link', { name: /CSV/i }).click(),
  ])
  const csv = await readFile(await download.path(), 'utf8')
  expect(csv).toContain('云岚镇人民政府')

  // The clerk drafts; title and text speak for the matter.
  await j.w.act((one) =>
    grantRole(one, {
      id: j.actor('clerk').id as number,
      organizationId: j.body('town').id,
      role: 'sectionHead',
    }),
  )
  const clerk = await j.at('clerk', '/')
  await press(clerk, '新建文稿')
  await clerk.getByLabel('标题').fill(title)
  await press(clerk, '开始起草')
  await text(clerk).waitFor()
  await write(
    clerk,
    '云岚镇2026年政府预算已经镇人民代表大会批准，现将一般公共预算收入表和支出表予以公开。',
  )
  await isKept(clerk)
  await clerk.getByRole('button', { name: /^政府预算.*一般公共预算/ }).click()
  await clerk.getByLabel('成文日期').fill('2026-11-18')
  await sees(clerk, '没有待补正的内容，可以送审。')
  await hand(clerk, '添加附件：选择文件，或拖到这里', {
    name: '2026年预算表.csv',
    mimeType: 'text/csv',
    buffer: Buffer.from('科目,金额\n税收收入,1200\n'),
  })
  await sees(clerk, '已上传 1 个附件。')
  await isKept(clerk)
  await act(clerk, '送审', '已送审。')
  await sees(clerk, '待科室负责人审核')
  // She is a head of section too, but of her own text she is not asked.
  await sees(clerk, `可由${nameOf('sectionHead')}办理`)
  await isNotOffered(clerk, '审核通过')

  for (const person of ['sectionHead', 'leader', 'secrecyReviewer'] as const) {
    const page = await j.at(person, '/')
    await openFrom(page, '待我办理', title)
    await approve(page, '同意公开。')
    await isNotOffered(page, '审核通过')
  }
  const signer = await j.at('signer', '/')
  await openFrom(signer, '待我办理', title)
  await approve(signer, '签发。')
  await sees(signer, '已签发，待发布')
  await act(signer, '发布', '已发布。')
  await press(signer, '更多')
  const address = await signer.getByRole('link', { name: '在网站上查看' }).getAttribute('href')

  // It stands at its address, in its column, on the first page, and is found.
  await j.reads(address ?? '')
  await reader.getByRole('heading', { level: 1, name: title }).waitFor()
  await sees(reader, '（此件公开发布）')
  await reader.getByRole('link', { name: /2026年预算表/ }).waitFor()
  await reader
    .getByRole('navigation', { name: '当前位置' })
    .getByRole('link', { name: '政府预算' })
    .click()
  await reader.getByRole('link', { name: title }).waitFor()
  await j.reads('/')
  await reader.getByRole('link', { name: title }).first().waitFor()
  await reader.getByRole('combobox', { name: '搜索政府信息' }).first().fill('政府预算公开')
  await reader.keyboard.press('Enter')
  await reader.getByRole('link', { name: title }).first().waitFor()

  expect(await metBy(j, 'town')).toBe(metBefore + 1)
})
