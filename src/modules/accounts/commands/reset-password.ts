import type { Act } from '#platform/act'
import { passwordReset } from '../facts.ts'
import { hashPassword, temporaryPassword } from '../password.ts'
import { mayKeepStaff } from '../policy.ts'
import { refuse } from '../refusals.ts'
import { rulesOn } from '../rules.ts'
import { endSessions } from '../store/sessions.ts'
import { lockAccount, setAttempts, setPasswordHash } from '../store/staff.ts'

/** Gives a new first password, to be changed at once; ends a lock and every session. */
export async function resetPassword(
  act: Act,
  input: { readonly id: number },
): Promise<{ temporaryPassword: string }> {
  const password = temporaryPassword()
  const passwordHash = await hashPassword(password)
  const account = await lockAccount(act.tx, input.id)
  if (!account) throw refuse('missing')
  // The own password is changed by showing the old one, not by one's office.
  if (act.by.id === account.id) throw refuse('notYourself')
  if (!mayKeepStaff(act.by, account.path)) throw refuse('notYours')

  const former = [account.passwordHash, ...account.formerHashes]
  await setPasswordHash(act.tx, account.id, {
    passwordHash,
    formerHashes: former.slice(0, rulesOn(act.today).formerKept - 1),
    mustChange: true,
    at: act.at,
  })
  await setAttempts(act.tx, account.id, { failures: 0, lockedUntil: null })
  await endSessions(act.tx, account.id, act.at)
  await act.announce(passwordReset, {
    subject: `staff/${account.id}`,
    organizationId: account.organizationId,
    staffId: account.id,
  })
  return { temporaryPassword: password }
}
