import { parentPort, workerData } from 'node:worker_threads'
import type { MendOrder } from './in-thread.ts'
import { columnsMasked, hiddenRemoved } from './mend.ts'

const order = workerData as MendOrder
const answer =
  order.how === 'masked'
    ? columnsMasked(order.name, order.bytes, order.columns, order.style)
    : hiddenRemoved(order.name, order.bytes)
parentPort?.postMessage(answer)
