import type { Db } from '#platform/database'
import { type PolicyClass, validityOf } from '#policies'

/** The class of each document that is a policy; the day does not matter to it. */
export const policyClassesOf = async (
  db: Db,
  entries: readonly { readonly documentId: number }[],
): Promise<ReadonlyMap<number, PolicyClass>> => {
  const ids = entries.map(({ documentId }) => documentId)
  if (ids.length === 0) return new Map()
  const marks = await validityOf(db, ids, '2100-01-01')
  return new Map([...marks].map(([id, mark]) => [id, mark.class]))
}
