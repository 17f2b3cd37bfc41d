import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { getDocumentProxy } from 'unpdf'
import { unfoldsTooFar } from './pdf-streams.ts'
import { foldRadicals } from './radicals.ts'
import { bounds, type Reading } from './reading.ts'

// A PDF that names a Chinese font without holding it (STSong-Light with GBK-EUC-H) has no letters at all
// without these tables: pages then look empty and no error is told.
const tables = (): string =>
  `${join(dirname(createRequire(import.meta.url).resolve('pdfjs-dist/package.json')), 'cmaps')}/`

/** Fewer letters than these on a page with something drawn on it: the words are in the drawing. */
const fewLetters = 20

interface Item {
  readonly str?: string
  readonly hasEOL?: boolean
  readonly width?: number
  readonly height?: number
  readonly transform?: readonly number[]
}

type Pdf = Awaited<ReturnType<typeof getDocumentProxy>>

const openPdf = (bytes: Uint8Array): Promise<Pdf> =>
  getDocumentProxy(new Uint8Array(bytes), {
    cMapUrl: tables(),
    cMapPacked: true,
    useSystemFonts: false,
    // As for uploads of pictures: a small file can unfold to all the memory there is.
    maxImageSize: 60_000_000,
    verbosity: 0,
  })

/** Reads a PDF: pages, remarks and form fields, properties, outline, attachments. */
export async function readPdf(bytes: Uint8Array, reading: Reading): Promise<void> {
  if (unfoldsTooFar(bytes)) {
    reading.unread('body', 'tooMuch')
    return
  }
  const pdf = await openPdf(bytes).catch((error: Error) => {
    reading.unread('body', error.name === 'PasswordException' ? 'encrypted' : 'broken')
    return null
  })
  if (!pdf) return
  if (pdf.numPages > bounds.pages) reading.unread(`page:${bounds.pages + 1}`, 'tooMuch')
  let scans = 0
  const shown: string[] = []
  for (let number = 1; number <= Math.min(pdf.numPages, bounds.pages); number++) {
    const page = await pdf.getPage(number)
    const { items } = await page.getTextContent()
    const text = foldRadicals(linesOf(items as Item[]))
    reading.text(`page:${number}`, text)
    shown.push(text)
    const annotations: Annotation[] = await page.getAnnotations()
    for (const { fileId, file } of annotations)
      if (fileId) await readAttachment(pdf, reading, fileId, file?.filename ?? fileId)
    const notes = annotations.flatMap(wordsOfAnnotation)
    reading.text(`page:${number}/annotations`, foldRadicals(notes.join('\n')))
    const letters = text.replace(/\s/g, '').length
    if (letters < fewLetters) {
      const why = scans < mostLookedAt ? await whyEmpty(page, items as Item[]) : 'scannedPicture'
      if (why) reading.unread(`page:${number}`, why)
      if (why) scans += 1
    }
    page.cleanup()
  }
  await readAround(pdf, reading)
  await readEarlier(bytes, shown, reading)
}

// A file that was saved often holds all its states; those that matter are the last.
const mostEarlier = 5

/**
 * A PDF that was changed keeps what it was before: the change is written behind it, and whoever cuts it
 * off reads the covered words again. Pages that say something else than now are read too.
 */
async function readEarlier(
  bytes: Uint8Array,
  shown: readonly string[],
  reading: Reading,
): Promise<void> {
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const ends: number[] = []
  for (let at = file.indexOf('%%EOF'); at >= 0; at = file.indexOf('%%EOF', at + 5))
    ends.push(at + 5)
  const now = new Set(shown)
  for (const [back, end] of ends.slice(0, -1).slice(-mostEarlier).entries()) {
    // The first of a file laid out for the web is no state of it, and opens as nothing.
    const pdf = await openPdf(bytes.subarray(0, end)).catch(() => null)
    if (!pdf) continue
    for (let number = 1; number <= Math.min(pdf.numPages, bounds.pages); number++) {
      const page = await pdf.getPage(number).catch(() => null)
      const content = await page?.getTextContent().catch(() => null)
      const text = content ? foldRadicals(linesOf(content.items as Item[])) : ''
      if (!now.has(text)) reading.text(`earlier:${back + 1}/page:${number}`, text)
      now.add(text)
    }
  }
}

// OPS of pdf.js: pictures, masks and filled or stroked paths (letters turned into outlines).
const drawing = new Set([20, 21, 22, 23, 24, 25, 26, 83, 84, 85, 86, 87, 88, 89, 90, 91])
const setting = new Set([44, 45, 46, 47])
const [save, restore, transform] = [10, 11, 12]

