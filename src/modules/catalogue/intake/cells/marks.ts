/**
 * Tick marks as offices print them. Seen: ■ ▲ ☑ √ ✓ ✔ ▄ ● for chosen, □ ☐ ○ 口 £ for not chosen; the
 * rest are their neighbours in the same fonts. ☒ is what Word's own tick box shows when ticked.
 */
const tickGlyphs = '■▲☑√✓✔▄●◼◾⬛▇█★◆☒✅▣◉▪'
const emptyGlyphs = '□☐○◯◇▢△☆◻◽⬜▫❑❏❒'
// Letters left behind when Wingdings or Wingdings 2 is lost; they count only beside each other.
const tickLetters = 'RSPþüntul'
const emptyLetters = '£oq¨m'

const han = '\\u3400-\\u9fff\\u{20000}-\\u{2ffff}'
const tickInCell = new RegExp(`^[${tickGlyphs}RPVvYy*＊⭐üþ是有1对]+$`, 'u')
const emptyInCell = new RegExp(`^[${emptyGlyphs}口£×xX✕✗✘✖\\-—―–－/／\\\\无否0o¨]*$`, 'u')

const bare = (text: string): string => text.replace(/[\s()（）[\]【】]/g, '')

/** A cell of a tick column that holds nothing but a tick. */
export const isTick = (text: string): boolean => tickInCell.test(bare(text)) && bare(text) !== ''
/** A cell of a tick column that says "no": empty, an empty box, a dash or a cross. */
export const isEmptyMark = (text: string): boolean => emptyInCell.test(bare(text))

/** The words beside a tick: `√（教师）` and `■教师` are both 教师. */
export const withoutTicks = (text: string): string => {
  const words = text.replace(new RegExp(`[${tickGlyphs}${emptyGlyphs}]`, 'gu'), '').trim()
  return /^[（(][^（()）]*[)）]$/.test(words) ? words.slice(1, -1).trim() : words
}

/** What the texts of one column tell about its marks; one cell alone may look harmless. */
export interface MarkContext {
  /** Letters that stand for a ticked or an empty box throughout the column. */
  readonly letters: ReadonlySet<string>
}

const letterAtItem = new RegExp(
  `(?:^|[\\s；;，,、。：:）)\\n])([${tickLetters}${emptyLetters}])\\s*(?=[${han}])`,
  'gu',
)

/**
 * Finds lost-font letters in a column. R and £ count only where both a ticked and an empty sign are
 * there; a bare `t` counts alone, since it is what remains of ■ and begins no Chinese item.
 */
export function markContext(texts: readonly string[]): MarkContext {
  const counts = new Map<string, number>()
  for (const text of texts) {
    for (const [, letter] of text.matchAll(letterAtItem)) {
      if (letter) counts.set(letter, (counts.get(letter) ?? 0) + 1)
    }
  }
  const found = (set: string) => [...set].filter((letter) => counts.has(letter))
  const drawnEmpty = texts.some((text) => new RegExp(`[${emptyGlyphs}]`, 'u').test(text))
  const drawnTick = texts.some((text) => new RegExp(`[${tickGlyphs}]`, 'u').test(text))
  const empties = found(emptyLetters)
  const ticks = found(tickLetters)
  const letters = new Set<string>()
  if (empties.length > 0 || drawnEmpty) for (const letter of ticks) letters.add(letter)
  if (ticks.length > 0 || drawnTick) for (const letter of empties) letters.add(letter)
  if (counts.has('t')) letters.add('t')
  if (counts.has('£')) letters.add('£')
  return { letters }
}

export const noContext: MarkContext = { letters: new Set() }

// 口 ends a word here (办事窗口) or begins one (口头告知): no box.
const mouthEnds = /[窗出入路门港人户关渡岔缺卡村接海河江峡]$/
const mouthBegins = /^[头岸述令号腔碑粮]/
// After an unseparated item the next one must be a channel that everybody prints.
const knownStart =
  /^(政府|政务|两微|微信|微博|发布会|听证会|广播|电视|纸质|报刊|公开|公示|便民|入户|现场|社区|村|精准|其他|其它|信用|新媒体|图书馆|档案馆)/

/** The same text with every ticked sign as ■ and every empty one as □. */
function plainMarks(text: string, context: MarkContext): string {
  let marked = text
    .replace(new RegExp(`[（(\\[【]\\s*[${tickGlyphs}VvXx]\\s*[)）\\]】]`, 'gu'), '■')
    .replace(/[（([【]\s*[\])）】]/g, '□')
    .replace(new RegExp(`[${emptyGlyphs}]\\s*[√✓✔]|[√✓✔]\\s*[${emptyGlyphs}]`, 'gu'), '■')
    .replace(new RegExp(`[${tickGlyphs}]`, 'gu'), '■')
    .replace(new RegExp(`[${emptyGlyphs}]`, 'gu'), '□')
  if (context.letters.size > 0) {
    const letters = [...context.letters].join('')
    const atItem = new RegExp(
      `(^|[\\s；;，,、。：:）)\\n■□]|[${han}])([${letters}])\\s*(?=[${han}])`,
      'gu',
    )
    marked = marked.replace(atItem, (whole, before: string, letter: string) =>
      context.letters.has(letter) ? `${before}${emptyLetters.includes(letter) ? '□' : '■'}` : whole,
    )
  }
  return plainMouths(marked)
}

function plainMouths(text: string): string {
  if (!text.includes('口')) return text
  return text.replace(/口/g, (mouth, at: number) => {
    const before = text.slice(0, at).trimEnd()
    const after = text.slice(at + 1).trimStart()
    if (after === '' || mouthBegins.test(after)) return mouth
    const atItem =
      before === '' ||
      /[\s；;，,、。：:）)■□]$/.test(text.slice(0, at)) ||
      /[；;，,、。：:■□]$/.test(before)
    if (atItem) return '□'
    if (!knownStart.test(after)) return mouth
    return mouthEnds.test(before) ? mouth : '□'
  })
}

export interface Option {
  readonly text: string
  /** undefined where the item carries no mark. */
  readonly ticked: boolean | undefined
}

/** A list of boxes with words: `■政府网站 □政府公报`, or with the boxes behind the words. */
export function readOptions(
  text: string,
  context: MarkContext = noContext,
): readonly Option[] | undefined {
  const marked = plainMarks(text, context)
  if (!/[■□]/.test(marked)) return undefined
  const behind = /^[^■□]*[^■□\s（(：:；;，,][■□]/.test(marked) && /[■□][\s；;，,。]*$/.test(marked)
  const pieces = marked.split(/([■□])/)
  const options: Option[] = []
  if (behind) {
    for (let i = 0; i + 1 < pieces.length; i += 2)
      options.push({ text: pieces[i] as string, ticked: pieces[i + 1] === '■' })
    return options
  }
  if ((pieces[0] as string).trim() !== '')
    options.push({ text: pieces[0] as string, ticked: undefined })
  for (let i = 1; i < pieces.length; i += 2)
    options.push({ text: pieces[i + 1] ?? '', ticked: pieces[i] === '■' })
  return options
}

/** The ticked words of a list of boxes, for columns such as 五公开. */
export const tickedWords = (options: readonly Option[]): string[] =>
  options
    .filter((option) => option.ticked)
    .map((option) =>
      option.text.replace(/\s+/g, '').replace(/^[；;，,、。：:]+|[；;，,、。：:_＿]+$/g, ''),
    )
    .filter((word) => word !== '')
