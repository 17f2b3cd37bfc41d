import type { Block } from './official-layout.ts'

/** The three levels of GB/T 9704 numbering, and the heading each becomes. */
const levels: readonly (readonly [RegExp, string])[] = [
  [/^[一二三四五六七八九十]{1,3}、/, 'h2'],
  [/^[（(][一二三四五六七八九十]{1,3}[）)]/, 'h3'],
  [/^\d{1,2}[.．、](?!\d)/, 'h4'],
]
// A heading is a line, not a paragraph: longer ones are rules that begin with a number.
const longestHeading = 32

const levelOf = (block: Block | undefined): string | null => {
  if (block?.element.name !== 'p') return null
  return levels.find(([pattern]) => pattern.test(block.text))?.[1] ?? null
}

/**
 * Makes headings of numbered lines, since many offices number by hand and set fonts instead of
 * styles. Lines of one level that follow each other are a list, and stay one.
 */
export function markHeadings(blocks: readonly Block[]): void {
  const level = new Map<unknown, string | null>(
    blocks.map((block) => [block.element, levelOf(block)]),
  )
  for (const block of blocks) {
    const { element, text } = block
    const own = level.get(element)
    const isInList = own === level.get(element.prev) || own === level.get(element.next)
    if (!own || isInList || element.next === null) continue
    const words = text.replace(/。$/, '')
    if (words.length > longestHeading || /[。；：:，]/.test(words)) continue
    element.name = own
    delete element.attribs.class
  }
}
