import { expect, test } from 'vitest'
import { journey } from '../world/journey.ts'
import { isKept, press, sees } from './steps.ts'

const j = await journey()

test('[M35] the clerk says which of two limits counts; until then the earlier day is named', async () => {
  const matterCode = await j.matter('town', '征收土地信息')
  const { documentId } = await j.draft('town', {
    title: '云岚村文化广场项目有关情况',
    kind: '公示',
    matterCodes: [matterCode],
    writtenOn: '2026-03-02',
    formedOn: '2026-03-02',
  })
  const clerk = await j.at('clerk', `/documents/${documentId}`)
  const due = clerk.getByRole('region', { name: '公开期限' })
  await sees(due, '2026-03-30')
  await sees(clerk.getByRole('region', { name: '待补正' }), /另有较短期限，须在2026-03-11前公开/)
  const limits = clerk.getByRole('radiogroup', { name: /适用哪一期限/ })
  expect(await limits.getByRole('radio', { checked: true }).count()).toBe(0)
  await limits.getByRole('radio', { name: /行政许可、行政处罚事项/ }).check()
  await isKept(clerk)
  await sees(due, '2026-03-11')
  await due.getByText('期限如何计算').click()
  await sees(due, '适用其中的“行政许可、行政处罚事项”（由起草人选定）')
  await clerk.reload()
  await sees(due, '2026-03-11')
})

test('[M50] what is still owed of a policy stands where it would say that it can be sent up', async () => {
  const { documentId } = await j.draft('town', {
    title: '云岚镇临时救助实施办法',
    kind: '办法',
    documentNumber: '云政规〔2026〕9号',
  })
  const clerk = await j.at('clerk', `/documents/${documentId}`)
  const open = clerk.getByRole('region', { name: '待补正' })
  await sees(open, '解读方案尚缺：请写明解读形式、解读人和时间。')
  await sees(open, /未经合法性审核不得送审/)
  expect(await open.getByText('可以送审').count()).toBe(0)
  await open.getByRole('button', { name: /解读方案尚缺/ }).click()
  await clerk.locator('section[aria-labelledby="part-interpretation"] :focus').waitFor()
})

test('[M7] [M8] the disclosure office begins a town’s own catalogue from the county’s in one step', async () => {
  const office = await j.at('disclosureOffice', `/catalogue?of=${j.body('town').id}`)
  await sees(office, /项由本级或者下级公开/)
  await press(office, '以此为底本编制本级目录')
  await office.getByText('取自').first().waitFor()
  await sees(office, '草案')
})
