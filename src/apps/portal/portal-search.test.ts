import { beforeAll, expect, test } from 'vitest'
import { gatherTerms, readForSearch } from '#search'
import { type PublicSite, publicSite } from '../../../test/world/portal/site.ts'

let site: PublicSite
beforeAll(async () => {
  site = await publicSite()
  const code = await site.codeOf('审核信息')
  for (let at = 1; at <= 22; at++)
    await site.publish({ title: `第${at}号抗旱通告`, matterCodes: [code] })
  await site.publish({ title: '抗旱资金安排' }, new Date('2025-06-03T09:00:00+08:00'))
})

const asked = (more = ''): Promise<string> =>
  site.ask(`/search?q=${encodeURIComponent('抗旱')}${more}`).then(({ text }) => text)

/** Label and count of each link that narrows. */
const facetsIn = (html: string): [string, string][] =>
  [...html.matchAll(/rel="nofollow"><span>([^<]+)<\/span><span[^>]*>([^<]+)</g)].map(
    ([, label = '', count = '']) => [label, count],
  )
const countIn = (html: string): string | undefined => html.match(/role="status">共 (\d+) 条/)?.[1]

test('[M157] what was found is narrowed by field, unit and year, each with its count', async () => {
  const html = await asked()
  expect(countIn(html)).toBe('23')
  expect(facetsIn(html)).toEqual([
    ['社会救助', '23'],
    ['青穗县民政局', '23'],
    ['通知', '23'],
    ['2026', '22'],
    ['2025', '1'],
  ])
})

test('[M157] a narrowing has its address, stays on later pages, and can be taken back', async () => {
  const narrowed = await asked('&year=2025')
  expect(countIn(narrowed)).toBe('1')
  expect(narrowed).toContain('资金安排')
  expect(facetsIn(narrowed)).toContainEqual(['2025', '取消'])
  const unit = `&organization=${site.office.civil.code}&year=2026`
  const next = (await asked(unit)).match(/rel="next" href="([^"]+)"/)?.[1]?.replaceAll('&amp;', '&')
  expect(next).toContain(`${unit}&after=`)
  const { text } = await site.ask(next ?? '')
  expect(text.match(/<li><h2>/g)).toHaveLength(2)
})

test('[M157] a slip of the ear is mended, said, and can be undone; suggestions come as a short list', async () => {
  await site.w.act((act) => gatherTerms(act))
  const { text } = await site.ask(`/search?q=${encodeURIComponent('康旱')}`)
  expect(text).toContain('以下是“抗旱”的搜索结果')
  expect(text).toContain(`q=${encodeURIComponent('康旱')}&amp;typed=1`)
  const typed = await site.ask(`/search?q=${encodeURIComponent('康旱')}&typed=1`)
  expect(typed.text).toContain('没有找到')
  const { text: json, headers } = await site.ask(
    `/search/suggestions.json?q=${encodeURIComponent('抗')}`,
  )
  expect(headers['content-type']).toContain('application/json')
  const { suggestions } = JSON.parse(json) as { suggestions: { text: string; mark: string }[] }
  expect(suggestions).toContainEqual({ text: '抗旱', mark: '' })
  expect(suggestions.length).toBeLessThanOrEqual(9)
})

test('[M157] a file that has the words is named beside its document, with the passage', async () => {
  const draft = await site.draft({ title: '关于救助对象的公示' })
  await site.attach(draft, '救助名册.csv', '镇,对象\n澄岚镇,<b>孤寡老人</b>\n')
  const { documentId } = await site.release(draft)
  await readForSearch(site.w.house, documentId)
  const { text } = await site.ask(`/search?q=${encodeURIComponent('孤寡老人')}`)
  expect(text).toContain('见附件：救助名册.csv')
  expect(text).toMatch(/&lt;b>?[^<]*<mark>孤寡老人|&lt;b&gt;<mark>孤寡/)
})

test('[M157] days of publication narrow down and stay in the form', async () => {
  const html = await asked('&from=2026-01-01&until=2026-12-31')
  expect(countIn(html)).toBe('22')
  expect(html).toContain('name="from" value="2026-01-01"')
  expect(countIn(await asked('&from=2026-02-30'))).toBe('23')
})

test('[M157] a search without an answer helps on', async () => {
  const { text, status } = await site.ask(
    `/search?q=${encodeURIComponent('不存在的词语')}&year=2026`,
  )
  expect(status).toBe(200)
  expect(text).toContain('没有找到与“不存在的词语”有关的信息')
  expect(text).toContain('去掉筛选条件')
  expect(text).toContain(`href="/request/new?about=${encodeURIComponent('不存在的词语')}"`)
})
