import { mkdir, readdir, readFile, rename, stat, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { type Act, theSystem } from '#platform/act'
import { folderSet } from './facts.ts'
import { type Intake, receivePackage } from './intake.ts'
import { packageBounds } from './opened.ts'
import { type Folder, folderOf, keepFolder } from './store.ts'

/** The operator names the folder that is watched, or none; paths of the server come from no web page. */
export async function watchFolder(act: Act, folder: Folder | null): Promise<void> {
  await keepFolder(act.tx, folder)
  await act.announce(folderSet, { subject: 'intake/folder', watched: folder !== null })
}

// A file still being copied changes; one that has rested this long is whole.
const restMs = 5_000
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
  for (const name of names.slice(0, mostInSweep)) {
    const path = join(folder.inbox, name)
    const found = await stat(path)
    if (!found.isFile() || now.getTime() - found.mtimeMs < restMs) continue
    await takeIn(house, folder, name, found.size)
    taken += 1
  }
  return { taken }
}

async function takeIn(house: Intake, folder: Folder, name: string, size: number): Promise<void> {
  const path = join(folder.inbox, name)
  // What is larger than any package is not read; its first bytes are no zip and say so.
  const bytes = size > packageBounds.bytes ? new Uint8Array() : await readFile(path)
  const receipt = await receivePackage(house, theSystem, { bytes, fileName: name, way: 'folder' })
  const aside = join(folder.receipts, `.${name}.receipt.json`)
  await mkdir(folder.receipts, { recursive: true })
  await writeFile(aside, `${JSON.stringify(receipt, null, 1)}\n`)
  await rename(aside, join(folder.receipts, `${name}.receipt.json`))
  const away = join(folder.inbox, receipt.result === 'accepted' ? 'done' : 'refused')
  await mkdir(away, { recursive: true })
  await rename(path, join(away, name))
}
