import type { z } from 'zod'
import type { Act } from '#platform/act'
import type { setPlan as contract } from '../contract/desk.ts'
import { deriveDuty } from '../derive.ts'
import { planSet } from '../facts.ts'
import { factAbout, findPolicy } from '../finding.ts'
import { mayPlan } from '../policy.ts'
import { refuse } from '../refusals.ts'
import { exemptionOf, putPlan } from '../store/plans.ts'

/** Sets how a policy will be explained: in which forms, by whom, when (M50). */
export async function setPlan(
  act: Act,
  input: z.output<typeof contract.input>,
): Promise<{ items: number }> {
  const policy = await findPolicy(act, input.id, mayPlan)
  const forms = input.items.map((item) => item.form)
  if (new Set(forms).size < forms.length) throw refuse('formRepeated')
  if (forms.length > 0 && (await exemptionOf(act.tx, policy.documentId)))
    throw refuse('exemptedWithPlan')
  await putPlan(act.tx, policy.documentId, input.items, { at: act.at, by: act.by.id })
  await deriveDuty(act, policy.documentId)
  await act.announce(planSet, { ...factAbout(policy), forms })
  return { items: forms.length }
}
