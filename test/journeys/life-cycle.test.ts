import { expect, test } from 'vitest'
import { nameOf } from '../world/county.ts'
import { journey } from '../world/journey.ts'
import { act, choose, dialog, isKept, press, sees, text } from './steps.ts'

const j = await journey()

test('[M39] a joint text waits until the other unit agrees, and goes out when it does', async () => {
  const title = '关于联合开展冬季救助行动的公告'
  const { documentId } = await j.sentUp('town', { title }, 4)
  const clerk = await j.at('clerk', `/documents/${documentId}`)
  const part = clerk.getByRole('region', { name: '征求其他单位意见' })
  await press(part, '征求意见')
  await choose(dialog(clerk), '征求哪些单位', j.body('civil').name)
  await clerk.keyboard.press('Escape')
  await dialog(clerk).getByLabel('请其核对的内容').fill('请核对救助对象的范围。')
  await press(dialog(clerk), '征求意见')
  await sees(part, /待答复/)

  const signer = await j.at('signer', `/documents/${documentId}`)
  await press(signer, '发布')
  await press(dialog(signer), '发布')
  await sees(signer.getByRole('alert'), /尚未答复/)
  const reader = await j.reads(`/d/${documentId}`)
  await sees(reader, '没有找到这个页面')

  const other = await j.at('civilLeader', '/')
  const reminders = other.getByRole('region', { name: /^到期提醒/ })
  await reminders.getByRole('link', { name: title }).click()
  const asked = other.getByRole('region', { name: '征求其他单位意见' })
  await sees(asked, '请核对救助对象的范围。')
  await press(asked, '答复')
  await dialog(other).getByRole('radio', { name: '同意', exact: true }).check()
  await press(dialog(other), '答复')
  await sees(asked, nameOf('civilLeader'))

  await j.at('signer', `/documents/${documentId}`)
  await act(signer, '发布', '已发布。')
  await j.reads(`/d/${documentId}`)
  await reader.getByRole('heading', { name: title, level: 1 }).waitFor()
})

test('[M27] the yearly look at an undisclosed record opens it, through review as any other', async () => {
  const title = '关于低保资金缺口的请示'
  const { documentId } = await j.sentUp(
    'town',
    {
      ...{ title, kind: '请示', attribute: 'notDisclosed' },
      ...{ attributeGround: 'processInformation', attributeReason: '方案尚在讨论' },
    },
    4,
  )
  const head = await j.at('sectionHead', '/documents')
  await head.getByRole('link', { name: '不公开评估' }).click()
  const row = head.getByRole('row', { name: new RegExp(title) })
  await sees(row, '方案尚在讨论')
  await press(row, '评估')
  const form = dialog(head)
  await form.getByRole('radio', { name: /^转为主动公开/ }).check()
  await form.getByRole('textbox', { name: '理由' }).fill('方案已经实施，理由消失。')
  await press(form, '评估')
  await sees(head, '已建立新稿，请在稿件页面继续。')

  const clerk = await j.at('clerk', `/documents/${documentId}`)
  const life = clerk.getByRole('region', { name: '全生命周期' })
  await sees(life, '定期评估：转为主动公开')
  await text(clerk).click()
  await clerk.keyboard.type('（已隐去讨论过程）')
  await isKept(clerk)
  await act(clerk, '送审', '已送审。')
  await j.release('town', documentId)
  const reader = await j.reads(`/d/${documentId}`)
  await reader.getByRole('heading', { name: title, level: 1 }).waitFor()
  await sees(reader, /已隐去讨论过程/)
  expect(await reader.getByText('方案尚在讨论').count()).toBe(0)
})

test('[M38] an urgent text goes out at once, and the second pair of eyes confirms it', async () => {
  const title = '关于桥梁临时封闭的紧急通告'
  const { documentId } = await j.draft('town', { title })
  const signer = await j.at('signer', `/documents/${documentId}`)
  await press(signer.getByRole('region', { name: '紧急发布' }), '紧急发布')
  const form = dialog(signer)
  await form.getByLabel('紧急理由').fill('桥面已有裂缝，来不及逐级审核。')
  await choose(form, '事后复核人', nameOf('leader'))
  for (const no of await form.getByRole('radio', { name: '否', exact: true }).all())
    await no.check()
  await form.getByRole('radio', { name: '不涉及' }).check()
  await press(form, '紧急发布')
  await sees(signer.locator('.ant-message'), `已紧急发布，待${nameOf('leader')}复核。`)
  const reader = await j.reads(`/d/${documentId}`)
  await sees(reader, /正在事后复核/)

  const leader = await j.at('leader', '/')
  await leader
    .getByRole('region', { name: /^到期提醒/ })
    .getByRole('link', { name: title })
    .click()
  await press(leader.getByRole('region', { name: '紧急发布' }), '复核')
  await dialog(leader).getByLabel('复核意见').fill('内容属实。')
  await press(dialog(leader), '复核')
  await sees(leader, `${nameOf('leader')}已复核：确认无误`)
  await j.reads(`/d/${documentId}`)
  await sees(reader, /复核无误/)
})
