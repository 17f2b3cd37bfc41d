import { reachOf } from '#accounts'
import type { Actor } from '#platform/act'
import type { Db } from '#platform/database'
import { senderShown } from './commands/keep-senders.ts'
import type { PackageLine, Receipt, Sender } from './contract.ts'
import { mayKeepSenders, packageReaders } from './policy.ts'
import { receiptOf as receiptShown } from './receipt.ts'
import { refuse } from './refusals.ts'
import * as store from './store.ts'

/** Packages for the units that a person works for, newest first. */
export async function listPackages(
  db: Db,
  by: Actor,
  asked: { readonly after?: number | undefined; readonly limit: number },
): Promise<{ items: PackageLine[]; next: number | null }> {
  const rows = await store.packageRows(db, reachOf(by, packageReaders), by.id, asked)
  const items = rows.slice(0, asked.limit).map((row) => ({
    id: row.id,
    packageId: row.packageId,
    fileName: row.fileName,
    way: row.way,
    sender: row.sender,
    organization: row.organization,
    receivedAt: row.receivedAt.toISOString(),
    receipt: receiptShown(row),
  }))
  return { items, next: rows.length > asked.limit ? (items.at(-1)?.id ?? null) : null }
}

export async function receiptOf(db: Db, by: Actor, id: number): Promise<Receipt> {
  const row = await store.packageById(db, id, reachOf(by, packageReaders), by.id)
  if (!row) throw refuse('notFound')
  return receiptShown(row)
}

export async function listSenders(db: Db, by: Actor): Promise<Sender[]> {
  const rows = await store.senderRows(db)
  return rows.filter((row) => mayKeepSenders(by, row.path)).map(senderShown)
}
