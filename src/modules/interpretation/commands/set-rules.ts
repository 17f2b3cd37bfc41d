import type { z } from 'zod'
import type { Act } from '#platform/act'
import type {
  setCommentRule as commenting,
  setRequirement as ruling,
  setTarget as targeting,
} from '../contract/desk.ts'
import { commentRuleSet, requirementSet, targetSet } from '../facts.ts'
import { maySetRules } from '../policy.ts'
import { refuse } from '../refusals.ts'
import { addRequirement, putCommentRule, putTarget } from '../store/rules.ts'

const subject = 'interpretation/rules'

/** Sets from a day which documents need an interpretation. The past keeps the rule of its day. */
export async function setRequirement(
  act: Act,
  input: z.output<typeof ruling.input>,
): Promise<{ id: number }> {
  if (!maySetRules(act.by)) throw refuse('notYours')
  if (input.validFrom < act.today) throw refuse('ruleBackwards')
  if (input.policyClasses.length + input.kinds.length + input.titleEndings.length === 0)
    throw refuse('ruleEmpty')
  const id = await addRequirement(act.tx, input, act.by.id)
  const { validFrom, article } = input
  await act.announce(requirementSet, { subject, validFrom, article })
  return { id }
}

/** Sets from a day whether a draft put out for comment needs what explains it. */
export async function setCommentRule(
  act: Act,
  input: z.output<typeof commenting.input>,
): Promise<{ isNeeded: boolean }> {
  if (!maySetRules(act.by)) throw refuse('notYours')
  if (input.validFrom < act.today) throw refuse('ruleBackwards')
  await putCommentRule(act.tx, input, act.by.id)
  const { validFrom, isNeeded, article } = input
  await act.announce(commentRuleSet, { subject, validFrom, isNeeded, article })
  return { isNeeded }
}

/** Sets from a day the share of varied forms that each unit should reach. */
export async function setTarget(
  act: Act,
  input: z.output<typeof targeting.input>,
): Promise<{ percent: number }> {
  if (!maySetRules(act.by)) throw refuse('notYours')
  await putTarget(act.tx, input, act.by.id)
  const { validFrom, percent } = input
  await act.announce(targetSet, { subject, validFrom, percent })
  return { percent }
}
