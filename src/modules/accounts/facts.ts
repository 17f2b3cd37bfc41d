import { fact } from '#platform/fact'
import type { Role } from './contract.ts'

/** About one account: `subject` is `staff/3`. */
interface AboutStaff {
  readonly subject: string
  readonly organizationId: number
  readonly staffId: number
}
const about = <More extends object = object>(name: string) =>
  fact<AboutStaff & More>(`accounts.${name}`)

export const signedIn = about<{
  ip: string
  secondFactor: 'none' | 'totp' | 'recoveryCode'
}>('signedIn')
export const signInFailed = about<{ ip: string; what: 'password' | 'code' }>('signInFailed')
export const accountLocked = about<{ ip: string; until: string }>('accountLocked')
export const signedOut = about('signedOut')
export const sessionsRevoked = about<{ count: number }>('sessionsRevoked')

export const staffCreated = about<{ userName: string; name: string }>('staffCreated')
export const staffChanged = about<{ changes: object }>('staffChanged')
export const staffDisabled = about('staffDisabled')
export const staffEnabled = about('staffEnabled')
export const passwordChanged = about('passwordChanged')
export const passwordReset = about('passwordReset')
export const secondFactorConfirmed = about('secondFactorConfirmed')
export const secondFactorRemoved = about('secondFactorRemoved')
export const recoveryCodesRenewed = about('recoveryCodesRenewed')

interface AboutGrant {
  readonly grantId: number
  readonly role: Role
  /** Where the role is held; `organizationId` is the same. */
  readonly atOrganizationId: number
}
export const roleGranted = about<AboutGrant>('roleGranted')
export const roleRevoked = about<AboutGrant>('roleRevoked')

export const keeperAssigned = fact<{
  subject: string
  organizationId: number
  columnKey: string
  keeperId: number
  standInId: number | null
  formerKeeperId: number | null
}>('accounts.keeperAssigned')
export const columnsHandedOver = fact<{
  subject: string
  organizationId: number
  columnKeys: readonly string[]
  fromStaffId: number
  toStaffId: number
}>('accounts.columnsHandedOver')
