import { diffChars } from 'diff'
import type { DifferingArticle } from './contract/texts.ts'

/** One article of a regulation, its paragraphs joined. */
export interface Article {
  /** 第三条 */
  readonly label: string
  readonly text: string
}

const numeral = '[〇零一二三四五六七八九十百千]+'
const heading = new RegExp(`^(第${numeral}条(?:之${numeral})?)[\\s\u3000]*(.*)$`, 'u')
const chapter = new RegExp(`^第${numeral}[编章节]`, 'u')
const sentenceEnd = /[。；：.;:）)」”]$/
/** The mark and the signature under a text are no part of its last article. */
const mark = /^（此件.*）$/
// Longer than any article; past it the two wordings are shown side by side without marks.
const diffTimeoutMs = 500

/** What the two copies may write differently without saying anything different. */
const folded = (line: string): string =>
  line
    .normalize('NFKC')
    .replace(/[\s\u200b\ufeff]+/g, '')
    .replace(/[“”"„]/g, '"')
    .replace(/[‘’']/g, "'")

/** Takes a regulation apart into its articles; headings of chapters and the preamble are left aside. */
export function articlesOf(text: string): Article[] {
  const articles: { label: string; lines: string[] }[] = []
  for (const raw of text.split(/\r?\n/)) {
    const line = raw.replace(/^[\s\u3000]+|[\s\u3000]+$/g, '')
    if (line === '' || chapter.test(line.replace(/\s/g, ''))) continue
    const found = heading.exec(line)
    if (found) articles.push({ label: found[1] ?? '', lines: [found[2] ?? ''] })
    else articles.at(-1)?.lines.push(line)
  }
  const last = articles.at(-1)
  if (last) {
    const end = last.lines.findLastIndex((line) => sentenceEnd.test(line) && !mark.test(line))
    last.lines = last.lines.slice(0, end + 1)
  }
  return articles.map(({ label, lines }) => ({ label, text: lines.join('\n') }))
}

const same = (a: Article, b: Article): boolean => folded(a.text) === folded(b.text)

const partsOf = (ours: string, official: string): DifferingArticle['parts'] => {
  const parts = diffChars(ours, official, { timeout: diffTimeoutMs })
  if (!parts)
    return [
      { kind: 'removed', text: ours },
      { kind: 'added', text: official },
    ]
  return parts.map((part) => ({
    kind: part.added ? 'added' : part.removed ? 'removed' : 'same',
    text: part.value,
  }))
}

/**
 * The articles in which our copy differs from the official version: `removed` stands in ours only,
 * `added` in theirs. A label that a copy has twice is compared in order.
 */
export function compareArticles(
  ours: readonly Article[],
  official: readonly Article[],
): DifferingArticle[] {
  const mine = Map.groupBy(ours, (article) => article.label)
  const differing: DifferingArticle[] = []
  for (const theirs of official) {
    const own = mine.get(theirs.label)?.shift()
    if (!own) {
      const parts = [{ kind: 'added' as const, text: theirs.text }]
      differing.push({ label: theirs.label, kind: 'missing', parts })
    } else if (!same(own, theirs))
      differing.push({ label: own.label, kind: 'changed', parts: partsOf(own.text, theirs.text) })
  }
  for (const left of [...mine.values()].flat())
    differing.push({
      label: left.label,
      kind: 'extra',
      parts: [{ kind: 'removed', text: left.text }],
    })
  return differing
}
