import { sql } from 'kysely'
import type { Act, Actor } from '#platform/act'
import type { Db } from '#platform/database'
import { sealBytes } from '#platform/sealing'
import { enclosureBounds, enclosureKindOf, isTooLarge } from '../enclosure-kind.ts'
import type { Vault } from '../letters/commands.ts'
import { letterOpened, proofKept } from '../letters/facts.ts'
import { openSealedFile } from '../letters/office.ts'
import { refuse } from '../letters/refusals.ts'
import { letterRow } from '../letters/store.ts'
import { mayHandle } from '../policy.ts'
import { refuse as refuseCase } from '../refusals.ts'
import { factAbout, type Request } from '../request.ts'
import { lockRequest, requestRow } from '../store/requests.ts'

export const proofSeal = (letterId: number): string => `service/${letterId}/proof`

/** Asked before a file is taken in, so that nobody fills the disk of a case that is not theirs. */
export const mustHandleLetter = async (db: Db, by: Actor, letterId: number): Promise<void> => {
  const { requestId } = await letterRow(db, letterId)
  const request = await requestRow(db, requestId)
  if (!request || !mayHandle(by, request)) throw refuseCase('notYours')
}

const lockOwn = async (act: Act, letterId: number): Promise<Request> => {
  const { requestId } = await letterRow(act.tx, letterId)
  const request = await lockRequest(act.tx, requestId)
  if (!mayHandle(act.by, request)) throw refuseCase('notYours')
  return request
}

/**
 * Keeps the scan or photograph that proves a service — the courier's slip, the signed receipt — sealed
 * beside it; a better one takes its place. It is named by what it is, because people name files after
 * people.
 */
export async function keepProofFile(
  act: Act,
  input: { readonly letterId: number; readonly bytes: Uint8Array },
  vault: Vault,
): Promise<void> {
  const { letterId, bytes } = input
  const request = await lockOwn(act, letterId)
  if (isTooLarge(bytes, 'desk'))
    throw refuseCase('enclosureTooLarge', { megabytes: enclosureBounds.desk.megabytes })
  const kind = enclosureKindOf(bytes)
  if (!kind) throw refuseCase('enclosureKind')
  const sealed = sealBytes(bytes, proofSeal(letterId), vault.key)
  const { sha256 } = await vault.files.putBytes(sealed)
  const { rows } = await sql`update requests.service set proof_sha256 = ${sha256},
      proof_name = ${`proof-of-service-${letterId}.${kind.ending}`}, version = version + 1
    where letter_id = ${letterId} returning id`.execute(act.tx)
  // A proof proves a service that was entered.
  if (rows.length === 0) throw refuse('serviceNotEntered')
  await act.announce(proofKept, { ...factAbout(request), letterId })
}

/** Opens what proves a service, for those who handle the case; that they looked is on record. */
export async function openProofFile(
  act: Act,
  input: { readonly letterId: number },
  vault: Vault,
): Promise<{ name: string; mediaType: string; bytes: Buffer }> {
  const { letterId } = input
  const request = await lockOwn(act, letterId)
  const { rows } = await sql<{ sha256: string; name: string }>`
    select proof_sha256 as sha256, proof_name as name from requests.service
    where letter_id = ${letterId} and proof_sha256 is not null`.execute(act.tx)
  const [row] = rows
  if (!row) throw refuse('letterMissing')
  const bytes = await openSealedFile(row.sha256, proofSeal(letterId), vault)
  await act.announce(letterOpened, { ...factAbout(request), letterId })
  const mediaType = enclosureKindOf(bytes)?.mediaType ?? 'application/octet-stream'
  return { name: row.name, mediaType, bytes }
}
