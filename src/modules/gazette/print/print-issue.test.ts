import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import sharp from 'sharp'
import { afterAll, expect, test } from 'vitest'
import { openBlobStore } from '#platform/blob-store'
import { readParts } from '#platform/file-parts/index'
import { treeOf } from '#platform/print/text/tree'
import { printIssue } from './print-issue.ts'

const folder = await mkdtemp(join(tmpdir(), 'gongkai-gazette-'))
const store = await openBlobStore(folder)
afterAll(() => rm(folder, { recursive: true }))

const issue = {
  title: '青穗县人民政府公报',
  sponsor: '青穗县人民政府办公室',
  ...{ year: 2026, number: 3, total: 15, publishedOn: '2026-03-31' },
  standards: [],
  proof: false,
  madeAt: new Date('2026-03-31T01:00:00Z'),
}
const textOf = (id: number, html: string) => ({
  ...{ id, html, section: 'government' as const, documentNumber: `青政发〔2026〕${id}号` },
  title: `关于第${id}件事项的通知`,
})
const wordsOf = async (pdf: Uint8Array): Promise<string> =>
  (await readParts('公报.pdf', pdf)).parts.map(({ text = '' }) => text).join('')

test('[M101] spans that run over each other or out of a table are cut, and the table prints', async () => {
  const broken =
    '<table><thead><tr><th rowspan="9">类别</th><th>数</th></tr></thead><tr><td colspan="99">甲</td><td>余</td></tr><tr><td rowspan="7">乙</td></tr><tr><td>丙</td><td colspan="0">丁</td></tr></table>'
  const [table] = treeOf(broken)
  expect(table?.t === 'table' && [table.headRows, table.rows]).toEqual([1, 4])
  const { pdf } = await printIssue(store, { ...issue, texts: [textOf(1, broken)] })
  const words = await wordsOf(pdf)
  for (const word of ['类别', '甲', '乙', '丙', '丁']) expect(words).toContain(word)
})

test('[M101] pictures are printed; one that is missing says what it showed', async () => {
  const bytes = await sharp({ create: { width: 900, height: 300, channels: 3, background: 'red' } })
    .png()
    .toBuffer()
  const { sha256 } = await store.putBytes(bytes)
  const gone = 'a'.repeat(64)
  const html = (name: string) => `<p><img src="/files/${name}" alt="示意图"></p>`
  const { pdf } = await printIssue(store, { ...issue, texts: [textOf(1, html(sha256))] })
  const none = await printIssue(store, { ...issue, texts: [textOf(1, html(gone))] })
  expect(pdf.includes('/Subtype /Image')).toBe(true)
  expect(await wordsOf(none.pdf)).toContain('〔示意图〕')
})

test('[M101] twenty-four pages are printed within a second, each text at the page that the contents name', async () => {
  const paragraph =
    '<p>为进一步规范全县临时救助工作，切实保障困难群众基本生活权益，现就有关事项通知如下。</p>'
  const texts = Array.from({ length: 11 }, (_, at) => textOf(at + 1, paragraph.repeat(36)))
  await printIssue(store, { ...issue, texts: texts.slice(0, 1) })
  const began = performance.now()
  const { pages, entryPages } = await printIssue(store, { ...issue, texts })
  const ms = performance.now() - began
  expect(pages).toBeGreaterThanOrEqual(24)
  expect(ms).toBeLessThan(1000)
  expect(entryPages.map(({ id }) => id)).toEqual(texts.map(({ id }) => id))
  expect(entryPages[0]?.page).toBe(1)
})
