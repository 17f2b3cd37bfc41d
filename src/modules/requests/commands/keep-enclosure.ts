import { buffer } from 'node:stream/consumers'
import type { Act } from '#platform/act'
import type { BlobStore } from '#platform/blob-store'
import { enclosureBounds, enclosureKindOf, isTooLarge } from '../enclosure-kind.ts'
import { enclosureAdded, particularsOpened } from '../facts.ts'
import { mayHandle } from '../policy.ts'
import { refuse } from '../refusals.ts'
import { factAbout } from '../request.ts'
import { openFile, sealFile } from '../sealed-records.ts'
import { type Enclosure, enclosuresOf, insertEnclosure } from '../store/enclosures.ts'
import { lockRequest } from '../store/requests.ts'

/**
 * Puts a picture or PDF into a case: its bytes lie sealed in the file store. It is named by its purpose,
 * because people name their files after themselves.
 */
export async function addEnclosure(
  act: Act,
  files: BlobStore,
  given: {
    readonly id: number
    readonly purpose: Enclosure['purpose']
    readonly bytes: Buffer
  },
  key: Buffer,
): Promise<{ id: number }> {
  const { bytes, purpose } = given
  const request = await lockRequest(act.tx, given.id)
  if (!mayHandle(act.by, request)) throw refuse('notYours')
  if (isTooLarge(bytes, 'desk'))
    throw refuse('enclosureTooLarge', { megabytes: enclosureBounds.desk.megabytes })
  const kind = enclosureKindOf(bytes)
  if (!kind) throw refuse('enclosureKind')
  const known = await enclosuresOf(act.tx, request.id)
  const { sha256 } = await files.putBytes(sealFile(bytes, request.id, key))
  const id = await insertEnclosure(act, request.id, {
    name: `${purpose}-${known.length + 1}.${kind.ending}`,
    mediaType: kind.mediaType,
    size: bytes.length,
    sha256,
    purpose,
  })
  await act.announce(enclosureAdded, { ...factAbout(request), enclosureId: id, purpose })
  return { id }
}

/** Opens a sealed file for those who handle the case; that they looked is on record. */
export async function readEnclosure(
  act: Act,
  files: BlobStore,
  asked: { readonly id: number; readonly enclosureId: number },
  key: Buffer,
): Promise<{ name: string; mediaType: string; bytes: Buffer }> {
  const request = await lockRequest(act.tx, asked.id)
  if (!mayHandle(act.by, request)) throw refuse('notFound')
  const found = (await enclosuresOf(act.tx, request.id)).find((one) => one.id === asked.enclosureId)
  if (!found) throw refuse('notFound')
  const bytes = openFile(await buffer(files.read(found.sha256)), request.id, key)
  await act.announce(particularsOpened, factAbout(request))
  return { name: found.name, mediaType: found.mediaType, bytes }
}
