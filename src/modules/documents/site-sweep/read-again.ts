import { buffer } from 'node:stream/consumers'
import type { BlobStore } from '#platform/blob-store'
import type { Db } from '#platform/database'
import { type Lexicon, lexiconFor, type PartFinding, scanFile, stands } from '#wording'
import { examined } from '../gate/examining.ts'
import { overruledOf } from '../gate/store.ts'
import { examinedFiles } from '../store/file-scans.ts'
import type { FoundLive, LiveText } from './store.ts'

/** What was read of one document, and found in it. */
export interface ReadAgain {
  readonly found: readonly FoundLive[]
  readonly files: number
  readonly unread: number
}

// A person mends a document, not each of its thousand lines.
const mostOfOne = 50

/** Words of which somebody has to think; a name that changed may stand rightly in an old text. */
const matters = (found: Pick<PartFinding, 'kind' | 'confidence'>): boolean =>
  stands(found) || (found.kind === 'wording' && found.confidence !== 'low')

/** Examines a public document anew, its files among it; what a person answered for is left out. */
export async function readAgain(db: Db, files: BlobStore, live: LiveText): Promise<ReadAgain> {
  const { documentId, editionId, title, text } = live
  const lexicon = await lexiconFor(db, live.path)
  const answered = await overruledOf(db, documentId)
  const inText = examined({ document: { id: documentId }, title, text }, lexicon)
    .filter((one) => matters(one) && !answered.has(one.key))
    .map(({ field, ...one }) => asFound(live, field, one))
  const inFiles = await readFiles(db, files, { ...live, lexicon })
  return {
    ...inFiles,
    found: [...inText, ...inFiles.found].slice(0, mostOfOne).map((one) => ({
      ...one,
      documentId,
      editionId,
    })),
  }
}

async function readFiles(
  db: Db,
  files: BlobStore,
  live: LiveText & { readonly lexicon: Lexicon },
): Promise<ReadAgain> {
  const found: FoundLive[] = []
  let unread = 0
  const attached = await examinedFiles(db, { id: live.editionId, documentId: live.documentId })
  for (const { attachment, signature } of attached) {
    const bytes = await buffer(files.read(attachment.sha256))
    const scan = await scanFile(attachment.name, bytes, { lexicon: live.lexicon })
    if (!scan.scanned && !signature) unread++
    for (const one of scan.findings) {
      // Whoever signed for the file answered for what is in it, not for the words it is written in.
      if (!matters(one) || (signature && one.kind !== 'wording')) continue
      found.push(asFound(live, `${attachment.name}\n${one.where}`, one))
      if (found.length >= mostOfOne) break
    }
  }
  return { found, files: attached.length, unread }
}

const asFound = (
  { documentId, editionId }: LiveText,
  place: string,
  { kind, masked, confidence, word, advice }: Omit<PartFinding, 'where'>,
): FoundLive => ({
  ...{ documentId, editionId, place, kind, masked, confidence },
  ...{ word: word ?? null, advice: advice ?? null },
})
