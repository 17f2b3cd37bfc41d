import type { Db } from '#platform/database'
import { type Issue, issue } from '#platform/refusal'
import type { Edition } from '../edition.ts'
import { type Asked, askedAbout, type Decision, decisionOn, organizationsNamed } from './store.ts'

/** Names of the organs that issue a text together, as they are written in its head. */
export const organsIn = (issuingOrgan: string): string[] =>
  issuingOrgan
    .split(/[、，,;；\s]+/)
    .map((name) => name.trim())
    .filter((name) => name !== '')

/** Who has not agreed yet; settled by the common superior where that has been decided. */
export function openAgreements(asked: readonly Asked[], decision: Decision | null): Issue[] {
  if (decision && !decision.outdated)
    return decision.verdict === 'proceed'
      ? []
      : [issue('agreement', 'agreementRefrain', { reason: decision.reason })]
  return asked.flatMap(({ answer, outdated, name, note, dueOn }) => {
    if (answer === null) return [issue('agreement', 'agreementWaits', { name, dueOn })]
    if (outdated) return [issue('agreement', 'agreementOutdated', { name })]
    if (answer === 'withChanges') return [issue('agreement', 'agreementChanges', { name, note })]
    return answer === 'objected' ? [issue('agreement', 'agreementObjected', { name, note })] : []
  })
}

/**
 * 政府信息公开条例 art. 11: what concerns another organ is confirmed with it before disclosure. A text
 * issued jointly cannot leave any of its organs unasked.
 */
export async function agreementIssues(db: Db, edition: Edition): Promise<Issue[]> {
  const organs = organsIn(edition.issuingOrgan)
  const asked = await askedAbout(db, edition.id)
  const isJoint = organs.length > 1
  if (asked.length === 0 && !isJoint) return []
  const decision = await decisionOn(db, edition.id)
  const known = new Set(asked.map((one) => one.organizationId))
  const jointly = isJoint ? await organizationsNamed(db, organs) : []
  const unasked = jointly.filter(
    (one) => one.id !== edition.document.owner.id && !known.has(one.id),
  )
  return [
    ...unasked.map(({ name }) => issue('agreement', 'jointNotAsked', { name })),
    ...openAgreements(asked, decision),
  ]
}
