/** One numbered point of a notice, its wrapped lines put together again. */
export interface Point {
  /** The line of the pasted text on which it begins, counted from 1. */
  readonly line: number
  readonly text: string
}

export interface NoticeText {
  readonly points: readonly Point[]
  /** Everything else: heading, address, signature. */
  readonly prose: readonly Point[]
  /** The whole text without blanks and breaks, for what a page breaks over lines (the title). */
  readonly whole: string
}

const numbered = /^(?:[一二三四五六七八九十]{1,3}[、.]|\(?[一二三四五六七八九十\d]{1,3}[).、])/
// A point may stand without its number when only one line was copied.
const headed = /^[^:。,\d]{2,40}:(?=\(?[\d延])/
const goesOn = /^\d{1,4}[年月日]/

/** Full-width signs become plain ones; blanks say nothing in a Chinese line. */
const plain = (line: string): string => line.normalize('NFKC').replace(/\s+/g, '')

/** Breaks a pasted text into its points: pages and PDFs break lines, or leave none at all. */
export const pointsOf = (pasted: string): NoticeText => {
  const points: { line: number; text: string }[] = []
  const prose: Point[] = []
  let open: { line: number; text: string } | null = null
  const lines = pasted.split(/\r?\n/).flatMap((raw, at) =>
    plain(raw)
      // All in one line: a new point begins where a number follows a full stop or the salutation.
      .split(/(?<=[。:])(?=[一二三四五六七八九十]{1,3}、|节假日期间)/)
      .map((text) => ({ line: at + 1, text })),
  )
  for (const { line, text } of lines) {
    if (text === '') {
      open = null
    } else if (numbered.test(text) || headed.test(text)) {
      open = { line, text }
      points.push(open)
    } else if (open && (!open.text.endsWith('。') || goesOn.test(text)) && !isDated(text)) {
      open.text += text
    } else {
      open = null
      prose.push({ line, text })
    }
  }
  return { points, prose, whole: lines.map(({ text }) => text).join('') }
}

const isDated = (text: string): boolean => /^(?:国务院办公厅)?\d{4}年\d{1,2}月\d{1,2}日$/.test(text)
