import type { z } from 'zod'
import type { Db } from '#platform/database'
import { nameOf } from '../columns/derive.ts'
import type { suggestedMatters as contract } from '../contract/drafting.ts'
import { ownerById } from '../store/organizations.ts'
import { catalogueKey, matterWords } from '../store/words.ts'
import {
  type MatterIndex,
  type MatterWords,
  matterIndex,
  suggestMatters,
} from '../suggest/index.ts'

// As many as fit under the field without hiding the text.
const mostSuggestions = 8

interface Catalogue {
  readonly index: MatterIndex
  readonly byCode: ReadonlyMap<string, MatterWords>
}
// A catalogue never changes once adopted, so its index is kept; two cover a change of edition.
const mostCatalogues = 2
const catalogues = new Map<number, Catalogue>()

async function catalogueOf(db: Db, id: number): Promise<Catalogue> {
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

/** Matters that a text seems to serve, each with the words that say so (M161). */
export async function suggestedMatters(
  db: Db,
  input: z.output<typeof contract.input>,
): Promise<z.output<typeof contract.output>> {
  const owner = await ownerById(db, input.organizationId)
  const id = await catalogueKey(db, owner.path)
  if (id === null) return []
  const { index, byCode } = await catalogueOf(db, id)
  const text = { title: input.title, body: input.text }
  return suggestMatters(text, index, mostSuggestions).flatMap(({ code, score, because }) => {
    const matter = byCode.get(code)
    const terms = [...new Set(because.map(({ term }) => term))]
    return matter
      ? [
          {
            matterCode: code,
            name: nameOf({ ...matter, level3: '' }),
            fieldName: matter.field,
            firstElement: matter.contentElements[0] ?? '',
            score,
            because: terms,
          },
        ]
      : []
  })
}
