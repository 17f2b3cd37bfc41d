import { expect, test } from 'vitest'
import { maskCell, maskColumn, maskValue, scanTable, scanText } from './index.ts'

const told = (rows: string[][]) =>
  scanTable(rows).map(
    ({ kind, row, column, confidence }) => `${kind} ${row},${column} ${confidence}`,
  )

test('[M44] a column is judged by its header and its neighbours', () => {
  const head = ['序号', '姓名', '身份证号码', '一卡通账号', '联系电话', '家庭住址', '残疾等级']
  const row = [
    '1',
    '张三丰',
    '110101199003070396',
    '101003456789012',
    '13800138000',
    '上云村3组12号',
    '二级',
  ]
  expect(told([['某某镇发放表'], head, row])).toEqual([
    'nameList 1,1 medium',
    'health 1,6 high',
    'idCard 2,2 high',
    'bankCard 2,3 high',
    'phone 2,4 high',
    'address 2,5 high',
  ])
})

test('[M44] a table of offices with their telephones is public by duty', () => {
  const offices = [
    ['单位名称', '联系人', '联系电话', '地址'],
    ['云岚镇人民政府', '李明', '13800138000', '云岚镇人民路1号'],
    ['青穗县民政局', '王芳', '13900139000', '青穗县人民路3号'],
  ]
  expect(told(offices).filter((one) => one.endsWith('high'))).toEqual([])
  const windows = [
    ['窗口', '咨询电话'],
    ['社保窗口', '13800138000'],
  ]
  expect(told(windows)).toEqual(['phone 1,1 low'])
})

test('[M44] what is masked already is found no more', () => {
  const rows = [
    ['姓名', '身份证号码', '银行卡号', '联系电话'],
    ['张三丰', '110101199003070396', '6228480010000000014', '13800138000'],
    ['合计', '', '', ''],
  ]
  const masked = (['idCard', 'bankCard', 'phone'] as const).reduce<string[][]>(
    (now, kind, at) => maskColumn(now, at + 1, kind),
    rows,
  )
  expect(masked[1]).toEqual(['张三丰', '110101********0396', '6228***********0014', '138****8000'])
  expect(masked[0]).toEqual(rows[0])
  expect(told(masked)).toEqual([])
  expect(maskColumn(masked, 0, 'nameList').map(([name]) => name)).toEqual(['姓名', '张*丰', '合计'])
})

test('[M44] a mask keeps what the law wants and no more', () => {
  expect(maskValue('idCard', '１１０１０１ 19900307 0396')).toBe('１１０１０１ ******** 0396')
  expect(maskValue('idCard', '110101199003070396', 'strict')).toBe('**************0396')
  expect(maskCell('nameList', '欧阳建国')).toBe('欧**国')
  expect(maskCell('nameList', '李明')).toBe('李*')
  expect(maskCell('address', '青穗县云岚镇上云村3组12号')).toBe('青穗县云岚镇上云村***')
  expect(maskCell('idCard', '3户')).toBe('3户')
})

test('columns stay apart: two numbers side by side are no third', () => {
  expect(scanText('一\t1101011990\n二\t03070396\n')).toEqual([])
})

test('a book with one tab at its end, and one of thousands of tables, are read in time', () => {
  const lines = `${'各乡镇人民政府：现将有关事项通知如下。\n'.repeat(60_000)}\t`
  const tables = '表\n姓名\t电话\n张三丰\t13800138000\n'.repeat(8000)
  const from = process.cpuUsage()
  scanText(lines)
  expect(scanText(tables)).toHaveLength(16_000)
  const { user } = process.cpuUsage(from)
  // Some hundred milliseconds; what is read anew for every line or table takes minutes.
  expect(user / 1e6).toBeLessThan(8)
})
