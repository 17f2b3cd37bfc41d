import type { z } from 'zod'
import type { Db } from '#platform/database'
import { wordsInForce } from '../checks/catalogue-words.ts'
import { nameOf } from '../columns/derive.ts'
import type { suggestedMatters as contract } from '../contract/drafting.ts'
import { ownerById } from '../store/organizations.ts'
import { suggestMatters } from '../suggest/index.ts'

// As many as fit under the field without hiding the text.
const mostSuggestions = 8

/** Matters that a text seems to serve, each with the words that say so (M161). */
export async function suggestedMatters(
  db: Db,
  input: z.output<typeof contract.input>,
): Promise<z.output<typeof contract.output>> {
  const owner = await ownerById(db, input.organizationId)
  const words = await wordsInForce(db, owner.path)
  if (!words) return []
  const { index, byCode } = words
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
