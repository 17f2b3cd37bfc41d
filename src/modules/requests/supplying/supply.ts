import { holds } from '#accounts'
import { documentToCopy, lookInto, type SeenFile } from '#documents'
import type { Act, Actor } from '#platform/act'
import type { CivilDate } from '#platform/civil-date'
import type { Db } from '#platform/database'
import { sealBytes } from '#platform/sealing'
import type { Vault } from '../letters/commands.ts'
import { suppliedMoved } from '../letters/facts.ts'
import { codeOfReply } from '../letters/kinds.ts'
import { openSealedFile } from '../letters/office.ts'
import { refuse } from '../letters/refusals.ts'
import { lettersOf } from '../letters/store.ts'
import { mayHandle } from '../policy.ts'
import { originalSeal, redactionsOf } from '../redaction/redact.ts'
import { refuse as refuseCase } from '../refusals.ts'
import { factAbout, type Request } from '../request.ts'
import { lockRequest, requestRow } from '../store/requests.ts'
import { mustBeWithin, mustFit } from './bounds.ts'
import { waitsForSignature } from './gate.ts'
import * as store from './store.ts'
import { textFile } from './text-file.ts'

// Those who review and sign replies look at what goes along with them, and may answer for it.
const judges = ['sectionHead', 'disclosureOffice', 'signer', 'leader'] as const

export const mayLookAt = (by: Actor, request: Request): boolean =>
  mayHandle(by, request) || holds(by, judges, request.organizationPath)

export const suppliedSeal = (id: number): string => `supplied/${id}`

/** Asked before a file is taken in, so that nobody fills the disk of a case that is not theirs. */
export const mustSupply = async (db: Db, by: Actor, requestId: number): Promise<void> => {
  const request = await requestRow(db, requestId)
  if (!request || !mayHandle(by, request)) throw refuseCase('notYours')
  await mustBeOpen(db, request)
}

/** Whether the files of a reply can still change: what was sent up is what is reviewed, signed and served. */
export const isSupplyOpen = (
  request: Pick<Request, 'answeredOn'>,
  letters: readonly { readonly kind: string; readonly state: string }[],
): boolean =>
  request.answeredOn === null &&
  !letters.some(({ kind, state }) => codeOfReply(kind) !== null && state !== 'draft')

const mustBeOpen = async (db: Db, request: Request): Promise<void> => {
  if (!isSupplyOpen(request, await lettersOf(db, request.id))) throw refuse('supplyFixed')
}

/** Looks into a file that is to be supplied, as an upload of any document is looked into. */
export const seeSupplied = (
  file: { readonly name: string; readonly bytes: Uint8Array },
  today: CivilDate,
): Promise<SeenFile> => {
  mustFit(file, today)
  return lookInto(file, 'asItIs')
}

/** What of a document of the library is wanted: its text, and which of its files. */
export interface FromLibrary {
  readonly documentId: number
  readonly text: boolean
  readonly attachmentIds: readonly number[]
}

/** Files out of the library for a reply, looked into as they would be by upload. */
export const seeFromLibrary = async (
  db: Db,
  by: Actor,
  wanted: FromLibrary,
  { files }: Pick<Vault, 'files'>,
  now: { readonly at: Date; readonly today: CivilDate },
): Promise<SeenFile[]> => {
  const document = await documentToCopy(db, by, wanted.documentId)
  const chosen = document.files.filter(({ id }) => wanted.attachmentIds.includes(id))
  if (!wanted.text && chosen.length === 0) throw refuse('supplyNothing')
  const seen: SeenFile[] = []
  if (wanted.text) seen.push(await seeSupplied(await textFile(document, files, now.at), now.today))
  for (const { name, sha256 } of chosen) {
    const chunks: Buffer[] = []
    for await (const chunk of files.read(sha256)) chunks.push(chunk as Buffer)
    seen.push(await seeSupplied({ name, bytes: Buffer.concat(chunks) }, now.today))
  }
  return seen
}

const announce = (act: Act, request: Request, suppliedId: number, step: string): Promise<void> =>
  act.announce(suppliedMoved, { ...factAbout(request), suppliedId, step })

