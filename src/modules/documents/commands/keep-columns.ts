import type { z } from 'zod'
import type { Act } from '#platform/act'
import { freeSlug } from '../columns/derive.ts'
import type {
  Column,
  changeColumn as changeContract,
  createColumn as createContract,
  retireColumn as retireContract,
} from '../contract/columns.ts'
import { columnsMoved } from '../facts.ts'
import { mayKeepColumns } from '../policy.ts'
import { refuse } from '../refusals.ts'
import {
  addRedirects,
  columnAt,
  columnById,
  dropIdleRedirects,
  lockColumns,
} from '../store/columns.ts'
import * as store from '../store/hand-columns.ts'
import { topOrganization } from '../store/organizations.ts'

/** Hand-made columns stand among the statutory content, unless they are put below another. */
const statutoryAddress = '/platform/statutory'

/** Makes a column by hand, beside those that the catalogue makes. */
export async function createColumn(
  act: Act,
  input: z.output<typeof createContract.input>,
): Promise<Column> {
  await mustKeepColumns(act)
  const parent = input.parentId === null ? null : await columnById(act.tx, input.parentId)
  const below = parent?.address ?? statutoryAddress
  const siblings = new Set(await store.slugsBelow(act.tx, below))
  if (input.slug && siblings.has(input.slug)) throw refuse('addressTaken')
  const slug = input.slug ?? freeSlug(input.name, siblings)
  const made = await store.addHandColumn(act.tx, {
    name: input.name,
    parentId: parent?.id ?? null,
    address: `${below}/${slug}`,
    description: input.description,
    columnType: input.columnType,
  })
  await dropIdleRedirects(act.tx)
  await tell(act, made, [made.address])
  return made
}

/** Renames or describes a hand-made column; a new last part of the address leaves the old one leading on. */
export async function changeColumn(
  act: Act,
  input: z.output<typeof changeContract.input>,
): Promise<Column> {
  const column = await findHandColumn(act, input.id)
  const below = column.address.slice(0, column.address.lastIndexOf('/'))
  const address = input.slug ? `${below}/${input.slug}` : column.address
  const moves = address !== column.address
  if (moves && (await columnAt(act.tx, address))) throw refuse('addressTaken')
  const changed = await store.changeHandColumn(act.tx, column.id, { ...input, address })
  if (moves) await addRedirects(act.tx, [{ address: column.address, target: address }], act.at)
  await tell(act, changed, [column.address, address])
  return changed
}

/** Closes a hand-made column in which nothing stands any more. */
export async function retireColumn(
  act: Act,
  input: z.output<typeof retireContract.input>,
): Promise<Column> {
  const column = await findHandColumn(act, input.id)
  if (column.documentCount > 0) throw refuse('columnInUse', { count: column.documentCount })
  const target = input.targetId === null ? null : await columnById(act.tx, input.targetId)
  const retired = await store.retireHandColumn(act.tx, column.id, act.at)
  const leadsTo = target?.address ?? statutoryAddress
  await addRedirects(act.tx, [{ address: column.address, target: leadsTo }], act.at)
  await tell(act, retired, [column.address])
  return retired
}

async function mustKeepColumns(act: Act): Promise<void> {
  await lockColumns(act.tx)
  const top = await topOrganization(act.tx)
  if (!mayKeepColumns(act.by, top.path)) throw refuse('notYours')
}

async function findHandColumn(act: Act, id: number): Promise<Column> {
  await mustKeepColumns(act)
  const column = await columnById(act.tx, id)
  if (column.kind !== 'hand') throw refuse('columnFromCatalogue')
  return column
}

const tell = (act: Act, column: Column, addresses: readonly string[]): Promise<void> =>
  act.announce(columnsMoved, {
    subject: `column/${column.id}`,
    organizationId: null,
    columnIds: [column.id],
    addresses: [...new Set(addresses)],
  })
