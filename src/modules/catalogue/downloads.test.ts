import { readXlsx } from 'hucre'
import { expect, test } from 'vitest'
import {
  type CatalogueTable,
  catalogueAsCsv,
  catalogueAsJson,
  catalogueAsXlsx,
  catalogueTable,
  downloadOf,
  parseCatalogue,
} from '#catalogue'
import { speaker } from '#platform/words'
import { makeCatalogue } from '../../../test/world/catalogue.ts'
import { makeCounty } from '../../../test/world/organizations.ts'
import { world } from '../../../test/world/world.ts'

const say = speaker('zh-CN')
const table = async (): Promise<CatalogueTable> => {
  const w = await world()
  const { government } = await makeCounty(w)
  const edition = await makeCatalogue(w, government.id, [
    { level2: '审核"信息"', contentElements: ['名单', '材料'], levels: ['county', 'township'] },
    { level2: '=HYPERLINK("http://x")', audience: 'group', audienceGroup: '申请人' },
    { fieldCode: 'F20', level1: '政策文件', level2: '补贴政策', mode: 'onRequest' },
  ])
  return catalogueTable(w.db, edition.id)
}

test('[M9] the catalogue can be read back from its CSV and workbook as it was', async () => {
  const whole = await table()
  const files = [
    { name: 'a.csv', bytes: Buffer.from(catalogueAsCsv(whole, say)) },
    { name: 'a.xlsx', bytes: await catalogueAsXlsx(whole, say) },
  ]
  for (const file of files) {
    const { rows } = await parseCatalogue(file)
    expect(rows, file.name).toHaveLength(3)
    expect(rows[0]).toMatchObject({
      field: '社会救助',
      matter_l1: '最低生活保障',
      matter_l2: '审核"信息"',
      time_limit: '自制作或获取该信息之日起10个工作日内',
      subject: '民政部门',
      channels: ['政府网站'],
      mode: '主动',
      levels: ['县级', '乡级'],
    })
    expect(rows[2]).toMatchObject({ field: '养老服务', mode: '依申请' })
  }
})

test('[M9] no cell of a download runs as a formula', async () => {
  const whole = await table()
  const csv = catalogueAsCsv(whole, say)
  expect(csv.startsWith('\ufeff序号,领域,一级事项')).toBe(true)
  expect(csv).toContain('"\'=HYPERLINK(""http://x"")"')
  const { sheets } = await readXlsx(await catalogueAsXlsx(whole, say))
  const cells = sheets[0]?.rows.flat() ?? []
  expect(cells).toContain('\'=HYPERLINK("http://x")')
  expect(cells.every((cell) => cell === null || typeof cell === 'string')).toBe(true)
})

test('[M9] the machine-readable list has the documented keys', async () => {
  const whole = await table()
  const read = JSON.parse(catalogueAsJson(whole))
  expect(read).toMatchObject({ title: whole.edition.title, edition: 1, fields: [{}, {}] })
  expect(Object.keys(read.fields[0].matters[0])).toEqual([
    'code',
    'seq',
    'level1',
    'level2',
    'level3',
    'contentElements',
    'legalBases',
    'timeLimit',
    'timeRule',
    'disclosingBody',
    'channels',
    'audience',
    'audienceGroup',
    'mode',
    'attribute',
    'levels',
    'provenance',
    'extra',
  ])
  const file = await downloadOf(whole, 'json', say)
  expect(file).toMatchObject({
    fileName: '青穗县人民政府基层政务公开标准目录（第1版）.json',
    mediaType: 'application/json; charset=utf-8',
  })
})
