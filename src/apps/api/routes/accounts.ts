import * as accounts from '#accounts'
import * as contract from '#accounts/contract'
import type { Answer } from '../answer.ts'

const signInRoutes = (answer: Answer): void => {
  answer(contract.signIn, async ({ input, house, reply, ip, userAgent }) => {
    const answered = await accounts.signIn(house, input, { ip, userAgent })
    if (answered.state === 'secondFactorOwed') return answered
    reply.setSession(answered.token, answered.session.expiresAt)
    return { state: 'signedIn' as const, me: await accounts.meOf(house.db, answered.session) }
  })
  answer(contract.signInSecondFactor, async ({ input, house, reply, ip, userAgent }) => {
    const opened = await accounts.signInSecondFactor(house, input, { ip, userAgent })
    reply.setSession(opened.token, opened.session.expiresAt)
    return { me: await accounts.meOf(house.db, opened.session) }
  })
  answer(contract.signOut, async ({ by, perform, session, reply }) => {
    reply.clearSession()
    return perform(by, (act) => accounts.signOut(act, session.id))
  })
  answer(contract.passwordRules, async () => accounts.passwordRules())
}

const ownRoutes = (answer: Answer): void => {
  answer(contract.getMe, ({ db, session }) => accounts.meOf(db, session))
  answer(contract.changePassword, ({ input, by, house, session, ip }) =>
    accounts.changePassword(house, by, session, input, ip),
  )
  answer(contract.listSessions, ({ db, session }) => accounts.sessionsOf(db, session))
  answer(contract.revokeSession, ({ input, by, perform }) =>
    perform(by, (act) => accounts.revokeSession(act, input)),
  )
  answer(contract.revokeOtherSessions, ({ by, perform, session }) =>
    perform(by, (act) => accounts.revokeOtherSessions(act, session.id)),
  )
  answer(contract.enrolSecondFactor, ({ input, by, house, ip }) =>
    accounts.enrolSecondFactor(house, by, input, ip),
  )
  answer(contract.confirmSecondFactor, ({ input, by, perform, house }) =>
    perform(by, (act) => accounts.confirmSecondFactor(act, input, house.secret)),
  )
  answer(contract.renewRecoveryCodes, ({ input, by, house, ip }) =>
    accounts.renewOwnRecoveryCodes(house, by, input, ip),
  )
  answer(contract.removeSecondFactor, ({ input, by, house, session, ip }) =>
    accounts.removeOwnSecondFactor(house, by, session, input, ip),
  )
}

const staffRoutes = (answer: Answer): void => {
  answer(contract.listStaff, ({ input, by, db }) => accounts.staffOf(db, by, input))
  answer(contract.getStaff, ({ input, by, db }) => accounts.staffById(db, by, input.id))
  answer(contract.createStaff, ({ input, by, perform }) =>
    perform(by, (act) => accounts.createStaff(act, input)),
  )
  answer(contract.changeStaff, ({ input, by, perform }) =>
    perform(by, (act) => accounts.changeStaff(act, input)),
  )
  answer(contract.disableStaff, ({ input, by, perform }) =>
    perform(by, (act) => accounts.disableStaff(act, input)),
  )
  answer(contract.enableStaff, ({ input, by, perform }) =>
    perform(by, (act) => accounts.enableStaff(act, input)),
  )
  answer(contract.resetPassword, ({ input, by, perform }) =>
    perform(by, (act) => accounts.resetPassword(act, input)),
  )
  answer(contract.resetSecondFactor, ({ input, by, perform }) =>
    perform(by, (act) => accounts.resetSecondFactor(act, input)),
  )
  answer(contract.revokeStaffSessions, ({ input, by, perform }) =>
    perform(by, (act) => accounts.revokeStaffSessions(act, input)),
  )
  answer(contract.listGrants, ({ input, by, db }) => accounts.rolesReaching(db, by, input))
  answer(contract.grantRole, ({ input, by, perform }) =>
    perform(by, (act) => accounts.grantRole(act, input)),
  )
  answer(contract.revokeRole, ({ input, by, perform }) =>
    perform(by, (act) => accounts.revokeRole(act, input)),
  )
}

const keeperRoutes = (answer: Answer): void => {
  answer(contract.listKeepers, ({ input, db }) => accounts.keepersOf(db, input))
  answer(contract.assignKeeper, ({ input, by, perform }) =>
    perform(by, (act) => accounts.assignKeeper(act, input)),
  )
  answer(contract.handOverColumns, ({ input, by, perform }) =>
    perform(by, (act) => accounts.handOverColumns(act, input)),
  )
}

export const accountsRoutes = (answer: Answer): void => {
  signInRoutes(answer)
  ownRoutes(answer)
  staffRoutes(answer)
  keeperRoutes(answer)
}
