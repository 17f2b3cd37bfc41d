import { mkdir, readdir, readFile, rename, stat, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { type Act, theSystem } from '#platform/act'
import type { Receipt } from './contract.ts'
import { folderSet } from './facts.ts'
import { type Intake, receivePackage } from './intake.ts'
import { packageBounds } from './opened.ts'
import { type Folder, folderOf, keepFolder } from './store.ts'

/** The operator names the folder that is watched, or none; paths of the server come from no web page. */
export async function watchFolder(act: Act, folder: Folder | null): Promise<void> {
  await keepFolder(act.tx, folder)
  await act.announce(folderSet, { subject: 'intake/folder', watched: folder !== null })
}

// A file still being copied changes; one that has rested this long may be whole.
const restMs = 5_000
// A copy that stalls rests too. What has no end of a zip yet is given this long to go on.
const stalledMs = 600_000
// A minute's sweep must not outlast the next by much; the rest waits.
const mostInSweep = 50

/**
 * Takes in the packages that lie in the watched folder. The receipt is written beside before the
 * package is moved away, so that a power cut in between only asks again and gets the same receipt.
 */
export async function sweepFolder(house: Intake, now = new Date()): Promise<{ taken: number }> {
  const folder = await folderOf(house.db)
  if (!folder) return { taken: 0 }
  const names = (await readdir(folder.inbox)).filter((name) => /\.zip$/i.test(name)).sort()
  let taken = 0
  const failed: unknown[] = []
  for (const name of names) {
    if (taken === mostInSweep) break
    try {
      if (await takeIn(house, folder, name, now)) taken += 1
    } catch (error) {
      // One file that cannot be read or moved keeps no other from its receipt.
      failed.push(error)
    }
  }
  if (failed.length > 0) throw failed[0]
  return { taken }
}

/** False where it is not whole yet. */
async function takeIn(house: Intake, folder: Folder, name: string, now: Date): Promise<boolean> {
  const path = join(folder.inbox, name)
  const found = await stat(path)
  // The change of the file itself counts: copying programs set the older date of the original.
  const restedMs = now.getTime() - Math.max(found.mtimeMs, found.ctimeMs)
  if (!found.isFile() || restedMs < restMs) return false
  // What is larger than any package is not read; its first bytes are no zip and say so.
  const isTooLarge = found.size > packageBounds.bytes
  const bytes = isTooLarge ? new Uint8Array() : await readFile(path)
  if (!isTooLarge && restedMs < stalledMs && !hasEnd(bytes)) return false
  const receipt = await receivePackage(house, theSystem, { bytes, fileName: name, way: 'folder' })
  await writeReceipt(folder.receipts, name, receipt)
  const away = join(folder.inbox, receipt.result === 'accepted' ? 'done' : 'refused')
  await mkdir(away, { recursive: true })
  await rename(path, await freeName(away, name, receipt))
  return true
}

// "End of central directory", the last record of every zip, at most a comment's length before its end.
const endOfZip = Buffer.from('PK\x05\x06', 'latin1')
const longestTail = 65_557

const hasEnd = (bytes: Uint8Array): boolean =>
  Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
    .subarray(-longestTail)
    .includes(endOfZip)

/** Under a name of its own at first: whoever fetches receipts never finds half of one. */
async function writeReceipt(directory: string, name: string, receipt: Receipt): Promise<void> {
  await mkdir(directory, { recursive: true })
  const whole = join(directory, `${name}.receipt.json`)
  const before = await readFile(whole, 'utf8').catch(() => null)
  // Another package under the same file name: the receipt not fetched yet stays beside the new one.
  const former = before === null ? null : (JSON.parse(before) as Partial<Receipt>)
  if (former?.sha256 && former.sha256 !== receipt.sha256)
    await rename(whole, join(directory, `${name}.${former.sha256.slice(0, 8)}.receipt.json`))
  const aside = join(directory, `.${name}.receipt.json`)
  await writeFile(aside, `${JSON.stringify(receipt, null, 1)}\n`)
  await rename(aside, whole)
}

/** Where a file of that name lies already, the new one bears the first signs of its digest. */
async function freeName(directory: string, name: string, receipt: Receipt): Promise<string> {
  const taken = (await readdir(directory)).includes(name)
  return join(directory, taken ? `${receipt.sha256.slice(0, 8)}-${name}` : name)
}
