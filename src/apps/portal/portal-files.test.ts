import { read, utils } from '@e965/xlsx'
import sharp from 'sharp'
import { beforeAll, describe, expect, test } from 'vitest'
import { type PublicSite, publicSite, type Reply } from '../../../test/world/portal/site.ts'

const hostile = '"><img src=x onerror=alert(1)>]]></title><script>alert(1)</script>&amp;'

let site: PublicSite
let documentId: number
let draftFile: string
let draftHash: string
let publicFile: string
beforeAll(async () => {
  site = await publicSite()
  const draft = await site.draft({ title: hostile, summary: hostile, keywords: ['<b>'] })
  const id = await site.attach(draft, '名单 (2026)（“一”）.csv', '姓名,金额\n张某,100\n')
  documentId = (await site.release(draft)).documentId
  publicFile = `/d/${documentId}/files/${id}`
  const secret = await site.draft({ title: '尚未公开' })
  const picture = await sharp({
    create: { width: 8, height: 8, channels: 3, background: '#c00' },
  })
    .png()
    .toBuffer()
  draftFile = `/d/${secret.documentId}/files/${await site.attach(secret, '草图.png', picture)}`
  const { sha256 } = await site.w.db
    .selectFrom('documents.attachment')
    .select('sha256')
    .where('edition_id', '=', secret.editionId)
    .executeTakeFirstOrThrow()
  draftHash = `/files/${sha256}`
})

