/**
 * Learns how reports of an office's own work sound: reads test/fixtures/misfit/tuning.txt and writes
 * data/tone-of-reports.json, the log-odds of each word and mark. Naive Bayes, add-a-half smoothing;
 * what stands in one text only says nothing and is left out. `node scripts/learn-tone.ts`
 */
import { readFileSync, writeFileSync } from 'node:fs'
import { inHome } from '#platform/home'
import { traitsOf } from '../src/modules/documents/suggest/tone.ts'

const fewestTexts = 2
const texts = readFileSync(inHome('test', 'fixtures', 'misfit', 'tuning.txt'), 'utf8')
  .trim()
  .split('\n')
  .map((line) => {
    const [label, , title = '', body = ''] = line.split('|')
    return { isNews: label === 'news', traits: traitsOf({ title, body }) }
  })
const news = texts.filter((text) => text.isNews).length
const others = texts.length - news

const counts = new Map<string, { news: number; others: number }>()
for (const { isNews, traits } of texts)
  for (const trait of traits) {
    const count = counts.get(trait) ?? { news: 0, others: 0 }
    count[isNews ? 'news' : 'others'] += 1
    counts.set(trait, count)
  }

const weights = [...counts]
  .filter(([, count]) => count.news + count.others >= fewestTexts)
  .map(([trait, count]): [string, number] => [
    trait,
    Math.log((count.news + 0.5) / (news + 1)) - Math.log((count.others + 0.5) / (others + 1)),
  ])
  .sort(([, a], [, b]) => b - a)
const rounded = Object.fromEntries(
  weights.map(([trait, weight]) => [trait, Number(weight.toFixed(2))]),
)
writeFileSync(inHome('data', 'tone-of-reports.json'), `${JSON.stringify(rounded, null, 0)}\n`)
process.stdout.write(`${weights.length} words and marks of ${texts.length} texts\n`)
