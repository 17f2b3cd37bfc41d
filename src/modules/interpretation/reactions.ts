import {
  editionPublished,
  editionScheduled,
  editionSubmitted,
  editionWithdrawn,
  publishEdition,
} from '#documents'
import type { Act } from '#platform/act'
import { on, type Reaction } from '#platform/fact'
import { type Account, accountOf, deriveDuty } from './derive.ts'
import { linkChanged } from './facts.ts'
import { factAbout } from './finding.ts'
import { isReadyToAccompany, materialIssues, planIssues } from './readiness.ts'
import { refuse } from './refusals.ts'
import { type MaterialRow, materialById, materialsOf } from './store/materials.ts'
import { type PolicyRow, policyFor } from './store/policies.ts'

interface About {
  readonly documentId: number
}

const readPolicy = async (act: Act, documentId: number): Promise<PolicyRow> => {
  const policy = await policyFor(act.tx, documentId, 'system')
  if (!policy) throw refuse('notFound')
  return policy
}

/** M29: a policy without plan and draft, or an interpretation without what its form needs, comes back. */
const checkSubmitted = async (act: Act, { documentId }: About): Promise<void> => {
  const material = await materialById(act.tx, documentId)
  if (material) {
    const issues = materialIssues(material)
    if (issues.length > 0) throw refuse('materialIncomplete', { issues })
    return
  }
  const account = await accountOf(act.tx, await readPolicy(act, documentId), act.today)
  const issues = planIssues(account)
  if (account.lacksExplanation)
    throw refuse('explanationFirst', { article: account.comment?.article ?? '', issues })
  if (issues.length > 0) throw refuse('planFirst', { article: account.rule?.article ?? '', issues })
}

const mustBeReady = (account: Account): void => {
  if (account.lacksExplanation)
    throw refuse('explanationFirst', {
      article: account.comment?.article ?? '',
      issues: planIssues(account),
    })
  if (!isReadyToAccompany(account)) throw refuse('materialNotApproved')
}

/** Said when the moment is set, not in the night in which it comes. */
const checkScheduled = async (act: Act, { documentId }: About): Promise<void> => {
  const material = await materialById(act.tx, documentId)
  if (!material)
    return mustBeReady(await accountOf(act.tx, await readPolicy(act, documentId), act.today))
  const policy = await readPolicy(act, material.policy.documentId)
  if (!policy.isLive && policy.state !== 'scheduled')
    throw refuse('policyNotOut', { title: policy.title })
}

const isSigned = (material: MaterialRow): boolean =>
  ['approved', 'scheduled'].includes(material.state)

/**
 * 同步部署: what was signed goes out with its policy, in the same transaction and by the same hand;
 * if one may not go, neither goes.
 */
const releaseInStep = async (act: Act, account: Account): Promise<void> => {
  for (const material of account.materials)
    if (!material.isLive && isSigned(material) && material.workingVersion !== null)
      await publishEdition(act, { id: material.editionId, version: material.workingVersion })
}

const afterRelease = async (
  act: Act,
  { documentId, first }: About & { readonly first: boolean },
): Promise<void> => {
  const material = await materialById(act.tx, documentId)
  if (material) return materialOut(act, material)
  const policy = await readPolicy(act, documentId)
  // Judged as it stood a moment ago: the release itself makes it live.
  const account = await accountOf(act.tx, { ...policy, isLive: !first }, act.today)
  mustBeReady(account)
  await releaseInStep(act, account)
  await deriveDuty(act, documentId)
  // A correction may change the title by which both pages name each other.
  await tellLinks(act, policy, true)
}

const materialOut = async (act: Act, material: MaterialRow): Promise<void> => {
  const policy = await readPolicy(act, material.policy.documentId)
  // Explaining what nobody can read yet would tell it.
  if (!policy.isLive) throw refuse('policyNotOut', { title: policy.title })
  await deriveDuty(act, policy.documentId)
  await act.announce(linkChanged, {
    ...factAbout(policy),
    documentId: material.documentId,
    isOut: true,
  })
}

const tellLinks = async (act: Act, policy: PolicyRow, isOut: boolean): Promise<void> => {
  for (const one of await materialsOf(act.tx, policy.documentId))
    if (one.isLive)
      await act.announce(linkChanged, { ...factAbout(policy), documentId: one.documentId, isOut })
}

const afterWithdrawal = async (act: Act, { documentId }: About): Promise<void> => {
  const material = await materialById(act.tx, documentId)
  const policy = await readPolicy(act, material ? material.policy.documentId : documentId)
  await deriveDuty(act, policy.documentId)
  if (!material) return tellLinks(act, policy, false)
  await act.announce(linkChanged, { ...factAbout(policy), documentId, isOut: false })
}

export const reactions: readonly Reaction[] = [
  on(editionSubmitted, checkSubmitted),
  on(editionScheduled, checkScheduled),
  on(editionPublished, afterRelease),
  on(editionWithdrawn, afterWithdrawal),
]