/** The whole of a file of which a part is to be withheld never goes along beside its redacted version. */
const mustBeNoOriginal = async (
  act: Act,
  requestId: number,
  files: readonly SeenFile[],
  vault: Vault,
): Promise<void> => {
  for (const { id, originalSha256 } of await redactionsOf(act.tx, requestId)) {
    const original = await openSealedFile(originalSha256, originalSeal(id), vault)
    const same = files.find(({ bytes }) => original.equals(bytes))
    if (same) throw refuse('supplyOriginal', { name: same.name })
  }
}

/** Puts files beside the reply of a case, sealed; they go out with it and not before. */
export async function supplyFiles(
  act: Act,
  input: {
    readonly requestId: number
    readonly files: readonly SeenFile[]
    readonly documentId?: number
  },
  vault: Vault,
): Promise<{ suppliedIds: number[] }> {
  const request = await lockRequest(act.tx, input.requestId)
  if (!mayHandle(act.by, request)) throw refuseCase('notYours')
  await mustBeOpen(act.tx, request)
  await mustBeNoOriginal(act, request.id, input.files, vault)
  const known: { readonly size: number }[] = await store.suppliedOf(act.tx, request.id)
  const suppliedIds: number[] = []
  for (const file of input.files) {
    mustBeWithin(file, known, act.today)
    known.push({ size: file.bytes.byteLength })
    const documentId = input.documentId ?? null
    const id = await store.insertSupplied(act, { requestId: request.id, file, documentId })
    const sealed = sealBytes(file.bytes, suppliedSeal(id), vault.key)
    await store.saveSealed(act.tx, id, (await vault.files.putBytes(sealed)).sha256)
    await announce(act, request, id, 'added')
    suppliedIds.push(id)
  }
  return { suppliedIds }
}

const found = async (
  act: Act,
  id: number,
): Promise<{ request: Request; file: store.SuppliedFile }> => {
  const { requestId = 0 } = (await store.suppliedRow(act.tx, id)) ?? {}
  if (!requestId) throw refuse('supplyMissing')
  const request = await lockRequest(act.tx, requestId)
  const file = await store.suppliedRow(act.tx, id)
  // Who may not look does not learn that there is one.
  if (!file || !mayLookAt(act.by, request)) throw refuse('supplyMissing')
  return { request, file }
}

/**
 * Answers with one's name for what was found in a file, or could not be read in it. A mark of secrecy takes
 * another pair of eyes than those that chose the file, as it does before publication.
 */
export async function signForSupplied(
  act: Act,
  input: { readonly suppliedId: number; readonly reason: string },
): Promise<void> {
  const { request, file } = await found(act, input.suppliedId)
  await mustBeOpen(act.tx, request)
  if (act.by.id === null || !waitsForSignature(file)) throw refuse('supplySettled')
  if (file.scan.secret && file.addedBy === act.by.id) throw refuse('supplySecret')
  await store.saveSignature(act, file.id, input.reason)
  await announce(act, request, file.id, 'signed')
}

/** Takes a file off the reply; its bytes, which nothing names any more, are swept. */
export async function dropSupplied(
  act: Act,
  input: { readonly suppliedId: number },
): Promise<void> {
  const { request, file } = await found(act, input.suppliedId)
  if (!mayHandle(act.by, request)) throw refuseCase('notYours')
  await mustBeOpen(act.tx, request)
  await store.markDropped(act, file.id)
  await announce(act, request, file.id, 'dropped')
}

/** Opens a file that goes along with a reply, for those who handle or judge it; that they did is on record. */
export async function openSupplied(
  act: Act,
  input: { readonly suppliedId: number },
  vault: Vault,
): Promise<{ name: string; mediaType: string; bytes: Buffer }> {
  const { request, file } = await found(act, input.suppliedId)
  await announce(act, request, file.id, 'opened')
  const bytes = await openSealedFile(file.sealedSha256, suppliedSeal(file.id), vault)
  return { name: file.name, mediaType: file.mediaType, bytes }
}
