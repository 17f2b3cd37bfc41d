import { sql } from 'kysely'
import type { Db } from '#platform/database'
import type { Suggestion } from './contract.ts'
import { boundsOf, newestMatches } from './finding.ts'
import { paceAround, strideFor } from './frequency.ts'
import { stretchesFrom } from './marks.ts'
import { termsBeginning } from './terms.ts'
import { fold, isCertain, soughtIn, titleLexemesIn, titleQueryOf, tsqueryOf } from './words.ts'

const [mostTerms, mostTitles, longestTyped] = [5, 4, 40]

/** What may be typed further: terms that begin so, then the newest titles with these words. Never more than nine. */
export const suggest = async (db: Db, typed: string): Promise<Suggestion[]> => {
  const beginning = fold(typed.slice(0, longestTyped)).trim()
  if (beginning === '') return []
  const [terms, titles] = await Promise.all([
    termsBeginning(db, beginning, mostTerms),
    titlesWith(db, beginning),
  ])
  return [...terms.map((text) => ({ text, documentId: null })), ...titles].filter(
    ({ text }) => text !== beginning,
  )
}

const titlesWith = async (db: Db, typed: string): Promise<Suggestion[]> => {
  const sought = soughtIn(typed)
  const bounds = sought.length === 0 || typed.length < 2 ? null : await boundsOf(db, null)
  if (bounds === null) return []
  const lexemes = titleLexemesIn(sought)
  const pace = await paceAround(db, bounds.newest, lexemes)
  const stride = strideFor(
    pace(
      sought.map((word) => titleLexemesIn([word])),
      [],
    ),
    mostTitles,
  )
  const looking = {
    tsquery: tsqueryOf(sought),
    titleQuery: titleQueryOf(sought),
    places: [],
    confirm: sought.filter((word) => !isCertain(word)).map((word) => word.text),
    whole: [],
    since: null,
    stretches: [],
    titleStretches: stretchesFrom(bounds.newest, bounds.oldest, stride),
  }
  const ids = await newestMatches(db, looking, { rank: 0, after: null, limit: mostTitles })
  const { rows } = await sql<Suggestion>`
    select title as text, document_id::int as "documentId" from documents.live_text
    where document_id = any(${ids}::bigint[]) order by published_at desc, document_id desc`.execute(
    db,
  )
  return rows
}
