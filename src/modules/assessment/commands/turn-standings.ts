import type { Act } from '#platform/act'
import { deriveStandings } from '../derive.ts'
import { standingsTurned } from '../facts.ts'

/** The daily turn: derives again only those cells that the clock alone changes by today. */
export async function turnStandings(act: Act): Promise<number> {
  const cells = await deriveStandings(act.tx, { kind: 'turning', today: act.today }, act.today)
  if (cells > 0) await act.announce(standingsTurned, { subject: 'standing', cells })
  return cells
}
