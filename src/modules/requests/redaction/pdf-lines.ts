import type { PdfLine, PdfRun } from './pdf.ts'

/** A run of text as pdf.js gives it: its matrix leads from the text to the page's own space. */
export interface Run {
  readonly str?: string
  readonly width?: number
  readonly height?: number
  readonly transform?: readonly number[]
  readonly fontName?: string
}

/** The page as it is read: its own space, which may be turned and begin anywhere, brought to its corner. */
export interface View {
  readonly width: number
  readonly height: number
  readonly scale: number
  convertToViewportPoint(x: number, y: number): number[]
}

interface Point {
  readonly x: number
  readonly y: number
}

/** A line in its own direction: from where to where it runs, on which base. */
interface Stretch {
  text: string
  from: number
  to: number
  size: number
  readonly base: number
  readonly along: Point
  readonly up: Point
}

const dot = (one: Point, other: Point): number => one.x * other.x + one.y * other.y
const unit = (x = 1, y = 0): Point => {
  const length = Math.hypot(x, y) || 1
  return { x: x / length, y: y / length }
}

// Of the size of the letters: how far a base may wander, how wide a gap within a line may be, and how far
// accents and tails reach beyond the letters' own box.
const wander = 0.4
const gap = 2
const reach = { sides: 0.15, above: 1.1, below: 0.35 }

const stretchOf = (run: Run, isVertical: boolean): Stretch => {
  const [a = 1, b = 0, c = 0, d = 1, e = 0, f = 0] = run.transform ?? []
  const { str: text = '', width = 0, height = 0 } = run
  const along = isVertical ? unit(-c, -d) : unit(a, b)
  // Square on the line, on the side to which the letters stand; slanted ones lean within their reach.
  const square = { x: -along.y, y: along.x }
  const side = Math.sign(dot(square, isVertical ? { x: a, y: b } : { x: c, y: d })) || 1
  const up = { x: square.x * side, y: square.y * side }
  const from = dot({ x: e, y: f }, along)
  const base = dot({ x: e, y: f }, up)
  if (!isVertical) {
    const size = height || Math.hypot(c, d)
    return { text, along, up, from, to: from + width, size, base }
  }
  // Set from above to below, hung at the middle of its head.
  const size = width || Math.hypot(c, d)
  const middle = (reach.above - reach.below) / 2
  return { text, along, up, from, to: from + height, size, base: base - size * middle }
}

const belongs = (line: Stretch, to: Stretch): boolean =>
  dot(line.along, to.along) > 0.99 &&
  Math.abs(line.base - to.base) < line.size * wander &&
  Math.max(line.from - to.to, to.from - line.to) < line.size * gap

/** The lines of a page with the places they take on the page as it is read, in shares of it. */
export const linesOf = (
  runs: readonly Run[],
  view: View,
  isVertical: (fontName: string) => boolean,
): PdfLine[] => {
  const lines: { whole: Stretch; runs: Stretch[] }[] = []
  for (const run of runs) {
    if ((run.str ?? '').trim() === '') continue
    const one = stretchOf(run, isVertical(run.fontName ?? ''))
    const last = lines.at(-1)
    if (last && belongs(one, last.whole)) {
      last.whole.text += one.text
      last.whole.from = Math.min(last.whole.from, one.from)
      last.whole.to = Math.max(last.whole.to, one.to)
      last.whole.size = Math.max(last.whole.size, one.size)
      last.runs.push(one)
    } else lines.push({ whole: { ...one }, runs: [one] })
  }
  return lines.map(({ whole, runs: own }) => ({
    ...placeOn(view, whole),
    runs: own.map((one) => placeOn(view, one)),
  }))
}

/** The place of a stretch of text on the page as it is read. */
const placeOn = (view: View, { text, from, to, size, base, along, up }: Stretch): PdfRun => {
  const ends = [from - size * reach.sides, to + size * reach.sides]
  const sides = [base - size * reach.below, base + size * reach.above]
  const corners = ends.flatMap((end) =>
    sides.map((side) =>
      view.convertToViewportPoint(along.x * end + up.x * side, along.y * end + up.y * side),
    ),
  )
  const span = (at: 0 | 1, whole: number): [number, number] => {
    const places = corners.map((corner) => (corner[at] ?? 0) / whole)
    const within = (share: number) => Math.min(1, Math.max(0, share))
    return [within(Math.min(...places)), within(Math.max(...places))]
  }
  const [left, right] = span(0, view.width)
  const [top, bottom] = span(1, view.height)
  return {
    text,
    x: left,
    y: top,
    width: right - left,
    height: bottom - top,
    size: size * view.scale,
  }
}
