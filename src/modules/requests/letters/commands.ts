import { readFile } from 'node:fs/promises'
import { sql } from 'kysely'
import { holds } from '#accounts'
import { organizationById } from '#organizations'
import type { Act, Actor } from '#platform/act'
import type { BlobStore } from '#platform/blob-store'
import { yearOf } from '#platform/civil-date'
import { inHome } from '#platform/home'
import { type Issue, issue } from '#platform/refusal'
import { seal, sealBytes, unseal } from '#platform/sealing'
import { recordEvent } from '../commands/record-event.ts'
import { resultRule } from '../decision/result-codes.ts'
import { partiesOf, saveParty } from '../opinions/party.ts'
import { mayHandle } from '../policy.ts'
import { refuse as refuseCase } from '../refusals.ts'
import { factAbout, type Request } from '../request.ts'
import { lockRequest, requestRow, saveRequest } from '../store/requests.ts'
import { checkEnclosed } from '../supplying/gate.ts'
import { composed, type Fields } from './compose.ts'
import { letterDrafted, letterIssued, letterOpened, letterStepped } from './facts.ts'
import { askedOf } from './fields.ts'
import { codeOfReply, enclosuresField, fileNameOf, type LetterKind, letterRule } from './kinds.ts'
import { refuse } from './refusals.ts'
import { printLetter } from './sheet.ts'
import {
  decisionOf,
  insertLetter,
  type Letter,
  letterheadOf,
  letterRow,
  nextLetterNumber,
  ownTemplates,
  saveLetter,
} from './store.ts'
import { fillTemplate, namesField } from './template.ts'

/** Where files lie, and the key that seals them. */
export interface Vault {
  readonly files: BlobStore
  readonly key: Buffer
}

const belongsTo = (letterId: number): string => `letter/${letterId}`

const handled = async (act: Act, requestId: number): Promise<Request> => {
  const request = await lockRequest(act.tx, requestId)
  if (!mayHandle(act.by, request)) throw refuseCase('notYours')
  return request
}

export const writtenIn = (letter: Letter, key: Buffer): Fields =>
  letter.sealed === null
    ? {}
    : (JSON.parse(unseal(letter.sealed, belongsTo(letter.id), key)) as Fields)

/** Begins a letter of a case, or changes what was written into one that is still a draft. */
export async function draftLetter(
  act: Act,
  input: {
    readonly requestId: number
    readonly kind: LetterKind
    readonly partyId?: number | null
    readonly fields: Fields
    /** An earlier draft to change. */
    readonly letterId?: number | null
    readonly version?: number
  },
  key: Buffer,
): Promise<{ letterId: number }> {
  const request = await handled(act, input.requestId)
  const { party } = letterRule(input.kind)
  const partyId = input.partyId ?? null
  if (party) {
    const known = await partiesOf(act.tx, request.id)
    if (!known.some((one) => one.id === partyId && one.role === party))
      throw refuse('letterNeedsParty')
  }
  const letterId =
    input.letterId ??
    (await insertLetter(act, { requestId: request.id, kind: input.kind, partyId }))
  const letter = await letterRow(act.tx, letterId)
  if (letter.requestId !== request.id || letter.kind !== input.kind) throw refuse('letterMissing')
  if (letter.state !== 'draft') throw refuse('letterStep')
  if (input.letterId && input.version !== undefined && input.version !== letter.version)
    throw refuseCase('changedMeanwhile')
  const asked = new Set([...askedOf(input.kind), '经检索'])
  const written = Object.fromEntries(
    Object.entries(input.fields)
      .filter(([name]) => asked.has(name))
      .map(([name, text]) => [name, text.trim().replace(/[。；;.\s]+$/, '')]),
  )
  await saveLetter(act.tx, letterId, {
    sealed: seal(JSON.stringify(written), belongsTo(letterId), key),
    // Whoever wrote last is whose text it is.
    drafted_by: act.by.id,
    returned_reason: '',
  })
  await act.announce(letterDrafted, { ...factAbout(request), letterId, kind: input.kind })
  return { letterId }
}

