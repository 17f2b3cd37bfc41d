import type { z } from 'zod'
import type { Act } from '#platform/act'
import type {
  keepParticulars as keepContract,
  Particulars,
  recordEnd as recordContract,
} from '../contract/particulars.ts'
import { particularsKept } from '../facts.ts'
import { mayKeep, particularsOf } from '../particulars.ts'
import { mayKeepReleased } from '../policy.ts'
import { policyClassOf } from '../policy-kind.ts'
import type { PolicyRecord, PolicyText } from '../record.ts'
import { refuse } from '../refusals.ts'
import { suggestedDays } from '../registering.ts'
import { settle } from '../settling.ts'
import { addOutsideEffect, replaceEffects, targetsOf } from '../store/effects.ts'
import {
  areReleased,
  foremostText,
  keepLegality,
  keepPolicy,
  policyRow,
} from '../store/policies.ts'

export type KeepParticulars = z.output<typeof keepContract.input>

/**
 * Sets down what makes a document a policy. Of a draft it waits for the release; of a released one it
 * holds at once, for whoever keeps the files.
 */
export async function keepParticulars(act: Act, input: KeepParticulars): Promise<Particulars> {
  const text = await textToKeep(act, input.id)
  if (!mayKeep(act.by, text)) throw refuse('notYours')
  const known = await policyRow(act.tx, input.id)
  await keepRow(act, text, known, input)
  if (input.legality) await keepLegality(act.tx, input.id, input.legality)
  const before = await targetsOf(act.tx, input.id)
  if (input.acts) await keepEffects(act, text, input.acts)
  const { id, ...changes } = input
  await act.announce(particularsKept, {
    subject: `document/${id}`,
    organizationId: text.organizationId,
    documentId: id,
    changed: Object.keys(changes),
  })
  await settle(act, [...new Set([id, ...before, ...(await targetsOf(act.tx, id))])])
  return particularsOf(act.tx, act.by, id, act.today)
}

async function textToKeep(act: Act, id: number): Promise<PolicyText> {
  const text = await foremostText(act.tx, id, { kind: 'staff', by: act.by })
  if (!text) throw refuse('notFound')
  return text
}

async function keepRow(
  act: Act,
  text: PolicyText,
  known: PolicyRecord | null,
  input: KeepParticulars,
): Promise<void> {
  const byRule = policyClassOf(text) ?? 'none'
  const isSaid = input.class !== undefined
  const classByPerson = isSaid ? input.class !== null : (known?.classByPerson ?? false)
  const saidClass = isSaid ? input.class : known?.classByPerson ? known.class : null
  const saidDays = input.effectiveOn !== undefined || input.expiresOn !== undefined
  const days = known?.datesByPerson || known?.releasedAt ? known : await suggestedDays(act, text)
  const effectiveOn = input.effectiveOn === undefined ? days.effectiveOn : input.effectiveOn
  const expiresOn = input.expiresOn === undefined ? days.expiresOn : input.expiresOn
  if (effectiveOn && expiresOn && expiresOn < effectiveOn) throw refuse('datesReversed')
  await keepPolicy(act.tx, {
    documentId: text.documentId,
    organizationId: text.organizationId,
    class: saidClass ?? byRule,
    classByPerson,
    documentNumber: text.documentNumber,
    writtenOn: text.writtenOn,
    releasedAt: text.live ? text.publishedAt : null,
    effectiveOn,
    expiresOn,
    termArticle: saidDays && expiresOn !== days.expiresOn ? '' : days.termArticle,
    datesByPerson: saidDays || (known?.datesByPerson ?? false),
  })
}

async function keepEffects(
  act: Act,
  text: PolicyText,
  acts: NonNullable<KeepParticulars['acts']>,
): Promise<void> {
  const targets = acts.map(({ targetId }) => targetId)
  if (targets.includes(text.documentId)) throw refuse('effectOnItself')
  if (!(await areReleased(act.tx, targets))) throw refuse('targetNotReleased')
  await replaceEffects(act.tx, text.documentId, acts, {
    at: act.at,
    by: act.by.id,
    activeSince: text.live ? act.at : null,
  })
}

/** Records what ended or amended a policy where that document is not on this site: old paper files. */
export async function recordEnd(
  act: Act,
  input: z.output<typeof recordContract.input>,
): Promise<Particulars> {
  const text = await textToKeep(act, input.id)
  if (!mayKeepReleased(act.by, text.path)) throw refuse('notYours')
  if (!(await policyRow(act.tx, input.id))) await keepRow(act, text, null, { id: input.id })
  await addOutsideEffect(act.tx, {
    targetId: input.id,
    kind: input.kind,
    scope: input.scope,
    onDay: input.onDay,
    actingText: input.actingText,
    at: act.at,
    by: act.by.id,
  })
  await act.announce(particularsKept, {
    subject: `document/${input.id}`,
    organizationId: text.organizationId,
    documentId: input.id,
    changed: ['suffers'],
  })
  await settle(act, [input.id])
  return particularsOf(act.tx, act.by, input.id, act.today)
}
