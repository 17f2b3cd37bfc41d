import type { Act } from '#platform/act'
import type { CivilDate } from '#platform/civil-date'
import type { RoundLine } from './contract/rounds.ts'
import { roundPublished } from './facts.ts'
import { markRound, type Round, roundByResult } from './store/rounds.ts'

export const roundShown = (round: Round, today: CivilDate): RoundLine => ({
  id: round.id,
  title: round.title,
  ground: round.ground,
  organization: { id: round.organizationId, name: round.organizationName },
  fromYear: round.fromYear,
  toYear: round.toYear,
  dueOn: round.dueOn,
  late: round.owed > 0 && round.dueOn < today,
  documents: round.documents,
  owed: round.owed,
  state: round.publishedAt
    ? 'published'
    : round.resultDocumentId !== null
      ? 'drafted'
      : round.signedAt
        ? 'signed'
        : 'open',
  signedAt: round.signedAt?.toISOString() ?? null,
  signedBy: round.signedBy,
  resultDocumentId: round.resultDocumentId,
})

export const factOf = (round: Round) => ({
  subject: `round/${round.id}`,
  organizationId: round.organizationId,
  roundId: round.id,
})

/** The result of a round is before the public: the round is done. */
export async function finishRound(act: Act, documentId: number): Promise<void> {
  const round = await roundByResult(act.tx, documentId)
  if (!round) return
  await markRound(act.tx, round.id, { published_at: act.at })
  await act.announce(roundPublished, { ...factOf(round), documentId })
}
