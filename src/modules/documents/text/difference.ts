import { diffArrays } from 'diff'
import { textOf } from './plain-text.ts'

export interface DiffPart {
  readonly kind: 'same' | 'added' | 'removed'
  readonly text: string
}

/** One paragraph (or table row) of two editions laid beside each other. */
export interface DiffParagraph {
  readonly where: 'title' | 'body'
  readonly kind: 'same' | 'added' | 'removed' | 'changed'
  readonly parts: readonly DiffPart[]
}

interface Compared {
  readonly title: string
  readonly html: string
}

// Two paragraphs that share less than this are two paragraphs, not one that was changed.
const kinship = 0.35
// Beyond this many edits a marked-up paragraph helps nobody; the two are shown whole.
const maxEdits = 4000

const words = new Intl.Segmenter('zh', { granularity: 'word' })
const split = (text: string): string[] => [...words.segment(text)].map(({ segment }) => segment)

/** What changed from one edition to the next, paragraph by paragraph, in words a person can read. */
export function diffEditions(before: Compared, after: Compared): DiffParagraph[] {
  return [
    ...diffLines([before.title], [after.title], 'title'),
    ...diffLines(linesOf(before.html), linesOf(after.html), 'body'),
  ]
}

const linesOf = (html: string): string[] => textOf(html).split('\n').filter(Boolean)

function diffLines(
  before: string[],
  after: string[],
  where: DiffParagraph['where'],
): DiffParagraph[] {
  const out: DiffParagraph[] = []
  let removed: string[] = []
  const whole = (kind: DiffPart['kind'], text: string): DiffParagraph => ({
    where,
    kind,
    parts: [{ kind, text }],
  })
  const flush = (added: string[]) => {
    const pairs = pair(removed, added)
    let next = 0
    for (const [index, text] of removed.entries()) {
      const partner = pairs.get(index)
      if (partner === undefined) {
        out.push(whole('removed', text))
        continue
      }
      while (next < partner.index) out.push(whole('added', added[next++] as string))
      out.push({ where, kind: 'changed', parts: partner.parts })
      next = partner.index + 1
    }
    while (next < added.length) out.push(whole('added', added[next++] as string))
    removed = []
  }
  for (const change of diffArrays(before, after)) {
    if (change.removed) removed = change.value
    else if (change.added) flush(change.value)
    else {
      flush([])
      out.push(...change.value.map((text) => whole('same', text)))
    }
  }
  flush([])
  return out
}

/** Which removed paragraph became which added one, in order, where they are kin. */
function pair(
  removed: string[],
  added: string[],
): Map<number, { index: number; parts: DiffPart[] }> {
  const pairs = new Map<number, { index: number; parts: DiffPart[] }>()
  let from = 0
  for (const [index, text] of removed.entries()) {
    // Looking a few paragraphs ahead finds an inserted one without comparing all with all.
    for (let candidate = from; candidate < Math.min(added.length, from + 4); candidate++) {
      const parts = diffWords(text, added[candidate] as string)
      if (!parts) continue
      pairs.set(index, { index: candidate, parts })
      from = candidate + 1
      break
    }
  }
  return pairs
}

function diffWords(before: string, after: string): DiffPart[] | null {
  const changes = diffArrays(split(before), split(after), { maxEditLength: maxEdits })
  if (!changes) return null
  const parts = changes.map<DiffPart>((change) => ({
    kind: change.added ? 'added' : change.removed ? 'removed' : 'same',
    text: change.value.join(''),
  }))
  const shared = parts.reduce((sum, part) => sum + (part.kind === 'same' ? part.text.length : 0), 0)
  return shared >= kinship * Math.max(before.length, after.length) ? parts : null
}
