import { holds } from '#accounts'
import { organizationById, organizationTree } from '#organizations'
import { type Act, type Actor, type Perform, theSystem } from '#platform/act'
import type { BlobStore } from '#platform/blob-store'
import type { Db } from '#platform/database'
import { theLexicon } from '#wording'
import { refuse } from '../refusals.ts'
import { siteSweepEnded, siteSweepStarted } from './facts.ts'
import { readAgain } from './read-again.ts'
import {
  beginSweep,
  dropStale,
  type FoundLive,
  isSweptWith,
  keepFound,
  liveTextsAfter,
  moveOn,
  type Sweep,
  sweepById,
} from './store.ts'

export const sweepJob = 'sweepSite'

/** Who has the public texts of a unit read again. */
export const maySweep = (by: Actor, path: string): boolean =>
  holds(by, ['disclosureOffice', 'secrecyReviewer', 'supervisor'], path)

// Ten words typed one after the other are one reading, not ten.
const pauseMs = 60_000

/** Has all that a unit and those below it have before the public read again. */
export async function startSweep(
  act: Act,
  organizationId: number,
  cause: Sweep['cause'],
): Promise<{ id: number }> {
  const id = await beginSweep(act.tx, {
    ...{ organizationId, cause, lexiconDatedOn: theLexicon.datedOn },
    ...{ staffId: act.by.id, at: act.at },
  })
  const runAt = new Date(act.at.getTime() + (cause === 'words' ? pauseMs : 0))
  await act.enqueue(sweepJob, { sweepId: id }, { key: `${sweepJob}:${id}`, runAt })
  await act.announce(siteSweepStarted, { subject: `siteSweep/${id}`, organizationId, cause })
  return { id }
}

/** The same at somebody's wish. */
export async function startSiteSweep(
  act: Act,
  input: { readonly organizationId: number },
): Promise<{ id: number }> {
  const { id, path } = await organizationById(act.tx, input.organizationId)
  if (!maySweep(act.by, path)) throw refuse('notYours')
  return startSweep(act, id, 'person')
}

/** Each night and at each start: a release that brings other words has the whole site read again. */
export async function sweepForLexicon(act: Act): Promise<void> {
  if (act.by !== theSystem) throw refuse('notYours')
  const { roots } = await organizationTree(act.tx)
  for (const { id } of roots)
    if (!(await isSweptWith(act.tx, id, theLexicon.datedOn))) await startSweep(act, id, 'lexicon')
}

// Some hundred milliseconds of reading, then others may have their turn.
const readAtOnce = 25

/**
 * The job: reads the next documents of a sweep and has itself called for those behind them. What was
 * read is kept with how far it came, in one transaction; killed anywhere, it goes on from there.
 */
export async function sweepOn(
  house: { readonly db: Db; readonly files: BlobStore; readonly perform: Perform },
  job: { readonly sweepId: number },
  most = readAtOnce,
): Promise<void> {
  const sweep = await sweepById(house.db, job.sweepId)
  if (!sweep || sweep.endedAt) return
  const texts = await liveTextsAfter(house.db, sweep.path, sweep.lastDocumentId, most)
  const found: FoundLive[] = []
  let files = 0
  let unread = 0
  for (const text of texts) {
    const read = await readAgain(house.db, house.files, text)
    found.push(...read.found)
    files += read.files
    unread += read.unread
  }
  const isLast = texts.length < most
  await house.perform(theSystem, async (act) => {
    const step = { documents: texts.length, files, unread, found: found.length }
    const last = texts.at(-1)?.documentId ?? sweep.lastDocumentId
    const moved = await moveOn(act.tx, sweep, { ...step, last, endedAt: isLast ? act.at : null })
    // Somebody had it start over: what was read with the old words is not kept.
    if (!moved) return
    const read = texts.map((one) => one.documentId)
    await keepFound(act.tx, read, found, act.at)
    if (!isLast) return act.enqueue(sweepJob, job, { key: `${sweepJob}:${job.sweepId}:${last}` })
    await dropStale(act.tx, sweep.path)
    await act.announce(siteSweepEnded, {
      ...{ subject: `siteSweep/${sweep.id}`, organizationId: sweep.organizationId },
      documents: sweep.documents + step.documents,
      files: sweep.files + files,
      found: sweep.found + step.found,
    })
  })
}
