import { Parser } from 'htmlparser2'
import { z } from 'zod'
import { textOf } from '#documents'

/** What a saved page of a document says of itself. */
export interface SavedPage {
  readonly number: number
  readonly salt: string
  readonly title: string
  readonly text: string
  /** The tables that its form for machines lists; null for a page, whose tables are checked by their CSV. */
  readonly data: readonly z.output<typeof sealedTable>[] | null
}

// A page of the longest plan is about 1 MB; what is larger is a file.
export const largestPage = 16 * 1024 * 1024

const mark = /data-seal="(\d{1,15})"[^>]*\sdata-salt="([0-9a-f]{32})"/

/**
 * Reads the seal, the title and the text out of a page as a browser saved it: `h1.document-title` and
 * `div.text` are what a reader saw; what stands in hidden places is not believed.
 */
export function readPage(html: string): SavedPage | null {
  const found = mark.exec(html)
  if (!found) return null
  const title = textOf(innerOf(html, 'h1', 'document-title') ?? '')
  const body = innerOf(html, 'div', 'text')
  if (body === null) return null
  return { number: Number(found[1]), salt: found[2] ?? '', title, text: textOf(body), data: null }
}

const sealedTable = z.object({
  kind: z.string(),
  year: z.number(),
  title: z.string(),
  csv: z.string(),
})
const machineForm = z.object({
  number: z.number().int().positive(),
  salt: z.string(),
  title: z.string(),
  text: z.string(),
  data: z.array(sealedTable),
})

/** The machine-readable form of a page: `/d/12/seal.json`. */
export function readJson(text: string): SavedPage | null {
  if (!text.trimStart().startsWith('{')) return null
  try {
    return machineForm.safeParse(JSON.parse(text)).data ?? null
  } catch {
    return null
  }
}

/** What the first element of this name and class holds. */
function innerOf(html: string, name: string, className: string): string | null {
  let [start, end, depth] = [-1, -1, 0]
  const parser = new Parser({
    onopentag(tag, attributes) {
      if (start >= 0 && end < 0 && tag === name) depth++
      if (start < 0 && tag === name && (attributes.class ?? '').split(/\s+/).includes(className)) {
        start = parser.endIndex + 1
        depth = 1
      }
    },
    onclosetag(tag) {
      if (start < 0 || end >= 0 || tag !== name) return
      depth--
      if (depth === 0) end = parser.startIndex
    },
  })
  parser.write(html)
  parser.end()
  return start >= 0 && end >= start ? html.slice(start, end) : null
}
