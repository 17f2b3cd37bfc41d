import { expect, test } from 'vitest'
import { cpuMs } from '../../../../test/world/cpu.ts'
import { demoDocuments } from '../../../apps/cli/demo/documents.ts'
import { organizations } from '../../../apps/cli/demo/organizations.ts'
import { referenceRows } from '../../../apps/cli/demo/reference.fixture.ts'
import { textOf } from '../text/index.ts'
import { bandsOf, likenessOf, shinglesOf } from './index.ts'

type Bands = ReadonlySet<ReturnType<typeof bandsOf>[number]>
const bandsIn = (text: string): Bands => new Set(bandsOf(shinglesOf(text)))
const meet = (a: Bands, b: Bands): boolean => [...a].some((band) => b.has(band))

/** Texts of the invented county long enough to be told apart, each once. */
const texts = demoDocuments(referenceRows(), organizations, '2026-11-22')
  .map(({ title, documentNumber, html }) => ({
    title,
    documentNumber: documentNumber ?? '',
    text: textOf(html),
  }))
  .filter(({ text }) => text.length >= 300)
  .map((one) => ({ ...one, bands: bandsIn(one.text) }))

/** What a town does to a county's text before it posts it as its own. */
const edits: readonly ((text: string) => string)[] = [
  (text) => `根据县有关部门要求，现将有关内容转发如下，请遵照执行。\n${text}`,
  (text) => text.replaceAll('县', '镇'),
  (text) => text.split('\n').slice(0, -1).join('\n'),
  (text) => text.replace(/。/g, '．').replace(/，/g, ', '),
  (text) => `${text}\n本镇联系电话见政务公开栏，村（居）民如有疑问请到便民服务中心咨询。`,
  (text) => text.replaceAll('应当', '须').replaceAll('及时', '尽快'),
]

test('[M14] made copies are met in a band and judged copies; different texts are neither', () => {
  const copies = texts.flatMap((text) =>
    edits.map((edit) => ({
      text,
      copy: { ...text, title: `镇${text.title}`, documentNumber: '', text: edit(text.text) },
    })),
  )
  const met = copies.filter(({ text, copy }) => meet(text.bands, bandsIn(copy.text)))
  const judged = met.filter(({ text, copy }) => likenessOf(copy, text)?.kind === 'copy')
  const pairs = texts.flatMap((a, at) => texts.slice(at + 1).map((b) => ({ a, b })))
  const wrong = pairs.filter(
    ({ a, b }) => meet(a.bands, b.bands) && likenessOf(a, b)?.kind === 'copy',
  )
  const recall = judged.length / copies.length
  const precision = judged.length / (judged.length + wrong.length)
  console.table([
    {
      texts: texts.length,
      copies: copies.length,
      met: met.length,
      recall,
      pairs: pairs.length,
      wrong: wrong.length,
      precision,
    },
  ])
  expect(texts.length).toBeGreaterThan(30)
  expect(recall).toBeGreaterThanOrEqual(0.9)
  expect(precision).toBeGreaterThanOrEqual(0.95)
})

test('[M14] lists of two quarters from one template are alike, and no copies', () => {
  const list = (quarter: string, amounts: readonly number[]) => ({
    title: `青石镇2026年第${quarter}季度临时救助发放情况公示`,
    documentNumber: '',
    text: `经本人申请、入户调查、镇政府审核、县民政局备案，现将${quarter}季度临时救助发放情况公示如下，公示期七天，监督电话见政务公开栏，欢迎广大群众监督。${amounts
      .map((amount, at) => `第${at + 1}户，救助金额${amount}元。`)
      .join('')}`,
  })
  const likeness = likenessOf(
    list('一', [2100, 1850, 3300, 4620]),
    list('二', [1200, 2750, 6100, 980]),
  )
  expect(likeness?.kind).toBe('similar')
})

test('[M14] one document number under one title is one document, however it was cut', () => {
  const own = { title: '转发临时救助办法', documentNumber: '青民发〔2026〕4号', text: '见附件。' }
  const other = {
    title: '临时救助办法',
    documentNumber: '青民发〔2026〕4号',
    text: '全文'.repeat(80),
  }
  expect(likenessOf(own, other)).toMatchObject({ kind: 'copy', sameNumber: true })
  expect(likenessOf({ ...own, documentNumber: '' }, other)).toBeNull()
})

test('[M14] the keys of a text of 5,000 characters cost under 20 ms', () => {
  const text = texts
    .map((one) => one.text)
    .join('\n')
    .slice(0, 5_000)
  bandsOf(shinglesOf(text))
  const started = cpuMs()
  for (let n = 0; n < 20; n++) bandsOf(shinglesOf(text))
  const each = (cpuMs() - started) / 20
  console.log(`keys of ${text.length} characters: ${each.toFixed(2)} ms`)
  expect(each).toBeLessThan(20)
})