/** What a reply has to say and does not, all at once. */
export const emptyFields = (kind: LetterKind, written: Fields): Issue[] => {
  const code = codeOfReply(kind)
  const wanted =
    code === 'unavailable/not_held' ? (written.经检索 ? ['检索情况'] : ['理由']) : askedOf(kind)
  return wanted
    .filter((name) => !written[name]?.trim())
    .map((name) => issue(name, 'letterFieldEmpty', { name }))
}

const checkComplete = (letter: Letter, key: Buffer): void => {
  const issues = emptyFields(letter.kind, writtenIn(letter, key))
  if (issues.length > 0) throw refuse('letterIncomplete', { issues })
}

/** A reply says what was decided, and goes out only when everybody to be heard was heard and told. */
const checkDecided = async (act: Act, letter: Letter): Promise<void> => {
  const code = codeOfReply(letter.kind)
  if (!code) return
  const decision = await decisionOf(act.tx, letter.requestId)
  if (!decision) throw refuse('letterNeedsDecision')
  if (decision.code !== code) throw refuse('letterOtherDecision')
  const parties = await partiesOf(act.tx, letter.requestId)
  if (parties.some(({ askedOn, opinion, disclose }) => askedOn && (!opinion || disclose === null)))
    throw refuse('partyUnheard')
  // Art. 32: content and reasons are told to a third party whose objection was overridden.
  if (parties.some(({ override, toldOn }) => override && !toldOn)) throw refuse('partyUntold')
  await checkEnclosed(act.tx, letter.requestId, resultRule(code, act.today))
}

const step = async (
  act: Act,
  request: Request,
  letter: Letter,
  named: string,
  change: Readonly<Record<string, unknown>>,
): Promise<void> => {
  await saveLetter(act.tx, letter.id, change)
  await act.announce(letterStepped, {
    ...factAbout(request),
    letterId: letter.id,
    kind: letter.kind,
    step: named,
  })
}

const found = async (
  act: Act,
  input: { readonly letterId: number; readonly version: number },
): Promise<{ request: Request; letter: Letter }> => {
  const { requestId } = await letterRow(act.tx, input.letterId)
  const request = await lockRequest(act.tx, requestId)
  const letter = await letterRow(act.tx, input.letterId)
  if (letter.version !== input.version) throw refuseCase('changedMeanwhile')
  return { request, letter }
}

type Step = { readonly letterId: number; readonly version: number }

/** Hands a draft to those who review and sign. */
export async function sendLetterUp(act: Act, input: Step, key: Buffer): Promise<void> {
  const { request, letter } = await found(act, input)
  if (!mayHandle(act.by, request)) throw refuseCase('notYours')
  if (letter.state !== 'draft' || letterRule(letter.kind).needs === 'nobody')
    throw refuse('letterStep')
  checkComplete(letter, key)
  await checkDecided(act, letter)
  await step(act, request, letter, 'sentUp', { state: 'review', sent_up_at: act.at })
}

const reviewers = ['disclosureOffice', 'sectionHead', 'leader'] as const
const signers = ['signer', 'leader'] as const
const heads = ['disclosureOffice', 'signer', 'leader'] as const

export const mayReviewLetter = (by: Actor, request: Request, letter: Letter): boolean =>
  holds(by, reviewers, request.organizationPath) && !isOwn(by, letter)

export const maySignLetter = (by: Actor, request: Request, letter: Letter): boolean =>
  holds(by, letterRule(letter.kind).needs === 'head' ? heads : signers, request.organizationPath) &&
  !isOwn(by, letter)

const isOwn = (by: Actor, letter: Letter): boolean => by.id !== null && by.id === letter.draftedBy

const checkJudge = (act: Act, may: boolean, letter: Letter): void => {
  if (isOwn(act.by, letter)) throw refuse('letterOwnText')
  if (!may) throw refuse('letterNotYours')
}

