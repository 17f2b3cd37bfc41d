import type { Act } from '#platform/act'
import { addressOf, type Edition, factAbout } from './edition.ts'
import {
  type Duty,
  editionCorrected,
  editionPublished,
  editionWithdrawn,
  type ReleaseFact,
} from './facts.ts'
import { moveClock } from './filling.ts'
import { take } from './lifecycle.ts'
import { addRedirects, dropRedirect } from './store/columns.ts'
import { goDown, goLive, nextIndexNumber, supersedeLive } from './store/documents.ts'
import { lockEdition, saveEdition } from './store/editions.ts'
import { clearPlacements, fixPlacements } from './store/placements.ts'
import { refreshShowing } from './store/showing.ts'
import { type Setting, settingFor } from './surroundings.ts'
import { subjectClassOf, summaryOf } from './text/index.ts'

// What a list, a feed and the Description tag show of a text.
const summaryChars = 120

/** Jobs that this module leaves for later, done by the worker as the system. */
export const jobs = { publishScheduled: 'publishScheduled', takeDown: 'takeDown' } as const

/** Puts a ready edition before the public in place of the one there now. */
export async function release(act: Act, edition: Edition, setting: Setting): Promise<Edition> {
  const { document } = edition
  const state = take('publish', edition.state)
  await supersedeLive(act.tx, edition)
  const indexNumber = document.indexNumber ?? (await nextIndexNumber(act, edition))
  const published = await saveEdition(act.tx, edition, {
    state,
    publishAt: null,
    publishedAt: act.at,
    publishedBy: act.by.id,
    summary: edition.summary || summaryOf(edition.text, summaryChars),
    subjectClass: edition.subjectClass || subjectClassOf(edition),
  })
  await goLive(act.tx, published, indexNumber, act.at)
  if (document.replacedById !== null) await dropRedirect(act.tx, addressOf(document.id))
  const left = await fixPlacements(act.tx, published, setting.places, act.at)
  const columnIds = await refreshShowing(act.tx, document.id)
  if (published.takeDownAt) await enqueueTakeDown(act, published, published.takeDownAt)

  const first = document.firstPublishedAt === null
  const told = toldOf(published, columnIds, [...dutiesOf(published), ...left], {
    publishedAt: document.publishedAt ?? act.at,
  })
  await act.announce(editionPublished, { ...told, first })
  if (document.liveEditionId !== null)
    await act.announce(editionCorrected, { ...told, note: published.correctionNote })
  return {
    ...published,
    document: { ...document, indexNumber, liveEditionId: edition.id, workingEditionId: null },
  }
}

export interface Leaving {
  readonly note: string
  readonly replacedById: number | null
  readonly because: 'person' | 'takeDown'
}

/** Takes a live edition off the site; its address says why, or leads to what replaces it. */
export async function takeOff(act: Act, edition: Edition, leaving: Leaving): Promise<void> {
  const { document } = edition
  await saveEdition(act.tx, edition, { state: take('withdraw', edition.state) })
  await goDown(act.tx, document.id, { at: act.at, ...leaving })
  const duties = await clearPlacements(act.tx, document.id)
  const columnIds = await refreshShowing(act.tx, document.id)
  if (leaving.replacedById !== null) {
    const target = addressOf(leaving.replacedById)
    await addRedirects(act.tx, [{ address: addressOf(document.id), target }], act.at)
  }
  await act.announce(editionWithdrawn, {
    ...toldOf(edition, columnIds, duties, { publishedAt: document.publishedAt ?? act.at }),
    ...leaving,
  })
  if (document.workingEditionId !== null) await planAgain(act, document.workingEditionId)
}

/** What is being drafted of a withdrawn document is due again. */
async function planAgain(act: Act, workingId: number): Promise<void> {
  const working = await lockEdition(act.tx, workingId)
  const { clock } = await settingFor(act, working)
  await moveClock(act, working, clock)
}

export const enqueueTakeDown = (act: Act, edition: Edition, at: Date): Promise<void> =>
  act.enqueue(
    jobs.takeDown,
    { editionId: edition.id },
    { runAt: at, key: `takeDown:${edition.document.id}` },
  )

const dutiesOf = (edition: Edition): Duty[] =>
  edition.matterCodes.map((matterCode) => ({
    organizationId: edition.document.owner.id,
    matterCode,
  }))

const toldOf = (
  edition: Edition,
  columnIds: readonly number[],
  duties: readonly Duty[],
  { publishedAt }: { readonly publishedAt: Date },
): ReleaseFact => ({
  ...factAbout(edition),
  columnIds,
  duties,
  title: edition.title,
  publishedAt: publishedAt.toISOString(),
})
