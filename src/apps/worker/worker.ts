import { Logger, run, type TaskList } from 'graphile-worker'
import { turnStandings } from '#assessment'
import { publishScheduled, takeDown } from '#documents'
import { theSystem } from '#platform/act'
import type { House } from '../house.ts'

/** What the worker does, by the job names that commands enqueue. Each is safe to run twice. */
const tasksOf = (house: House): TaskList => ({
  publishScheduled: async (payload) => {
    const { editionId } = payload as { editionId: number }
    await house.perform(theSystem, (act) => publishScheduled(act, { editionId }))
  },
  takeDown: async (payload) => {
    const { editionId } = payload as { editionId: number }
    await house.perform(theSystem, (act) => takeDown(act, { editionId }))
  },
  clockDay: async () => {
    await house.perform(theSystem, (act) => turnStandings(act))
  },
})

// Its own reports of each job would drown the operator's; what goes wrong is said.
const logger = new Logger(() => (level, message) => {
  if (level === 'error' || level === 'warning') process.stderr.write(`worker: ${message}\n`)
})

// Just after midnight in Shanghai (16:01 UTC): what fell due yesterday is late today. At start too, so
// that a server that slept through midnight catches up.
const crontab = '1 16 * * * clockDay ?fill=1d'

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
  return { close: () => runner.stop() }
}
