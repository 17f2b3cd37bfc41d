import { expect, test } from 'vitest'
import { addOriginal, reviewLetter, saveLetterhead, forRequester, signLetter } from '#requests'
import { makeDocx } from '../../src/modules/requests/letters/make-docx.ts'
import { journey } from '../world/journey.ts'
import { makeRequest } from '../world/requests.ts'
import { choose, press, sees } from './steps.ts'

const j = await journey()

test('[M66] [M65] [M67] [M69] a request is answered in part, a name taken out, the reply signed and served', async () => {
  const keeper = j.actor('disclosureOffice')
  const organizationId = keeper.organizationId ?? 0
  const vault = { files: j.w.house.files, key: j.w.house.secret }
  await j.w.act((act) =>
    saveLetterhead(act, {
      organizationId,
      mark: '青府',
      authority: '云州市人民政府',
      court: '',
      onlineChannel: 'https://fy.example.test',
    }),
  )
  const { requestId } = await makeRequest(j.w, { organizationId, door: 'counter' })
  const bytes = makeDocx({
    title: '明细',
    numbered: false,
    parts: [{ line: '养护员钱禾苗三百元' }],
  })
  await j.w.act((act) => addOriginal(act, { requestId, name: '明细.docx', bytes }, vault), keeper)

  const desk = await j.at('disclosureOffice', `/requests/${requestId}/answer`)
  const guide = desk.getByRole('region', { name: '答复指引' })
  const answers = [
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
  for (const [at, answer] of answers.entries())
    await guide
      .locator('.guide-step')
      .nth(at)
      .getByRole('radio', { name: answer, exact: true })
      .check()
  await sees(guide, '部分公开')
  await sees(guide, '先向云州市人民政府申请行政复议')
  await press(guide, '确定答复类型')
  await sees(guide, '已经确定')

  const redaction = desk.getByRole('region', { name: '区分处理' })
  await press(redaction, '选择不予公开的内容')
  await redaction.getByRole('checkbox', { name: /养护员钱禾苗/ }).check()
  await press(redaction, '生成提供的版本')
  await redaction.getByRole('link', { name: '提供的版本' }).waitFor()

  const letters = desk.getByRole('region', { name: '文书' })
  await press(letters, '起草文书')
  for (const name of ['提供方式', '不予公开内容', '理由', '依据'])
    await letters.getByLabel(name, { exact: true }).fill('见附件')
  await press(letters, '保存草稿')
  await press(letters, '送审')
  await sees(letters, '待审核')
  const letterId = 1
  await j.w.act((act) => reviewLetter(act, { letterId, version: 3 }))
  await j.w.act((act) => signLetter(act, { letterId, version: 4 }))
  await desk.reload()
  await press(letters, '编号发出')
  await sees(letters, '青府公复〔')
  await press(letters, '登记送达')
  await choose(letters, '送达方式', '网上获取')
  await press(letters, '登记')
  await sees(letters, '网上获取 ·')
  const home = await forRequester(j.w.db, requestId)
  expect([home.letters.length, home.files.length]).toEqual([1, 1])
})
