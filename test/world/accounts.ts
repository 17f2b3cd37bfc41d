import { createStaff, grantRole, type Role, type Staff } from '#accounts'
import type { Actor } from '#platform/act'
import type { World } from './world.ts'

/** Meets the password rules and belongs to nobody. */
export const worldPassword = 'Sui-tian-0726-wan'

export interface Person {
  readonly staff: Staff
  readonly actor: Actor
}

let made = 0

/** A member of staff holding the roles at the own organization (or `at` another), password known. */
export const makeStaff = async (
  w: World,
  given: {
    readonly organizationId: number
    readonly roles?: readonly Role[]
    readonly at?: number
    readonly name?: string
    readonly userName?: string
  },
): Promise<Person> => {
  made += 1
  const { organizationId, roles = [], at = organizationId } = given
  const userName = given.userName ?? `ren.${made}`
  const name = given.name ?? `工作人员${made}`
  return w.act(async (act) => {
    const { staff } = await createStaff(
      act,
      { organizationId, userName, name },
      { password: worldPassword },
    )
    const grants = []
    for (const role of roles)
      grants.push(await grantRole(act, { id: staff.id, organizationId: at, role }))
    return {
      staff: { ...staff, grants },
      actor: { id: staff.id, name, organizationId, grants },
    }
  })
}