/** The legal review of a reply (合法性审核); nobody reviews their own text. */
export async function reviewLetter(act: Act, input: Step): Promise<void> {
  const { request, letter } = await found(act, input)
  checkJudge(act, mayReviewLetter(act.by, request, letter), letter)
  const waits = letter.state === 'review' && letter.reviewedAt === null
  if (!waits || letterRule(letter.kind).needs !== 'reviewAndSignature') throw refuse('letterStep')
  await step(act, request, letter, 'reviewed', { reviewed_at: act.at, reviewed_by: act.by.id })
}

/** The signature, or for an extension the consent of the head of the work office (art. 33). */
export async function signLetter(act: Act, input: Step): Promise<void> {
  const { request, letter } = await found(act, input)
  checkJudge(act, maySignLetter(act.by, request, letter), letter)
  const { needs } = letterRule(letter.kind)
  const ready = letter.state === 'review' && (needs === 'head' || letter.reviewedAt !== null)
  if (!ready) throw refuse('letterStep')
  await step(act, request, letter, 'signed', {
    state: 'approved',
    signed_at: act.at,
    signed_by: act.by.id,
  })
}

/** Back to the drafter, with what is wrong. */
export async function returnLetter(
  act: Act,
  input: Step & { readonly reason: string },
): Promise<void> {
  const { request, letter } = await found(act, input)
  const may = mayReviewLetter(act.by, request, letter) || maySignLetter(act.by, request, letter)
  checkJudge(act, may, letter)
  if (letter.state !== 'review') throw refuse('letterStep')
  await step(act, request, letter, 'returned', {
    state: 'draft',
    reviewed_at: null,
    reviewed_by: null,
    returned_reason: input.reason,
  })
}

/** Throws a letter away that has not gone out. */
export async function dropLetter(act: Act, input: Step): Promise<void> {
  const { request, letter } = await found(act, input)
  if (!mayHandle(act.by, request)) throw refuseCase('notYours')
  if (letter.state === 'issued' || letter.state === 'dropped') throw refuse('letterStep')
  await step(act, request, letter, 'dropped', { state: 'dropped', sealed: null })
}

/** The template that an office put in place, else the standard text. */
export const templateFor = async (
  act: Pick<Act, 'tx'>,
  organizationId: number,
  kind: LetterKind,
  files: BlobStore,
): Promise<{ readonly bytes: Uint8Array; readonly id: number | null }> => {
  const [own] = await ownTemplates(act.tx, organizationId, kind)
  if (!own) {
    const path = inHome('data', 'letters', `${fileNameOf(kind)}.docx`)
    return { bytes: await readFile(path), id: null }
  }
  const chunks: Buffer[] = []
  for await (const chunk of files.read(own.sha256)) chunks.push(chunk as Buffer)
  return { bytes: Buffer.concat(chunks), id: own.id }
}

const filled = async (
  act: Act,
  request: Request,
  letter: Letter,
  number: string,
  vault: Vault,
): Promise<{ fields: Fields; docx: Uint8Array; pdf: Buffer; templateId: number | null }> => {
  const fields = await composed(act.tx, request, letter, {
    written: writtenIn(letter, vault.key),
    on: act.today,
    number,
    handler: act.by.name,
    key: vault.key,
  })
  const template = await templateFor(act, request.organizationId, letter.kind, vault.files)
  // An office's own text of before files went along with replies: the letter must say what is with it.
  if (fields[enclosuresField] && !namesField(template.bytes, enclosuresField))
    throw refuse('supplyTemplate', { field: enclosuresField })
  const docx = fillTemplate(template.bytes, fields)
  const { title } = letterRule(letter.kind)
  return { fields, docx, pdf: await printLetter(docx, title, act.at), templateId: template.id }
}

