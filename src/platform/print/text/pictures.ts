import { readFile } from 'node:fs/promises'
import type { BlobStore } from '../../blob-store.ts'
import { type Block, picturesIn } from './tree.ts'

/** The pictures of a text by the names under which `textBlocks` reads them; those that are gone are left out. */
export const picturesOf = async (
  store: BlobStore,
  blocks: readonly Block[],
): Promise<Record<string, Uint8Array>> => {
  const found: Record<string, Uint8Array> = {}
  // A photograph of a few megabytes at most: uploads are redrawn smaller than that.
  for (const name of new Set(picturesIn(blocks)))
    if (await store.has(name)) found[`pictures/${name}`] = await readFile(store.pathOf(name))
  return found
}
