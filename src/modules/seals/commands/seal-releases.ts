import { randomBytes } from 'node:crypto'
import {
  editionCorrected,
  editionPublished,
  editionWithdrawn,
  type ReleaseFact,
  sealedText,
  textOf,
} from '#documents'
import type { Act, Announcement } from '#platform/act'
import {
  beginning,
  canonical,
  contentHash,
  fileHash,
  type Link,
  type SealedAct,
  sha256,
  textHash,
} from '../chain.ts'
import { addEntry, lastEntry, lockChain, shutOpenings } from '../store.ts'

// As long as the hash it protects is strong: 128 bits nobody guesses.
const saltBytes = 16

/**
 * Puts what an act released, corrected or withdrew into the public chain, in the act's transaction.
 * Done once for an act, last before the commit like the log: a lock taken in the middle of an act
 * that releases many would wait for columns that another holds, while that one waits for the lock.
 */
export async function sealReleases(act: Act, announced: readonly Announcement[]): Promise<void> {
  const corrected = new Set(
    announced.flatMap(({ kind, payload }) =>
      kind === editionCorrected.kind ? [(payload as ReleaseFact).editionId] : [],
    ),
  )
  const acts = announced.flatMap(({ kind, payload }): { what: SealedAct; fact: ReleaseFact }[] => {
    const fact = payload as ReleaseFact
    if (kind === editionWithdrawn.kind) return [{ what: 'withdrawal', fact }]
    if (kind !== editionPublished.kind) return []
    const what: SealedAct = corrected.has(fact.editionId) ? 'correction' : 'release'
    return [{ what, fact }]
  })
  if (acts.length === 0) return

  // Its own statement: only one begun after the lock is ours sees the link that came last.
  await lockChain(act.tx)
  const last = await lastEntry(act.tx)
  let [number, previous] = [last?.number ?? 0, last?.hash ?? beginning]
  for (const { what, fact } of acts) {
    const text = await sealedText(act.tx, fact.editionId)
    if (!text) continue
    const isGone = what === 'withdrawal'
    const salt = isGone ? '' : randomBytes(saltBytes).toString('hex')
    const shown = textOf(text.html)
    const link: Link = {
      act: what,
      address: `/d/${fact.documentId}`,
      at: act.at.toISOString(),
      content: isGone ? '' : contentHash(salt, text.title, shown),
      edition: text.number,
      files: isGone ? [] : text.files.map((file) => fileHash(salt, file)),
      indexNumber: text.indexNumber,
      number: number + 1,
      previous,
    }
    const body = canonical(link)
    const hash = sha256(body)
    const opening = isGone
      ? null
      : { salt, textHash: textHash(shown), fileHashes: [...new Set(text.files)] }
    await addEntry(act.tx, { number: link.number, body, hash }, opening)
    // 政府信息公开条例 art. 14, 15: what was taken back may hold what must not be public.
    if (isGone || text.concealPrevious)
      await shutOpenings(act.tx, fact.documentId, isGone ? 0 : link.number)
    number = link.number
    previous = hash
  }
}
