import { expect, test } from 'vitest'
import { cpuMs } from '../../../../test/world/cpu.ts'
import { fitOf, matterIndex, suggestMatters } from './index.ts'
import { index, matterOf } from './labelled.fixture.ts'

test.each([
  ['2026年3月城乡低保对象审批公示', '审批信息', '最低生活保障'],
  ['白水洋镇2026年第一季度临时救助对象名单公示', '审核审批信息', '临时救助'],
  ['关于做好2026年度种粮补贴发放工作的通知', '耕地地力保护', '农业生产发展资金'],
  ['2026年农机购置补贴申请指南', '农机购置补贴', '农业生产发展资金'],
  ['关于印发临海市特困人员救助供养实施办法的通知', '政策法规文件', '特困人员救助供养'],
  ['临海市2026年义务教育阶段学校招生工作实施方案', '招生政策', '招生管理'],
  ['临海市2026年小学学区划分公告', '招生范围', '招生管理'],
  ['临海市财政局2026年部门预算', '部门预算', '财政预决算'],
  ['临海市2025年政府决算公开', '政府决算', '财政预决算'],
  ['白水洋镇上游村集体土地征收补偿安置方案公告', '征地补偿安置方案公告', '征地组织实施'],
  ['关于某纺织厂扩建项目环境影响评价文件拟批准的公示', '建设项目环境影响评价文件审批', '行政许可'],
  ['2026年第一批公租房租赁补贴对象名单公示', '公租房租赁补贴审核', '配给管理'],
  ['2026年农村危房改造对象认定结果公示', '危房改造对象认定结果', '对象认定'],
  ['食品安全监督抽检信息通告（2026年第3期）', '由本部门组织的食品安全监督抽检', '监督检查'],
  ['国有土地使用权挂牌出让公告', '出让公告', '国有土地使用权出让信息'],
  ['居民身份证补领换领办理流程', '居民身份证补领', '居民身份证管理'],
  ['法律援助申请条件和材料', '法律援助服务', '法律援助'],
  ['国有土地上房屋征收补偿决定公告', '房屋征收补偿决定', '补偿'],
  ['0-6岁儿童健康管理服务规范', '0-6岁儿童健康管理', '公共卫生服务事项'],
  ['临海市220千伏输变电工程施工招标公告', '招标投标', '招标投标信息'],
])('[M23] suggests for “%s” the matter %s', (title, level2, level1) => {
  const names = suggestMatters({ title, body: '' }, index, 3).map(({ code }) => matterOf(code))
  expect(names.map((matter) => `${matter.level1}/${matter.level2}`)).toContain(
    `${level1}/${level2}`,
  )
})

test('[M23] says which words of title and body speak for a matter', () => {
  const [first] = suggestMatters(
    { title: '2026年3月城乡低保对象审批公示', body: '现将最低生活保障对象名单予以公示。' },
    index,
    1,
  )
  expect(first?.because).toContainEqual({ term: '审批', where: 'title', matches: 'level2' })
  expect(first?.because).toContainEqual({ term: '低保', where: 'title', matches: 'level1' })
  expect(first?.score).toBeGreaterThan(0.3)
  expect(first?.score).toBeLessThan(1)
})

test('[M23] finds by the body what the title does not say, and nothing where nothing is said', () => {
  const body = '经村民小组评议、镇政府审核，下列农户纳入农村危房改造对象，认定结果公示七天。'
  const [first] = suggestMatters({ title: '公示', body }, index, 1)
  expect(matterOf(first?.code ?? '').field).toBe('农村危房改造')
  expect(suggestMatters({ title: '关于有关情况的通知', body: '' }, index, 3)).toEqual([])
  expect(suggestMatters({ title: 'README', body: '' }, matterIndex([]), 3)).toEqual([])
})

test('reads a long text against 639 matters in under 20 ms', () => {
  const text = {
    title: '关于做好低保工作的通知',
    body: '对象认定、审核审批和资金发放情况。'.repeat(2000),
  }
  suggestMatters(text, index, 5)
  const started = cpuMs()
  for (let n = 0; n < 10; n++) suggestMatters(text, index, 5)
  expect((cpuMs() - started) / 10).toBeLessThan(20)
})

const news =
  '近日，白水洋镇组织党员干部开展志愿服务。会议强调，要提高站位，狠抓落实，确保各项工作走在前列。'

test.each([
  ['镇党委书记李某一行到上游村调研', news, '19-6', 'workNews'],
  ['白水洋镇召开社会救助工作推进会', news, '19-6', 'workNews'],
  ['市民政局开展“低保政策进万家”主题宣传活动', news, '19-6', 'workNews'],
  ['我镇危房改造工作圆满收官', '', '09-11', 'workNews'],
  ['低保工作情况', news, '19-6', 'workNews'],
  ['低保工作情况', '3月5日，镇民政办对全镇低保对象进行了复核。', '19-6', 'doubtful'],
  ['2026年3月城乡低保对象审批公示', '现将名单公示如下。', '19-6', 'fits'],
  ['关于召开低保审核评议会议的通知', '定于3月5日召开会议。', '19-6', 'fits'],
  ['关于开展2026年农村危房改造对象核查行动的通知', '', '09-11', 'fits'],
  ['2026年部门预算', '', '19-6', 'doubtful'],
  // The catalogue itself asks for news of legal education here.
  ['市司法局开展“宪法进校园”普法宣传活动', news, '12-1', 'fits'],
])('[M46] “%s” for a matter', (title, body, code, verdict) => {
  expect(fitOf({ title, body }, matterOf(code)).verdict).toBe(verdict)
})

test('[M46] names the phrase that gives work news away', () => {
  const { because } = fitOf({ title: '镇长赴各村督导低保工作', body: '' }, matterOf('19-6'))
  expect(because).toContainEqual({ reason: 'news.leader', term: '镇长赴各村督导' })
  expect(because.map(({ reason }) => reason)).toContain('saysMatter')
})
