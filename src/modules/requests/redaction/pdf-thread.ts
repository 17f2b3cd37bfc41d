import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { parentPort, workerData } from 'node:worker_threads'
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs'
import type { PdfAsked, PdfLine, PdfPage } from './pdf.ts'

const home = dirname(createRequire(import.meta.url).resolve('pdfjs-dist/package.json'))

// Twice the screen: small print stays legible on paper, a page of text weighs 150 KB.
const scale = 2

interface Item {
  readonly str?: string
  readonly width?: number
  readonly height?: number
  readonly transform?: readonly number[]
}

interface Canvas {
  toBuffer(type: 'image/png'): Buffer
}

/** Lines of a page with the places they take, in shares of the page. */
const linesOf = (items: readonly Item[], width: number, height: number): PdfLine[] => {
  const lines: { text: string; x: number; y: number; right: number; size: number }[] = []
  for (const { str = '', width: wide = 0, height: high = 0, transform } of items) {
    if (str.trim() === '') continue
    const [x, y] = [transform?.[4] ?? 0, transform?.[5] ?? 0]
    const size = high || Math.abs(transform?.[3] ?? 10)
    const last = lines.at(-1)
    if (last && Math.abs(last.y - y) < size * 0.4 && x - last.right < size * 2) {
      last.text += str
      last.right = Math.max(last.right, x + wide)
      last.size = Math.max(last.size, size)
    } else lines.push({ text: str, x, y, right: x + wide, size })
  }
  // Accents and tails reach beyond the letters' own box.
  return lines.map(({ text, x, y, right, size }) => ({
    text,
    x: (x - size * 0.15) / width,
    y: (height - y - size * 1.1) / height,
    width: (right - x + size * 0.3) / width,
    height: (size * 1.45) / height,
  }))
}

const { bytes, covers } = workerData as PdfAsked
const pdf = await getDocument({
  data: new Uint8Array(bytes),
  cMapUrl: `${join(home, 'cmaps')}/`,
  cMapPacked: true,
  standardFontDataUrl: `${join(home, 'standard_fonts')}/`,
  maxImageSize: 60_000_000,
  verbosity: 0,
}).promise

const pages: PdfPage[] = []
for (let number = 1; number <= pdf.numPages; number++) {
  const page = await pdf.getPage(number)
  const view = page.getViewport({ scale: 1 })
  const { items } = await page.getTextContent()
  const lines = linesOf(items as Item[], view.width, view.height)
  let picture: Uint8Array | null = null
  if (covers) {
    const seen = page.getViewport({ scale })
    const factory = pdf.canvasFactory as {
      create(width: number, height: number): { canvas: never; context: CanvasRenderingContext2D }
    }
    const { canvas, context } = factory.create(Math.ceil(seen.width), Math.ceil(seen.height))
    await page.render({ canvas, canvasContext: context as never, viewport: seen }).promise
    // Painted over before the picture is made: what was beneath is in no file any more.
    context.fillStyle = '#000000'
    for (const box of covers.filter((one) => one.page === number))
      context.fillRect(
        Math.floor(box.x * seen.width),
        Math.floor(box.y * seen.height),
        Math.ceil(box.width * seen.width) + 1,
        Math.ceil(box.height * seen.height) + 1,
      )
    picture = (canvas as Canvas).toBuffer('image/png')
  }
  pages.push({ width: view.width, height: view.height, rotated: page.rotate !== 0, lines, picture })
  page.cleanup()
}
parentPort?.postMessage(pages)
