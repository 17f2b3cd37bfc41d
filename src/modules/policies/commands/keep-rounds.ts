import type { z } from 'zod'
import { createDraft } from '#documents'
import { organizationById } from '#organizations'
import type { Act } from '#platform/act'
import type {
  Decision,
  decideItems as decideContract,
  openRound as openContract,
  RoundLine,
} from '../contract/rounds.ts'
import type { EffectKind } from '../contract/shapes.ts'
import { roundDecided, roundDrafted, roundOpened, roundSigned } from '../facts.ts'
import { mayDraft, mayKeepReleased, mayKeepRound, maySignRound } from '../policy.ts'
import { refuse } from '../refusals.ts'
import { resultOf } from '../round-result.ts'
import { factOf, roundShown } from '../rounds.ts'
import { type NewEffect, replaceEffects } from '../store/effects.ts'
import * as store from '../store/rounds.ts'

/** What a decision does to a policy once the result is released; an amendment needs a text of its own. */
const endingBy: Readonly<Partial<Record<Decision, EffectKind>>> = {
  repeal: 'repeals',
  declareExpired: 'declaresExpired',
}

/** Opens a round over every released policy of its years that still stands, for a unit and those below. */
export async function openRound(
  act: Act,
  input: z.output<typeof openContract.input>,
): Promise<RoundLine> {
  const organization = await organizationById(act.tx, input.organizationId)
  if (!mayKeepRound(act.by, organization.path)) throw refuse('notYours')
  const { id, documents } = await store.addRound(act.tx, {
    ...input,
    path: organization.path,
    at: act.at,
    by: act.by.id,
  })
  if (documents === 0) throw refuse('roundEmpty', { from: input.fromYear, to: input.toYear })
  const round = await found(act, id)
  await act.announce(roundOpened, { ...factOf(round), documents })
  return roundShown(round, act.today)
}

/** Decides documents of an open round. Keeping needs no reason; everything else is told why. */
export async function decideItems(
  act: Act,
  input: z.output<typeof decideContract.input>,
): Promise<RoundLine> {
  const round = await found(act, input.id)
  const ids = [...new Set(input.documentIds)]
  // 谁制定、谁清理: a department decides its own files, the round's keepers decide any.
  const paths = await store.pathsOfItems(act.tx, round.id, ids)
  if (!paths.every((path) => mayKeepRound(act.by, round.path) || mayKeepReleased(act.by, path)))
    throw refuse('notYours')
  if (round.signedAt) throw refuse('roundClosed')
  if (input.decision !== 'keep' && input.reason === '') throw refuse('reasonMissing')
  const made = { decision: input.decision, reason: input.reason, at: act.at, by: act.by.id }
  if ((await store.decide(act.tx, round.id, ids, made)) < ids.length) throw refuse('notInRound')
  await act.announce(roundDecided, {
    ...factOf(round),
    documentIds: ids,
    decision: input.decision,
  })
  return roundShown(await found(act, round.id), act.today)
}

/** The leader's signature: nothing owed, and not by the hand that decided. */
export async function signRound(act: Act, input: { readonly id: number }): Promise<RoundLine> {
  const round = await found(act, input.id)
  if (!maySignRound(act.by, round.path)) throw refuse('notYours')
  if (round.signedAt) throw refuse('roundClosed')
  if (round.owed > 0) throw refuse('decisionsOwed', { owed: round.owed })
  if (act.by.id !== null && (await store.hasDecided(act.tx, round.id, act.by.id)))
    throw refuse('signerDecided')
  await store.markRound(act.tx, round.id, { signed_at: act.at, signed_by: act.by.id })
  await act.announce(roundSigned, factOf(round))
  return roundShown(await found(act, round.id), act.today)
}

/**
 * Writes the result as a draft that passes the usual review; what it repeals or declares expired ends
 * on its release, by the same links that every repealing document has.
 */
export async function draftResult(act: Act, input: { readonly id: number }): Promise<RoundLine> {
  const round = await found(act, input.id)
  if (!mayDraft(act.by, round.path)) throw refuse('notYours')
  if (!round.signedAt) throw refuse('roundNotSigned')
  if (round.resultDocumentId !== null) throw refuse('resultDrafted')
  const items = await store.itemsOf(act.tx, round.id, { kind: 'staff', by: act.by })
  const draft = await createDraft(act, {
    organizationId: round.organizationId,
    fields: resultOf(round, items, act.today),
  })
  const ends = items.flatMap(({ id, decision }): NewEffect[] => {
    const kind = decision === null ? undefined : endingBy[decision]
    return kind ? [{ targetId: id, kind, scope: '', onDay: null }] : []
  })
  const made = { at: act.at, by: act.by.id, activeSince: null }
  await replaceEffects(act.tx, draft.documentId, ends, made)
  await store.markRound(act.tx, round.id, { result_document_id: draft.documentId })
  await act.announce(roundDrafted, { ...factOf(round), documentId: draft.documentId })
  return roundShown(await found(act, round.id), act.today)
}

async function found(act: Act, id: number): Promise<store.Round> {
  const round = await store.lockRound(act.tx, id)
  if (!round) throw refuse('notFound')
  return round
}
