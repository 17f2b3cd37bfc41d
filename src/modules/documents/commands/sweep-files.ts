import { type Act, theSystem } from '#platform/act'
import type { BlobStore } from '#platform/blob-store'
import { refuse } from '../refusals.ts'
import { forgetBlobs, looseBlobs, referredTo } from '../store/kept-files.ts'

export const jobs = { dropFile: 'dropFile', sweepFiles: 'sweepFiles' } as const

/**
 * In force since 2026-11-22: a file that nothing refers to is deleted after a day. An upload that was
 * refused, a draft's file that was taken off, the original of a masked one that a crash left behind.
 */
const looseHours = 24
const hourMs = 60 * 60 * 1000
// Asked together: one statement a table for each batch.
const batch = 1000

/** The job after a masking: deletes the original at once, if nothing else refers to it. Safe to run twice. */
export async function dropFile(
  act: Act,
  files: BlobStore,
  job: { readonly sha256: string },
): Promise<void> {
  if (act.by !== theSystem) throw refuse('notYours')
  await drop(act, files, [job.sha256], act.at)
}

/** The nightly job: deletes files that nothing has referred to for a day; answers how many. */
export async function sweepFiles(act: Act, files: BlobStore): Promise<number> {
  if (act.by !== theSystem) throw refuse('notYours')
  const before = new Date(act.at.getTime() - looseHours * hourMs)
  let swept = await drop(act, files, await looseBlobs(act.tx, before), before)
  let waiting: string[] = []
  for await (const sha256 of files.olderThan(before)) {
    waiting.push(sha256)
    if (waiting.length < batch) continue
    swept += await drop(act, files, waiting, before)
    waiting = []
  }
  return swept + (await drop(act, files, waiting, before))
}

async function drop(
  act: Act,
  files: BlobStore,
  hashes: readonly string[],
  untouchedSince: Date,
): Promise<number> {
  if (hashes.length === 0) return 0
  const referred = await referredTo(act.tx, hashes)
  const loose = hashes.filter((sha256) => !referred.has(sha256))
  if (loose.length === 0) return 0
  await forgetBlobs(act.tx, loose)
  let gone = 0
  for (const sha256 of loose) if (await files.remove(sha256, untouchedSince)) gone += 1
  return gone
}
