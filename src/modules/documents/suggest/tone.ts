import { readFileSync } from 'node:fs'
import { inHome } from '#platform/home'
import { cut } from '#platform/segment'

/**
 * How much a text sounds like a report of an office's own work: the sum of what its words weigh,
 * learnt from test/fixtures/misfit/tuning.txt (naive Bayes over the words of title and opening). Lists
 * of phrases alone found 10 of 31 reports that they had not been made for, this finds 29.
 */
export interface Tone {
  /** Log-odds; above 0 the words speak for a report. */
  readonly score: number
  /** The words that speak most for a report, heaviest first. */
  readonly words: readonly string[]
}

// A report gives itself away at once; what a long text quotes further down is no sign.
const openingChars = 150
const mostWords = 5

const marked = /[“”！!、：:（）()，。；？…—]/

/** What the model knows of a text: words and marks of both, those of the title once more. */
export function traitsOf(text: { title: string; body: string }): Set<string> {
  const traits = new Set<string>()
  for (const [inTitle, part] of [
    [true, text.title.trim()],
    [false, text.body.trim().slice(0, openingChars)],
  ] as const) {
    const plain = part.replace(/\d+/g, '0')
    for (const word of [...cut(plain), ...(plain.match(new RegExp(marked, 'g')) ?? [])]) {
      traits.add(word)
      if (inTitle) traits.add(`#${word}`)
    }
    // How a title or an opening ends tells a list from a story.
    if (plain !== '') traits.add(`${inTitle ? '#' : ''}$${plain.slice(-1)}`)
  }
  return traits
}

let known: ReadonlyMap<string, number> | undefined
const weights = (): ReadonlyMap<string, number> => {
  known ??= new Map(
    Object.entries(
      JSON.parse(readFileSync(inHome('data', 'tone-of-reports.json'), 'utf8')) as Record<
        string,
        number
      >,
    ),
  )
  return known
}

/** Weighs the tone of a text. */
export function toneOf(text: { title: string; body: string }): Tone {
  const found = [...traitsOf(text)].flatMap((trait) => {
    const weight = weights().get(trait)
    return weight === undefined ? [] : [{ trait, weight }]
  })
  const heaviest = found
    .filter(({ weight }) => weight > 0)
    .sort((a, b) => b.weight - a.weight)
    .map(({ trait }) => trait.replace(/^#?\$?/, ''))
  const telling = heaviest.filter((trait) => /^[\p{Script=Han}]{2,}$/u.test(trait))
  const words = [...new Set(telling.length > 0 ? telling : heaviest)]
  return {
    score: found.reduce((sum, { weight }) => sum + weight, 0),
    words: words.slice(0, mostWords),
  }
}
