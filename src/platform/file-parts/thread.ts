import { parentPort, workerData } from 'node:worker_threads'
import { readPartsHere } from './read.ts'

const { name, bytes } = workerData as { name: string; bytes: Uint8Array }
parentPort?.postMessage(await readPartsHere(name, bytes))
