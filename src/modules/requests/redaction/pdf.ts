import { printPdf } from '#platform/print/index'
import { askThread } from '#platform/thread'
import { refuse } from '../letters/refusals.ts'
import {
  type Chosen,
  type Place,
  type Redacted,
  type Removed,
  type Segment,
  stampOf,
} from './marks.ts'

export interface PdfRun extends Omit<Place, 'page'> {
  readonly text: string
  /** Of its letters, in points. */
  readonly size: number
}
/** A line with the runs that the file sets it in: their places are known, those of single letters are not. */
export interface PdfLine extends PdfRun {
  readonly runs: readonly PdfRun[]
}
export interface PdfPage {
  readonly width: number
  readonly height: number
  readonly lines: readonly PdfLine[]
  readonly picture: Uint8Array | null
}
export interface PdfAsked {
  readonly bytes: Uint8Array
  /** Null: only read; else these pages, or all, are drawn and covered. */
  readonly draw: {
    readonly pages: readonly number[] | null
    readonly covers: readonly Place[]
    readonly scale: number
    readonly as: 'png' | 'jpeg'
  } | null
}

// Twice the screen: small print stays legible on paper, a page of text weighs 150 KB.
const released = { scale: 2, as: 'png' } as const
// For the screen; a page of text weighs 120 KB, a scan less than its original.
const shown = { scale: 1.5, as: 'jpeg' } as const

const bounds = {
  source: ['src', 'modules', 'requests', 'redaction', 'pdf-thread.ts'],
  built: 'redact-pdf-thread.mjs',
  // A page is drawn in a fifth of a second.
  timeoutMs: 120_000,
  memoryMb: 1024,
}

const pagesOf = async (asked: PdfAsked): Promise<readonly PdfPage[]> => {
  const told = await askThread<readonly PdfPage[]>(bounds, asked).catch(() => {
    throw refuse('redactionUnread')
  })
  if (told.outcome !== 'answered') throw refuse('redactionUnread')
  return told.answer
}

const placeOf = ({ x, y, width, height }: Omit<Place, 'page'>, page: number): Place => ({
  page,
  x,
  y,
  width,
  height,
})

/** The lines of a PDF that can be chosen; pictures, seals and signatures are covered by boxes. */
export const pdfSegments = async (
  bytes: Uint8Array,
): Promise<{ segments: Segment[]; sheets: { width: number; height: number }[] }> => {
  const pages = await pagesOf({ bytes, draw: null })
  return {
    sheets: pages.map(({ width, height }) => ({ width, height })),
    segments: pages.flatMap(({ lines }, page) =>
      lines.map((line, at) => ({
        id: `page:${page + 1}/${at}`,
        where: `page:${page + 1}`,
        text: line.text,
        place: placeOf(line, page + 1),
      })),
    ),
  }
}

export interface PagePicture {
  readonly page: number
  /** Base64 of a JPEG. */
  readonly picture: string
}

/** Pages as they look, for the screen; drawn by what draws the released version, so they agree to the dot. */
export const pdfPictures = async (
  bytes: Uint8Array,
  wanted: readonly number[],
): Promise<PagePicture[]> => {
  const pages = await pagesOf({ bytes, draw: { ...shown, covers: [], pages: wanted } })
  return pages.flatMap(({ picture }, at) =>
    picture ? [{ page: at + 1, picture: Buffer.from(picture).toString('base64') }] : [],
  )
}

const touches = (line: PdfRun, box: Place): boolean =>
  line.x < box.x + box.width &&
  box.x < line.x + line.width &&
  line.y < box.y + box.height &&
  box.y < line.y + line.height

/** What stays of a line beside what is covered: all of it, or the runs of which no letter is touched. */
const keptOf = (line: PdfLine, covers: readonly Place[]): PdfRun[] => {
  const { runs, ...whole } = line
  const isFree = (run: PdfRun) => !covers.some((box) => touches(run, box))
  return isFree(whole) ? [whole] : runs.filter(isFree)
}

