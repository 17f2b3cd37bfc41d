import type { Actor } from '#platform/act'
import type { Db } from '#platform/database'
import type { Edition } from '../edition.ts'
import { isVisible } from '../finding.ts'
import { refuse } from '../refusals.ts'
import { type Attachment, attachmentsOf } from '../store/attachments.ts'
import { editionById, foremostEdition } from '../store/editions.ts'

/** What can be handed on of a document: its text and its files. */
export interface DocumentToCopy {
  readonly documentId: number
  readonly title: string
  readonly html: string
  readonly documentNumber: string
  readonly issuingOrgan: string
  /** Without the pictures that stand in the text. */
  readonly files: readonly Attachment[]
}

// 政府信息公开条例 art. 16 (2): what is still being drafted and discussed is no information to hand out.
const made: readonly Edition['state'][] = [
  'approved',
  'scheduled',
  'published',
  'superseded',
  'withdrawn',
]

/** A finished document of the library for staff who may read it: what is public of it, else what was approved. */
export async function documentToCopy(
  db: Db,
  by: Actor,
  documentId: number,
): Promise<DocumentToCopy> {
  const foremost = await foremostEdition(db, documentId)
  const live = foremost?.document.liveEditionId ?? null
  const edition = live === null ? foremost : await editionById(db, live)
  if (!edition || !(await isVisible(db, edition.id, { kind: 'staff', by })))
    throw refuse('notFound')
  if (!made.includes(edition.state)) throw refuse('stillDraft', { title: edition.title })
  const files = (await attachmentsOf(db, edition.id)).filter(({ inline }) => !inline)
  const { title, html, documentNumber, issuingOrgan } = edition
  return { documentId, title, html, documentNumber, issuingOrgan, files }
}
