import { writeXlsx } from 'hucre'
import { expect, test } from 'vitest'
import { journey } from '../world/journey.ts'
import { act, dialog, hand, press, sees } from './steps.ts'

const j = await journey()

const sheet = async (amount: number | string): Promise<Buffer> =>
  Buffer.from(
    await writeXlsx({
      sheets: [
        {
          name: '名册',
          rows: [
            ['2026年惠农补贴发放名册'],
            ['村', '姓名', '身份证号码', '补贴项目', '面积', '补贴标准', '补贴金额'],
            ['柳林村', '张小明', '110101199003074258', '耕地地力保护补贴', 3.2, 100, 320],
            ['柳林村', '李大海', '110101199003074258', '耕地地力保护补贴', 2, 100, amount],
            ['合计', '', '', '', '', '', 520],
          ],
        },
      ],
    }),
  )

test('[M18] a list with a mistake is stopped, mended in the grid, released, and read by anyone without names or ID numbers', async () => {
  const { documentId } = await j.draft('town', { title: '2026年惠农补贴发放公示' })
  const clerk = await j.at('clerk', `/documents/${documentId}`)
  await press(clerk, '添加数据表')
  await sees(dialog(clerk), '到村到户的惠民惠农财政补贴')
  await press(dialog(clerk), '新建')
  await sees(clerk, '这张表还没有数据')
  await hand(clerk, '选择或拖入 XLSX、XLS、CSV 文件', {
    name: '名册.xlsx',
    mimeType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
    buffer: await sheet('两百'),
  })
  const look = dialog(clerk)
  await sees(look, '不得公开，不导入也不保存')
  await sees(look, /“两百”不是数字/)
  await press(look, '确认导入')
  await sees(clerk, '已导入2行。')
  await sees(clerk, /“两百”不是数字/)

  await clerk.getByRole('link', { name: '返回信息' }).click()
  await press(clerk, '送审')
  await press(dialog(clerk), '送审')
  await sees(clerk, /数据表“惠农补贴发放名册”还有\d+处错误，不能送审/)

  await j.at('clerk', `/documents/${documentId}`)
  await clerk.getByRole('link', { name: '惠农补贴发放名册' }).click()
  const wrong = clerk.getByRole('textbox', { name: '2 补贴金额（元）' })
  await wrong.fill('200')
  await press(clerk, '保存修改')
  await sees(clerk, '已保存。')
  expect(await clerk.getByText(/“两百”不是数字/).count()).toBe(0)
  await clerk.getByRole('link', { name: '返回信息' }).click()
  await act(clerk, '送审', '已送审。')
  await j.release('town', documentId)

  const reader = await j.reads(`/d/${documentId}`)
  await sees(reader, '惠农补贴发放名册')
  await sees(reader, '张*明')
  await sees(reader, '520')
  expect(await reader.content()).not.toContain('张小明')
  for (const format of ['csv', 'json'])
    expect(
      await (await reader.request.get(`${j.url}/d/${documentId}/data.${format}`)).text(),
    ).not.toMatch(/张小明|李大海|19900307/)
})
