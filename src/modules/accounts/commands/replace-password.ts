import type { Act } from '#platform/act'
import { passwordChanged } from '../facts.ts'
import { refuse } from '../refusals.ts'
import { rulesOn } from '../rules.ts'
import { endSessions } from '../store/sessions.ts'
import { type Account, lockAccount, setPasswordHash } from '../store/staff.ts'

/** Puts a new password, already judged and hashed, in place of the one that was confirmed. */
export async function replacePassword(
  act: Act,
  given: { readonly account: Account; readonly passwordHash: string; readonly keepSession: number },
): Promise<void> {
  const account = await lockAccount(act.tx, given.account.id)
  if (account?.passwordHash !== given.account.passwordHash) throw refuse('changedMeanwhile')
  const former = [account.passwordHash, ...account.formerHashes]
  await setPasswordHash(act.tx, account.id, {
    passwordHash: given.passwordHash,
    // The one in use counts among those kept, so one less stands here.
    formerHashes: former.slice(0, rulesOn(act.today).formerKept - 1),
    mustChange: false,
    at: act.at,
  })
  await endSessions(act.tx, account.id, act.at, { except: given.keepSession })
  await act.announce(passwordChanged, {
    subject: `staff/${account.id}`,
    organizationId: account.organizationId,
    staffId: account.id,
  })
}
