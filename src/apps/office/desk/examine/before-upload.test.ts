import { expect, test } from 'vitest'
import { standingInFile } from './before-upload.ts'

const list = '序号,姓名,身份证号码\n1,张三丰,110101199003070396\n'

test('[M44] a list is looked at before it leaves the computer', async () => {
  const found = await standingInFile(new File([list], '名单.csv'))
  expect(found).toMatchObject([{ kind: 'idCard', where: '名单.csv C2', confidence: 'high' }])
})

test('[M44] also when an old program wrote it in the national standard', async () => {
  const bytes = new Uint8Array([
    ...[0xc9, 0xed, 0xb7, 0xdd, 0xd6, 0xa4, 0xba, 0xc5],
    ...new TextEncoder().encode(':110101199003070396'),
  ])
  expect(await standingInFile(new File([bytes], 'a.txt'))).toMatchObject([{ kind: 'idCard' }])
})

test('what the server has to read is left to the server', async () => {
  expect(await standingInFile(new File([list], '名单.xlsx'))).toEqual([])
  expect(await standingInFile(new File(['各乡镇：现通知如下。'], 'a.txt'))).toEqual([])
})
