import type { Act } from '#platform/act'
import { deriveUnder } from '../derive-under.ts'
import { standingsRebuilt } from '../facts.ts'
import { mayRebuild } from '../policy.ts'
import { refuse } from '../refusals.ts'
import { countCells, recountDuties } from '../store.ts'

/** Derives the whole account anew. A figure other than 0 differing means that an event was missed. */
export async function rebuildStandings(act: Act): Promise<{ cells: number; differed: number }> {
  if (!mayRebuild(act.by)) throw refuse('notYours')
  // The counts before the cells, as a release takes them, so that the two never wait for each other.
  const miscounted = await recountDuties(act.tx)
  const differed = miscounted + (await deriveUnder(act.tx, '', act.today))
  const cells = await countCells(act.tx)
  await act.announce(standingsRebuilt, { subject: 'standing', cells, differed })
  return { cells, differed }
}