// Each page is the picture of what may be seen, with the words that stay laid over it unseen, so that
// they can be searched, copied and read aloud.
const layout = `
#let data = json(bytes(sys.inputs.data))
#set document(title: data.title)
#set text(font: "Noto Serif SC", lang: "zh", region: "cn")
#for (at, one) in data.pages.enumerate() {
  set page(width: one.width * 1pt, height: one.height * 1pt, margin: 0pt)
  place(top + left, image("page-" + str(at + 1) + ".png", width: 100%, height: 100%, alt: data.title))
  for line in one.lines {
    place(top + left, dx: line.x * one.width * 1pt, dy: line.y * one.height * 1pt,
      text(size: line.size * 1pt, fill: rgb(0, 0, 0, 0), line.text))
  }
  for cover in one.covers {
    place(top + left, dx: cover.x * one.width * 1pt, dy: cover.y * one.height * 1pt,
      box(clip: true, width: cover.width * one.width * 1pt, height: cover.height * one.height * 1pt,
        inset: 1pt, align(left + horizon, text(size: calc.min(9, cover.height * one.height * 0.6) * 1pt, fill: white, cover.stamp))))
  }
  if at < data.pages.len() - 1 { pagebreak() }
}
#set page(paper: "a4", margin: (x: 28mm, y: 35mm))
#pagebreak(weak: true)
#text(size: 16pt, weight: 700, data.heading)
#for line in data.notes { block(text(size: 12pt, line)) }
`

/**
 * Covers lines and boxes of a PDF for good: every page becomes the picture of what is left, and the words
 * that stay are laid over it. Nothing of the old file but the picture comes along — no layer, no form,
 * no attachment, no earlier state.
 */
export async function redactPdf(
  bytes: Uint8Array,
  chosen: Chosen,
  words: (ground: string) => string,
  madeAt: Date,
): Promise<Redacted> {
  const read = await pagesOf({ bytes, draw: null })
  const covers: Place[] = []
  const removed: Removed[] = []
  const add = (at: Place, text: string, ground: string, note: string) => {
    covers.push(at)
    removed.push({ n: removed.length + 1, where: `page:${at.page}`, text, ground, note, at })
  }
  for (const { segment, ground, note } of chosen.marks) {
    const [, page, at] = /^page:(\d+)\/(\d+)$/.exec(segment) ?? []
    const line = read[Number(page) - 1]?.lines[Number(at)]
    if (!line) throw refuse('redactionNowhere')
    add(placeOf(line, Number(page)), line.text, ground, note)
  }
  for (const box of chosen.boxes) {
    const page = read[box.page - 1]
    if (!page) throw refuse('redactionNowhere')
    const under = page.lines.filter((line) => touches(line, box)).map(({ text }) => text)
    add(placeOf(box, box.page), under.join('\n'), box.ground, box.note)
  }
  const drawn = await pagesOf({ bytes, draw: { ...released, covers, pages: null } })
  const pages = drawn.map(({ width, height, lines }, at) => {
    const own = covers
      .map((cover, n) => ({ ...cover, stamp: stampOf(n + 1) }))
      .filter(({ page }) => page === at + 1)
    return { width, height, lines: lines.flatMap((line) => keptOf(line, own)), covers: own }
  })
  const files = Object.fromEntries(
    drawn.map(({ picture }, at) => {
      if (!picture) throw refuse('redactionNoCanvas')
      return [`page-${at + 1}.png`, picture]
    }),
  )
  const data = {
    title: '区分处理后的政府信息',
    heading: '区分处理说明（《中华人民共和国政府信息公开条例》第三十七条）',
    pages,
    notes: removed.map(
      ({ n, where, ground, note }) =>
        `${stampOf(n)}第${where.slice('page:'.length)}页：${words(ground)}${note === '' ? '' : `。${note}`}`,
    ),
  }
  return { bytes: await printPdf(layout, data, { files, madeAt }), removed }
}
