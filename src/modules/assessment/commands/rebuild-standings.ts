import type { Act } from '#platform/act'
import { deriveStandings, dropOrphans } from '../derive.ts'
import { standingsRebuilt } from '../facts.ts'
import { mayRebuild } from '../policy.ts'
import { refuse } from '../refusals.ts'
import { countCells } from '../store.ts'

/** Derives the whole account anew. A figure other than 0 differing means that an event was missed. */
export async function rebuildStandings(act: Act): Promise<{ cells: number; differed: number }> {
  if (!mayRebuild(act.by)) throw refuse('notYours')
  const changed = await deriveStandings(act.tx, { kind: 'all' }, act.today)
  const differed = changed + (await dropOrphans(act.tx))
  const cells = await countCells(act.tx)
  await act.announce(standingsRebuilt, { subject: 'standing', cells, differed })
  return { cells, differed }
}
