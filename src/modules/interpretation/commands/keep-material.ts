import type { z } from 'zod'
import type { Act } from '#platform/act'
import type { keepMaterial as contract } from '../contract/desk.ts'
import { materialKept } from '../facts.ts'
import { findPolicy } from '../finding.ts'
import { mayPlan } from '../policy.ts'
import { refuse } from '../refusals.ts'
import { materialById, putMaterial } from '../store/materials.ts'

const open = ['draft', 'returned']

/** Keeps what the form of an interpretation needs. What is under review or out is read-only. */
export async function keepMaterial(
  act: Act,
  input: z.output<typeof contract.input>,
): Promise<{ id: number; version: number }> {
  const document = await findPolicy(act, input.id, mayPlan)
  const material = await materialById(act.tx, input.id)
  if (!material) throw refuse('notFound')
  if (!open.includes(document.state)) throw refuse('changedMeanwhile')
  const kept = await putMaterial(act.tx, { ...input, documentId: input.id })
  if (!kept) throw refuse('changedMeanwhile')
  await act.announce(materialKept, {
    subject: `document/${input.id}`,
    organizationId: document.organizationId,
    policyId: material.policy.documentId,
    documentId: input.id,
    form: input.form,
  })
  return { id: input.id, version: input.version + 1 }
}
