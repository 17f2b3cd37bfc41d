import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { fieldFromHeading, fieldFromName, fieldNames } from './fields.ts'

const shipped = JSON.parse(
  readFileSync(
    new URL('../../../../../data/reference-catalogue/fields.json', import.meta.url),
    'utf8',
  ),
) as { name: string; aliases: string[] }[]

test('[M1] every name that a file can come out with is a name of a shipped field', () => {
  const known = new Set(shipped.flatMap((field) => [field.name, ...field.aliases]))
  const unknown = fieldNames.flatMap(({ names }) => names).filter((name) => !known.has(name))
  // The bureau's guideline of 2022 exists, but no published table was found to ship.
  expect(unknown).toEqual(['统计'])
})

test('[M1] every shipped field is recognised by each of its names', () => {
  for (const { name, aliases } of shipped)
    for (const spelling of [name, ...aliases])
      expect([spelling, fieldFromName(spelling)]).not.toContain(undefined)
})

test.each([
  ['（三）岚溪镇社会救助领域基层政务公开标准目录', '社会救助'],
  ['（十三）农村危房改造领域基层政务公开标准目录', '农村危房改造'],
  ['云岚镇财政预决算领域基层政务公开标准目录', '财政预决算'],
  ['重大建设项目领域基层政务公开标准目录（政务服务局部分）', '重大建设项目'],
  ['救灾生产领域基层政务公开事项标准目录', '救灾'],
  ['标 题：安全生产领域基层政务公开标准目录', '安全生产'],
  ['附件5：三门县国有土地房屋征收领域基层政务公开标准目录', '国有土地上房屋征收与补偿'],
  ['2023年安澜县生态环境领域基层政务公开标准目录', '生态环境'],
  ['新乡市市政服务领域基层政务公开标准目录', '市政服务'],
  ['安澜县城市管理局城市综合执法基层政务公开标准目录', '城市综合执法'],
  ['临岚市文物领域基层政务公开标准目录', '文物'],
])('the heading %s names %s', (heading, field) => {
  expect(fieldFromHeading(heading)).toBe(field)
})

test.each([
  '临岚市基层政务公开事项标准目录（2020年版）',
  '安澜县文化旅游局主动公开基本目录',
  '（一）重大建设项目领域……1',
  '首页 > 政务公开 > 基层政务公开标准目录',
  '打印',
])('the line %s names no field', (line) => {
  expect(fieldFromHeading(line)).toBeUndefined()
})

test.each([
  ['3.义务教育', '义务教育'],
  ['附件3义务教育', '义务教育'],
  ['（三）义务教育领域', '义务教育'],
  ['环境保护（生态环境）', '环境保护（生态环境）'],
  ['灾害救助', '救灾'],
  ['Sheet1', undefined],
  ['目录', undefined],
])('the sheet or cell %s names %s', (name, field) => {
  expect(fieldFromName(name)).toBe(field)
})
