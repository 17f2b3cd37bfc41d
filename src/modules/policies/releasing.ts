import type { Act } from '#platform/act'
import { policyKept } from './facts.ts'
import { numbersNamedIn } from './reading-text.ts'
import { register } from './registering.ts'
import { finishRound } from './rounds.ts'
import { settle } from './settling.ts'
import { keepCitations } from './store/citations.ts'
import { activate, targetsOf } from './store/effects.ts'
import { liveText, policyRow } from './store/policies.ts'
import { checkAgain } from './texts.ts'

/** A released document enters the library, does to others what it says, and is read for what it cites. */
export async function hearRelease(act: Act, documentId: number): Promise<void> {
  const text = await liveText(act.tx, documentId)
  if (!text) return
  const known = await policyRow(act.tx, documentId)
  const kept = await register(act, text, known)
  await keepCitations(act.tx, documentId, numbersNamedIn(text.text))
  await activate(act.tx, documentId, act.at)
  if (kept) {
    const changed = known === null || known.class !== kept.class || known.releasedAt === null
    if (changed)
      await act.announce(policyKept, {
        subject: `document/${documentId}`,
        organizationId: text.organizationId,
        documentId,
        class: kept.class === 'none' ? null : kept.class,
      })
    await checkAgain(act, text)
  }
  await settle(act, [...(kept ? [documentId] : []), ...(await targetsOf(act.tx, documentId))])
  await finishRound(act, documentId)
}
