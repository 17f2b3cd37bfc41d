import type { z } from 'zod'
import { organizationById } from '#organizations'
import type { Actor } from '#platform/act'
import { type CivilDate, dateAt } from '#platform/civil-date'
import type { Db } from '#platform/database'
import { lexiconParts, theLexicon, withOwnWords } from '../lexicon/index.ts'
import type { Lexicon, LexiconWord } from '../lexicon/lexicon.ts'
import type * as contract from './contract.ts'
import { keepsWords, mayKeepWords, mayReadWords, reachOfReaders } from './policy.ts'
import { refuse } from './refusals.ts'
import { inForceAt, type OwnWord, ownWords } from './store.ts'

const onPage = 50

/** The words that bind the reader's units, theirs and those of the units below. */
export async function listedOwnWords(
  db: Db,
  by: Actor,
  input: z.output<typeof contract.listOwnWords.input>,
  today: CivilDate = dateAt(new Date()),
): Promise<z.output<typeof contract.listOwnWords.output>> {
  const reach = reachOfReaders(by)
  if (reach.length === 0) throw refuse('wordNotYours')
  const rows = await ownWords(db, { ...input, reach, most: onPage + 1 })
  const items = rows.slice(0, onPage)
  return {
    items: items.map((one) => shown(one, by, today)),
    next: rows.length > onPage ? (items.at(-1)?.id ?? null) : null,
    mayAdd: keepsWords(by),
  }
}

const shown = (one: OwnWord, by: Actor, today: CivilDate): contract.OwnWordLine => {
  const { id, word, kind, instead, reason, from, until, addedBy } = one
  const retired = one.retiredAt
    ? {
        by: one.retiredBy ?? '',
        on: dateAt(one.retiredAt),
        reason: one.retiredReason ?? '',
      }
    : null
  return {
    ...{ id, word, kind, instead, reason, from, until, addedBy: addedBy ?? '', retired },
    organization: { id: one.organizationId, name: one.organizationName },
    inForce: !retired && from <= today && (until === null || until >= today),
    mayRetire: !retired && mayKeepWords(by, one.path),
  }
}

const asWord = (one: Pick<OwnWord, 'word' | 'kind' | 'instead' | 'reason'>) =>
  ({
    word: one.word,
    class: 'own' as const,
    instead: one.instead,
    // A right form that holds the word (人大常委会主任 for 人大主任) is no mistake.
    ...(one.instead.includes(one.word) && { except: [one.instead] }),
    sure: one.kind !== 'sensitive',
    note: one.reason,
  }) satisfies LexiconWord

/** The same for the desk, which examines while somebody writes. */
export async function ownWordsInForce(
  db: Db,
  by: Actor,
  input: z.output<typeof contract.wordsInForce.input>,
  today: CivilDate = dateAt(new Date()),
): Promise<z.output<typeof contract.wordsInForce.output>> {
  const { path } = await organizationById(db, input.organizationId)
  if (!mayReadWords(by, path)) throw refuse('wordNotYours')
  return (await inForceAt(db, path, today)).map(asWord)
}

// Compiled once for each set of words (a millisecond), so the same set has to be the same object.
const mostKept = 20
const kept = new Map<string, Lexicon>()

/** What the texts of a unit are examined for: the lexicon of the program with the words that bind it. */
export async function lexiconFor(
  db: Db,
  path: string,
  today: CivilDate = dateAt(new Date()),
): Promise<Lexicon> {
  const own = await inForceAt(db, path, today)
  if (own.length === 0) return theLexicon
  const key = JSON.stringify(own)
  const known = kept.get(key)
  if (known) return known
  const lexicon = withOwnWords(own.map(asWord))
  const [oldest] = kept.keys()
  if (kept.size >= mostKept && oldest !== undefined) kept.delete(oldest)
  kept.set(key, lexicon)
  return lexicon
}

/** The program's own lexicon, by its parts. */
export const lexiconShown = (): z.output<typeof contract.lexiconSources.output> => ({
  datedOn: theLexicon.datedOn,
  parts: lexiconParts.map((part) => ({ ...part })),
})
