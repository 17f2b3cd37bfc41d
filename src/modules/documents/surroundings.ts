import type { Act } from '#platform/act'
import type { CivilDate } from '#platform/civil-date'
import type { Db } from '#platform/database'
import type { Issue } from '#platform/refusal'
import { agreementIssues } from './agreement/standing.ts'
import { bundleIssues } from './bundle/store.ts'
import { clockOf } from './clock.ts'
import type { Clock } from './contract/drafting.ts'
import type { Edition } from './edition.ts'
import type { Surroundings } from './readiness.ts'
import { columnsFor } from './store/columns.ts'
import { mattersServed } from './store/matters.ts'
import type { Place } from './store/placements.ts'
import { attachedAndReviewed } from './store/reviews.ts'

/** An edition among what it refers to: its clock, the places it would take, what readiness asks. */
export interface Setting {
  readonly clock: Clock
  readonly places: readonly Place[]
  readonly around: Surroundings
}

/** Looks an edition's matters, columns, files and reviews up: a handful of statements, whatever its size. */
export async function settingOf(db: Db, edition: Edition, today: CivilDate): Promise<Setting> {
  const matters = await mattersServed(db, edition.document.owner.path, edition.matterCodes)
  const clock = clockOf(matters, edition, today)
  const { places, mattersWithoutColumn, columnsGone } = await placed(db, edition, clock)
  const counted = await attachedAndReviewed(db, edition)
  const channels = await channelIssues(db, edition)
  return {
    clock,
    places,
    around: { ...counted, channels, today, mattersWithoutColumn, columnsGone },
  }
}

/** What the ways out beside the ordinary one ask: nothing before a text is on its way. */
const channelIssues = async (db: Db, edition: Edition): Promise<Issue[]> =>
  ['inReview', 'approved', 'scheduled'].includes(edition.state)
    ? [...(await agreementIssues(db, edition)), ...(await bundleIssues(db, edition.id))]
    : []

export const settingFor = (act: Act, edition: Edition): Promise<Setting> =>
  settingOf(act.tx, edition, act.today)

/** The places that an edition would take, each with the day by which that matter is due. */
export async function placed(
  db: Db,
  edition: Pick<Edition, 'matterCodes' | 'columnKeys'>,
  clock: Clock,
): Promise<{ places: Place[]; mattersWithoutColumn: string[]; columnsGone: string[] }> {
  const columns = await columnsFor(db, edition.matterCodes, edition.columnKeys)
  const dueOn = new Map(clock.rules.map((rule) => [rule.matterCode, rule.dueOn]))
  const served = columns.filter((column) => column.matterCode !== null)
  const known = new Set(served.map((column) => column.matterCode))
  const keys = new Set(columns.map((column) => column.key))
  const first = edition.matterCodes[0] ?? edition.columnKeys[0]
  return {
    places: columns.map(({ id, key, matterCode }) => ({
      columnId: id,
      matterCode,
      main: (matterCode ?? key) === first,
      dueOn: (matterCode && dueOn.get(matterCode)) || null,
    })),
    mattersWithoutColumn: edition.matterCodes.filter((code) => !known.has(code)),
    columnsGone: edition.columnKeys.filter((key) => !keys.has(key)),
  }
}
