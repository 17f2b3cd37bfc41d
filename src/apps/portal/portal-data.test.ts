import { createHash } from 'node:crypto'
import { beforeAll, expect, test } from 'vitest'
import { createDataset, saveRows } from '#datasets'
import { createPreview } from '#documents'
import { createTopic, publishTopic } from '#topics'
import { monday } from '../../../test/world/documents.ts'
import { type PublicSite, publicSite } from '../../../test/world/portal/site.ts'

let site: PublicSite
let open = 0
let hidden = 0

const rows = (count: number, household: string) =>
  Array.from({ length: count }, (_, at) => ({
    row: null,
    cells: {
      village: at % 2 ? '石桥村' : '柳林村',
      household: `${household}${at}`,
      item: '耕地地力保护补贴',
      amount: String((at + 1) * 100),
    },
  }))

const begin = async (title: string, count: number, household: string) => {
  const draft = await site.draft({ title })
  const { clerk } = site.office
  const table = await site.w.act(
    (act) =>
      createDataset(act, {
        id: draft.editionId,
        schemaCode: 'farm-subsidies',
        year: 2026,
        title: '',
      }),
    clerk,
    monday,
  )
  await site.w.act(
    (act) =>
      saveRows(act, {
        id: table.id,
        version: table.version,
        put: rows(count, household),
        remove: [],
      }),
    clerk,
    monday,
  )
  return draft
}

beforeAll(async () => {
  site = await publicSite()
  const draft = await begin('2026年惠农补贴发放公示', 60, '柳大')
  open = (await site.release(draft)).documentId
  hidden = (await begin('2027年惠农补贴发放公示', 3, '柳密')).documentId
})

test('[M18] a document shows its table: first rows, total, chart and downloads, without scripts', async () => {
  const { text, status } = await site.ask(`/d/${open}`)
  expect(status).toBe(200)
  expect(text).toContain('惠农补贴发放名册')
  expect(text.match(/<tr/g)?.length).toBeGreaterThan(50)
  expect(text).toContain('183,000')
  expect(text).toMatch(/<figure class="bars">[\s\S]*<svg[\s\S]*石桥村|石桥村[\s\S]*<svg/)
  expect(text).toContain(`/d/${open}/data.csv`)
  expect(text).not.toContain('柳大1<')
})

test('[M18] a link sorts it, a form narrows it down, a link goes on', async () => {
  const { text } = await site.ask(
    `/d/${open}?table=1&sort=-amount&in.village=${encodeURIComponent('石桥村')}`,
  )
  expect(text).toContain('符合条件的30行')
  expect(text).toContain('93,000')
  expect(text.indexOf('6,000')).toBeLessThan(text.indexOf('5,800'))
  expect(text).toContain('aria-sort="descending"')
  const plain = (await site.ask(`/en/d/${open}`)).text
  const next = /href="\/en(\/d\/\d+\?table=1[^"]*after=[^"#]*)/.exec(plain)?.[1] ?? ''
  const later = await site.ask(next.replaceAll('&amp;', '&'))
  expect(later.text).toContain('柳**9')
  const odd = await site.ask(`/d/${open}?table=1&sort=nothing&in.household=x&after=%00&words=%25`)
  expect(odd.status).toBe(200)
})

test('[M18] [M24] files are there for the public table and for no other', async () => {
  for (const format of ['csv', 'xlsx', 'json']) {
    expect((await site.ask(`/d/${open}/data.${format}`)).status, format).toBe(200)
    expect((await site.ask(`/d/${hidden}/data.${format}`)).status, format).toBe(404)
  }
  expect((await site.ask(`/d/${open}/data.csv`)).text).toContain('柳*5')
  expect((await site.ask(`/d/${open}/data.csv?table=2`)).status).toBe(404)
})

test('[M18] the overview lists what is published by kind, unit and year, and nothing else', async () => {
  const { text } = await site.ask('/data')
  expect(text).toContain('惠农补贴发放名册')
  expect(text).toContain(`/d/${open}"`)
  expect(text).not.toContain(`/d/${hidden}"`)
  expect((await site.ask('/data?kind=farm-subsidies&year=2019')).text).toContain(
    '还没有公开的数据表',
  )
  expect((await site.ask('/data/farm-subsidies/nowhere')).status).toBe(404)
  const { code } = site.office.civil
  expect((await site.ask(`/data/farm-subsidies/${code}`)).text).toContain('历年对比')
})