// Looking costs the decoding of a picture; after so many scanned pages the rest is one too.
const mostLookedAt = 20

/** Why a page has hardly a letter: a picture, a font that says nothing; null for an empty page. */
async function whyEmpty(
  page: Awaited<ReturnType<Pdf['getPage']>>,
  items: readonly Item[],
): Promise<'scannedPicture' | 'encoding' | null> {
  const { fnArray } = await page.getOperatorList()
  if (fnArray.some((one) => drawing.has(one))) return 'scannedPicture'
  if (items.some(({ str }) => str !== undefined && str !== '')) return null
  if (fnArray.some((one) => setting.has(one))) return 'encoding'
  // A picture too large to be decoded is left out and leaves only what moved it into its place.
  const isGap = (at: number) =>
    fnArray[at] === save && fnArray[at + 1] === transform && fnArray[at + 2] === restore
  return fnArray.some((_, at) => isGap(at)) ? 'scannedPicture' : null
}

/** Words in their lines; a gap wider than half a letter is the next cell of a table. */
function linesOf(items: readonly Item[]): string {
  let text = ''
  let endX = 0
  let lastY: number | undefined
  for (const { str, hasEOL, width = 0, height = 0, transform } of items) {
    if (str === undefined) continue
    const [x, y] = [transform?.[4] ?? 0, transform?.[5] ?? 0]
    if (str !== '') {
      if (lastY !== undefined && Math.abs(y - lastY) > Math.max(height, 4) * 0.6) {
        if (!text.endsWith('\n')) text += '\n'
      } else if (lastY !== undefined && Math.abs(x - endX) > Math.max(height, 4) * 0.8) {
        if (!/\s$/.test(text)) text += '\t'
      }
      text += str
      ;[endX, lastY] = [x + width, y]
    }
    if (hasEOL) text += '\n'
  }
  return text
}

interface Annotation {
  readonly contentsObj?: { readonly str?: string }
  readonly titleObj?: { readonly str?: string }
  readonly fieldValue?: unknown
  readonly defaultFieldValue?: unknown
  /** Of a file that hangs at the page. */
  readonly fileId?: string
  readonly file?: { readonly filename?: string }
  readonly alternativeText?: string
  readonly url?: string
  readonly textContent?: readonly string[]
}

const wordsOfAnnotation = (one: Annotation): string[] =>
  [
    one.contentsObj?.str,
    one.titleObj?.str,
    one.alternativeText,
    one.url,
    ...(one.textContent ?? []),
    ...[one.fieldValue, one.defaultFieldValue]
      .flat()
      .map((value) => (typeof value === 'string' ? value : undefined)),
  ].filter((words): words is string => words !== undefined && words !== '')

/** A file inside; one that cannot be taken out is not clean. */
async function readAttachment(pdf: Pdf, reading: Reading, key: string, name: string) {
  const content: Uint8Array | null = await pdf.getAttachmentContent(key).catch(() => null)
  if (content) await reading.inside(`attachment:${name}`, name, content)
  else reading.unread(`attachment:${name}`, 'broken')
}

async function readAround(pdf: Pdf, reading: Reading): Promise<void> {
  const { info, metadata } = await pdf.getMetadata().catch(() => ({ info: {}, metadata: null }))
  const properties = Object.values(info as Record<string, unknown>).flatMap((value) =>
    typeof value === 'string'
      ? [value]
      : value && typeof value === 'object'
        ? Object.values(value).filter((one) => typeof one === 'string')
        : [],
  )
  const described = (metadata as { getRaw?: () => string } | null)?.getRaw?.() ?? ''
  reading.text('properties', [...properties, described.replace(/<[^>]*>/g, '\n')].join('\n'))
  const outline = (await pdf.getOutline().catch(() => null)) ?? []
  const titles: string[] = []
  const walk = (items: readonly { title: string; items: unknown[] }[], depth: number) => {
    for (const item of items) {
      titles.push(item.title)
      if (depth < 20) walk(item.items as typeof items, depth + 1)
    }
  }
  walk(outline, 0)
  reading.text('outline', foldRadicals(titles.join('\n')))
  // pdf.js hands out a list first and the contents one by one.
  const attachments: ReadonlyMap<string, { readonly filename: string }> | null =
    await pdf.getAttachments()
  for (const [key, { filename }] of attachments ?? [])
    await readAttachment(pdf, reading, key, filename)
}