/** Faults of XML that every reader of feeds must refuse: tags that do not pair, bare signs. */
const faultsOf = (xml: string): string[] => {
  const text = xml.replace(/<!\[CDATA\[.*?\]\]>|<\?.*?\?>/gs, '')
  const tag = /<(\/?)([\w:]+)((?:\s+[\w:]+="[^"<]*")*)\s*(\/?)>/g
  const open: (string | undefined)[] = []
  const faults: string[] = []
  for (const [, ends, name, , isEmpty] of text.matchAll(tag)) {
    if (ends && open.pop() !== name) faults.push(`unpaired ${name}`)
    if (!ends && !isEmpty) open.push(name)
  }
  const rest = text.replace(tag, '')
  if (rest.includes('<')) faults.push('bare <')
  if (/&(?!(amp|lt|gt|quot|apos|#\d+);)/.test(text)) faults.push('bare &')
  return [...faults, ...open.map((name) => `open ${name}`)]
}

describe('attachments', () => {
  test('[M157] one that is public is offered for saving, under its own name, as what it is', async () => {
    const { status, headers, text } = await site.ask(publicFile)
    expect(status).toBe(200)
    expect(text).toContain('张某')
    expect(headers['content-type']).toContain('text/csv')
    expect(headers['x-content-type-options']).toBe('nosniff')
    expect(headers['content-security-policy']).toContain('sandbox')
    const [, name = ''] =
      headers['content-disposition']?.match(/^attachment; filename\*=UTF-8''([\w%.-]+)$/) ?? []
    expect(decodeURIComponent(name)).toBe('名单 (2026)（“一”）.csv')
  })

  test('it is not sent twice, nor kept by anybody between', async () => {
    const { headers } = await site.ask(publicFile)
    expect(headers['cache-control']).toBe('private, no-cache')
    const again = await site.ask(publicFile, {
      headers: { 'if-none-match': headers.etag ?? '' },
    })
    expect([again.status, again.body.length]).toEqual([304, 0])
    const head = await site.ask(publicFile, { method: 'HEAD' })
    expect([head.status, head.headers['content-length']]).toEqual([200, headers['content-length']])
  })

  test('one of a draft is seen by staff who see the draft, and by nobody else', async () => {
    const cookie = await site.signIn()
    // The second is the office's own door to pictures in a text.
    for (const [path, refused] of [
      [draftFile, 404],
      [draftHash, 401],
    ] as const) {
      expect((await site.ask(path)).status).toBe(refused)
      const forged = await site.ask(path, { headers: { cookie: `${cookie}x` } })
      expect(forged.status).toBe(refused)
      const seen = await site.ask(path, { headers: { cookie } })
      expect([seen.status, seen.headers['content-type']]).toEqual([200, 'image/png'])
      // Nor did that answer stay for the next stranger.
      expect((await site.ask(path)).status).toBe(refused)
    }
  })

  test('it stands under its own document only', async () => {
    const other = await site.publish({ title: '另一份' })
    const id = publicFile.split('/').at(-1)
    expect((await site.ask(`/d/${other.documentId}/files/${id}`)).status).toBe(404)
  })
})

test('every kind of answer bears the security headers', async () => {
  const answers: Record<string, Reply> = {}
  for (const path of ['/', '/nothing', '/platform/', '/robots.txt', '/feed.xml', publicFile])
    answers[path] = await site.ask(path)
  const header = (name: string) =>
    Object.entries(answers)
      .filter(([, { headers }]) => !headers[name])
      .map(([path]) => path)
  for (const name of ['content-security-policy', 'x-content-type-options', 'referrer-policy'])
    expect([name, header(name)]).toEqual([name, []])
  expect(answers['/']?.headers['content-security-policy']).not.toMatch(/unsafe|\*/)
})

test('hostile titles, names and questions are words on every page', async () => {
  const column = await site.columnOf('政策法规文件')
  const asked = encodeURIComponent(hostile)
  for (const path of [
    '/',
    column,
    `/d/${documentId}`,
    `/d/${documentId}/history`,
    `/organizations/${site.office.civil.code}`,
    `/account/${site.office.civil.code}`,
    `/search?q=${asked}`,
    `/search?q=alert&field=${asked}&organization=${asked}&year=${asked}&after=${asked}`,
    `/grassroots/catalogue?q=${asked}&field=${asked}&level=${asked}&after=${asked}`,
    `/nothing/${asked}`,
    `/nothing?q=<script>alert(1)</script>`,
  ]) {
    const { text, status } = await site.ask(path)
    expect(status, path).toBeLessThan(500)
    expect(text, path).not.toMatch(/<script>alert|<img src=x/)
    // Nothing ends the data for machines early.
    for (const [, data = ''] of text.matchAll(/ld\+json">(.*?)<\/script>/gs)) JSON.parse(data)
  }
})

test('feeds are well-formed, whatever a title holds', async () => {
  const column = await site.columnOf('政策法规文件')
  for (const start of ['', column, `/organizations/${site.office.civil.code}`]) {
    for (const format of ['xml', 'atom'] as const) {
      const { status, headers, text } = await site.ask(`${start}/feed.${format}`)
      expect(status).toBe(200)
      expect(headers['content-type']).toMatch(/^application\/(rss|atom)\+xml/)
      expect([start, format, faultsOf(text)]).toEqual([start, format, []])
      expect(text).toContain(`/d/${documentId}`)
    }
    const { text } = await site.ask(`${start}/feed.json`)
    const feed = JSON.parse(text) as { items: { title: string; url: string }[] }
    expect(feed.items.map((item) => item.title)).toContain(hostile)
  }
})

test('the sitemap lists pages that are there, and no folded column', async () => {
  const { headers, text } = await site.ask('/sitemap.xml')
  expect(headers['content-type']).toContain('application/xml')
  expect(faultsOf(text)).toEqual([])
  const paths = [...text.matchAll(/<loc>([^<]+)<\/loc>/g)].map(
    ([, at = '']) => new URL(at).pathname,
  )
  expect(paths).toContain(`/d/${documentId}`)
  expect(paths).not.toContain(await site.columnOf('监督检查'))
  for (const path of paths) expect([path, (await site.ask(path)).status]).toEqual([path, 200])
  expect((await site.ask('/robots.txt')).text).toContain('Sitemap: ')
})

test('[M9] the catalogue is handed out as table and as data, its formulas defused', async () => {
  await site.w.db
    .updateTable('catalogue.matter')
    .set({ content_elements: ['=HYPERLINK("http://evil.example","点我")', '+1', '@SUM(A1)'] })
    .where('level2', '=', '审核信息')
    .execute()
  const csv = await site.ask('/grassroots/catalogue.csv')
  expect(csv.headers['content-type']).toContain('text/csv')
  expect(csv.text.startsWith('\uFEFF')).toBe(true)
  expect(csv.text).toContain('审核信息')
  expect(csv.text).not.toMatch(/(^|,|")[=+@]/m)

  const { body } = await site.ask('/grassroots/catalogue.xlsx')
  const book = read(body)
  const cells = book.SheetNames.flatMap((name) =>
    Object.values(book.Sheets[name] ?? {}).filter((cell) => typeof cell === 'object'),
  ) as { f?: string; v?: unknown }[]
  expect(cells.some((cell) => cell.f)).toBe(false)
  const rows = utils.sheet_to_json<string[]>(book.Sheets[book.SheetNames[0] ?? ''] ?? {}, {
    header: 1,
  })
  expect(rows.flat().join(' ')).toContain('政策法规文件')

  const { text } = await site.ask('/grassroots/catalogue.json')
  expect(JSON.stringify(JSON.parse(text))).toContain('=HYPERLINK')
})
