import { holds } from '#accounts'
import type { Act, Actor } from '#platform/act'
import type { Db } from '#platform/database'
import type { ClosingRule, RetentionRule, ServingRule, StepLimit } from '../contract/handling.ts'
import { closingRuleSet, retentionSet, servingRuleSet, stepLimitSet } from '../facts.ts'
import { refuse } from '../refusals.ts'
import { topOrganization } from '../store/requests.ts'
import {
  allClosingRules,
  allRetentionRules,
  allServingRules,
  allStepLimits,
  saveClosingRule,
  saveRetentionRule,
  saveServingRule,
  saveStepLimit,
} from '../store/rules.ts'

// They hold for the whole installation, so whoever sets them holds the role at its top.
const setters = ['disclosureOffice', 'administrator'] as const

/** The rules with what was before, for whoever handles requests anywhere. */
export const requestRules = async (
  db: Db,
  by: Actor,
): Promise<{
  steps: StepLimit[]
  serving: ServingRule[]
  closing: ClosingRule[]
  retention: RetentionRule[]
  mayChange: boolean
}> => {
  const [steps, serving, closing, retention, top] = await Promise.all([
    allStepLimits(db),
    allServingRules(db),
    allClosingRules(db),
    allRetentionRules(db),
    topOrganization(db),
  ])
  return { steps, serving, closing, retention, mayChange: holds(by, setters, top.path) }
}

const mustSet = async (act: Act, appliesFrom: string): Promise<{ id: number }> => {
  const top = await topOrganization(act.tx)
  if (!holds(act.by, setters, top.path)) throw refuse('rulesNotYours')
  // What already began was begun under the rule of its day.
  if (appliesFrom < act.today) throw refuse('ruleInPast', { on: appliesFrom })
  return top
}

/** Sets the limit of a step from a day on; requests received before keep theirs. */
export async function setStepLimit(act: Act, limit: StepLimit): Promise<Record<string, never>> {
  const { id: organizationId } = await mustSet(act, limit.appliesFrom)
  await saveStepLimit(act.tx, limit, { at: act.at, staffId: act.by.id })
  const { step, days, appliesFrom } = limit
  await act.announce(stepLimitSet, {
    subject: `step/${step}`,
    organizationId,
    step,
    days,
    appliesFrom,
  })
  return {}
}

/** Sets from a day on how long personal data are kept once a case is closed. */
export async function setRetention(act: Act, rule: RetentionRule): Promise<Record<string, never>> {
  const { id: organizationId } = await mustSet(act, rule.appliesFrom)
  await saveRetentionRule(act.tx, rule, { at: act.at, staffId: act.by.id })
  await act.announce(retentionSet, { subject: 'retention/requests', organizationId, ...rule })
  return {}
}

/** Sets from a day on after how many days a case that is over closes by itself. */
export async function setClosingRule(act: Act, rule: ClosingRule): Promise<Record<string, never>> {
  const { id: organizationId } = await mustSet(act, rule.appliesFrom)
  await saveClosingRule(act.tx, rule, { at: act.at, staffId: act.by.id })
  await act.announce(closingRuleSet, { subject: 'closing/requests', organizationId, ...rule })
  return {}
}

/** Sets from a day on how soon a signed reply has to be served; replies signed before keep theirs. */
export async function setServingRule(act: Act, rule: ServingRule): Promise<Record<string, never>> {
  const { id: organizationId } = await mustSet(act, rule.appliesFrom)
  await saveServingRule(act.tx, rule, { at: act.at, staffId: act.by.id })
  await act.announce(servingRuleSet, { subject: 'serving/requests', organizationId, ...rule })
  return {}
}
