import { startWorker } from '../../worker/worker.ts'
import { type Command, readArgs } from '../command.ts'
import { openPlace } from '../place.ts'
import { untilAsked } from './serve.ts'

export const work: Command = async (args) => {
  const { values } = readArgs(args, { directory: { type: 'string' } })
  const place = await openPlace({ directory: values.directory, attach: true, hearOthers: true })
  const worker = await startWorker(place.house)
  await untilAsked()
  await worker.close()
  await place.close()
}
