import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { parentPort, workerData } from 'node:worker_threads'
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs'
import { isInked, type Pixels } from './ink.ts'
import type { PdfAsked, PdfPage } from './pdf.ts'
import { linesOf, type Run } from './pdf-lines.ts'

const home = dirname(createRequire(import.meta.url).resolve('pdfjs-dist/package.json'))

// A plan drawn on a sheet of a metre would fill the memory at twice its size.
const mostPixels = 25_000_000
const quality = 80

interface Canvas {
  toBuffer(type: 'image/png'): Buffer
  toBuffer(type: 'image/jpeg', quality: number): Buffer
}

const { bytes, draw } = workerData as PdfAsked
const pdf = await getDocument({
  data: new Uint8Array(bytes),
  cMapUrl: `${join(home, 'cmaps')}/`,
  cMapPacked: true,
  standardFontDataUrl: `${join(home, 'standard_fonts')}/`,
  maxImageSize: 60_000_000,
  verbosity: 0,
}).promise

type Page = Awaited<ReturnType<typeof pdf.getPage>>

interface Drawn {
  readonly picture: Uint8Array
  readonly pixels: Pixels
}

const drawn = async (page: Page, number: number): Promise<Drawn | null> => {
  if (!draw || (draw.pages && !draw.pages.includes(number))) return null
  const whole = page.getViewport({ scale: 1 })
  const most = Math.sqrt(mostPixels / (whole.width * whole.height))
  const seen = page.getViewport({ scale: Math.min(draw.scale, most) })
  const factory = pdf.canvasFactory as {
    create(width: number, height: number): { canvas: never; context: CanvasRenderingContext2D }
  }
  const { canvas, context } = factory.create(Math.ceil(seen.width), Math.ceil(seen.height))
  await page.render({ canvas, canvasContext: context as never, viewport: seen }).promise
  // Painted over before the picture is made: what was beneath is in no file any more.
  context.fillStyle = '#000000'
  for (const box of draw.covers.filter((one) => one.page === number))
    context.fillRect(
      Math.floor(box.x * seen.width),
      Math.floor(box.y * seen.height),
      Math.ceil(box.width * seen.width) + 1,
      Math.ceil(box.height * seen.height) + 1,
    )
  const kept = canvas as Canvas
  return {
    picture: draw.as === 'png' ? kept.toBuffer('image/png') : kept.toBuffer('image/jpeg', quality),
    pixels: context.getImageData(0, 0, Math.ceil(seen.width), Math.ceil(seen.height)),
  }
}

const pages: PdfPage[] = []
for (let number = 1; number <= pdf.numPages; number++) {
  const page = await pdf.getPage(number)
  // The page as a reader turns it: what it says about being turned is in this view already.
  const view = page.getViewport({ scale: 1 })
  const { items, styles } = await page.getTextContent()
  const isVertical = (fontName: string) => styles[fontName]?.vertical === true
  const made = await drawn(page, number)
  const placed = (runs: readonly Run[]) => linesOf(runs, view, isVertical)
  // Words that the file itself keeps under a patch of colour do not come along either.
  const isSeen = (run: Run) => {
    const [line] = placed([run])
    return !made || !line || isInked(made.pixels, line, view)
  }
  pages.push({
    width: view.width,
    height: view.height,
    lines: placed((items as Run[]).filter(isSeen)),
    picture: made?.picture ?? null,
  })
  page.cleanup()
}
parentPort?.postMessage(pages)
