import { expect, test } from 'vitest'
import { journey } from '../world/journey.ts'
import { act, dialog, press, sees, text } from './steps.ts'

const j = await journey()

const news =
  '<p>近日，镇党委书记一行深入上云村调研低保工作，实地察看低保档案，听取工作汇报，强调要提高站位、狠抓落实，受到干部群众一致好评。</p>'

const notice = `<p>为做好2026年度城乡居民最低生活保障对象年度核查工作，现将有关事项通知如下。</p>
<p>一、核查对象为2026年3月31日前纳入最低生活保障的全部家庭。二、核查内容包括家庭人口变化、收入变化、财产状况和赡养能力。三、核查采取入户走访、信息比对、邻里访问的方式进行，由村民委员会协助，镇民政办公室逐户登记。</p>
<p>四、对不再符合条件的家庭，自核查结果公示期满的次月起停发保障金；对符合条件而未纳入的家庭，依申请及时办理。五、各村应于2026年5月20日前将核查登记表报送镇民政办公室。</p>`

test('[M46] work news is stopped at a statutory column, and a reviewer’s reason lets it pass', async () => {
  const { documentId } = await j.draft('town', {
    title: '镇党委书记一行到上云村调研低保工作',
    html: news,
    kind: '信息',
    matterCodes: [await j.matter('town', '最低生活保障')],
  })
  const clerk = await j.at('clerk', `/documents/${documentId}`)
  const found = clerk.getByRole('region', { name: '内容检查' })
  await sees(found, /像是工作动态，不能放入/)
  await press(clerk, '送审')
  await press(dialog(clerk), '送审')
  await sees(clerk.locator('.refusal'), /文稿像是工作动态/)
  expect(await found.getByRole('button', { name: '说明理由并放行' }).count()).toBe(0)

  const head = await j.at('sectionHead', `/documents/${documentId}`)
  await press(head.getByRole('region', { name: '内容检查' }), '说明理由并放行')
  await dialog(head).getByLabel('放行理由').fill('这是年度核查的公开通报，属于该事项内容。')
  await press(dialog(head), '说明理由并放行')
  await sees(head.locator('.ant-message'), '已放行。')

  await clerk.reload()
  await sees(found, /陈立已放行/)
  await act(clerk, '送审', '已送审。')
})

test('[M14] a near copy of another unit’s text becomes a placement of the one that is there', async () => {
  const title = '关于开展最低生活保障年度核查的通知'
  await j.published('civil', {
    title,
    html: notice,
    matterCodes: [await j.matter('civil', '最低生活保障')],
  })
  const copy = await j.draft('town', {
    title: `转发${title}`,
    html: notice.replace('镇民政办公室', '本镇民政办公室'),
    matterCodes: [await j.matter('town', '最低生活保障')],
  })
  const clerk = await j.at('clerk', `/documents/${copy.documentId}`)
  await text(clerk).waitFor()
  const found = clerk.getByRole('region', { name: '内容检查' })
  await sees(found, '已由青穗县民政局公开')
  await press(found, '改为引用这一件')
  await press(dialog(clerk), '改为引用这一件')
  await sees(clerk.locator('.ant-message'), '已改为引用。')

  // One record, and it stands among the town's own.
  const reader = await j.reads(`/organizations/${j.body('town').code}`)
  await reader.getByRole('link', { name: title, exact: true }).first().waitFor()
  expect(await reader.getByRole('link', { name: `转发${title}` }).count()).toBe(0)
})
