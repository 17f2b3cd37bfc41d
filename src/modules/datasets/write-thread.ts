import { workerData } from 'node:worker_threads'
import { postAnswer } from '#platform/thread'
import { type SheetToWrite, writeWorkbook } from './workbook.ts'

await postAnswer(() => writeWorkbook(workerData as readonly SheetToWrite[]))
