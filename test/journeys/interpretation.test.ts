import { expect, test } from 'vitest'
import { approveStep } from '#documents'
import { noSecrets } from '../world/documents.ts'
import { journey } from '../world/journey.ts'
import { act, dialog, documentAt, isKept, press, sees, write } from './steps.ts'

const j = await journey()
const title = '云岚镇临时救助实施办法'

/** Everyone who checks passes what waits; what is signed stands ready to go out. */
const signed = async (documentId: number): Promise<void> => {
  for (const checker of ['sectionHead', 'leader', 'secrecyReviewer', 'signer'] as const) {
    const { id, version } = await j.w.db
      .selectFrom('documents.document as d')
      .innerJoin('documents.edition as e', 'e.id', 'd.working_edition_id')
      .select(['e.id', 'e.version'])
      .where('d.id', '=', documentId)
      .executeTakeFirstOrThrow()
    const secrecy = checker === 'secrecyReviewer' ? noSecrets : undefined
    await j.w.act(
      (one) => approveStep(one, { id, version, opinion: '同意', secrecy }),
      j.actor(checker),
    )
  }
}

test('[M29] [M50] [M51] [M53] a policy without its explanation is stopped, mended, and goes out with it', async () => {
  const policy = await j.draft('town', {
    title,
    kind: '办法',
    html: '<p>第一条 为了规范临时救助，根据国家和省的政策法规文件，制定本办法。</p>',
    matterCodes: [await j.matter('town', '政策法规文件')],
  })
  const clerk = await j.at('clerk', `/documents/${policy.documentId}`)
  const part = clerk.getByRole('region', { name: '政策解读' })
  await sees(part, '解读方案尚缺')
  await press(clerk, '送审')
  await press(dialog(clerk), '送审')
  const refusal = clerk.getByRole('alert')
  await sees(refusal, '该文件须与解读方案、解读材料一并送审')
  await sees(refusal, '解读材料尚缺')

  await press(part, '解读方案')
  await dialog(clerk).getByLabel('解读人').fill('赵安')
  await press(dialog(clerk), '保存')
  await sees(part, '文字解读 赵安')
  await press(part, '起草解读材料')
  await clerk.waitForURL(
    (url) => documentAt(clerk) !== policy.documentId && /\d+$/.test(url.pathname),
  )
  const materialId = documentAt(clerk)
  await sees(part, title)
  await write(clerk, '为什么出台这个办法？为了救急难。主要措施有三项，与原来相比提高了标准。')
  await isKept(clerk)
  await press(part, '填写解读信息')
  await sees(dialog(clerk), '为什么出台这个办法')
  for (const element of ['背景', '目的', '主要措施', '变化'])
    await dialog(clerk)
      .getByRole('group', { name: element, exact: true })
      .getByRole('radio', { name: '已写明' })
      .check()
  await press(dialog(clerk), '保存')
  await dialog(clerk).waitFor({ state: 'hidden' })
  await act(clerk, '送审', '已送审。')

  // Reviewers read what the author says it covers, beside the text.
  const head = await j.at('sectionHead', `/documents/${materialId}`)
  await sees(head.getByRole('region', { name: '政策解读' }), '已写明')
  await signed(materialId)

  await j.at('clerk', `/documents/${policy.documentId}`)
  await act(clerk, '送审', '已送审。')
  await signed(policy.documentId)
  const signer = await j.at('signer', `/documents/${policy.documentId}`)
  await act(signer, '发布', '已发布。')

  const reader = await j.reads(`/d/${policy.documentId}`)
  await reader
    .getByRole('link', { name: `《${title}》政策解读` })
    .first()
    .click()
  await reader.getByRole('heading', { level: 1, name: `《${title}》政策解读` }).waitFor()
  await sees(reader, '文字解读')
  await reader.getByRole('link', { name: title, exact: true }).first().click()
  await reader.getByRole('heading', { level: 1, name: title, exact: true }).waitFor()
  await j.reads('/interpretation')
  expect(await reader.getByRole('link', { name: title, exact: true }).count()).toBe(1)
})
