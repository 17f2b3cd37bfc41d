import { sql } from 'kysely'
import { editionInForce, fields, matters } from '#catalogue'
import { organizationTree } from '#organizations'
import type { Act } from '#platform/act'
import type { Db } from '#platform/database'
import { countLexemes } from './frequency.ts'
import { replaceTerms, type Term, termsOfTitle, weights } from './terms.ts'

// More matters than any catalogue has, and titles enough that their words repeat.
const [mattersRead, titlesRead, batch] = [5_000, 300_000, 5_000]

/**
 * Gathers anew the terms that help on: fields and matters of the catalogue, units, words of the titles of
 * live documents, the newest first; and counts how common words are. Each night, and after a new catalogue.
 */
export async function gatherTerms(act: Act): Promise<number> {
  await sql`set local statement_timeout = 0`.execute(act.tx)
  const gathered = new Map<string, number>()
  const add = ({ term, weight }: Term) =>
    void gathered.set(term, Math.max(weight, gathered.get(term) ?? 0))
  for (const term of await namesOf(act.tx)) add(term)
  for await (const title of titles(act.tx))
    for (const term of termsOfTitle(title)) add({ term, weight: weights.title })
  await replaceTerms(
    act.tx,
    [...gathered].map(([term, weight]) => ({ term, weight })),
  )
  await countLexemes(act.tx)
  return gathered.size
}

const namesOf = async (db: Db): Promise<Term[]> => {
  const tree = await organizationTree(db)
  const editions = await Promise.all(tree.roots.map((root) => editionInForce(db, root.id)))
  const named: Term[] = [
    ...tree.organizations.flatMap(({ name, shortName }) =>
      [name, shortName].map((term) => ({ term, weight: weights.unit })),
    ),
    ...(await fields(db)).map(({ name }) => ({ term: name, weight: weights.field })),
  ]
  for (const edition of editions) {
    if (!edition) continue
    const found = await matters(db, edition.id, {}, { limit: mattersRead })
    named.push(
      ...found.matters.flatMap(({ level1, level2 }) =>
        [level1, level2].map((term) => ({ term, weight: weights.matter })),
      ),
    )
  }
  return named
}

async function* titles(db: Db): AsyncGenerator<string> {
  let before = Number.MAX_SAFE_INTEGER
  for (let read = 0; read < titlesRead; read += batch) {
    const { rows } = await sql<{ id: number; title: string }>`
      select document_id as id, title from documents.live_text where document_id < ${before}
      order by document_id desc limit ${batch}`.execute(db)
    for (const { title } of rows) yield title
    const last = rows.at(-1)
    if (!last) return
    before = last.id
  }
}
