import type { z } from 'zod'
import type { Actor } from '#platform/act'
import type { Db } from '#platform/database'
import { attachmentShown } from '../commands/keep-attachments.ts'
import type { examinedFiles, fileScanShape } from '../contract/file-scans.ts'
import type { listPreviews } from '../contract/files.ts'
import type { attachmentShape } from '../contract/shapes.ts'
import type { KeptScan } from '../file-scan/file-scan.ts'
import { isVisible } from '../finding.ts'
import { type Reader, visibleTo } from '../policy.ts'
import { refuse } from '../refusals.ts'
import { type Attachment, attachmentsOf, visibleAttachment } from '../store/attachments.ts'
import { editionById } from '../store/editions.ts'
import { examinedFiles as filesExamined } from '../store/file-scans.ts'
import { hashOfToken, previewByHash, previewsOf } from '../store/previews.ts'

const mustSee = async (db: Db, by: Actor, editionId: number): Promise<void> => {
  if (!(await isVisible(db, editionId, { kind: 'staff', by }))) throw refuse('notFound')
}

/** The files of an edition, for staff who may read it. */
export async function listAttachments(
  db: Db,
  by: Actor,
  editionId: number,
): Promise<z.output<typeof attachmentShape>[]> {
  await mustSee(db, by, editionId)
  return (await attachmentsOf(db, editionId)).map(attachmentShown)
}

/** The files of an edition with what was found in them and who answers for them. */
export async function examinedAttachments(
  db: Db,
  by: Actor,
  editionId: number,
): Promise<z.output<typeof examinedFiles.output>> {
  await mustSee(db, by, editionId)
  const edition = await editionById(db, editionId)
  if (!edition) return []
  const files = await filesExamined(db, { id: edition.id, documentId: edition.document.id })
  return files.map(({ attachment, scan, signature }) => ({
    ...attachmentShown(attachment),
    scan: scan && scanShown(scan),
    cleanable: cleanable.test(attachment.name),
    signature: signature && { ...signature, at: signature.at.toISOString() },
  }))
}

const cleanable = /\.(?:xlsx|docx|pptx)$/

const scanShown = (scan: KeptScan): z.output<typeof fileScanShape> => ({
  ...scan,
  findings: scan.findings.map(({ kind, where, masked, confidence }) => ({
    kind,
    where,
    masked,
    confidence,
  })),
  unread: [...scan.unread],
  columns: scan.columns.map(({ where, column, header, kind, count }) => ({
    where,
    column,
    header,
    kind,
    count,
  })),
})

/** A file by its hash, if any edition that has it may be read; the same rule as for the page. */
export const attachmentFor = (
  db: Db,
  asked: { readonly sha256: string; readonly documentId?: number },
  reader: Reader,
): Promise<(Attachment & { readonly storedAt: Date }) | null> =>
  visibleAttachment(db, asked.sha256, asked.documentId ?? null, visibleTo(reader))

/** The preview links of a draft, without their tokens. */
export async function listedPreviews(
  db: Db,
  by: Actor,
  editionId: number,
): Promise<z.output<typeof listPreviews.output>> {
  await mustSee(db, by, editionId)
  return (await previewsOf(db, editionId)).map((row) => ({
    id: row.token_hash,
    note: row.note,
    createdAt: row.created_at.toISOString(),
    createdBy: row.name ?? '',
    expiresAt: row.expires_at.toISOString(),
    revokedAt: row.revoked_at?.toISOString() ?? null,
  }))
}

/** What a secret link opens: the reader it makes, or null when it is closed, over or unknown. */
export async function previewByToken(
  db: Db,
  token: string,
  at: Date,
): Promise<{ readonly documentId: number; readonly reader: Reader } | null> {
  const link = await previewByHash(db, hashOfToken(token))
  if (!link || link.revoked_at !== null || link.expires_at <= at) return null
  const edition = await editionById(db, link.edition_id)
  if (!edition) return null
  return {
    documentId: edition.document.id,
    reader: { kind: 'preview', editionId: link.edition_id },
  }
}
