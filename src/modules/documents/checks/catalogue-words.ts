import type { Db } from '#platform/database'
import { nameOf } from '../columns/derive.ts'
import { catalogueKey, matterWords } from '../store/words.ts'
import { type MatterIndex, type MatterWords, matterIndex } from '../suggest/index.ts'

export interface CatalogueWords {
  readonly index: MatterIndex
  readonly byCode: ReadonlyMap<string, MatterWords>
}
// A catalogue never changes once adopted, so its index is kept; two cover a change of edition.
const mostCatalogues = 2
const catalogues = new Map<number, CatalogueWords>()

/** The words of a catalogue, turned round; made once in a process. */
async function catalogueWords(db: Db, id: number): Promise<CatalogueWords> {
  const known = catalogues.get(id)
  if (known) return known
  const matters = await matterWords(db, id)
  const made = {
    index: matterIndex(matters),
    byCode: new Map(matters.map((matter) => [matter.code, matter])),
  }
  const [oldest] = catalogues.keys()
  if (catalogues.size >= mostCatalogues && oldest !== undefined) catalogues.delete(oldest)
  catalogues.set(id, made)
  return made
}

/** Those of the catalogue in force for a unit; null before one was adopted. */
export async function wordsInForce(db: Db, path: string): Promise<CatalogueWords | null> {
  const id = await catalogueKey(db, path)
  return id === null ? null : catalogueWords(db, id)
}

/** A matter as lists name it. */
export const matterShown = (matter: MatterWords) => ({
  matterCode: matter.code,
  name: nameOf({ ...matter, level3: '' }),
  fieldName: matter.field,
})
