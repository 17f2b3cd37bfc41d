import { expect, test } from 'vitest'
import { parseTimeRule } from '#catalogue'
import { type ClauseGround, clauseFor, type Subject } from './clauses.ts'
import { clockOf, type Matter } from './clock.ts'
import { soonerClause } from './contract.ts'

// Limits as published: large construction projects, health, culture, hearings.
const construction =
  '信息形成20个工作日内公开；其中行政许可、行政处罚事项应自作出行政决定之日起7个工作日内公示'
const penaltyFirst =
  '行政处罚决定自作出之日起7个工作日内予以公开；其他信息自信息形成或者变更之日起20个工作日内予以公开'
const enforcement =
  '执法决定信息在决定作出之日起7个工作日内公开，其他相关信息形成或变更之日起20个工作日内公开'
const results =
  '自信息形成或者变更之日起20个工作日内予以公开；结果信息自作出决定之日起7个工作日内予以公开'
const hearing = '《听证通知书》在组织听证7个工作日前予以公开；其他材料为依申请公开'

const subject = (timeLimit: string, name = '施工管理服务', contents = '机构；人员'): Subject => ({
  code: 'F01-01-01',
  name,
  contentElements: [contents],
  timeRule: parseTimeRule(timeLimit),
})
const text = (title: string, kind = '') => ({ title, kind, clauses: [] })
const told = (matter: Subject, title: string, kind = ''): [string, ClauseGround] => {
  const { clause, by } = clauseFor(matter, text(title, kind))
  return [clause.when, by]
}

test.each<[string, string, string, string]>([
  [construction, '关于青水县宏远建材公司的行政处罚决定书', '', '行政许可、行政处罚事项'],
  [construction, '准予某某公司建筑工程施工许可的决定', '决定', '行政许可、行政处罚事项'],
  [construction, '青水县2026年3月行政许可信息公示', '', '行政许可、行政处罚事项'],
  [construction, '某某公司案', '行政处罚决定书', '行政许可、行政处罚事项'],
  [penaltyFirst, '对违反《公共场所卫生管理条例》的行政处罚决定', '', '行政处罚决定'],
  [enforcement, '关于查封某某网吧经营设备的决定', '', '执法决定信息'],
  [results, '准予设立母婴保健技术服务机构的行政许可决定', '', '结果信息'],
])('[M35] %s: “%s” falls under the shorter clause', (limit, title, kind, when) => {
  expect(told(subject(limit), title, kind)).toEqual([when, 'text'])
})

test.each<[string, string]>([
  ['施工图审查办事指南', ''],
  ['青水县行政许可事项清单', ''],
  ['青水县行政处罚裁量基准', ''],
  ['关于印发《行政处罚信息公示办法》的通知', '通知'],
  ['行政处罚听证公告', '公告'],
  ['关于做好施工图审查工作的意见', '意见'],
])('[M35] “%s” is plainly no decision: the general clause', (title, kind) => {
  expect(told(subject(construction), title, kind)).toEqual(['', 'text'])
})

test('[M35] a permit stays under the general clause where only penalties have a shorter one', () => {
  expect(told(subject(penaltyFirst), '准予某某诊所执业许可的决定')).toEqual(['', 'text'])
})

test('[M35] a matter that holds nothing but decisions says it where the title does not', () => {
  const permits = subject(construction, '建筑工程施工许可证核发', '审核结果；许可证号；许可日期')
  expect(told(permits, '城关农贸市场改造项目')).toEqual(['行政许可、行政处罚事项', 'matter'])
  // Health's matters hold the law and the procedure beside the decision.
  const mixed = subject(penaltyFirst, '对违反传染病防治法行为的行政处罚决定', '法律法规；处罚决定')
  expect(told(mixed, '某某医院案')).toEqual(['', 'nobody'])
})

test('[M35] where nothing tells, the general clause counts and the shorter one is named', () => {
  const matter: Matter = { ...subject(construction), fieldCode: 'F01', timeLimit: construction }
  const draft = { ...text('某公司违法建设案'), formedOn: '2026-03-02' }
  const [rule] = clockOf([matter], draft, '2026-03-02').rules
  expect(rule).toMatchObject({
    dueOn: '2026-03-30',
    clause: { when: '', by: 'nobody' },
    clauses: [{ dueOn: '2026-03-30' }, { when: '行政许可、行政处罚事项', dueOn: '2026-03-11' }],
  })
  expect(rule && soonerClause(rule)).toMatchObject({ dueOn: '2026-03-11' })
})

test('[M35] what a person chose stands above every rule, as long as the catalogue has it', () => {
  const matter = subject(construction)
  const chosen = (when: string, title: string) =>
    clauseFor(matter, { ...text(title), clauses: [{ matterCode: matter.code, when }] })
  expect(chosen('', '行政处罚决定书')).toMatchObject({ clause: { when: '' }, by: 'person' })
  const permits = '行政许可、行政处罚事项'
  expect(chosen(permits, '办事指南')).toMatchObject({ clause: { when: permits }, by: 'person' })
  expect(chosen('从前的说法', '办事指南')).toMatchObject({ clause: { when: '' }, by: 'text' })
})

test('[M35] a limit for requests alone is no clause of what is disclosed unasked', () => {
  const { clause, by } = clauseFor(subject(hearing), text('听证通知书'))
  expect({ ...clause, by }).toMatchObject({ when: '', by: 'matter', rule: { kind: 'before' } })
})