test('[M17] a topic page shows what is gathered by its sections, and has a feed', async () => {
  const { w, office } = site
  const make = (slug: string, keywords: string[]) =>
    w.act(
      (act) =>
        createTopic(act, {
          title: '惠农政策',
          slug,
          lead: '补贴到村到户',
          grouping: 'stage',
          rule: {
            matterCodes: [],
            fieldCodes: [],
            organizationIds: [],
            keywords,
            from: null,
            until: null,
          },
        }),
      office.disclosureOffice,
    )
  const { id } = await make('farm', ['惠农'])
  expect((await site.ask('/topics/farm')).status).toBe(404)
  await w.act((act) => publishTopic(act, { id, open: true }), office.disclosureOffice)
  const { text } = await site.ask('/topics/farm')
  expect(text).toContain('2026年惠农补贴发放公示')
  expect(text).not.toContain('2027年惠农补贴发放公示')
  expect((await site.ask('/topics')).text).toContain('/topics/farm')
  expect((await site.ask('/topics/farm/feed.xml')).text).toContain('2026年惠农补贴发放公示')
})

test('[M21] one matter of one unit is read through its stages, reached from its documents', async () => {
  const { text } = await site.ask(`/d/${open}`)
  const address = /href="(\/life\/[^"]+)"/.exec(text)?.[1] ?? ''
  const life = await site.ask(address)
  expect(life.status).toBe(200)
  for (const stage of ['决策', '执行', '管理', '服务', '结果']) expect(life.text).toContain(stage)
  expect(life.text).toContain('2026年惠农补贴发放公示')
  expect((await site.ask('/life/nowhere/F99-01')).status).toBe(404)
})

test('[M18] a draft shows its tables to the holder of its preview link, sorted there, and to nobody else', async () => {
  const draft = await begin('2028年惠农补贴发放公示', 60, '柳预')
  const { address } = await site.w.act(
    (act) => createPreview(act, { id: draft.editionId, days: 3, note: '' }),
    site.office.clerk,
  )
  const { text, status } = await site.ask(address)
  expect(status).toBe(200)
  expect(text).toContain('惠农补贴发放名册')
  expect(text).toContain(`href="${address}?table=1&amp;sort=-amount#table-1"`)
  // Files belong to what is public.
  expect(text).not.toContain('/data.csv')
  const sorted = await site.ask(`${address}?table=1&sort=-amount`)
  expect(sorted.text).toContain('6,000')
  expect((await site.ask(`/d/${draft.documentId}`)).status).toBe(404)
  expect((await site.ask(`/d/${draft.documentId}/data.csv`)).status).toBe(404)
  expect((await site.ask('/data')).text).not.toContain('2028年惠农补贴发放公示')
})

test('[M164] [M18] a table shows its record and the hash of its CSV; the downloaded file is checked by it', async () => {
  const page = (await site.ask(`/d/${open}`)).text
  const csv = (await site.ask(`/d/${open}/data.csv`)).body
  expect((await site.ask(`/d/${open}/data.csv?table=1`)).body.equals(csv)).toBe(true)
  expect(page).toContain(createHash('sha256').update(csv).digest('hex'))
  expect(page).toContain('本表已记入公开存证（编号 1）')
  expect((await site.ask(`/en/d/${open}`)).text).toContain('stands in the public record (number 1)')
  expect((await site.ask('/data')).text).toContain(`href="/d/${open}/history#record"`)
  expect((await site.ask(`/d/${open}/history`)).text).toContain('含数据表 1 张')

  const check = async (bytes: Uint8Array) => {
    const form = new FormData()
    form.append('file', new Blob([Buffer.from(bytes)]), 'data.csv')
    return (await fetch(`${site.serving.url}/verify`, { method: 'POST', body: form })).text()
  }
  const good = await check(csv)
  expect(good).toContain('一致，且为现行公开版本。')
  expect(good).toContain('数据表（CSV）')
  const changed = Buffer.from(csv.toString().replace(',6000,', ',6001,'))
  expect(changed.equals(csv)).toBe(false)
  expect(await check(changed)).toContain('没有找到')
  // A draft's table has no record yet, wherever it is shown.
  expect((await site.ask('/data')).text).not.toContain(`/d/${hidden}/`)
})
