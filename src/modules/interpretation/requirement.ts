import type { PolicyClass } from '#policies'
import type { PolicyRow } from './store/policies.ts'
import type { CommentRule, Requirement } from './store/rules.ts'

/** 解读: what explains is not explained in its turn. */
const explaining = ['解读', '政策解读']

/** What tells how a call for comments ended is none itself. */
const commentResult = /(采纳|反馈)情况|意见(及修改)?(的)?(情况|结果)/

/**
 * The rule for drafts put out for comment, where this is one. Such a draft is no policy yet: it owes the
 * public what explains it there and then, not a plan.
 */
export const commentRuleFor = (
  policy: Pick<PolicyRow, 'kind' | 'title' | 'attribute' | 'organizationKind'>,
  rule: CommentRule | null,
): CommentRule | null =>
  rule !== null &&
  policy.attribute === 'proactive' &&
  !explaining.includes(policy.kind) &&
  (rule.organizationKinds.length === 0 ||
    rule.organizationKinds.includes(policy.organizationKind)) &&
  rule.titleMarks.some((mark) => policy.title.includes(mark)) &&
  !commentResult.test(policy.title)
    ? rule
    : null

const explainingFile = /说明|解读/
// A line of its own: 一、起草说明; 关于《…办法（征求意见稿）》的说明.
const explainingHeading =
  /^(?:.{0,14}(?:起草|编制|修订|修改|制定|草案|方案|决策)[^。；\n]{0,8}说明[^。；\n]{0,12}|关于.{2,60}的说明)$/m

/** 说明 that stands beside a draft for comment already: in its own text, or as a file with it. */
export const explainsItself = (policy: Pick<PolicyRow, 'text' | 'files'>): boolean =>
  explainingHeading.test(policy.text) || policy.files.some((name) => explainingFile.test(name))

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
