import { sql } from 'kysely'
import { thePublic, visibleTo } from '#documents'
import type { Act } from '#platform/act'
import type { CivilDate } from '#platform/civil-date'
import type { Db } from '#platform/database'
import { scanText } from '#wording/contract'
import { mayHandle } from '../policy.ts'
import { factAbout } from '../request.ts'
import { lockRequest } from '../store/requests.ts'
import { logChanged } from './facts.ts'
import { refuse } from './refusals.ts'

/** A line of the log: the office's words, nothing of the requester's. */
export interface LogLine {
  readonly id: number
  readonly title: string
  readonly organization: { readonly code: string; readonly name: string }
  readonly receivedOn: CivilDate
  readonly answeredOn: CivilDate
  readonly resultCode: string | null
  readonly document: { readonly id: number; readonly title: string } | null
}

const answeredStandings: readonly string[] = ['answered', 'answeredLate']

/** Only a document that anybody may read can be named. */
const isPublic = async (db: Db, id: number): Promise<boolean> => {
  const { rows } = await sql`select 1 from documents.document d
      join documents.edition e on e.id = d.live_edition_id
    where d.id = ${id} and ${visibleTo(thePublic)}`.execute(db)
  return rows.length > 0
}

/**
 * Puts an answered request into the log open to all, or changes its line. The title is the office's
 * own; one in which the scanner finds personal data is refused, with what it found masked.
 */
export async function logRequest(
  act: Act,
  input: {
    readonly id: number
    readonly version: number
    readonly title: string
    readonly documentId: number | null
  },
): Promise<void> {
  const request = await lockRequest(act.tx, input.id, input.version)
  if (!mayHandle(act.by, request)) throw refuse('notYours')
  if (!answeredStandings.includes(request.standing)) throw refuse('notAnswered')
  const found = scanText(input.title).filter(({ confidence }) => confidence !== 'low')
  if (found.length > 0)
    throw refuse('titlePersonal', { found: found.map(({ masked }) => masked).join('、') })
  if (input.documentId !== null && !(await isPublic(act.tx, input.documentId)))
    throw refuse('documentNotPublic')
  await sql`insert into requests.log_entry (request_id, title, document_id, at, staff_id)
    values (${input.id}, ${input.title}, ${input.documentId}, ${act.at}, ${act.by.id})
    on conflict (request_id) do update set title = excluded.title,
      document_id = excluded.document_id, at = excluded.at, staff_id = excluded.staff_id`.execute(
    act.tx,
  )
  await setLogged(act, input.id, true)
  await act.announce(logChanged, { ...factAbout(request), shown: true })
}

/** Takes a request out of the log again. */
export async function unlogRequest(
  act: Act,
  input: { readonly id: number; readonly version: number },
): Promise<void> {
  const request = await lockRequest(act.tx, input.id, input.version)
  if (!mayHandle(act.by, request)) throw refuse('notYours')
  await sql`delete from requests.log_entry where request_id = ${input.id}`.execute(act.tx)
  await setLogged(act, input.id, false)
  await act.announce(logChanged, { ...factAbout(request), shown: false })
}

const setLogged = (act: Act, id: number, logged: boolean) =>
  sql`update requests.request set logged_publicly = ${logged}, updated_at = ${act.at},
    version = version + 1 where id = ${id}`.execute(act.tx)

// A document that is withdrawn leaves the line with it.
const namedDocument = sql`left join lateral (select d.id, e.title from documents.document d
    join documents.edition e on e.id = d.live_edition_id
    where d.id = l.document_id and ${visibleTo(thePublic)}) seen on true`

/** The log, latest answers first; `after` is the place of the last line seen. */
export const publicLog = async (
  db: Db,
  asked: { readonly after: string | null; readonly limit: number },
): Promise<{ readonly lines: readonly LogLine[]; readonly next: string | null }> => {
  const [, on, id] = /^(\d{4}-\d\d-\d\d)~([1-9]\d{0,14})$/.exec(asked.after ?? '') ?? []
  const { rows } = await sql<{
    id: number
    title: string
    code: string
    name: string
    receivedOn: CivilDate | null
    submittedOn: CivilDate
    answeredOn: CivilDate
    resultCode: string | null
    documentId: number | null
    documentTitle: string | null
  }>`select r.id, l.title, o.code, o.name, r.received_on as "receivedOn",
      r.submitted_on as "submittedOn", r.answered_on as "answeredOn",
      r.result_code as "resultCode", seen.id as "documentId", seen.title as "documentTitle"
    from requests.log_entry l
    join requests.request r on r.id = l.request_id
    join organizations.organization o on o.id = r.organization_id
    ${namedDocument}
    where r.answered_on is not null
      ${on && id ? sql`and (r.answered_on, r.id) < (${on}::date, ${Number(id)})` : sql``}
    order by r.answered_on desc, r.id desc limit ${asked.limit + 1}`.execute(db)
  const page = rows.slice(0, asked.limit)
  const last = rows.length > asked.limit ? page.at(-1) : undefined
  return {
    lines: page.map((row) => ({
      id: row.id,
      title: row.title,
      organization: { code: row.code, name: row.name },
      receivedOn: row.receivedOn ?? row.submittedOn,
      answeredOn: row.answeredOn,
      resultCode: row.resultCode,
      document:
        row.documentId === null ? null : { id: row.documentId, title: row.documentTitle ?? '' },
    })),
    next: last ? `${last.answeredOn}~${last.id}` : null,
  }
}

/** The line of one request in the log, as anybody reads it. */
export const logEntryOf = async (
  db: Db,
  id: number,
): Promise<{
  readonly title: string
  readonly document: { readonly id: number; readonly title: string } | null
} | null> => {
  const { rows } = await sql<{
    title: string
    documentId: number | null
    documentTitle: string | null
  }>`select l.title, seen.id as "documentId", seen.title as "documentTitle"
    from requests.log_entry l ${namedDocument} where l.request_id = ${id}`.execute(db)
  const [row] = rows
  if (!row) return null
  const { title, documentId, documentTitle } = row
  return {
    title,
    document: documentId === null ? null : { id: documentId, title: documentTitle ?? '' },
  }
}
