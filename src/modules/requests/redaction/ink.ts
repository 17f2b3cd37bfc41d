import type { PdfRun } from './pdf.ts'

/** A picture as a canvas gives it: four bytes a dot. */
export interface Pixels {
  readonly width: number
  readonly height: number
  readonly data: Uint8ClampedArray
}

/** The lightest and the darkest of red, green and blue in a field. */
interface Range {
  readonly least: readonly [number, number, number]
  readonly most: readonly [number, number, number]
}

// Less than this between them is paper, or a patch.
const leastContrast = 24
const isDarkBelow = 128
// In letters: 。 before （ leaves 1.2 of a letter blank, no letters leave as much dark.
const widest = { dark: 0.8, light: 1.6 }
const slice = 0.25
// Above and below the middle of a line a patch may end where letters do not.
const middle = { from: 0.3, to: 0.7 }
const typedBlank = /\s{2}|\u3000/

type Field = Readonly<Record<'left' | 'top' | 'right' | 'bottom', number>>

const rangeOf = ({ width, height, data }: Pixels, field: Field): Range => {
  const least: [number, number, number] = [255, 255, 255]
  const most: [number, number, number] = [0, 0, 0]
  const [left, right] = [Math.max(0, Math.floor(field.left)), Math.ceil(field.right)]
  const [top, bottom] = [Math.max(0, Math.floor(field.top)), Math.ceil(field.bottom)]
  for (let y = top; y < Math.min(height, bottom); y += 1)
    for (let x = left; x < Math.min(width, right); x += 1)
      for (const colour of [0, 1, 2] as const) {
        const value = data[(y * width + x) * 4 + colour] ?? 0
        if (value < least[colour]) least[colour] = value
        if (value > most[colour]) most[colour] = value
      }
  return { least, most }
}

const joined = (one: Range, other: Range): Range => {
  const each = (which: (a: number, b: number) => number, of: 'least' | 'most') =>
    [0, 1, 2].map((at) => which(one[of][at] ?? 0, other[of][at] ?? 0)) as [number, number, number]
  return { least: each(Math.min, 'least'), most: each(Math.max, 'most') }
}

const isPlain = ({ least, most }: Range): boolean =>
  least.every((value, at) => (most[at] ?? 0) - value < leastContrast)
const isDark = ({ most }: Range): boolean => Math.max(...most) < isDarkBelow

/**
 * Whether the words of a run can be seen on the page as it is drawn. Files come with words under a black
 * or white patch, which a reader takes for gone; a run that is plain for wider than its letters leave
 * blank does not count as seen.
 */
export const isInked = (pixels: Pixels, run: PdfRun, page: { readonly width: number }): boolean => {
  const [left, top] = [run.x * pixels.width, run.y * pixels.height]
  const [wide, high] = [run.width * pixels.width, run.height * pixels.height]
  const letter = Math.max(4, (run.size / page.width) * pixels.width)
  const isLevel = wide >= high
  const long = isLevel ? wide : high
  const field = (from: number, to: number): Field =>
    isLevel
      ? {
          left: left + from,
          right: left + to,
          top: top + high * middle.from,
          bottom: top + high * middle.to,
        }
      : {
          left: left + wide * middle.from,
          right: left + wide * middle.to,
          top: top + from,
          bottom: top + to,
        }
  const step = letter * slice
  const slices = Array.from({ length: Math.max(1, Math.floor(long / step)) }, (_, at) =>
    rangeOf(pixels, field(at * step, (at + 1) * step)),
  )
  if (isPlain(slices.reduce(joined))) return false
  let plain: Range | null = null
  let length = 0
  for (const one of slices) {
    const longer: Range = plain ? joined(plain, one) : one
    plain = isPlain(longer) ? longer : isPlain(one) ? one : null
    length = plain === longer ? length + slice : slice
    if (!plain) length = 0
    else if (isDark(plain) && length > widest.dark) return false
    else if (!isDark(plain) && length > widest.light && !typedBlank.test(run.text)) return false
  }
  return true
}
