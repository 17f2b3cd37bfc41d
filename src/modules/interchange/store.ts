import { sql } from 'kysely'
import type { Db, Tx } from '#platform/database'

export interface SenderRow {
  readonly id: string
  readonly name: string
  readonly publicKey: string
  readonly organizationId: number
  readonly organizationName: string
  readonly path: string
  readonly registeredAt: Date
  readonly revokedAt: Date | null
}

const senders = sql`select s.id, s.name, s.public_key as "publicKey", o.id as "organizationId",
    o.name as "organizationName", o.path, s.registered_at as "registeredAt",
    s.revoked_at as "revokedAt"
  from interchange.sender s join organizations.organization o on o.id = s.organization_id`

export const senderById = async (db: Db, id: string): Promise<SenderRow | null> => {
  const { rows } = await sql<SenderRow>`${senders} where s.id = ${id}`.execute(db)
  return rows[0] ?? null
}

export const senderRows = async (db: Db): Promise<SenderRow[]> => {
  const { rows } = await sql<SenderRow>`${senders} order by s.revoked_at is not null, s.id`.execute(
    db,
  )
  return rows
}

/** False where the name or the key is registered already. */
export const addSender = async (
  tx: Tx,
  sender: {
    readonly id: string
    readonly name: string
    readonly publicKey: string
    readonly organizationId: number
    readonly at: Date
    readonly by: number | null
  },
): Promise<boolean> => {
  const { numInsertedOrUpdatedRows } = await tx
    .insertInto('interchange.sender')
    .values({
      id: sender.id,
      name: sender.name,
      public_key: sender.publicKey,
      organization_id: sender.organizationId,
      registered_at: sender.at,
      registered_by: sender.by,
    })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst()
  return numInsertedOrUpdatedRows === 1n
}

export const revoke = (tx: Tx, id: string, at: Date): Promise<unknown> =>
  sql`update interchange.sender set revoked_at = coalesce(revoked_at, ${at}) where id = ${id}`.execute(
    tx,
  )

/** Two deliveries of one package wait for each other. */
export const lockPackage = (tx: Tx, packageId: string): Promise<unknown> =>
  sql`select pg_advisory_xact_lock(hashtextextended(${`package ${packageId}`}, 0))`.execute(tx)

export interface PackageRow {
  readonly id: number
  readonly packageId: string
  readonly sha256: string
  readonly fileName: string
  readonly way: 'api' | 'folder' | 'command'
  readonly sender: string | null
  readonly organization: string | null
  readonly receivedAt: Date
  readonly accepted: boolean
  readonly refusal: string | null
  readonly params: Readonly<Record<string, unknown>>
  readonly documents: readonly { reference: string; documentId: number; title: string }[]
}

const packages = sql`select p.id, p.package_id as "packageId", p.sha256, p.file_name as "fileName",
    p.way, s.name as sender, o.name as organization, p.received_at as "receivedAt", p.accepted,
    p.refusal, p.params,
    coalesce((select json_agg(json_build_object('reference', x.reference, 'documentId',
      x.document_id, 'title', x.title) order by x.document_id)
      from interchange.package_document x where x.package_id = p.id), '[]') as documents
  from interchange.package p
  left join interchange.sender s on s.id = p.sender_id
  left join organizations.organization o on o.id = p.organization_id`

export const packageByName = async (db: Db, packageId: string): Promise<PackageRow | null> => {
  const { rows } = await sql<PackageRow>`${packages} where p.package_id = ${packageId}`.execute(db)
  return rows[0] ?? null
}

/** What a person sees of the intake: packages for units in reach, and what they brought themselves. */
const inReach = (paths: readonly string[], staffId: number | null) => sql`
  (o.path like any(${paths.map((path) => `${path}%`)}::text[]) or p.received_by = ${staffId}
    or (p.organization_id is null and '/' = any(${[...paths]}::text[])))`

export const packageById = async (
  db: Db,
  id: number,
  paths: readonly string[],
  staffId: number | null,
): Promise<PackageRow | null> => {
  const { rows } = await sql<PackageRow>`${packages}
    where p.id = ${id} and ${inReach(paths, staffId)}`.execute(db)
  return rows[0] ?? null
}

export const packageRows = async (
  db: Db,
  paths: readonly string[],
  staffId: number | null,
  asked: { readonly after?: number | undefined; readonly limit: number },
): Promise<PackageRow[]> => {
  const { rows } = await sql<PackageRow>`${packages}
    where ${inReach(paths, staffId)} ${asked.after ? sql`and p.id < ${asked.after}` : sql``}
    order by p.id desc limit ${asked.limit + 1}`.execute(db)
  return rows
}

/** Keeps the answer to a package; a refused one that comes again mended gets a new answer. */
export const keepPackage = async (
  tx: Tx,
  kept: {
    readonly packageId: string
    readonly sha256: string
    readonly fileName: string
    readonly way: string
    readonly senderId: string | null
    readonly organizationId: number | null
    readonly at: Date
    readonly by: number | null
    readonly accepted: boolean
    readonly refusal: string | null
    readonly params: object
  },
): Promise<number> => {
  const { rows } = await sql<{ id: number }>`
    insert into interchange.package (package_id, sha256, file_name, way, sender_id, organization_id,
      received_at, received_by, accepted, refusal, params)
    values (${kept.packageId}, ${kept.sha256}, ${kept.fileName}, ${kept.way}, ${kept.senderId},
      ${kept.organizationId}, ${kept.at}, ${kept.by}, ${kept.accepted}, ${kept.refusal},
      ${JSON.stringify(kept.params)}::jsonb)
    on conflict (package_id) do update set sha256 = excluded.sha256, file_name = excluded.file_name,
      way = excluded.way, sender_id = excluded.sender_id, organization_id = excluded.organization_id,
      received_at = excluded.received_at, received_by = excluded.received_by,
      accepted = excluded.accepted, refusal = excluded.refusal, params = excluded.params
    where not interchange.package.accepted
    returning id`.execute(tx)
  return rows[0]?.id ?? 0
}

export const keepDocument = (
  tx: Tx,
  packageId: number,
  document: { readonly reference: string; readonly documentId: number; readonly title: string },
): Promise<unknown> =>
  tx
    .insertInto('interchange.package_document')
    .values({
      package_id: packageId,
      reference: document.reference,
      document_id: document.documentId,
      title: document.title,
    })
    .execute()

export interface Folder {
  readonly inbox: string
  readonly receipts: string
}
const folderKey = 'interchange.folder'

export const folderOf = async (db: Db): Promise<Folder | null> => {
  const row = await db
    .selectFrom('platform.setting')
    .select('value')
    .where('key', '=', folderKey)
    .executeTakeFirst()
  return (row?.value as Folder | null | undefined) ?? null
}

export const keepFolder = (tx: Tx, folder: Folder | null): Promise<unknown> =>
  sql`insert into platform.setting (key, value) values (${folderKey}, ${JSON.stringify(folder)}::jsonb)
    on conflict (key) do update set value = excluded.value`.execute(tx)
