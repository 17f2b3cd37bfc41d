import { Logger, run, type TaskList } from 'graphile-worker'
import { sweepTries } from '#accounts'
import { turnStandings } from '#assessment'
import { countAnewJob } from '#calendar'
import {
  dropFile,
  releaseWhenDue,
  sweepFiles,
  sweepForLexicon,
  sweepOn,
  takeDown,
} from '#documents'
import { sweepFolder } from '#interchange'
import { theSystem } from '#platform/act'
import { dateAt } from '#platform/civil-date'
import { turnValidity } from '#policies'
import { closeSettled, removeExpired, sortSubjects, sweepDrafts, sweepTallies } from '#requests'
import { sealDays } from '#seals'
import { gatherTerms, readForSearch } from '#search'
import type { House } from '../house.ts'
import { type CountAnew, countAnew, stillUnknown } from './count-anew.ts'

/** New requests are sorted under the catalogue's fields by their words, for the analysis. */
const sortAllSubjects = async (house: House): Promise<void> => {
  for (let sorted = 1; sorted > 0; )
    ({ sorted } = await house.perform(theSystem, (act) => sortSubjects(act)))
}

/** Cases that have been over for long are closed, some at a time: from then on retention counts. */
const closeAllSettled = async (house: House): Promise<void> => {
  for (let closed = 1; closed > 0; )
    ({ closed } = await house.perform(theSystem, (act) => closeSettled(act)))
}

/** What has been kept long enough of closed requests goes, some at a time. */
const removeAllExpired = async (house: House): Promise<void> => {
  for (let removed = 1; removed > 0; )
    ({ removed } = await house.perform(theSystem, (act) => removeExpired(act)))
}

/** What the worker does, by the job names that commands enqueue. Each is safe to run twice. */
const tasksOf = (house: House): TaskList => ({
  publishScheduled: async (payload) => {
    const { editionId } = payload as { editionId: number }
    await releaseWhenDue(house.perform, { editionId })
  },
  takeDown: async (payload) => {
    const { editionId } = payload as { editionId: number }
    await house.perform(theSystem, (act) => takeDown(act, { editionId }))
  },
  dropFile: async (payload) => {
    const job = payload as { sha256: string }
    await house.perform(theSystem, (act) => dropFile(act, house.files, job))
  },
  sweepFiles: async () => {
    // Drafts of requests that expired go first, so that their files lie loose.
    await house.perform(theSystem, (act) => sweepDrafts(act))
    await house.perform(theSystem, (act) => sweepTallies(act.tx, act.at))
    await house.perform(theSystem, (act) => sweepTries(act.tx, act.at))
    await house.perform(theSystem, (act) => sweepFiles(act, house.files))
  },
  sweepSite: async (payload) => {
    await sweepOn(house, payload as { sweepId: number })
  },
  readForSearch: async (payload) => {
    const { documentId } = payload as { documentId: number }
    await readForSearch(house, documentId)
  },
  gatherTerms: async () => {
    await house.perform(theSystem, (act) => gatherTerms(act))
  },
  sealDay: async () => {
    await house.perform(theSystem, (act) => sealDays(act))
  },
  clockDay: async () => {
    const turns = [
      () => house.perform(theSystem, (act) => turnStandings(act)),
      () => house.perform(theSystem, (act) => turnValidity(act)),
      () => house.perform(theSystem, (act) => sweepForLexicon(act)),
      // Requests are turned with it.
      () => countAnew(house, stillUnknown(dateAt(new Date()))),
      () => sortAllSubjects(house),
      () => closeAllSettled(house),
      () => removeAllExpired(house),
    ]
    // One that fails is told and tried again; a policy runs out at midnight all the same.
    const failed: unknown[] = []
    for (const turn of turns) await turn().catch((error) => failed.push(error))
    if (failed.length > 0) throw failed[0]
  },
  [countAnewJob]: async (payload) => {
    await countAnew(house, payload as CountAnew)
  },
  intakeFolder: async () => {
    await sweepFolder(house)
  },
})

// Its own reports of each job would drown the operator's; what goes wrong is said.
const logger = new Logger(() => (level, message) => {
  if (level === 'error' || level === 'warning') process.stderr.write(`worker: ${message}\n`)
})

// Just after midnight in Shanghai (16:01 UTC): what fell due yesterday is late today. At start too, so
// that a server that slept through midnight catches up.
// Files that nothing refers to are swept in the quiet of the night (19:30 UTC is 03:30 in Shanghai).
// Packages of the office network lie there for at most a minute.
// Words that help searchers on are gathered anew from what is public by then.
// The day that is over is sealed soon after.
const crontab =
  '1 16 * * * clockDay ?fill=1d\n30 19 * * * sweepFiles ?fill=1d\n* * * * * intakeFolder\n' +
  '30 18 * * * gatherTerms ?fill=1d\n5 16 * * * sealDay ?fill=1d'

/** Starts the worker inside this process. Jobs live in the schema `jobs` of the same database. */
export const startWorker = async (house: House): Promise<{ close(): Promise<void> }> => {
  const runner = await run({
    pgPool: house.pool,
    schema: 'jobs',
    taskList: tasksOf(house),
    crontab,
    logger,
    concurrency: 2,
    noHandleSignals: true,
    noPreparedStatements: true,
  })
  await house.perform(theSystem, (act) => act.enqueue('clockDay', {}, { key: 'clockDay' }))
  await house.perform(theSystem, (act) => act.enqueue('sealDay', {}, { key: 'sealDay' }))
  return { close: () => runner.stop() }
}
