import { reachOf } from '#accounts'
import type { Actor } from '#platform/act'
import { type CivilDate, dateAt } from '#platform/civil-date'
import type { Db } from '#platform/database'
import type { Term } from './contract/library.ts'
import type { RoundItem, RoundLine } from './contract/rounds.ts'
import type { TextCheck } from './contract/texts.ts'
import { mayKeepReleased, mayKeepRound, maySignRound, roundReaders } from './policy.ts'
import { refuse } from './refusals.ts'
import { roundShown } from './rounds.ts'
import { placeOfSite } from './store/place.ts'
import { foremostText, targetRows } from './store/policies.ts'
import { itemsOf, roundById, roundsOf } from './store/rounds.ts'
import { termsReaching } from './store/terms.ts'
import { checkOf, regulationRows } from './store/texts.ts'

/** What the office's screens read, each for the units that a person works for. */

const today = (): CivilDate => dateAt(new Date())

export async function listRounds(db: Db, by: Actor): Promise<RoundLine[]> {
  const rounds = await roundsOf(db, reachOf(by, roundReaders))
  return rounds.map((round) => roundShown(round, today()))
}

export async function roundOf(
  db: Db,
  by: Actor,
  id: number,
): Promise<{ round: RoundLine; items: RoundItem[]; mayKeep: boolean; maySign: boolean }> {
  const round = await roundById(db, id)
  const reach = reachOf(by, roundReaders)
  // Departments below see the round that reaches them as well as those above who opened it.
  const reaches = (path: string) =>
    path.startsWith(round?.path ?? '-') || round?.path.startsWith(path)
  if (!round || !reach.some(reaches)) throw refuse('notFound')
  const isOpen = round.signedAt === null
  const mayKeep = mayKeepRound(by, round.path)
  const items = await itemsOf(db, id, { kind: 'staff', by })
  return {
    round: roundShown(round, today()),
    items: items.map(({ path, ...item }) => ({
      ...item,
      mayDecide: isOpen && (mayKeep || mayKeepReleased(by, path)),
    })),
    mayKeep,
    maySign: isOpen && maySignRound(by, round.path),
  }
}

export const findTargets = (db: Db, by: Actor, q: string) =>
  targetRows(db, q, { kind: 'staff', by })

export async function listTerms(db: Db): Promise<Term[]> {
  const place = await placeOfSite(db)
  return place ? termsReaching(db, place.regionCode) : []
}

export async function regulationTexts(db: Db, by: Actor) {
  const rows = await regulationRows(db, reachOf(by, roundReaders), { kind: 'staff', by })
  return rows.map(({ id, title, documentNumber, unit, checkedAt, ...check }) => ({
    id,
    title,
    documentNumber,
    unit,
    check: checkedAt ? { ...check, checkedAt: checkedAt.toISOString() } : null,
  }))
}

export async function textCheckOf(db: Db, by: Actor, documentId: number) {
  const reader = { kind: 'staff', by } as const
  const text = await foremostText(db, documentId, reader)
  if (!text) throw refuse('notFound')
  const check = await checkOf(db, documentId, reader)
  const shown: TextCheck | null = check && { ...check, checkedAt: check.checkedAt.toISOString() }
  const { title, documentNumber } = text
  return { document: { id: documentId, title, documentNumber }, check: shown }
}
