import { sql } from 'kysely'
import type { Act } from '#platform/act'
import type { Db } from '#platform/database'
import { readParts } from '#platform/file-parts/index'
import { seal, sealBytes, unseal } from '#platform/sealing'
import { speaker } from '#platform/words'
import type { Vault } from '../letters/commands.ts'
import { redactionMoved } from '../letters/facts.ts'
import { openSealedFile } from '../letters/office.ts'
import { refuse } from '../letters/refusals.ts'
import { mayHandle } from '../policy.ts'
import { refuse as refuseCase } from '../refusals.ts'
import { factAbout, type Request } from '../request.ts'
import { lockRequest } from '../store/requests.ts'
import { docxSegments, redactDocx } from './docx.ts'
import { type Chosen, chosenFor, type Redacted, type Removed, type Segment } from './marks.ts'
import { type PagePicture, pdfPictures, pdfSegments, redactPdf } from './pdf.ts'

const kinds = {
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  pdf: 'application/pdf',
} as const

// Word files and PDF of a case; a scanned volume is cut before.
export const largestOriginal = 30 * 1024 * 1024
// One letter stands everywhere: whether it is gone cannot be told.
const shortest = 2

const say = speaker('zh-CN')
const groundWords = (ground: string): string => say(`requests.result.${ground}`)

const plain = (text: string): string => text.normalize('NFKC').replace(/\s+/g, '')

/** Which of the removed words the new file still holds, in any of its corners. */
export async function leftBehind(
  name: string,
  made: Redacted,
): Promise<readonly { readonly n: number; readonly where: string }[]> {
  const { parts, unread } = await readParts(name, made.bytes)
  // A picture page holds only what was painted; anything else unread may hide words.
  if (unread.some(({ why }) => why !== 'picture' && why !== 'scannedPicture'))
    throw refuse('redactionUnread')
  const texts = parts.map(({ where, text, rows }) => ({
    where,
    text: plain(text ?? (rows ?? []).flat().join('')),
  }))
  return made.removed.flatMap(({ n, text }) => {
    const wanted = text
      .split('\n')
      .map(plain)
      .filter((words) => words.length >= shortest)
    return texts
      .filter((part) => wanted.some((words) => part.text.includes(words)))
      .map(({ where }) => ({ n, where }))
  })
}

/** Takes the chosen parts out and proves that they are gone; a file that keeps one of them is refused. */
export async function redact(
  file: { readonly name: string; readonly bytes: Uint8Array },
  chosen: Chosen,
  madeAt: Date,
): Promise<Redacted> {
  if (chosen.marks.length + chosen.boxes.length === 0) throw refuse('redactionNothing')
  const isPdf = kindOf(file) === 'pdf'
  if (!isPdf && chosen.boxes.length > 0) throw refuse('redactionNowhere')
  const made = isPdf
    ? await redactPdf(file.bytes, chosen, groundWords, madeAt)
    : redactDocx(file.bytes, chosen.marks, groundWords)
  const short = isPdf ? undefined : made.removed.find(({ text }) => plain(text).length < shortest)
  if (short) throw refuse('redactionShort', { n: short.n })
  const left = await leftBehind(file.name, made)
  if (left.length > 0)
    throw refuse('redactionLeaves', {
      places: left.map(({ n, where }) => `${n} → ${where}`).join('; '),
    })
  return made
}

/** By its first bytes, whatever its name says. */
const kindOf = ({ bytes }: { readonly bytes: Uint8Array }): keyof typeof kinds => {
  const head = Buffer.from(bytes.subarray(0, 5)).toString('latin1')
  if (head === '%PDF-') return 'pdf'
  if (head.startsWith('PK')) return 'docx'
  throw refuse('redactionKind')
}

export interface Redaction {
  readonly id: number
  readonly requestId: number
  readonly name: string
  readonly mediaType: string
  readonly originalSha256: string
  readonly releasedSha256: string | null
  readonly sealedMarks: string | null
  readonly removedParts: number
  readonly version: number
}

