import { expect, test } from 'vitest'
import { journey } from '../world/journey.ts'
import { act, answerNo, dialog, isKept, press, sees, text, write } from './steps.ts'

const j = await journey()

const rows = [
  ['张三丰', '110101199003070396', '1200'],
  ['李四光', '110101198505123473', '800'],
  ['王小五', '110101197811061237', '640'],
]
const list = `<p>经审核，发放名单公示如下：</p><table><tbody>
<tr><th>姓名</th><th>身份证号码</th><th>补贴金额（元）</th></tr>
${rows.map((row) => `<tr>${row.map((cell) => `<td>${cell}</td>`).join('')}</tr>`).join('\n')}
</tbody></table>`

test('[M44] a list with ID numbers is stopped, its column masked by one click, and sent up', async () => {
  const { documentId } = await j.draft('town', {
    title: '关于耕地地力保护补贴发放的公示',
    html: '<p></p>',
    matterCodes: [await j.matter('town', '补贴')],
  })
  const clerk = await j.at('clerk', `/documents/${documentId}`)
  await text(clerk).click()
  await clerk.evaluate((html) => {
    const data = new DataTransfer()
    data.setData('text/html', html)
    const paste = new ClipboardEvent('paste', { clipboardData: data, bubbles: true })
    document.querySelector('#text')?.dispatchEvent(paste)
  }, list)
  await sees(text(clerk), '110101198505123473')
  await isKept(clerk)
  await press(clerk, '送审')
  await press(dialog(clerk), '送审')
  await sees(clerk.locator('.refusal'), /正文中有3处身份证号码（110101\*{8}0396）/)

  const found = clerk.getByRole('region', { name: /自动检查/ })
  await found.getByRole('button', { name: '遮盖整列' }).nth(1).waitFor()
  await found
    .getByRole('listitem')
    .filter({ hasText: '身份证号码' })
    .first()
    .getByRole('button', { name: '遮盖整列' })
    .click()
  await sees(clerk.locator('.ant-message'), '已遮盖 3 处。')
  await sees(text(clerk), '110101********1237')
  expect(await text(clerk).textContent()).not.toContain('19850512')
  // Names and sums stand as they were.
  await sees(text(clerk), '张三丰')
  await isKept(clerk)
  await act(clerk, '送审', '已送审。')
})

test('[M44] what the law wants public is answered for by name, with a reason', async () => {
  const { documentId } = await j.draft('town', {
    title: '关于公布护林员联系方式的通告',
    html: '<p>护林员李四光，13800138000。</p>',
  })
  const clerk = await j.at('clerk', `/documents/${documentId}`)
  const found = clerk.getByRole('region', { name: /自动检查/ })
  await found.getByRole('button', { name: '依法公开' }).click()
  const form = dialog(clerk)
  await form.getByLabel('依据').click()
  await clerk.getByTitle(/^办公联系方式/).click()
  await form.getByLabel('理由').fill('护林员值守电话，供群众报告火情')
  await press(form, '依法公开')
  await sees(found, /林晓确认可以公开：护林员值守电话/)
  await sees(clerk, '没有待补正的内容')
})

test('[M30] the secrecy reviewer has the findings of the machine before them', async () => {
  const { documentId } = await j.sentUp(
    'town',
    {
      title: '关于耕地地力保护补贴申报的通知',
      html: '<p>现将耕地地力保护补贴的补贴对象、补贴标准和申报程序通知如下。</p><p>联系人：李明，联系电话：13900000000。</p>',
      matterCodes: [await j.matter('town', '补贴')],
    },
    2,
  )
  const reviewer = await j.at('secrecyReviewer', `/documents/${documentId}`)
  const found = reviewer.getByRole('region', { name: /自动检查/ })
  await sees(found, '供保密审查时逐项核对')
  await sees(found, /个人电话 139\*{4}0000/)
  await press(reviewer, '审核通过')
  await answerNo(reviewer)
})

test('[M43] a wrong word is marked while it is typed, with the right one beside it', async () => {
  const { documentId } = await j.draft('town', {
    title: '关于防汛工作的通知',
    html: '<p>各村：</p>',
  })
  const clerk = await j.at('clerk', `/documents/${documentId}`)
  await write(clerk, '现就防汛工作布署如下')
  const found = clerk.getByRole('region', { name: /自动检查/ })
  await sees(found, '建议写作“部署”')
  expect(await clerk.locator('.seen').textContent()).toBe('布署')
})
