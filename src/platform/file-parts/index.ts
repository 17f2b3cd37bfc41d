import { askThread } from '../thread.ts'
import type { FilePart, FileParts } from './reading.ts'

export type { FilePart, FileParts, Unread, WhyUnread } from './reading.ts'

// A workbook of 100,000 rows takes four seconds and 300 MB; a PDF of 1,200 pages half a minute.
const bounds = {
  source: ['src', 'platform', 'file-parts', 'thread.ts'],
  built: 'file-parts-thread.mjs',
  timeoutMs: 90_000,
  memoryMb: 768,
}

// Two at a time: the threads share the machine with those who read pages.
const mostThreads = 2
let running = 0
const waiting: (() => void)[] = []

async function inTurn<Answer>(work: () => Promise<Answer>): Promise<Answer> {
  if (running >= mostThreads) await new Promise<void>((resume) => waiting.push(resume))
  else running += 1
  try {
    return await work()
  } finally {
    const next = waiting.shift()
    if (next) next()
    else running -= 1
  }
}

/**
 * Reads every part of a file, shown or not, in a thread bounded in time and memory. `read` is false as
 * soon as one corner could not be read: such a file counts as not examined, never as clean.
 */
export async function readParts(name: string, bytes: Uint8Array): Promise<FileParts> {
  const asked = await inTurn(() => askThread<FileParts>(bounds, { name, bytes }))
  return asked.outcome === 'answered'
    ? asked.answer
    : { read: false, parts: [], unread: [{ where: 'body', why: 'tooMuch' }] }
}

/** The text of parts in one piece, for an index; what does not show is left out. */
export const textOfParts = (parts: readonly FilePart[]): string =>
  parts
    .filter((part) => !unseen.test(part.where))
    .map((part) => part.text ?? (part.rows ?? []).map((row) => row.join(' ')).join('\n'))
    .join('\n')

/** Parts that a reader of the file does not see; they are examined and never shown as found. */
export const unseen =
  /(?:^|\/)(?:hidden|deletedText|comments|properties|customXml|altText|fieldCode|links|definedNames|unusedTexts|pivotCache|externalLink|formulas|part:|pictureProperties|gps|structure|tags|names)/i
