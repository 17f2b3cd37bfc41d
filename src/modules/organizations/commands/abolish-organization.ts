import type { Act } from '#platform/act'
import type { AbolishOrganization, Organization } from '../contract.ts'
import { organizationAbolished, organizationMoved } from '../facts.ts'
import { existsOn, isWithin } from '../organization.ts'
import { mayShape } from '../policy.ts'
import { refuse } from '../refusals.ts'
import {
  childrenOn,
  findOrganization,
  hangUnder,
  lockOrganization,
  lockTree,
  updateOrganization,
} from '../store.ts'

const lockSuccessor = async (act: Act, input: AbolishOrganization, path: string) => {
  if (input.successorId === null) return null
  const successor = await findOrganization(act.tx, input.successorId)
  if (!successor) throw refuse('missing', { id: input.successorId })
  if (isWithin(successor.path, path)) throw refuse('successorBelow')
  if (!existsOn(successor, input.on)) throw refuse('successorAbolished', { on: input.on })
  return successor
}

/**
 * Ends an organization on a day. Merging is ending with a successor: the units below move to it, and
 * what the old body published stays under its name, with a pointer to who answers for it now.
 */
export async function abolishOrganization(
  act: Act,
  input: AbolishOrganization,
): Promise<Organization> {
  await lockTree(act.tx)
  const organization = await lockOrganization(act.tx, input.id)
  if (!organization) throw refuse('missing', { id: input.id })
  // Nobody abolishes the body at which the own power ends: it takes a grant above, or the system.
  const above = organization.path.replace(/\d+\/$/, '')
  if (!mayShape(act.by, above)) throw refuse('notYours')
  if (organization.version !== input.version) throw refuse('changedMeanwhile')
  if (organization.validTo !== null) throw refuse('alreadyAbolished', { on: organization.validTo })
  if (input.on <= organization.validFrom)
    throw refuse('abolishedBeforeBegun', { from: organization.validFrom })

  const successor = await lockSuccessor(act, input, organization.path)
  if (successor && !mayShape(act.by, successor.path)) throw refuse('notYours')
  const children = await childrenOn(act.tx, organization.id, input.on)
  if (children.length > 0 && !successor)
    throw refuse('stillHasUnits', { count: children.length, names: namesOf(children) })

  const abolished = await updateOrganization(act.tx, organization.id, {
    validTo: input.on,
    successorId: input.successorId,
  })
  await act.announce(organizationAbolished, {
    subject: `organization/${organization.id}`,
    organizationId: organization.id,
    on: input.on,
    successorId: input.successorId,
  })
  for (const child of successor ? children : []) {
    const toPath = await hangUnder(act.tx, child, successor as Organization)
    await act.announce(organizationMoved, {
      subject: `organization/${child.id}`,
      organizationId: child.id,
      fromPath: child.path,
      toPath,
    })
  }
  return abolished
}

const namesOf = (children: readonly { name: string }[]): string =>
  children
    .slice(0, 5)
    .map((child) => child.name)
    .join('、')
