import { sql } from 'kysely'
import type { Act } from '#platform/act'
import type { CivilDate } from '#platform/civil-date'
import type { EffectKind } from './contract/shapes.ts'
import { validityChanged } from './facts.ts'
import type { PolicyRecord } from './record.ts'
import { type EffectDay, effectDays } from './store/effects.ts'
import { policyRows, showingOf } from './store/policies.ts'
import { turnsOn, type ValidityDates, validityOn } from './validity.ts'

interface Settled extends ValidityDates {
  readonly repealedById: number | null
  readonly declaredExpiredById: number | null
  readonly amendedById: number | null
}

/** Judges policies anew by their days and by what active effects do to them, and tells what turned. */
export async function settle(act: Act, documentIds: readonly number[]): Promise<number> {
  if (documentIds.length === 0) return 0
  const policies = await policyRows(act.tx, documentIds)
  const effects = Map.groupBy(await effectDays(act.tx, documentIds), (effect) => effect.targetId)
  let turned = 0
  for (const policy of policies) {
    const settled = withEffects(policy, effects.get(policy.documentId) ?? [])
    const validity = validityOn(settled, act.today)
    await keepSettled(act, policy, settled, validity)
    if (validity === policy.validity || policy.releasedAt === null) continue
    turned += 1
    await act.announce(validityChanged, {
      subject: `document/${policy.documentId}`,
      organizationId: policy.organizationId,
      documentId: policy.documentId,
      from: policy.validity,
      to: validity,
      columnIds: await showingOf(act.tx, policy.documentId),
    })
  }
  return turned
}

const firstOf = (effects: readonly EffectDay[], kind: EffectKind): EffectDay | undefined =>
  effects.find((effect) => effect.kind === kind)

function withEffects(policy: PolicyRecord, effects: readonly EffectDay[]): Settled {
  const repealed = firstOf(effects, 'repeals')
  const declared = firstOf(effects, 'declaresExpired')
  const amended = effects.filter((effect) => effect.kind === 'amends')
  return {
    effectiveOn: policy.effectiveOn,
    expiresOn: policy.expiresOn,
    repealedOn: repealed?.onDay ?? null,
    repealedById: repealed?.actingId ?? null,
    declaredExpiredOn: declared?.onDay ?? null,
    declaredExpiredById: declared?.actingId ?? null,
    amendedOn: amended[0]?.onDay ?? null,
    // The latest: a reader wants the wording that holds now.
    amendedById: amended.findLast(({ actingId }) => actingId !== null)?.actingId ?? null,
  }
}

const keepSettled = (
  act: Act,
  { documentId }: PolicyRecord,
  settled: Settled,
  validity: string,
): Promise<unknown> => {
  const turns: CivilDate | null = turnsOn(settled, act.today)
  return sql`update policies.policy set repealed_on = ${settled.repealedOn},
      repealed_by_id = ${settled.repealedById}, declared_expired_on = ${settled.declaredExpiredOn},
      declared_expired_by_id = ${settled.declaredExpiredById}, amended_on = ${settled.amendedOn},
      amended_by_id = ${settled.amendedById}, validity = ${validity}, turns_on = ${turns}
    where document_id = ${documentId}`.execute(act.tx)
}
