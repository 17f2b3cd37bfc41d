import { parentPort, workerData } from 'node:worker_threads'
import type { MendOrder } from './in-thread.ts'
import { columnsMasked, hiddenRemoved } from './mend.ts'

const mend = (order: MendOrder): Uint8Array | null =>
  order.how === 'masked'
    ? columnsMasked(order.name, order.bytes, order.columns, order.style)
    : hiddenRemoved(order.name, order.bytes)

// A file that cannot be put together again is one that cannot be changed here.
const answer = (): Uint8Array | null => {
  try {
    return mend(workerData as MendOrder)
  } catch {
    return null
  }
}

parentPort?.postMessage(answer())
