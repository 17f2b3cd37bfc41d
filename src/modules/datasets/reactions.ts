import { draftCreated, editionSubmitted } from '#documents'
import type { Act } from '#platform/act'
import { on, type Reaction } from '#platform/fact'
import { refuse } from './refusals.ts'
import { schemaOf } from './schemas.ts'
import { copyTables, datasetsOf, editionBefore } from './store.ts'

/** `correction` takes over from the live edition, `edition/3` from the third. */
async function takeOver(
  act: Act,
  { documentId, editionId, from }: { documentId: number; editionId: number; from: string },
): Promise<void> {
  const number = /^edition\/(\d+)$/.exec(from)?.[1]
  if (from !== 'correction' && number === undefined) return
  const before = await editionBefore(act.tx, documentId, number ? Number(number) : null)
  if (before !== null) await copyTables(act.tx, before, editionId, { at: act.at, by: act.by.id })
}

/** A table with something wrong, or with nothing in it, does not go up for review (M18). */
async function mustBeRight(act: Act, { editionId }: { editionId: number }): Promise<void> {
  for (const { schemaCode, errors, rowCount } of await datasetsOf(act.tx, editionId)) {
    const name = schemaOf(schemaCode).name.zh
    if (errors > 0) throw refuse('tableWrong', { name, errors })
    if (rowCount === 0) throw refuse('tableEmpty', { name })
  }
}

/** What this module does on hearing others. */
export const reactions: readonly Reaction[] = [
  on(draftCreated, takeOver),
  on(editionSubmitted, mustBeRight),
]
