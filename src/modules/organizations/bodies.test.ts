import { readdirSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { inHome } from '#platform/home'
import { type Body, bodiesFor } from './bodies.ts'
import type { OrganizationKind } from './contract.ts'

const body = (
  id: number,
  kind: OrganizationKind,
  name: string,
  subjectKeys: string[] = [],
): Body => ({
  id,
  kind,
  level: ['township', 'subdistrict'].includes(kind)
    ? 'township'
    : kind === 'village'
      ? 'village'
      : 'county',
  name,
  shortName: name,
  subjectKeys,
})

const county: readonly Body[] = [
  body(1, 'government', '青穗县人民政府'),
  body(2, 'department', '青穗县人力资源和社会保障局'),
  body(3, 'department', '青穗县教育局'),
  body(4, 'department', '青穗县综合行政执法局', [
    '城市管理行政执法部门',
    '城市环境卫生行政主管部门',
    '城市市容环境卫生行政主管部门',
  ]),
  body(5, 'department', '青穗县应急管理局'),
  body(6, 'department', '青穗县文化广电旅游体育局', ['文化和旅游行政部门', '广播电视', '新闻出版']),
  body(7, 'vertical', '云岚市生态环境局青穗分局', ['生态环境部门']),
  body(8, 'department', '青穗县自然资源和规划局', ['自然资源']),
  body(9, 'department', '青穗县公安局'),
  body(10, 'department', '青穗县卫生健康局', ['卫生健康监督执法机构', '基层医疗卫生机构']),
  body(11, 'department', '青穗县住房和城乡建设局', [
    '住房保障',
    '住建部门',
    '房屋征收',
    '市政工程',
    '燃气',
    '城市供水',
    '城镇排水',
    '城市园林绿化',
  ]),
  body(12, 'department', '青穗县司法局', [
    '法律援助机构',
    '公共法律服务中心',
    '公共法律服务工作站',
  ]),
  body(13, 'vertical', '国家税务总局青穗县税务局', ['税务']),
  body(14, 'department', '青穗县市场监督管理局'),
  body(15, 'department', '青穗县民政局'),
  body(16, 'department', '青穗县农业农村局', ['扶贫', '乡村振兴']),
  body(17, 'department', '青穗县交通运输局'),
  body(18, 'department', '青穗县财政局'),
  body(19, 'department', '青穗县审计局'),
  body(20, 'department', '青穗县发展和改革局', ['审批', '项目审批', '核准', '项目核准']),
  body(21, 'department', '青穗县行政审批服务局', ['行政审批', '审批']),
  body(31, 'township', '澄岚镇人民政府'),
  body(32, 'township', '棠坞镇人民政府'),
  body(33, 'subdistrict', '穗城街道办事处'),
  body(41, 'village', '上澄村村民委员会'),
]

const named = (subject: string): number[] => bodiesFor(subject, county).bodies.map((one) => one.id)

test('[M16] a catalogue that names towns and sub-districts reaches every one of the county', () => {
  expect(named('乡镇人民政府')).toEqual([31, 32])
  expect(named('乡镇人民政府（街道办事处）')).toEqual([31, 32, 33])
  expect(named('县级扶贫部门、贫困人口所在行政村')).toEqual([16, 41])
})

test('[M16] a department is named by its key or its own name, a government by its level', () => {
  expect(named('人力资源社会保障部门、乡镇人民政府（街道办事处）')).toEqual([2, 31, 32, 33])
  expect(named('住房和城乡建设部门')).toEqual([11])
  expect(named('市级生态环境部门（县级分局）')).toEqual([7])
  expect(named('县级人民政府民政部门、乡镇人民政府（街道办事处）')).toEqual([15, 31, 32, 33])
  expect(named('县（区、市）人民政府及房屋征收部门')).toEqual([1, 11])
  expect(named('县级以上地方人民政府及其自然资源主管部门')).toEqual([1, 8])
  expect(named('人民政府、住房保障行政主管部门')).toEqual([1, 11])
  expect(named('负责审批的燃气管理部门')).toEqual([11])
  expect(named('市场监督管理、行政审批相关责任部门')).toEqual([14, 21])
  expect(named('相关审批部门')).toEqual([20, 21])
  expect(named('县民政局')).toEqual([15])
  expect(named('县人民政府、县财政局')).toEqual([1, 18])
  expect(named('各部门')).toHaveLength(20)
})

test('says which parts of the text name nobody here, and never guesses', () => {
  expect(bodiesFor('采购人或者其委托的采购代理机构', county)).toEqual({
    bodies: [],
    unnamed: ['采购人', '其委托的采购代理机构'],
  })
  expect(bodiesFor('教育部门、义务教育阶段学校', county)).toMatchObject({
    bodies: [{ id: 3 }],
    unnamed: ['义务教育阶段学校'],
  })
  expect(bodiesFor('项目法人单位或相关主管部门', county).bodies).toEqual([])
})

const cellsOf = (line: string): string[] =>
  [...line.matchAll(/("(?:[^"]|"")*"|[^,]*)(?:,|$)/g)].map((match) => match[1] ?? '')

const allSubjects = (): string[] => {
  const folder = inHome('data', 'reference-catalogue')
  const files = readdirSync(folder).filter((name) => /^\d\d-.*\.csv$/.test(name))
  return [
    ...new Set(
      files.flatMap((file) => {
        const [head = '', ...lines] = readFileSync(`${folder}/${file}`, 'utf8').trim().split('\n')
        const at = cellsOf(head).indexOf('subject')
        return lines.map((line) => cellsOf(line)[at] ?? '')
      }),
    ),
  ]
}

/** Owners of projects and purchases: whoever that is differs from one project to the next. */
const namesNobody = [
  '采购人或者其委托的采购代理机构',
  '招标人或其招标代理机构',
  '相关行政监督部门',
  '采购人',
  '招标人及其招标代理机构或相关行政监督部门',
  '项目法人单位或相关主管部门',
  '招标人',
  '转让方或产权交易机构',
  '产权交易机构',
]

test('every disclosing body of the reference catalogue finds somebody, but for owners of projects', () => {
  const subjects = allSubjects()
  expect(subjects.length).toBeGreaterThan(60)
  const without = subjects.filter((subject) => bodiesFor(subject, county).bodies.length === 0)
  expect(without.sort()).toEqual([...namesNobody].sort())
})
