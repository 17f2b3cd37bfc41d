import type { Act } from '#platform/act'
import { clockOf } from './clock.ts'
import type { Clock, SavedDraft } from './contract/drafting.ts'
import type { EditionFields, EditionMark } from './contract/shapes.ts'
import { type Edition, factAbout } from './edition.ts'
import { dutyClockChanged, dutyClockStarted, dutyClockStopped } from './facts.ts'
import { draftIssues } from './readiness.ts'
import { fieldsOf, saveEdition } from './store/editions.ts'
import { mattersServed } from './store/matters.ts'
import { placesOf, planPlacements } from './store/placements.ts'
import { attachedAndReviewed } from './store/reviews.ts'
import { placed } from './surroundings.ts'
import { cleanHtml, normaliseDocumentNumber, textOf } from './text/index.ts'

const withoutRepeats = (list: readonly string[]): string[] => [
  ...new Set(list.map((item) => item.trim()).filter((item) => item !== '')),
]

/** What was typed, cleaned: HTML by the one cleaner, numbers as GB/T 9704 writes them. */
function cleaned(fields: Partial<EditionFields>): Partial<Edition> {
  const { takeDownAt, html, ...rest } = fields
  const kept = html === undefined ? undefined : cleanHtml(html)
  return {
    ...rest,
    ...(kept !== undefined && { html: kept, text: textOf(kept) }),
    ...(fields.title !== undefined && { title: fields.title.replace(/\s+/g, ' ').trim() }),
    ...(fields.documentNumber !== undefined && {
      documentNumber: normaliseDocumentNumber(fields.documentNumber),
    }),
    ...(fields.keywords && { keywords: withoutRepeats(fields.keywords) }),
    ...(fields.matterCodes && { matterCodes: withoutRepeats(fields.matterCodes) }),
    ...(fields.columnKeys && { columnKeys: withoutRepeats(fields.columnKeys) }),
    // A text that is open to all needs no ground; one left behind would puzzle the next reader.
    ...(fields.attribute === 'proactive' && { attributeGround: '', attributeReason: '' }),
    ...(takeDownAt !== undefined && {
      takeDownAt: takeDownAt === null ? null : new Date(takeDownAt),
    }),
  }
}

/** Names of the fields that differ. */
function changedFields(edition: Edition, next: Edition): string[] {
  const before: Record<string, unknown> = fieldsOf(edition)
  return Object.entries(fieldsOf(next))
    .filter(([name, value]) => JSON.stringify(before[name]) !== JSON.stringify(value))
    .map(([name]) => name)
}

export interface Filled {
  readonly edition: Edition
  readonly clock: Clock
  readonly changed: readonly string[]
}

/** Fields that decide where a text will stand and by when. */
const placing: readonly string[] = ['matterCodes', 'columnKeys', 'formedOn', 'attribute']

/** Puts fields into a working edition and moves its clock along. */
export async function fill(
  act: Act,
  edition: Edition,
  fields: Partial<EditionFields>,
): Promise<Filled> {
  const wanted = { ...edition, ...cleaned(fields) }
  const matters = await mattersServed(act.tx, edition.document.owner.path, wanted.matterCodes)
  const clock = clockOf(matters, wanted, act.today)
  const next = { ...wanted, dueOn: clock.dueOn }
  const changed = changedFields(edition, next)
  if (changed.length === 0 && next.dueOn === edition.dueOn) return { edition, clock, changed }
  const saved = await saveEdition(act.tx, edition, {
    ...next,
    updatedAt: act.at,
    updatedBy: act.by.id,
  })
  // Its kind or title may say that another clause times one of its matters.
  const before = clockOf(matters, edition, act.today)
  const isTimedAnew = clock.rules.some(({ dueOn }, at) => dueOn !== before.rules[at]?.dueOn)
  if (
    saved.dueOn !== edition.dueOn ||
    isTimedAnew ||
    changed.some((name) => placing.includes(name))
  )
    await moveClock(act, saved, clock)
  return { edition: saved, clock, changed }
}

/** Plans where a text will stand, and says so where the account of duties is touched. */
export async function moveClock(act: Act, edition: Edition, clock: Clock): Promise<void> {
  const { owner, id } = edition.document
  const before = (await placesOf(act.tx, id)).filter((place) => !place.isPublic)
  // Nothing is due that will not be disclosed proactively.
  const counts = edition.attribute === 'proactive' && edition.state !== 'abandoned'
  const { places } = counts ? await placed(act.tx, edition, clock) : { places: [] }
  await planPlacements(act.tx, edition, places)

  const had = before.flatMap((place) => place.duty ?? [])
  const has = places.flatMap(({ matterCode }) =>
    matterCode ? [{ organizationId: owner.id, matterCode }] : [],
  )
  if (had.length === 0 && has.length === 0) return
  const codes = new Map([...had, ...has].map((duty) => [duty.matterCode, duty]))
  const fact =
    has.length === 0 ? dutyClockStopped : had.length === 0 ? dutyClockStarted : dutyClockChanged
  await act.announce(fact, {
    ...factAbout(edition),
    duties: [...codes.values()],
    formedOn: edition.formedOn,
    dueOn: clock.dueOn,
  })
}

export const markOf = (edition: Edition): EditionMark => ({
  documentId: edition.document.id,
  editionId: edition.id,
  state: edition.state,
  version: edition.version,
})

/** The answer to a save: the clock, what is still open, and the text where cleaning changed it. */
export async function savedDraft(
  act: Act,
  { edition, clock }: Filled,
  sent: Partial<EditionFields>,
): Promise<SavedDraft> {
  const { mattersWithoutColumn, columnsGone } = await placed(act.tx, edition, clock)
  const counted = await attachedAndReviewed(act.tx, edition)
  const around = { ...counted, today: act.today, mattersWithoutColumn, columnsGone }
  return {
    ...markOf(edition),
    savedAt: act.at.toISOString(),
    clock,
    html: sent.html === undefined || sent.html === edition.html ? null : edition.html,
    issues: draftIssues(edition, around).map((one) => ({
      ...one,
      params: one.params && { ...one.params },
    })),
  }
}
