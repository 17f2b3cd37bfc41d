import type { Readable } from 'node:stream'
import { buffer } from 'node:stream/consumers'
import type { Act } from '#platform/act'
import type { BlobStore, StoredBlob } from '#platform/blob-store'
import type { SavedDraft } from '../contract/drafting.ts'
import type { EditionFields } from '../contract/shapes.ts'
import type { Edition } from '../edition.ts'
import { fill, savedDraft } from '../filling.ts'
import { findEdition } from '../finding.ts'
import { allowedFiles, placePictures, type ReadDocx, readDocx } from '../intake/index.ts'
import { mayTake } from '../lifecycle.ts'
import { mayEdit } from '../policy.ts'
import { refuse } from '../refusals.ts'
import { openDocument } from './create-draft.ts'
import { attachmentAddress, putAttachment } from './keep-attachments.ts'

/** A Word file read, with its pictures in the store. */
export interface WordText {
  readonly fields: Partial<EditionFields>
  readonly pictures: readonly {
    readonly name: string
    readonly mediaType: string
    readonly blob: StoredBlob
  }[]
  readonly warnings: readonly string[]
}

export type Imported = SavedDraft & { warnings: string[] }

const megabytes = allowedFiles.find((file) => file.extension === 'docx')?.megabytes ?? 0

/** Reads a Word file before anything is locked: a long one takes a second. */
export async function receiveWord(
  files: BlobStore,
  upload: { readonly name: string; readonly stream: Readable },
): Promise<WordText> {
  const { sha256 } = await files.put(upload.stream, { maxBytes: megabytes * 1024 * 1024 })
  const word = await readDocx(await buffer(files.read(sha256)), upload.name)
  const pictures = await Promise.all(
    word.images.map(async ({ name, mediaType, bytes }) => ({
      name,
      mediaType,
      blob: await files.putBytes(bytes),
    })),
  )
  const address = new Map(pictures.map(({ name, blob }) => [name, attachmentAddress(blob.sha256)]))
  return {
    fields: fieldsOf(
      word,
      placePictures(word.html, (name) => address.get(name) ?? null),
    ),
    pictures,
    warnings: word.warnings.map((warning) => warning.code),
  }
}

/** Only what was recognised: what a person typed is not emptied by a file that does not say it. */
const fieldsOf = (word: ReadDocx, html: string): Partial<EditionFields> => ({
  html,
  ...(word.title !== '' && { title: word.title }),
  ...(word.documentNumber && { documentNumber: word.documentNumber }),
  ...(word.issuingOrgan && { issuingOrgan: word.issuingOrgan }),
  ...(word.writtenOn && { writtenOn: word.writtenOn }),
  ...(word.attributeMark && { attribute: word.attributeMark }),
})

/** Opens a document of a unit from a Word file. */
export async function createFromWord(
  act: Act,
  input: { readonly organizationId: number; readonly word: WordText },
): Promise<Imported> {
  const edition = await openDocument(act, input.organizationId, 'word')
  return putWord(act, edition, input.word)
}

/** Puts a Word file's text in place of a draft's; its pictures become part of the draft. */
export async function importWord(
  act: Act,
  input: { readonly id: number; readonly version: number; readonly word: WordText },
): Promise<Imported> {
  const edition = await findEdition(act, input, mayEdit)
  if (!mayTake('save', edition.state)) throw refuse('readOnly', { state: edition.state })
  return putWord(act, edition, input.word)
}

async function putWord(act: Act, edition: Edition, word: WordText): Promise<Imported> {
  for (const picture of word.pictures) await putAttachment(act, edition, picture, true)
  const filled = await fill(act, edition, word.fields)
  const saved = await savedDraft(act, filled, word.fields)
  // The editor has nothing yet, so it is told the text whether cleaning changed it or not.
  return { ...saved, html: filled.edition.html, warnings: [...word.warnings] }
}