const columns = sql`id, request_id as "requestId", name, media_type as "mediaType",
  original_sha256 as "originalSha256", released_sha256 as "releasedSha256",
  sealed_marks as "sealedMarks", removed_parts as "removedParts", version`

export const redactionsOf = async (db: Db, requestId: number): Promise<Redaction[]> => {
  const { rows } = await sql<Redaction>`select ${columns} from requests.redaction
    where request_id = ${requestId} and dropped_at is null order by id`.execute(db)
  return rows
}

const found = async (act: Act, id: number): Promise<{ request: Request; redaction: Redaction }> => {
  const { rows } = await sql<Redaction>`select ${columns} from requests.redaction
    where id = ${id} and dropped_at is null`.execute(act.tx)
  const [redaction] = rows
  if (!redaction) throw refuse('redactionMissing')
  const request = await lockRequest(act.tx, redaction.requestId)
  if (!mayHandle(act.by, request)) throw refuseCase('notYours')
  return { request, redaction }
}

export const originalSeal = (id: number): string => `redaction/${id}/original`
export const releasedSeal = (id: number): string => `redaction/${id}/released`
const marksSeal = (id: number): string => `redaction/${id}/marks`

const announce = (act: Act, request: Request, id: number, step: string, parts: number) =>
  act.announce(redactionMoved, { ...factAbout(request), redactionId: id, step, parts })

/** Takes a file of the case in, sealed, so that parts of it can be withheld. */
export async function addOriginal(
  act: Act,
  input: { readonly requestId: number; readonly name: string; readonly bytes: Uint8Array },
  vault: Vault,
): Promise<{ redactionId: number }> {
  const request = await lockRequest(act.tx, input.requestId)
  if (!mayHandle(act.by, request)) throw refuseCase('notYours')
  if (input.bytes.byteLength > largestOriginal) throw refuse('redactionKind')
  const mediaType = kinds[kindOf(input)]
  const { rows } = await sql<{ id: number }>`
    insert into requests.redaction (request_id, name, media_type, original_sha256, original_size,
      added_at, added_by)
    values (${request.id}, ${input.name}, ${mediaType}, '', ${input.bytes.byteLength}, ${act.at},
      ${act.by.id}) returning id`.execute(act.tx)
  const id = rows[0]?.id ?? 0
  const sealed = sealBytes(input.bytes, originalSeal(id), vault.key)
  const { sha256 } = await vault.files.putBytes(sealed)
  await sql`update requests.redaction set original_sha256 = ${sha256} where id = ${id}`.execute(
    act.tx,
  )
  await announce(act, request, id, 'added', 0)
  return { redactionId: id }
}

/** What a person chooses among, and what was chosen for the version made last. */
export interface Choice {
  readonly segments: Segment[]
  /** Of a PDF: its pages with their sizes, turned as they are read; of a Word file none. */
  readonly sheets: { width: number; height: number }[]
  readonly chosen: ReturnType<typeof chosenFor>
}

/** The pieces of a file among which a person chooses. */
export async function segmentsOf(
  act: Act,
  input: { readonly redactionId: number },
  vault: Vault,
): Promise<Choice> {
  const { request, redaction } = await found(act, input.redactionId)
  const bytes = await openSealedFile(redaction.originalSha256, originalSeal(redaction.id), vault)
  await announce(act, request, redaction.id, 'opened', 0)
  const chosen = chosenFor(removedFrom(redaction, vault.key))
  return kindOf({ bytes }) === 'pdf'
    ? { ...(await pdfSegments(bytes)), chosen }
    : { segments: docxSegments(bytes), sheets: [], chosen }
}

// So many pages a time: a page is drawn in a fifth of a second, and each time stands in the record.
const picturesAtOnce = 4

/** Pages of an original from one on, as they look; that they were opened is on record. */
export async function picturesOf(
  act: Act,
  input: { readonly redactionId: number; readonly from: number },
  vault: Vault,
): Promise<{ pages: PagePicture[] }> {
  const { bytes } = await openRedaction(act, { ...input, which: 'original' }, vault)
  if (kindOf({ bytes }) !== 'pdf') throw refuse('redactionKind')
  const wanted = Array.from({ length: picturesAtOnce }, (_, at) => input.from + at)
  return { pages: await pdfPictures(bytes, wanted) }
}

