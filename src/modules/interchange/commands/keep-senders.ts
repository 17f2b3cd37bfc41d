import { organizationById } from '#organizations'
import type { Act } from '#platform/act'
import type { Sender } from '../contract.ts'
import { senderRegistered, senderRevoked } from '../facts.ts'
import { mayKeepSenders } from '../policy.ts'
import { refuse } from '../refusals.ts'
import { readPublicKey } from '../signature.ts'
import * as store from '../store.ts'

export const senderShown = (row: store.SenderRow): Sender => ({
  id: row.id,
  name: row.name,
  publicKey: row.publicKey,
  organization: { id: row.organizationId, name: row.organizationName },
  registeredAt: row.registeredAt.toISOString(),
  revokedAt: row.revokedAt?.toISOString() ?? null,
})

/** Registers whose packages are taken in. The private key never leaves the office network. */
export async function registerSender(
  act: Act,
  input: {
    readonly id: string
    readonly name: string
    readonly publicKey: string
    readonly organizationId: number
  },
): Promise<Sender> {
  const organization = await organizationById(act.tx, input.organizationId)
  if (!mayKeepSenders(act.by, organization.path)) throw refuse('notYours')
  const publicKey = readPublicKey(input.publicKey)
  const made = { ...input, publicKey, at: act.at, by: act.by.id }
  if (!(await store.addSender(act.tx, made))) throw refuse('senderKnown', { sender: input.id })
  await act.announce(senderRegistered, {
    subject: `sender/${input.id}`,
    organizationId: input.organizationId,
    senderId: input.id,
  })
  return found(act, input.id)
}

/** A key that is lost or handed on: nothing more is taken in under it, what came before stays. */
export async function revokeSender(act: Act, input: { readonly sender: string }): Promise<Sender> {
  const sender = await store.senderById(act.tx, input.sender)
  if (!sender) throw refuse('notFound')
  if (!mayKeepSenders(act.by, sender.path)) throw refuse('notYours')
  await store.revoke(act.tx, sender.id, act.at)
  await act.announce(senderRevoked, {
    subject: `sender/${sender.id}`,
    organizationId: sender.organizationId,
    senderId: sender.id,
  })
  return found(act, sender.id)
}

async function found(act: Act, id: string): Promise<Sender> {
  const row = await store.senderById(act.tx, id)
  if (!row) throw refuse('notFound')
  return senderShown(row)
}
