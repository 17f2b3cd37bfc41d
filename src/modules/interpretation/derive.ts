import type { Act } from '#platform/act'
import type { CivilDate } from '#platform/civil-date'
import type { Db } from '#platform/database'
import { policyClassOf, policyOf } from '#policies'
import type { PlanItem } from './contract/desk.ts'
import { dueOnOf } from './limits.ts'
import type { Accompanied } from './readiness.ts'
import { commentRuleFor, explainsItself, ruleFor } from './requirement.ts'
import { type MaterialRow, materialsOf } from './store/materials.ts'
import { dropDuty, dutyOf, type Exemption, exemptionOf, planOf, putDuty } from './store/plans.ts'
import { type PolicyRow, policyFor } from './store/policies.ts'
import { type CommentRule, commentRuleOn, type Requirement, requirementsOn } from './store/rules.ts'

/** Everything about the interpretation of one policy that rules ask for. */
export interface Account extends Accompanied {
  readonly policy: PolicyRow
  readonly rule: Requirement | null
  /** Set where it is a draft put out for comment; then no other rule applies. */
  readonly comment: CommentRule | null
  readonly plan: readonly PlanItem[]
  readonly exemption: Exemption | null
  readonly materials: readonly (MaterialRow & { readonly isEmpty: boolean })[]
}

/** What is out is judged by the rule of its release, what is under way by today's. */
export async function accountOf(db: Db, policy: PolicyRow, today: CivilDate): Promise<Account> {
  const day = policy.isLive ? (policy.releasedOn ?? today) : today
  const [rules, comments, plan, exemption, tied, record] = await Promise.all([
    requirementsOn(db, day),
    commentRuleOn(db, day),
    planOf(db, policy.documentId),
    exemptionOf(db, policy.documentId),
    materialsOf(db, policy.documentId),
    policyOf(db, policy.documentId),
  ])
  // What a person said of its class comes before what its number and title say.
  const said = record?.classByPerson && record.class !== 'none' ? record.class : null
  const policyClass = said ?? policyClassOf(policy)
  const comment = commentRuleFor(policy, comments)
  const rule = comment ? null : ruleFor(policy, policyClass, rules)
  const materials = tied
    .filter((one) => !one.followUp)
    .map((one) => ({
      ...one,
      isEmpty: one.text.trim() === '' && one.files + one.pictures === 0,
    }))
  return {
    policy,
    rule,
    comment,
    plan,
    exemption,
    isNeeded: rule !== null,
    isExempted: exemption !== null,
    isLive: policy.isLive,
    planned: plan.length,
    lacksExplanation:
      comment?.isNeeded === true &&
      !policy.isLive &&
      exemption === null &&
      !explainsItself(policy) &&
      materials.every((one) => one.isEmpty),
    materials,
  }
}

/** Forms that were planned and are not out; with nothing out at all, a text stands for the whole. */
export const missingForms = (account: Pick<Account, 'plan' | 'materials'>) => {
  const out = new Set(account.materials.filter((one) => one.isLive).map((one) => one.form))
  const missing = account.plan.map((item) => item.form).filter((form) => !out.has(form))
  return missing.length === 0 && out.size === 0 ? (['text'] as const) : missing
}

/** Derives anew whether an interpretation of this policy is owed: only the policy touched is read. */
export async function deriveDuty(act: Act, policyId: number): Promise<void> {
  const policy = await policyFor(act.tx, policyId, 'system')
  if (!policy) return
  const account = await accountOf(act.tx, policy, act.today)
  const isOwed = account.rule !== null || account.plan.length > 0
  if (!policy.isLive || !isOwed || account.exemption) return dropDuty(act.tx, policyId)
  const before = await dutyOf(act.tx, policyId)
  const releasedOn = policy.releasedOn ?? act.today
  const isSettled = missingForms(account).length === 0
  await putDuty(act.tx, {
    policyId,
    organizationId: policy.organizationId,
    releasedOn,
    dueOn: dueOnOf(releasedOn),
    settledOn: isSettled ? (before?.settledOn ?? act.today) : null,
  })
}
