import { randomBytes } from 'node:crypto'
import type { z } from 'zod'
import type { Act } from '#platform/act'
import type {
  createPreview as createContract,
  revokePreview as revokeContract,
} from '../contract/files.ts'
import { factAbout } from '../edition.ts'
import { previewCreated, previewRevoked } from '../facts.ts'
import { findEdition } from '../finding.ts'
import { workingStates } from '../lifecycle.ts'
import { mayEdit } from '../policy.ts'
import { refuse } from '../refusals.ts'
import * as store from '../store/previews.ts'

const dayMs = 86_400_000
const tokenBytes = 32

/** A secret link by which someone outside reads one draft (M49). The token is told this once. */
export async function createPreview(
  act: Act,
  input: z.output<typeof createContract.input>,
): Promise<z.output<typeof createContract.output>> {
  const edition = await findEdition(act, { id: input.id }, mayEdit)
  if (!workingStates.includes(edition.state)) throw refuse('wrongState', { state: edition.state })
  const token = randomBytes(tokenBytes).toString('base64url')
  const expiresAt = new Date(act.at.getTime() + input.days * dayMs)
  const { note } = input
  const made = { token, editionId: edition.id, note, at: act.at, by: act.by.id, expiresAt }
  await store.addPreview(act.tx, made)
  const told = { ...factAbout(edition), note, expiresAt: expiresAt.toISOString() }
  await act.announce(previewCreated, told)
  return { token, address: `/preview/${token}`, expiresAt: expiresAt.toISOString() }
}

/** Closes a link at once. */
export async function revokePreview(
  act: Act,
  input: z.output<typeof revokeContract.input>,
): Promise<{ revoked: boolean }> {
  const link = await store.previewByHash(act.tx, input.id)
  if (!link) throw refuse('notFound')
  const edition = await findEdition(act, { id: link.edition_id }, mayEdit)
  await store.revokePreview(act.tx, input.id, act.at)
  await act.announce(previewRevoked, factAbout(edition))
  return { revoked: true }
}