// The pages that something was taken out of and the list of grounds; more would not be looked through.
const previewed = 12

/** What would be handed out, to be looked at before it is made; nothing is kept. */
export async function previewRedacted(
  act: Act,
  input: { readonly redactionId: number } & Chosen,
  vault: Vault,
): Promise<{ pages: PagePicture[]; segments: Segment[]; removed: number }> {
  const { name, bytes } = await openRedaction(act, { ...input, which: 'original' }, vault)
  const made = await redact({ name, bytes }, input, act.at)
  const removed = made.removed.length
  if (kindOf(made) !== 'pdf') return { pages: [], segments: docxSegments(made.bytes), removed }
  const { sheets } = await pdfSegments(made.bytes)
  const touched = made.removed.flatMap(({ at }) => ('page' in at ? [at.page] : []))
  const wanted = [...new Set(touched)].sort((one, other) => one - other).slice(0, previewed - 1)
  return {
    pages: await pdfPictures(made.bytes, [...wanted, sheets.length]),
    segments: [],
    removed,
  }
}

/** Makes the version that may be handed out, and keeps both with a note for each part taken out. */
export async function releaseRedacted(
  act: Act,
  input: { readonly redactionId: number; readonly version: number } & Chosen,
  vault: Vault,
): Promise<{ removed: number }> {
  const { request, redaction } = await found(act, input.redactionId)
  if (redaction.version !== input.version) throw refuseCase('changedMeanwhile')
  if (request.answeredOn !== null) throw refuse('redactionDone')
  const bytes = await openSealedFile(redaction.originalSha256, originalSeal(redaction.id), vault)
  const made = await redact({ name: redaction.name, bytes }, input, act.at)
  const sealed = sealBytes(made.bytes, releasedSeal(redaction.id), vault.key)
  const { sha256 } = await vault.files.putBytes(sealed)
  const marks = seal(JSON.stringify(made.removed), marksSeal(redaction.id), vault.key)
  await sql`update requests.redaction set released_sha256 = ${sha256},
      released_size = ${made.bytes.byteLength}, sealed_marks = ${marks},
      removed_parts = ${made.removed.length}, released_at = ${act.at}, released_by = ${act.by.id},
      version = version + 1 where id = ${redaction.id}`.execute(act.tx)
  await announce(act, request, redaction.id, 'released', made.removed.length)
  return { removed: made.removed.length }
}

/** Either version of a file, or what was taken out of it. */
export async function openRedaction(
  act: Act,
  input: { readonly redactionId: number; readonly which: 'original' | 'released' },
  vault: Vault,
): Promise<{ name: string; mediaType: string; bytes: Buffer }> {
  const { request, redaction } = await found(act, input.redactionId)
  const { id, name, mediaType } = redaction
  const original = input.which === 'original'
  const sha256 = original ? redaction.originalSha256 : redaction.releasedSha256
  if (!sha256) throw refuse('redactionMissing')
  await announce(act, request, id, 'opened', 0)
  const belongsTo = original ? originalSeal(id) : releasedSeal(id)
  return { name, mediaType, bytes: await openSealedFile(sha256, belongsTo, vault) }
}

export const removedFrom = (redaction: Redaction, key: Buffer): Removed[] =>
  redaction.sealedMarks === null
    ? []
    : (JSON.parse(unseal(redaction.sealedMarks, marksSeal(redaction.id), key)) as Removed[])

/** Takes a file off the case; what is not referred to is swept. */
export async function dropRedaction(
  act: Act,
  input: { readonly redactionId: number },
): Promise<void> {
  const { request, redaction } = await found(act, input.redactionId)
  if (request.answeredOn !== null) throw refuse('redactionDone')
  await sql`update requests.redaction set dropped_at = ${act.at}, original_sha256 = '',
      released_sha256 = null, sealed_marks = null where id = ${redaction.id}`.execute(act.tx)
  await announce(act, request, redaction.id, 'dropped', 0)
}
