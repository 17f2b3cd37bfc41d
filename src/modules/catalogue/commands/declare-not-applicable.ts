import { organizationById } from '#organizations'
import type { Act } from '#platform/act'
import { obligationDeclared } from '../facts.ts'
import { mayDeclare } from '../policy.ts'
import { refuse } from '../refusals.ts'
import { declare } from '../store/duties.ts'

export interface DeclareNotApplicable {
  readonly organizationId: number
  readonly matterCode: string
  readonly reason: string
}

/** Says that nothing of the kind happens at an organization; kept when the catalogue changes. */
export const declareNotApplicable = (act: Act, input: DeclareNotApplicable): Promise<void> => {
  if (input.reason.trim() === '') throw refuse('reasonNeeded', { name: input.matterCode })
  return say(act, input, input.reason.trim())
}

/** Takes such a declaration back. */
export const withdrawNotApplicable = (
  act: Act,
  input: Omit<DeclareNotApplicable, 'reason'>,
): Promise<void> => say(act, input, null)

const say = async (
  act: Act,
  { organizationId, matterCode }: Omit<DeclareNotApplicable, 'reason'>,
  reason: string | null,
): Promise<void> => {
  const organization = await organizationById(act.tx, organizationId)
  if (!mayDeclare(act.by, organization.path)) throw refuse('notYours')
  const declared = reason === null ? null : { reason, at: act.at, by: act.by.id }
  if (!(await declare(act.tx, organizationId, matterCode, declared)))
    throw refuse('noObligation', { name: organization.name, code: matterCode })
  await act.announce(obligationDeclared, {
    subject: `obligation/${organizationId}/${matterCode}`,
    organizationId,
    matterCode,
    reason,
  })
}
