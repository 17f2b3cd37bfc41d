import { printPdf } from '#platform/print/index'
import { askThread } from '#platform/thread'
import { refuse } from '../letters/refusals.ts'
import { type Box, type Mark, type Redacted, type Removed, type Segment, stampOf } from './marks.ts'

export interface PdfLine {
  readonly text: string
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
}
export interface PdfPage {
  readonly width: number
  readonly height: number
  readonly rotated: boolean
  readonly lines: readonly PdfLine[]
  readonly picture: Uint8Array | null
}
type Cover = Pick<Box, 'page' | 'x' | 'y' | 'width' | 'height'>
export interface PdfAsked {
  readonly bytes: Uint8Array
  /** Null: only read; else every page is drawn and covered. */
  readonly covers: readonly Cover[] | null
}

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

/** The lines of a PDF that can be chosen; pictures, seals and signatures are covered by boxes. */
export const pdfSegments = async (bytes: Uint8Array): Promise<Segment[]> => {
  const pages = await pagesOf({ bytes, covers: null })
  return pages.flatMap(({ lines }, page) =>
    lines.map(({ text }, line) => ({
      id: `page:${page + 1}/${line}`,
      where: `page:${page + 1}`,
      text,
    })),
  )
}

const touches = (line: PdfLine, box: Cover): boolean =>
  line.x < box.x + box.width &&
  box.x < line.x + line.width &&
  line.y < box.y + box.height &&
  box.y < line.y + line.height

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
      text(size: line.height * one.height * 0.6pt, fill: rgb(0, 0, 0, 0), line.text))
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
  chosen: { readonly marks: readonly Mark[]; readonly boxes: readonly Box[] },
  words: (ground: string) => string,
  madeAt: Date,
): Promise<Redacted> {
  const read = await pagesOf({ bytes, covers: null })
  if (read.some(({ rotated }) => rotated)) throw refuse('redactionUnread')
  const covers: Cover[] = []
  const removed: Removed[] = []
  const add = (page: number, box: Cover, text: string, ground: string, note: string) => {
    covers.push({ ...box, page })
    removed.push({ n: removed.length + 1, where: `page:${page}`, text, ground, note })
  }
  for (const { segment, ground, note } of chosen.marks) {
    const [, page, at] = /^page:(\d+)\/(\d+)$/.exec(segment) ?? []
    const line = read[Number(page) - 1]?.lines[Number(at)]
    if (!line) throw refuse('redactionNowhere')
    add(Number(page), { ...line, page: Number(page) }, line.text, ground, note)
  }
  for (const box of chosen.boxes) {
    const page = read[box.page - 1]
    if (!page) throw refuse('redactionNowhere')
    const under = page.lines.filter((line) => touches(line, box)).map(({ text }) => text)
    add(box.page, box, under.join('\n'), box.ground, box.note)
  }
  const drawn = await pagesOf({ bytes, covers })
  const pages = drawn.map(({ width, height, lines }, at) => ({
    width,
    height,
    lines: lines.filter((line) => !covers.some((box) => box.page === at + 1 && touches(line, box))),
  }))
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
