import { expect, test } from 'vitest'
import { fitOf } from './index.ts'
import { index, labelled, matterOf } from './labelled.fixture.ts'

const judged = (part: 'tuning' | 'held-out') =>
  labelled(part).map((text) => ({ ...text, fit: fitOf(text, matterOf(text.code), index) }))

/** Precision and recall of one verdict. */
const measure = (
  texts: ReturnType<typeof judged>,
  label: 'news' | 'misfit',
  verdict: 'workNews' | 'misfit',
) => {
  const said = texts.filter(({ fit }) => fit.verdict === verdict)
  const right = said.filter((text) => text.label === label)
  const all = texts.filter((text) => text.label === label)
  return {
    verdict,
    texts: all.length,
    precision: Number((right.length / said.length).toFixed(3)),
    recall: Number((right.length / all.length).toFixed(3)),
  }
}

test('[M46] [M142] the labelled set is large enough, and no text stands in both halves', () => {
  const tuning = labelled('tuning')
  const heldOut = labelled('held-out')
  expect(tuning.length + heldOut.length).toBeGreaterThanOrEqual(400)
  const titles = new Set(tuning.map(({ title, body }) => title + body))
  expect(heldOut.filter(({ title, body }) => titles.has(title + body))).toEqual([])
})

test('[M46] [M142] texts it was never tuned on: news and misfits are found, what fits passes', () => {
  const texts = judged('held-out')
  const news = measure(texts, 'news', 'workNews')
  const misfit = measure(texts, 'misfit', 'misfit')
  console.table([news, misfit])
  expect(news.precision).toBeGreaterThanOrEqual(0.95)
  expect(news.recall).toBeGreaterThanOrEqual(0.8)
  expect(misfit.precision).toBeGreaterThanOrEqual(0.95)
  expect(misfit.recall).toBeGreaterThanOrEqual(0.9)
  // A gate that stops clerks without cause is soon switched off.
  const stopped = texts.filter(
    ({ label, fit }) => label === 'fits' && /workNews|misfit/.test(fit.verdict),
  )
  expect(stopped.length).toBeLessThanOrEqual(1)
})

test('[M142] a misfit is told with the field where it belongs', () => {
  const texts = judged('held-out').filter(({ label }) => label === 'misfit')
  const led = texts.filter(
    ({ fit, right }) => fit.instead && index.fieldOf(fit.instead) === matterOf(right ?? '').field,
  )
  expect(led.length / texts.length).toBeGreaterThanOrEqual(0.85)
})

test('[M46] [M142] each verdict names words that stand in the text', () => {
  for (const { fit, title, body } of judged('held-out')) {
    const news = fit.because.filter(({ reason }) => reason.startsWith('news.'))
    if (fit.verdict === 'workNews') expect(news.length).toBeGreaterThan(0)
    if (fit.verdict === 'misfit')
      expect(fit.because.map(({ reason }) => reason)).toContain('saysOther')
    for (const { term } of news) expect(title + body).toContain(term)
  }
})

test('[M46] without a text there is no verdict against it', () => {
  expect(fitOf({ title: '', body: '' }, matterOf('19-6'), index).verdict).toBe('doubtful')
})
