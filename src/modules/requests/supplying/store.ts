import { sql } from 'kysely'
import type { SeenFile } from '#documents'
import type { Act } from '#platform/act'
import type { Db, Tx } from '#platform/database'

/** A file that goes along with a reply, whole. */
export interface SuppliedFile {
  readonly id: number
  readonly requestId: number
  readonly name: string
  readonly mediaType: string
  readonly size: number
  /** Of the sealed bytes. */
  readonly sealedSha256: string
  /** Of the library, where it was picked there. */
  readonly documentId: number | null
  readonly scan: Pick<
    SeenFile['scan'],
    'scanned' | 'standing' | 'secret' | 'found' | 'findings' | 'unread'
  >
  readonly signature: { readonly name: string; readonly reason: string } | null
  readonly addedBy: number | null
}

const columns = sql`f.id, f.request_id as "requestId", f.name, f.media_type as "mediaType",
  f.size::float8 as size, f.sealed_sha256 as "sealedSha256", f.document_id as "documentId",
  json_build_object('scanned', f.scanned, 'standing', f.standing, 'secret', f.secret,
    'found', f.found, 'findings', f.findings, 'unread', f.unread) as scan,
  case when f.signed_at is not null then json_build_object('name', coalesce(s.name, ''),
    'reason', f.signed_reason) end as signature,
  f.added_by as "addedBy"`
const tables = sql`requests.supplied_file f left join accounts.staff s on s.id = f.signed_by`

/** The files that go along with the reply of a case, in the order in which they were added. */
export const suppliedOf = async (db: Db, requestId: number): Promise<SuppliedFile[]> => {
  const { rows } = await sql<SuppliedFile>`select ${columns} from ${tables}
    where f.request_id = ${requestId} and f.dropped_at is null order by f.id`.execute(db)
  return rows
}

export const suppliedRow = async (db: Db, id: number): Promise<SuppliedFile | null> => {
  const { rows } = await sql<SuppliedFile>`select ${columns} from ${tables}
    where f.id = ${id} and f.dropped_at is null`.execute(db)
  return rows[0] ?? null
}

/** Notes a file before its bytes are sealed: its number is part of the seal. */
export const insertSupplied = async (
  act: Act,
  given: {
    readonly requestId: number
    readonly file: SeenFile
    readonly documentId: number | null
  },
): Promise<number> => {
  const { name, mediaType, bytes, scan } = given.file
  const { rows } = await sql<{ id: number }>`
    insert into requests.supplied_file (request_id, name, media_type, size, sealed_sha256,
      document_id, scanned, standing, secret, found, findings, unread, added_at, added_by)
    values (${given.requestId}, ${name}, ${mediaType}, ${bytes.byteLength}, '', ${given.documentId},
      ${scan.scanned}, ${scan.standing}, ${scan.secret}, ${scan.found},
      ${JSON.stringify(scan.findings)}::jsonb, ${JSON.stringify(scan.unread)}::jsonb, ${act.at},
      ${act.by.id}) returning id`.execute(act.tx)
  return rows[0]?.id ?? 0
}

export const saveSealed = (tx: Tx, id: number, sha256: string): Promise<unknown> =>
  sql`update requests.supplied_file set sealed_sha256 = ${sha256} where id = ${id}`.execute(tx)

export const saveSignature = (act: Act, id: number, reason: string): Promise<unknown> =>
  sql`update requests.supplied_file set signed_at = ${act.at}, signed_by = ${act.by.id},
    signed_reason = ${reason} where id = ${id}`.execute(act.tx)

export const markDropped = (act: Act, id: number): Promise<unknown> =>
  sql`update requests.supplied_file set dropped_at = ${act.at}, sealed_sha256 = ''
    where id = ${id}`.execute(act.tx)

/** Takes names, bytes and findings of files out of cases whose time is over; that there were some stays. */
export const removeSupplied = (act: Act, requestIds: readonly number[]): Promise<unknown> =>
  sql`update requests.supplied_file set name = '', sealed_sha256 = '', findings = '[]',
      unread = '[]', signed_reason = case when signed_at is not null then '' end,
      dropped_at = coalesce(dropped_at, ${act.at})
    where request_id = any(${[...requestIds]}::bigint[])`.execute(act.tx)
