import type { PolicyClass } from '#policies'
import type { PolicyRow } from './store/policies.ts'
import type { Requirement } from './store/rules.ts'

/** 解读: what explains is not explained in its turn. */
const explaining = ['解读', '政策解读']

/** Kinds by which an organ prints something of another kind; an 预案 that ends so is none. */
const printing = ['通知', '公告', '通告', '决定', '命令', '令', '']

/** 关于印发《…办法（试行）》的通知 → …办法: what the notice prints, its marks taken off. */
export const essence = (title: string): string =>
  title
    .trim()
    .replace(/的(通知|公告|通告|决定)$/, '')
    .replace(/[》」\s]+$/, '')
    .replace(/[（(][^（）()]{1,20}[）)]$/, '')
    .replace(/[》」\s]+$/, '')

/**
 * The rule by which a document needs an interpretation; null where none does. Only what goes before
 * the public is explained to it.
 */
export const ruleFor = (
  policy: Pick<PolicyRow, 'kind' | 'title' | 'attribute' | 'organizationKind'>,
  policyClass: PolicyClass | null,
  rules: readonly Requirement[],
): Requirement | null => {
  if (policy.attribute !== 'proactive' || explaining.includes(policy.kind)) return null
  const named = essence(policy.title)
  return (
    rules.find(
      (rule) =>
        (rule.organizationKinds.length === 0 ||
          rule.organizationKinds.includes(policy.organizationKind)) &&
        (rule.policyClasses.some((one) => one === policyClass) ||
          rule.kinds.includes(policy.kind) ||
          (printing.includes(policy.kind) &&
            rule.titleEndings.some((ending) => named.endsWith(ending)))),
    ) ?? null
  )
}