/** A draft as it would look, with no number yet; those who judge it see it too. */
export async function previewLetter(
  act: Act,
  input: { readonly letterId: number },
  vault: Vault,
): Promise<Buffer> {
  const letter = await letterRow(act.tx, input.letterId)
  const request = await requestRow(act.tx, letter.requestId)
  if (!request || !mayOpenLetter(act.by, request, letter)) throw refuse('letterMissing')
  const { pdf } = await filled(act, request, letter, '（编号待定）', vault)
  await act.announce(letterOpened, { ...factAbout(request), letterId: letter.id })
  return pdf
}

export const mayOpenLetter = (by: Actor, request: Request, letter: Letter): boolean =>
  mayHandle(by, request) ||
  (letter.state !== 'draft' &&
    (mayReviewLetter(by, request, letter) || maySignLetter(by, request, letter)))

const numberFor = async (act: Act, request: Request, kind: LetterKind): Promise<string | null> => {
  const { series } = letterRule(kind)
  if (!series) return null
  const year = yearOf(act.today)
  const [head, organ] = await Promise.all([
    letterheadOf(act.tx, request.organizationId),
    organizationById(act.tx, request.organizationId),
  ])
  const running = await nextLetterNumber(act.tx, request.organizationId, series, year)
  return `${head?.mark || organ.shortName}${series}〔${year}〕${running}号`
}

/** What sending a letter means: to the clock, to the party it goes to, to the case. */
const takesEffect = async (act: Act, request: Request, letter: Letter): Promise<void> => {
  const { records } = letterRule(letter.kind)
  const { partyId } = letter
  if (records)
    await recordEvent(act, {
      id: request.id,
      type: records,
      on: act.today,
      letterId: letter.id,
      partyId,
    })
  if (partyId && (records === 'thirdPartyAsked' || records === 'coMakerAsked'))
    await saveParty(act.tx, partyId, { asked_on: act.today })
  if (partyId && letter.kind === 'thirdPartyNotice')
    await saveParty(act.tx, partyId, { told_on: act.today })
  const resultCode = codeOfReply(letter.kind)
  if (resultCode) await saveRequest(act.tx, request.id, { resultCode, stage: 'decided' }, act.at)
}

/**
 * Sends a letter out: its number, its files for good, and the event that it means, in one act. What the
 * clock forbids is refused with the article, and then there is no letter either.
 */
export async function issueLetter(
  act: Act,
  input: Step,
  vault: Vault,
): Promise<{ number: string | null }> {
  const { request, letter } = await found(act, input)
  if (!mayHandle(act.by, request)) throw refuseCase('notYours')
  const { needs } = letterRule(letter.kind)
  if (letter.state !== (needs === 'nobody' ? 'draft' : 'approved')) throw refuse('letterStep')
  checkComplete(letter, vault.key)
  await checkDecided(act, letter)
  const code = codeOfReply(letter.kind)
  if (code && !resultRule(code, act.today)) throw refuse('letterNeedsDecision')
  const number = await numberFor(act, request, letter.kind)
  const { fields, docx, pdf, templateId } = await filled(act, request, letter, number ?? '', vault)
  // The clock may refuse: nothing is written to the disk before it agreed.
  await saveLetter(act.tx, letter.id, { state: 'issued', number, issued_on: act.today })
  await takesEffect(act, request, letter)
  const keep = async (bytes: Uint8Array): Promise<string> => {
    const stored = await vault.files.putBytes(sealBytes(bytes, belongsTo(letter.id), vault.key))
    return stored.sha256
  }
  await sql`update requests.letter set issued_by = ${act.by.id}, template_id = ${templateId},
      sealed = ${seal(JSON.stringify(fields), belongsTo(letter.id), vault.key)},
      docx_sha256 = ${await keep(docx)}, pdf_sha256 = ${await keep(pdf)}
    where id = ${letter.id}`.execute(act.tx)
  await act.announce(letterIssued, {
    ...factAbout(request),
    letterId: letter.id,
    kind: letter.kind,
    number,
  })
  return { number }
}
