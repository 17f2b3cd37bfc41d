import { sql } from 'kysely'
import type { Act } from '#platform/act'
import type { CivilDate } from '#platform/civil-date'
import type { Db, Tx } from '#platform/database'
import type { LetterKind } from './kinds.ts'
import { refuse } from './refusals.ts'

export type LetterState = 'draft' | 'review' | 'approved' | 'issued' | 'dropped'

export interface Letter {
  readonly id: number
  readonly requestId: number
  readonly kind: LetterKind
  readonly state: LetterState
  readonly number: string | null
  readonly partyId: number | null
  readonly sealed: string | null
  readonly draftedAt: Date
  readonly draftedBy: number | null
  readonly reviewedBy: number | null
  readonly reviewedAt: Date | null
  readonly signedBy: number | null
  readonly signedAt: Date | null
  readonly returnedReason: string
  readonly issuedOn: CivilDate | null
  readonly docxSha256: string | null
  readonly pdfSha256: string | null
  readonly version: number
}

const columns = sql`id, request_id as "requestId", kind, state, number, party_id as "partyId", sealed,
  drafted_at as "draftedAt", drafted_by as "draftedBy", reviewed_by as "reviewedBy",
  reviewed_at as "reviewedAt", signed_by as "signedBy", signed_at as "signedAt",
  returned_reason as "returnedReason", issued_on as "issuedOn", docx_sha256 as "docxSha256",
  pdf_sha256 as "pdfSha256", version`

export const lettersOf = async (db: Db, requestId: number): Promise<Letter[]> => {
  const { rows } = await sql<Letter>`select ${columns} from requests.letter
    where request_id = ${requestId} and state <> 'dropped' order by id`.execute(db)
  return rows
}

export const letterRow = async (db: Db, id: number): Promise<Letter> => {
  const { rows } =
    await sql<Letter>`select ${columns} from requests.letter where id = ${id}`.execute(db)
  const [letter] = rows
  if (!letter) throw refuse('letterMissing')
  return letter
}

export const insertLetter = async (
  act: Act,
  letter: {
    readonly requestId: number
    readonly kind: LetterKind
    readonly partyId: number | null
  },
): Promise<number> => {
  const { rows } = await sql<{ id: number }>`
    insert into requests.letter (request_id, kind, state, party_id, drafted_at, drafted_by)
    values (${letter.requestId}, ${letter.kind}, 'draft', ${letter.partyId}, ${act.at}, ${act.by.id})
    returning id`.execute(act.tx)
  return rows[0]?.id ?? 0
}

/** Writes columns of a letter as its next version. */
export const saveLetter = (
  tx: Tx,
  id: number,
  change: Readonly<Record<string, unknown>>,
): Promise<unknown> =>
  sql`update requests.letter set ${sql.join([
    ...Object.entries(change).map(([name, value]) => sql`${sql.ref(name)} = ${value}`),
    sql`version = version + 1`,
  ])} where id = ${id}`.execute(tx)

export const nextLetterNumber = async (
  tx: Tx,
  organizationId: number,
  series: string,
  year: number,
): Promise<number> => {
  const { rows } = await sql<{ last: number }>`
    insert into requests.letter_counter (organization_id, series, year, last)
    values (${organizationId}, ${series}, ${year}, 1)
    on conflict (organization_id, series, year) do update set last = requests.letter_counter.last + 1
    returning last`.execute(tx)
  return rows[0]?.last ?? 0
}

export interface Letterhead {
  readonly mark: string
  readonly authority: string
  readonly court: string
  readonly onlineChannel: string
}

export const letterheadOf = async (db: Db, organizationId: number): Promise<Letterhead | null> => {
  const { rows } = await sql<Letterhead>`
    select mark, authority, court, online_channel as "onlineChannel" from requests.letterhead
    where organization_id = ${organizationId}`.execute(db)
  return rows[0] ?? null
}

export const saveLetterheadRow = (
  act: Act,
  organizationId: number,
  head: Letterhead,
): Promise<unknown> =>
  sql`insert into requests.letterhead (organization_id, mark, authority, court, online_channel,
      updated_at, updated_by)
    values (${organizationId}, ${head.mark}, ${head.authority}, ${head.court}, ${head.onlineChannel},
      ${act.at}, ${act.by.id})
    on conflict (organization_id) do update set mark = excluded.mark, authority = excluded.authority,
      court = excluded.court, online_channel = excluded.online_channel,
      updated_at = excluded.updated_at, updated_by = excluded.updated_by`.execute(act.tx)

export interface OwnTemplate {
  readonly id: number
  readonly kind: string
  readonly edition: number
  readonly name: string
  readonly sha256: string
  readonly uploadedAt: Date
}

const templateColumns = sql`id, kind, edition, name, sha256, uploaded_at as "uploadedAt"`

/** The newest template of each kind that an office put in place of the standard text. */
export const ownTemplates = async (
  db: Db,
  organizationId: number,
  kind?: string,
): Promise<OwnTemplate[]> => {
  const { rows } = await sql<OwnTemplate>`
    select ${templateColumns} from (
      select *, row_number() over (partition by kind order by edition desc) as place
      from requests.letter_template where organization_id = ${organizationId}
        ${kind ? sql`and kind = ${kind}` : sql``}) as one
    where place = 1 and withdrawn_at is null`.execute(db)
  return rows
}

export const insertTemplate = async (
  act: Act,
  row: {
    readonly organizationId: number
    readonly kind: string
    readonly name: string
    readonly sha256: string
    readonly size: number
  },
): Promise<number> => {
  const { rows } = await sql<{ edition: number }>`
    insert into requests.letter_template (organization_id, kind, edition, name, sha256, size,
      uploaded_at, uploaded_by)
    select ${row.organizationId}, ${row.kind}, coalesce(max(edition), 0) + 1, ${row.name},
      ${row.sha256}, ${row.size}, ${act.at}, ${act.by.id}
    from requests.letter_template
    where organization_id = ${row.organizationId} and kind = ${row.kind}
    returning edition`.execute(act.tx)
  return rows[0]?.edition ?? 0
}

export const withdrawTemplates = (
  act: Act,
  organizationId: number,
  kind: string,
): Promise<unknown> =>
  sql`update requests.letter_template set withdrawn_at = ${act.at}
    where organization_id = ${organizationId} and kind = ${kind} and withdrawn_at is null`.execute(
    act.tx,
  )

export interface DecisionRow {
  readonly code: string
  readonly grounds: string[]
  readonly answers: Readonly<Record<string, string>>
  readonly sealedReasons: string | null
}

export const decisionOf = async (db: Db, requestId: number): Promise<DecisionRow | null> => {
  const { rows } = await sql<DecisionRow>`select code, grounds, answers,
      sealed_reasons as "sealedReasons" from requests.decision where request_id = ${requestId}`.execute(
    db,
  )
  return rows[0] ?? null
}
