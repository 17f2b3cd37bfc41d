import { sql } from 'kysely'
import type { Db, Tx } from '#platform/database'
import type { FileToSettle, KeptScan } from '../file-scan/file-scan.ts'
import { type Attachment, attachmentsOf } from './attachments.ts'

/** Keeps what an examination found; a later one takes its place. */
export async function keepScan(tx: Tx, sha256: string, scan: KeptScan, at: Date): Promise<void> {
  const kept = {
    scanned: scan.scanned,
    standing: scan.standing,
    secret: scan.secret,
    found: scan.found,
    findings: JSON.stringify(scan.findings),
    unread: JSON.stringify(scan.unread),
    columns: JSON.stringify(scan.columns),
    scanned_at: at,
  }
  await tx
    .insertInto('documents.file_scan')
    .values({ sha256, ...kept })
    .onConflict((conflict) => conflict.column('sha256').doUpdateSet(kept))
    .execute()
}

export interface Signature {
  readonly name: string
  readonly reason: string
  readonly at: Date
}

export interface ExaminedFile {
  readonly attachment: Attachment
  readonly scan: KeptScan | null
  readonly signature: Signature | null
}

/** The files of an edition with what was found in them and who signed for them. */
export async function examinedFiles(
  db: Db,
  edition: { readonly id: number; readonly documentId: number },
): Promise<ExaminedFile[]> {
  const attachments = await attachmentsOf(db, edition.id)
  const hashes = attachments.map(({ sha256 }) => sha256)
  if (hashes.length === 0) return []
  const scans = await scansOf(db, hashes)
  const signed = await db
    .selectFrom('documents.file_signature as g')
    .innerJoin('accounts.staff as s', 's.id', 'g.staff_id')
    .select(['g.sha256', 's.name', 'g.reason', 'g.at'])
    .where('g.document_id', '=', edition.documentId)
    .where('g.sha256', 'in', hashes)
    .execute()
  const signatures = new Map(signed.map(({ sha256, ...one }) => [sha256, one]))
  return attachments.map((attachment) => ({
    attachment,
    scan: scans.get(attachment.sha256) ?? null,
    signature: signatures.get(attachment.sha256) ?? null,
  }))
}

export async function scansOf(
  db: Db,
  hashes: readonly string[],
): Promise<ReadonlyMap<string, KeptScan>> {
  const rows = await db
    .selectFrom('documents.file_scan')
    .selectAll()
    .where('sha256', 'in', [...hashes])
    .execute()
  return new Map(
    rows.map(({ sha256, scanned, standing, secret, found, findings, unread, columns }) => [
      sha256,
      { scanned, standing, secret, found, findings, unread, columns } as unknown as KeptScan,
    ]),
  )
}

/**
 * Files of an edition that nobody has settled. Pictures that stand in the text are left aside: whoever
 * reviews the text sees what they show.
 */
export async function filesToSettle(
  db: Db,
  edition: { readonly id: number; readonly documentId: number },
): Promise<FileToSettle[]> {
  const { rows } = await sql<{
    name: string
    scanned: boolean | null
    standing: number | null
    secret: boolean | null
  }>`
    select a.name, s.scanned, s.standing, s.secret
    from documents.attachment a left join documents.file_scan s on s.sha256 = a.sha256
    where a.edition_id = ${edition.id} and not a.inline
      and (s.sha256 is null or not s.scanned or s.standing > 0)
      and not exists (select from documents.file_signature g
                      where g.sha256 = a.sha256 and g.document_id = ${edition.documentId})
    order by a.ordinal, a.id`.execute(db)
  return rows.map(({ name, scanned, standing, secret }) => ({
    name,
    scan:
      scanned === null || standing === null || secret === null
        ? null
        : { scanned, standing, secret },
  }))
}

export async function addSignature(
  tx: Tx,
  made: {
    readonly documentId: number
    readonly sha256: string
    readonly staffId: number
    readonly reason: string
    readonly at: Date
  },
): Promise<void> {
  const { documentId, sha256, staffId, reason, at } = made
  const signed = { staff_id: staffId, reason, at }
  await tx
    .insertInto('documents.file_signature')
    .values({ document_id: documentId, sha256, ...signed })
    .onConflict((conflict) => conflict.columns(['document_id', 'sha256']).doUpdateSet(signed))
    .execute()
}

/** Puts a mended file in the place of an attached one. */
export async function replaceAttachment(
  tx: Tx,
  id: number,
  file: { readonly sha256: string; readonly size: number; readonly mediaType: string },
  at: Date,
): Promise<void> {
  const { sha256, size, mediaType } = file
  await tx
    .insertInto('documents.blob')
    .values({ sha256, size, media_type: mediaType, stored_at: at })
    .onConflict((conflict) => conflict.doNothing())
    .execute()
  await tx
    .updateTable('documents.attachment')
    .set({ sha256, size, media_type: mediaType })
    .where('id', '=', id)
    .execute()
}
