import { type RawBuilder, sql } from 'kysely'
import type { Db } from '#platform/database'
import { cut } from '#platform/segment'
import type { LikeGroup } from '../contract/analysis.ts'

// Fewer than three are a coincidence.
const fewest = 3
const mostGroups = 12
const mostWords = 3
// A county's requests of two years; beyond it the latest are enough to see what is asked for.
const mostTitles = 2_000

interface Titled {
  readonly id: number
  readonly number: string
  readonly title: string
  readonly fingerprint: string
  readonly organizationId: number
  readonly organizationName: string
}

// Numbers, years, single characters, and what every request says.
const isTelling = (word: string): boolean =>
  word.length > 1 &&
  !/^[\d年月日第号]+$/.test(word) &&
  !/^(申请|公开|信息|政府|提供|相关|有关|情况|关于|明细|文件|材料|本人)$/.test(word)

const wordsOf = (title: string): string[] => [...new Set(cut(title).filter(isTelling))]

/** The words that stand in all of some titles, the rarest first. */
const commonTo = (titles: readonly Titled[], rarity: (word: string) => number): string[] => {
  const [first, ...rest] = titles.map(({ title }) => wordsOf(title))
  return (first ?? [])
    .filter((word) => rest.every((words) => words.includes(word)))
    .sort((a, b) => rarity(a) - rarity(b))
    .slice(0, mostWords)
}

/**
 * Groups of requests at one organ whose titles share two telling words, largest first, each request in
 * one group. Titles have personal data masked, so that words can be shown to whoever sees the list.
 */
export const groupTitles = (titles: readonly Titled[]): Omit<LikeGroup, 'proposalId'>[] => {
  const frequency = new Map<string, number>()
  const pairs = new Map<string, Titled[]>()
  for (const one of titles) {
    const words = wordsOf(one.title).sort()
    for (const word of words) frequency.set(word, (frequency.get(word) ?? 0) + 1)
    for (const [at, word] of words.entries())
      for (const other of words.slice(at + 1)) {
        const pair = `${one.organizationId} ${word} ${other}`
        pairs.set(pair, [...(pairs.get(pair) ?? []), one])
      }
  }
  const rarity = (word: string) => frequency.get(word) ?? 0
  const taken = new Set<number>()
  const out: Omit<LikeGroup, 'proposalId'>[] = []
  const bySize = [...pairs]
    .filter(([, some]) => some.length >= fewest)
    .sort(([, a], [, b]) => b.length - a.length)
  for (const [, some] of bySize) {
    const free = some.filter(({ id }) => !taken.has(id))
    const [first] = free
    // What one person asks three times is a matter for that case, not for a column.
    if (!first || free.length < fewest || new Set(free.map((one) => one.fingerprint)).size < 2)
      continue
    for (const { id } of free) taken.add(id)
    out.push({
      words: commonTo(free, rarity),
      count: free.length,
      organization: { id: first.organizationId, name: first.organizationName },
      example: first.title,
      requests: free.map(({ id, number }) => ({ id, number })),
    })
    if (out.length === mostGroups) break
  }
  return out
}

export const likeGroups = async (
  db: Db,
  where: RawBuilder<boolean>,
  tables: RawBuilder<unknown>,
): Promise<LikeGroup[]> => {
  const [{ rows }, proposals] = await Promise.all([
    sql<Titled>`select r.id, r.number, r.title, q.fingerprint,
        r.organization_id as "organizationId", o.name as "organizationName"
      from ${tables} where ${where} order by r.id desc limit ${mostTitles}`.execute(db),
    sql<{ id: number; organizationId: number; words: string[] }>`
      select id, organization_id as "organizationId", words from requests.proposal
      order by id desc limit 500`.execute(db),
  ])
  return groupTitles(rows).map((group) => ({
    ...group,
    proposalId:
      proposals.rows.find(
        (one) =>
          one.organizationId === group.organization.id &&
          one.words.every((word) => group.words.includes(word)),
      )?.id ?? null,
  }))
}
