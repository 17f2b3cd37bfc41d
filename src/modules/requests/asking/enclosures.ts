import { buffer } from 'node:stream/consumers'
import type { Act } from '#platform/act'
import type { BlobStore } from '#platform/blob-store'
import { sealBytes, unsealBytes } from '#platform/sealing'
import { addEnclosure } from '../commands/keep-enclosure.ts'
import { enclosureBounds, enclosureKindOf, isTooLarge } from '../enclosure-kind.ts'
import { type Draft, insertDraftFile } from './draft.ts'
import { refuse } from './refusals.ts'

const draftFileSeal = (draftId: number): string => `draft-file/${draftId}`

/** Seals a picture or PDF and keeps it with a draft. */
export async function addDraftFile(
  act: Act,
  draft: Draft,
  bytes: Buffer,
  store: BlobStore,
  key: Buffer,
): Promise<void> {
  const { megabytes, most } = enclosureBounds.portal
  const kind = enclosureKindOf(bytes)
  if (!kind) throw refuse('evidenceKind')
  if (isTooLarge(bytes, 'portal')) throw refuse('evidenceTooLarge', { megabytes })
  if (draft.files.length >= most) throw refuse('evidenceTooMany', { most })
  const { sha256 } = await store.putBytes(sealBytes(bytes, draftFileSeal(draft.id), key))
  const { mediaType } = kind
  await insertDraftFile(act, draft.id, { mediaType, size: bytes.length, sha256 })
}

/** A draft's files become the request's evidence of identity, sealed anew for it. */
export async function takeDraftFiles(
  act: Act,
  draft: Draft,
  requestId: number,
  store: BlobStore,
  key: Buffer,
): Promise<void> {
  for (const { sha256 } of draft.files) {
    const sealed = await buffer(store.read(sha256))
    const bytes = unsealBytes(sealed, draftFileSeal(draft.id), key)
    await addEnclosure(act, store, { id: requestId, purpose: 'identity', bytes }, key)
  }
}
