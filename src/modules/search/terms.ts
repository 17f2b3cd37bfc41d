import { sql } from 'kysely'
import { pinyin } from 'pinyin-pro'
import type { Db, Tx } from '#platform/database'
import { cut } from '#platform/segment'
import { fold } from './words.ts'

/** A word by which something public is called. */
export interface Term {
  readonly term: string
  readonly weight: number
}

/** Names of fields, matters and units are offered before words of titles. */
export const weights = { title: 1, matter: 3, field: 4, unit: 4 } as const

const [shortest, longest] = [2, 8]
const isTerm = (text: string): boolean =>
  /^\p{Script=Han}+$/u.test(text) && text.length >= shortest && text.length <= longest

const syllablesOf = (text: string): string[] =>
  pinyin(text, { toneType: 'none', type: 'array', v: true }).map((one) => one.toLowerCase())

// Many speak zh as z, and -ing as -in: these count as one.
const heard = (letters: string): string => letters.replace(/([zcs])h/g, '$1').replace(/ng/g, 'n')

/** How a text sounds, without tones and without what many do not tell apart. */
export const soundOf = (text: string): string => heard(syllablesOf(text).join(''))

/** The words of a title, and neighbours among them taken together: 临时, 救助, 临时救助. */
export const termsOfTitle = (title: string): string[] => {
  const words = cut(fold(title))
  const pairs = words.slice(1).map((word, at) => `${words[at]}${word}`)
  return [...new Set([...words, ...pairs].filter(isTerm))]
}

// Sorted, so that two that keep the same words wait for each other in turn.
const sorted = (terms: readonly Term[]): Term[] =>
  terms.filter(({ term }) => isTerm(term)).sort((a, b) => (a.term < b.term ? -1 : 1))

/** Keeps terms that are not kept yet. */
export const keepTerms = async (tx: Tx, terms: readonly Term[]): Promise<void> => {
  const made = sorted(terms)
  const { rows } = await sql<{ term: string }>`
    select term from search.term where term = any(${made.map((one) => one.term)}::text[])`.execute(
    tx,
  )
  const known = new Set(rows.map((row) => row.term))
  const fresh = made.filter(({ term }) => !known.has(term))
  if (fresh.length === 0) return
  await sql`insert into search.term (term, sound, weight)
    select * from unnest(${fresh.map((one) => one.term)}::text[],
      ${fresh.map((one) => soundOf(one.term))}::text[], ${fresh.map((one) => one.weight)}::int[])
    on conflict (term) do update set weight = greatest(search.term.weight, excluded.weight)`.execute(
    tx,
  )
}

/** Words of a title that left the site are offered no more; the next gathering brings back those of others. */
export const forgetTitle = async (tx: Tx, title: string): Promise<void> => {
  await sql`delete from search.term where weight = ${weights.title}
    and term = any(${termsOfTitle(title)}::text[])`.execute(tx)
}

/** Puts all terms in the place of those kept. */
export const replaceTerms = async (tx: Tx, terms: readonly Term[]): Promise<void> => {
  await sql`delete from search.term where not term = any(${terms.map((one) => one.term)}::text[])`.execute(
    tx,
  )
  const batch = 2_000
  const made = sorted(terms)
  for (let at = 0; at < made.length; at += batch) await keepTerms(tx, made.slice(at, at + batch))
}

interface Heard extends Term {
  readonly sound: string
}

const soundingLike = async (db: Db, sounds: readonly string[]): Promise<Heard[]> => {
  const { rows } = await sql<Heard>`
    select term, sound, weight from search.term where sound = any(${sounds}::text[])
    order by weight desc, term limit 400`.execute(db)
  return rows
}

// Who types more pastes a text, and a text has no slips to mend.
const longestSlip = 24
const pieces = /\p{Script=Han}+|[a-z]{4,40}/gu

/**
 * What may have been meant: each stretch that is no known word and sounds like one is taken for it
 * (底保标准 → 低保标准, linshi → 临时). Null where nothing sounds otherwise.
 */
export const meantBy = async (db: Db, question: string): Promise<string | null> => {
  const typed = fold(question).trim()
  if (typed.length > longestSlip) return null
  const runs = [...typed.matchAll(pieces)].map((match) => match[0])
  const spoken = runs.map((run) => ({ run, syllables: isTyped(run) ? [run] : syllablesOf(run) }))
  const sounds = new Set(
    spoken.flatMap(({ syllables }) =>
      windowsOf(syllables).map(([at, to]) => soundIn(syllables, at, to)),
    ),
  )
  const bySound = Map.groupBy(await soundingLike(db, [...sounds]), (one) => one.sound)
  let meant = typed
  for (const { run, syllables } of spoken)
    meant = meant.replace(
      run,
      isTyped(run) ? byLetters(run, bySound) : mended(run, syllables, bySound),
    )
  return meant === typed ? null : meant
}

const isTyped = (run: string): boolean => /^[a-z]/.test(run)
const soundIn = (syllables: readonly string[], from: number, to: number): string =>
  heard(syllables.slice(from, to).join(''))

const windowsOf = (syllables: readonly string[]): [number, number][] =>
  syllables.length === 1
    ? [[0, 1]]
    : syllables.flatMap((_, from) =>
        Array.from({ length: longest - shortest + 1 }, (_, more) => from + shortest + more)
          .filter((to) => to <= syllables.length)
          .map((to): [number, number] => [from, to]),
      )

type BySound = ReadonlyMap<string, readonly Heard[]>

const byLetters = (run: string, bySound: BySound): string =>
  bySound.get(heard(run))?.[0]?.term ?? run

/** A run with the longest stretches that sound like a term written as that term is. */
const mended = (run: string, syllables: readonly string[], bySound: BySound): string => {
  const characters = [...run]
  if (characters.length !== syllables.length) return run
  let made = ''
  let at = 0
  while (at < characters.length) {
    const found = longestFrom(characters, syllables, at, bySound)
    made += found ?? characters[at]
    at += found?.length ?? 1
  }
  return made
}

const longestFrom = (
  characters: readonly string[],
  syllables: readonly string[],
  from: number,
  bySound: BySound,
): string | null => {
  for (let to = Math.min(characters.length, from + longest); to >= from + shortest; to -= 1) {
    const typed = characters.slice(from, to)
    const terms = (bySound.get(soundIn(syllables, from, to)) ?? []).filter(
      ({ term }) => term.length === typed.length,
    )
    if (terms.some(({ term }) => term === typed.join(''))) return typed.join('')
    const same = (term: string) => typed.filter((character, at) => term[at] === character).length
    const [best] = [...terms].sort((a, b) => same(b.term) - same(a.term) || b.weight - a.weight)
    if (best) return best.term
  }
  return null
}

// A single letter or character begins hundreds of terms: of so many the weightiest are taken.
const mostRead = 300

/** Terms that begin as typed, in characters or in the letters of pinyin. */
export const termsBeginning = async (db: Db, typed: string, limit: number): Promise<string[]> => {
  const letters = /^[a-z ']{2,40}$/.test(typed)
  const beginning = letters ? heard(typed.replace(/[ ']/g, '')) : typed
  const column = letters ? sql`sound` : sql`term`
  const { rows } = await sql<{ term: string }>`
    select term from (
      select term, weight from search.term
      where ${column} like ${`${beginning.replace(/[\\%_]/g, '\\$&')}%`} limit ${mostRead}) one
    order by weight desc, length(term), term limit ${limit}`.execute(db)
  return rows.map((row) => row.term)
}
