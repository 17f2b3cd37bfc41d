import { holds } from '#accounts'
import { organizationById } from '#organizations'
import type { Act, Actor } from '#platform/act'
import type { Db } from '#platform/database'
import { unsealBytes } from '#platform/sealing'
import { refuse as refuseCase } from '../refusals.ts'
import { factAbout } from '../request.ts'
import { requestRow } from '../store/requests.ts'
import { mayOpenLetter, previewLetter, templateFor, type Vault } from './commands.ts'
import { letterheadSaved, letterOpened, templateReplaced } from './facts.ts'
import type { LetterKind } from './kinds.ts'
import { refuse } from './refusals.ts'
import {
  insertTemplate,
  type Letterhead,
  letterheadOf,
  letterRow,
  type OwnTemplate,
  ownTemplates,
  saveLetterheadRow,
  withdrawTemplates,
} from './store.ts'
import { templateIssues } from './template.ts'

const keeps = async (db: Db, by: Actor, organizationId: number): Promise<void> => {
  const { path } = await organizationById(db, organizationId)
  if (!holds(by, ['disclosureOffice', 'administrator'], path)) throw refuseCase('notYours')
}

/** Puts an office's own text in place of a standard one; everything wrong with it is told at once. */
export async function replaceTemplate(
  act: Act,
  input: {
    readonly organizationId: number
    readonly kind: LetterKind
    readonly name: string
    readonly bytes: Uint8Array
  },
  vault: Vault,
): Promise<{ edition: number }> {
  await keeps(act.tx, act.by, input.organizationId)
  const issues = templateIssues(input.kind, input.bytes)
  if (issues.length > 0) throw refuse('letterBadTemplate', { issues })
  const { sha256, size } = await vault.files.putBytes(input.bytes)
  const edition = await insertTemplate(act, { ...input, sha256, size })
  await announceTemplate(act, input, edition)
  return { edition }
}

const announceTemplate = (
  act: Act,
  { organizationId, kind }: { readonly organizationId: number; readonly kind: LetterKind },
  edition: number | null,
): Promise<void> =>
  act.announce(templateReplaced, {
    subject: `organization/${organizationId}`,
    organizationId,
    kind,
    edition,
  })

/** Back to the standard text; the office's own versions stay on record. */
export async function withdrawTemplate(
  act: Act,
  input: { readonly organizationId: number; readonly kind: LetterKind },
): Promise<void> {
  await keeps(act.tx, act.by, input.organizationId)
  await withdrawTemplates(act, input.organizationId, input.kind)
  await announceTemplate(act, input, null)
}

export async function saveLetterhead(
  act: Act,
  input: { readonly organizationId: number } & Letterhead,
): Promise<void> {
  await keeps(act.tx, act.by, input.organizationId)
  await saveLetterheadRow(act, input.organizationId, input)
  await act.announce(letterheadSaved, {
    subject: `organization/${input.organizationId}`,
    organizationId: input.organizationId,
  })
}

export interface OfficeLetters {
  readonly letterhead: Letterhead
  readonly own: readonly OwnTemplate[]
}

export const officeLetters = async (
  db: Db,
  by: Actor,
  organizationId: number,
): Promise<OfficeLetters> => {
  await keeps(db, by, organizationId)
  const organ = await organizationById(db, organizationId)
  const [head, own] = await Promise.all([
    letterheadOf(db, organizationId),
    ownTemplates(db, organizationId),
  ])
  const none = { mark: organ.shortName, authority: '', court: '', onlineChannel: '' }
  return { letterhead: head ?? none, own }
}

/** The template in force, to be changed in a word processor. */
export async function downloadTemplate(
  act: Act,
  input: { readonly organizationId: number; readonly kind: LetterKind },
  vault: Vault,
): Promise<Uint8Array> {
  await keeps(act.tx, act.by, input.organizationId)
  return (await templateFor(act, input.organizationId, input.kind, vault.files)).bytes
}

/** Reads a sealed file of the store. */
export const openSealedFile = async (
  sha256: string,
  belongsTo: string,
  vault: Vault,
): Promise<Buffer> => {
  const chunks: Buffer[] = []
  for await (const chunk of vault.files.read(sha256)) chunks.push(chunk as Buffer)
  return unsealBytes(Buffer.concat(chunks), belongsTo, vault.key)
}

export interface LetterFile {
  readonly bytes: Buffer
  readonly number: string | null
  readonly kind: LetterKind
}

/** An issued letter as it was sent, for those who handle the case; that it was opened is on record. */
export async function openLetter(
  act: Act,
  input: { readonly letterId: number; readonly form: 'docx' | 'pdf' },
  vault: Vault,
): Promise<LetterFile> {
  const letter = await letterRow(act.tx, input.letterId)
  const request = await requestRow(act.tx, letter.requestId)
  if (!request || !mayOpenLetter(act.by, request, letter)) throw refuse('letterMissing')
  const sha256 = input.form === 'pdf' ? letter.pdfSha256 : letter.docxSha256
  if (!sha256) throw refuse('letterMissing')
  await act.announce(letterOpened, { ...factAbout(request), letterId: letter.id })
  const bytes = await openSealedFile(sha256, `letter/${letter.id}`, vault)
  return { bytes, number: letter.number, kind: letter.kind }
}

/** A letter as it went out; one that has not gone out as it would look, as PDF only. */
export async function letterBytes(
  act: Act,
  input: { readonly letterId: number; readonly form: 'docx' | 'pdf' },
  vault: Vault,
): Promise<{ readonly name: string; readonly bytes: Buffer }> {
  const letter = await letterRow(act.tx, input.letterId)
  if (letter.state === 'issued') {
    const { bytes, number } = await openLetter(act, input, vault)
    return { name: number ?? `${letter.kind}-${letter.id}`, bytes }
  }
  if (input.form === 'docx') throw refuse('letterMissing')
  return { name: `draft-${letter.id}`, bytes: await previewLetter(act, input, vault) }
}
