import { sql } from 'kysely'
import type { Act } from '#platform/act'
import type { Db } from '#platform/database'
import { fingerprint, seal, unseal } from '#platform/sealing'
import type { AskingForm } from './form.ts'
import { refuse } from './refusals.ts'
import { askingRulesOn } from './rules.ts'

/** What a draft keeps besides the fields. */
export interface DraftContent {
  readonly form: AskingForm
  readonly kiosk: boolean
  /** The field that people do not see was filled in. */
  readonly trapped: boolean
  /** When it was begun: a machine is done at once. */
  readonly begunAt: number
}

export interface Receipt {
  readonly requestId: number
  readonly number: string
  readonly checkCode: string
  readonly organization: string
  readonly wanted: string
  readonly submittedAt: string
  readonly kiosk: boolean
}

export interface DraftFile {
  readonly id: number
  readonly mediaType: string
  readonly size: number
  readonly sha256: string
}

interface Row {
  readonly id: number
  readonly sealed: string
  readonly requestId: number | null
  readonly expiresAt: Date
}

export interface Draft extends DraftContent {
  readonly id: number
  readonly files: readonly DraftFile[]
  readonly expiresAt: Date
}

export type Opened =
  | { readonly kind: 'draft'; readonly draft: Draft }
  | { readonly kind: 'sent'; readonly receipt: Receipt; readonly expiresAt: Date }

const markOf = (secret: string, key: Buffer): string => fingerprint(`draft:${secret}`, key)
const draftSeal = (id: number): string => `draft/${id}`
const minuteMs = 60_000

const rowOf = async (db: Db, secret: string, at: Date, key: Buffer, lock = false) => {
  const { rows } = await sql<Row>`select id, sealed, request_id as "requestId",
      expires_at as "expiresAt"
    from requests.draft where mark = ${markOf(secret, key)} and expires_at > ${at}
    ${lock ? sql`for update` : sql``}`.execute(db)
  return rows[0] ?? null
}

const filesOf = async (db: Db, draftId: number): Promise<DraftFile[]> => {
  const { rows } =
    await sql<DraftFile>`select id, media_type as "mediaType", size::float8 as size, sha256
    from requests.draft_file where draft_id = ${draftId} order by id`.execute(db)
  return rows
}

/** Opens what a browser or link holds the secret of: a form begun, or the receipt of one that was sent. */
export const openDraft = async (
  db: Db,
  secret: string,
  at: Date,
  key: Buffer,
  lock = false,
): Promise<Opened | null> => {
  const row = secret === '' ? null : await rowOf(db, secret, at, key, lock)
  if (!row) return null
  const plain: unknown = JSON.parse(unseal(row.sealed, draftSeal(row.id), key))
  if (row.requestId !== null)
    return { kind: 'sent', receipt: plain as Receipt, expiresAt: row.expiresAt }
  const files = await filesOf(db, row.id)
  const draft = { ...(plain as DraftContent), id: row.id, files, expiresAt: row.expiresAt }
  return { kind: 'draft', draft }
}

const expiryOf = (act: Act, kiosk: boolean): Date => {
  const rules = askingRulesOn(act.today)
  const minutes = kiosk ? rules.kioskMinutes : rules.draftDays * 24 * 60
  return new Date(act.at.getTime() + minutes * minuteMs)
}

const saveSealed = (act: Act, id: number, content: object, expiresAt: Date, key: Buffer) =>
  sql`update requests.draft set sealed = ${seal(JSON.stringify(content), draftSeal(id), key)},
    updated_at = ${act.at}, expires_at = ${expiresAt} where id = ${id}`.execute(act.tx)

/** Keeps what was typed so far under a secret; what was sent already is not changed any more. */
export async function keepDraft(
  act: Act,
  secret: string,
  content: DraftContent,
  key: Buffer,
): Promise<Draft> {
  const found = await openDraft(act.tx, secret, act.at, key, true)
  if (found?.kind === 'sent') throw refuse('draftSent')
  const expiresAt = expiryOf(act, content.kiosk)
  if (found) {
    await saveSealed(act, found.draft.id, content, expiresAt, key)
    return { ...found.draft, ...content, expiresAt }
  }
  // The row's number is part of the seal, so it comes first. An expired draft gives its place up.
  const mark = markOf(secret, key)
  await sql`delete from requests.draft where mark = ${mark}`.execute(act.tx)
  const { rows } = await sql<{ id: number }>`
    insert into requests.draft (mark, sealed, created_at, updated_at, expires_at)
    values (${mark}, '', ${act.at}, ${act.at}, ${expiresAt}) returning id`.execute(act.tx)
  const id = rows[0]?.id ?? 0
  await saveSealed(act, id, content, expiresAt, key)
  return { ...content, id, files: [], expiresAt }
}

/** Gives a draft another secret: whoever opens a link has it alone from then on. */
export async function moveDraft(
  act: Act,
  secret: string,
  next: string,
  key: Buffer,
): Promise<boolean> {
  const { numAffectedRows = 0n } = await sql`update requests.draft set mark = ${markOf(next, key)}
    where mark = ${markOf(secret, key)} and expires_at > ${act.at} and request_id is null`.execute(
    act.tx,
  )
  return numAffectedRows > 0n
}

/** Forgets a draft or a receipt at once. Its files lie loose and go with the nightly sweep. */
export const dropDraft = (act: Act, secret: string, key: Buffer): Promise<unknown> =>
  sql`delete from requests.draft where mark = ${markOf(secret, key)}`.execute(act.tx)

/** The draft becomes the receipt of what was sent: readable for a short time by the same secret. */
export async function becomeReceipt(
  act: Act,
  draftId: number,
  receipt: Receipt,
  key: Buffer,
): Promise<void> {
  const { receiptHours, kioskIdleSeconds } = askingRulesOn(act.today)
  const seconds = receipt.kiosk ? kioskIdleSeconds : receiptHours * 3_600
  await saveSealed(act, draftId, receipt, new Date(act.at.getTime() + seconds * 1_000), key)
  await sql`update requests.draft set request_id = ${receipt.requestId} where id = ${draftId}`.execute(
    act.tx,
  )
  await sql`delete from requests.draft_file where draft_id = ${draftId}`.execute(act.tx)
}

export const insertDraftFile = async (
  act: Act,
  draftId: number,
  file: { readonly mediaType: string; readonly size: number; readonly sha256: string },
): Promise<void> => {
  await sql`insert into requests.draft_file (draft_id, media_type, size, sha256, added_at)
    values (${draftId}, ${file.mediaType}, ${file.size}, ${file.sha256}, ${act.at})`.execute(act.tx)
}

/** Takes a file off a draft again. */
export async function removeDraftFile(
  act: Act,
  secret: string,
  fileId: number,
  key: Buffer,
): Promise<void> {
  const found = await openDraft(act.tx, secret, act.at, key, true)
  if (found?.kind !== 'draft') throw refuse('draftGone')
  await sql`delete from requests.draft_file where id = ${fileId} and draft_id = ${found.draft.id}`.execute(
    act.tx,
  )
}

/** The nightly job: what expired goes for good. */
export async function sweepDrafts(act: Act): Promise<void> {
  await sql`delete from requests.draft where expires_at <= ${act.at}`.execute(act.tx)
}
