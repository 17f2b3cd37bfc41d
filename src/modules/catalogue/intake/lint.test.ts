import { expect, test } from 'vitest'
import { type Drawn, merged, workbook } from '../../../../test/fixtures/catalogue/build.ts'
import { basis, header, parse, standardBody, xlsx } from './sample.fixture.ts'

test('[M161] reads one sheet per field, skips the cover, and tells what is hidden', async () => {
  const table: Drawn = [...header, ...standardBody]
  const parsed = await parse(
    'a.xlsx',
    workbook([
      { name: '封面', table: [['安澜县基层政务公开标准目录汇编'], ['（一）社会救助领域……1']] },
      { name: '社会救助', table, hiddenRows: [3], hiddenCols: [4] },
      { name: '养老服务', table: [...header, [merged('本县未涉及', { across: 14 })]] },
      { name: '旧稿', table, hidden: true },
    ]),
  )
  expect(parsed.fields).toEqual([{ field: '社会救助', rows: 3 }])
  expect(parsed.warnings).toEqual(
    expect.arrayContaining([
      expect.objectContaining({ code: 'hiddenRows', sheet: '社会救助', params: { rows: '4' } }),
      expect.objectContaining({
        code: 'hiddenColumns',
        sheet: '社会救助',
        params: { columns: 'E' },
      }),
      expect.objectContaining({ code: 'hiddenSheet', sheet: '旧稿' }),
      expect.objectContaining({ code: 'notApplicable', sheet: '养老服务', row: 3 }),
      expect.objectContaining({ code: 'noRecords', message: '养老服务：只有表头，没有事项。' }),
    ]),
  )
})

test('[M161] asks about drag-filled limits, left-over templates and limits that contradict', async () => {
  const row = (seq: number, time: string, content = '名单'): string[] => [
    String(seq),
    '社会救助',
    `事项${seq}`,
    content,
    basis,
    time,
    '县民政局',
    '主动公开',
  ]
  const parsed = await xlsx(
    [
      ['序号', '一级事项', '二级事项', '公开内容', '公开依据', '公开时限', '公开主体', '公开方式'],
      row(1, '信息形成之日起20个工作日内'),
      row(2, '信息形成之日起21个工作日内'),
      row(3, '信息形成之日起22个工作日内'),
      row(4, '自收到申请之日起20个工作日内'),
      row(5, '另行通知', '《XX省农机购置补贴实施方案》'),
    ],
    '社会救助',
  )
  const found = parsed.warnings.map(({ code, row: at }) => `${code}@${at}`)
  expect(found).toEqual(
    expect.arrayContaining([
      'dragFill@2',
      'longerThanLaw@3',
      'longerThanLaw@4',
      'proactiveOnRequest@5',
      'templateText@6',
      'timeNotUnderstood@6',
    ]),
  )
})
