import { existsOn, organizationById } from '#organizations'
import type { Act } from '#platform/act'
import type { CreateStaff, Staff } from '../contract.ts'
import { staffCreated } from '../facts.ts'
import { hashPassword, passwordIssues, temporaryPassword } from '../password.ts'
import { mayKeepStaff } from '../policy.ts'
import { refuse } from '../refusals.ts'
import { rulesOn } from '../rules.ts'
import { insertGrant } from '../store/grants.ts'
import { anyStaff, findByUserName, findStaff, insertStaff } from '../store/staff.ts'

/** A password chosen elsewhere (setup, demonstration) in place of one to be changed at first use. */
export interface GivenPassword {
  readonly password: string
  readonly mustChange?: boolean
}

/** Sets up an account in an organization. */
export async function createStaff(
  act: Act,
  input: CreateStaff,
  given?: GivenPassword,
): Promise<{ staff: Staff; temporaryPassword: string }> {
  const organization = await organizationById(act.tx, input.organizationId)
  if (!mayKeepStaff(act.by, organization.path)) throw refuse('notYours')
  if (!existsOn(organization, act.today)) throw refuse('organizationAbolished')
  if (await findByUserName(act.tx, input.userName))
    throw refuse('userNameTaken', { userName: input.userName })
  const issues = given ? passwordIssues(given.password, input.userName, rulesOn(act.today)) : []
  if (issues.length > 0) throw refuse('weakPassword', { issues })

  const password = given?.password ?? temporaryPassword()
  const id = await insertStaff(act.tx, {
    organizationId: organization.id,
    userName: input.userName,
    name: input.name,
    telephone: input.telephone ?? '',
    passwordHash: await hashPassword(password),
    passwordMustChange: given?.mustChange ?? given === undefined,
    at: act.at,
  })
  await act.announce(staffCreated, {
    subject: `staff/${id}`,
    organizationId: organization.id,
    staffId: id,
    userName: input.userName,
    name: input.name,
  })
  const staff = await findStaff(act.tx, id)
  if (!staff) throw refuse('missing')
  return { staff, temporaryPassword: password }
}

/** The first account of an installation, administrator of the whole tree; only where there is none. */
export async function createFirstAdministrator(
  act: Act,
  input: CreateStaff,
  given: GivenPassword,
): Promise<Staff> {
  if (await anyStaff(act.tx)) throw refuse('setUpAlready')
  const { staff } = await createStaff(act, input, given)
  const { path } = await organizationById(act.tx, input.organizationId)
  const rootId = Number(path.split('/')[1])
  await insertGrant(act.tx, {
    staffId: staff.id,
    organizationId: rootId,
    role: 'administrator',
    grantedBy: null,
    at: act.at,
  })
  return (await findStaff(act.tx, staff.id)) ?? staff
}
