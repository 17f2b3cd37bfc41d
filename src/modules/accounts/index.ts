export { assignKeeper } from './commands/assign-keeper.ts'
export { changeStaff } from './commands/change-staff.ts'
export { createFirstAdministrator, createStaff } from './commands/create-staff.ts'
export { disableStaff, enableStaff } from './commands/disable-staff.ts'
export { grantRole, revokeRole } from './commands/grant-role.ts'
export { handOverColumns } from './commands/hand-over-columns.ts'
export { resetPassword } from './commands/reset-password.ts'
export { confirmSecondFactor, resetSecondFactor } from './commands/second-factor.ts'
export {
  revokeOtherSessions,
  revokeSession,
  revokeStaffSessions,
  signOut,
} from './commands/sessions.ts'
export type { Keeper, Role, RoleGrant, Staff } from './contract.ts'
export {
  columnsHandedOver,
  keeperAssigned,
  roleGranted,
  roleRevoked,
  staffCreated,
  staffDisabled,
} from './facts.ts'
export {
  changePassword,
  enrolSecondFactor,
  removeOwnSecondFactor,
  renewOwnRecoveryCodes,
} from './own-account.ts'
export { sweepTries } from './pace.ts'
export { holds, reachOf } from './policy.ts'
export {
  columnsKeptBy,
  keeperOf,
  keepersOf,
  meOf,
  passwordRules,
  rolesReaching,
  sessionsOf,
  staffById,
  staffOf,
} from './queries.ts'
export { actorOf, forgetActors, type SessionInfo, type SignedIn } from './sessions.ts'
export { signIn, signInSecondFactor } from './sign-in.ts'
