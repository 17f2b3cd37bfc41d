import type { Act } from '#platform/act'
import { staffDisabled, staffEnabled } from '../facts.ts'
import { mayKeepStaff } from '../policy.ts'
import { refuse } from '../refusals.ts'
import { countKept } from '../store/keepers.ts'
import { endSessions } from '../store/sessions.ts'
import { type Account, lockAccount, updateStaff } from '../store/staff.ts'

const lockedForKeeping = async (act: Act, id: number): Promise<Account> => {
  const account = await lockAccount(act.tx, id)
  if (!account) throw refuse('missing')
  // Whoever closes accounts holds one that stays open, so somebody can always open them again.
  if (act.by.id === id) throw refuse('notYourself')
  if (!mayKeepStaff(act.by, account.path)) throw refuse('notYours')
  return account
}

/** Closes an account at once. What the person did stays; the columns kept wait for a hand-over. */
export async function disableStaff(
  act: Act,
  input: { readonly id: number },
): Promise<{ columnsToHandOver: number }> {
  const account = await lockedForKeeping(act, input.id)
  if (account.disabledAt === null) {
    await updateStaff(act.tx, account.id, { disabledAt: act.at })
    await endSessions(act.tx, account.id, act.at)
    await act.announce(staffDisabled, {
      subject: `staff/${account.id}`,
      organizationId: account.organizationId,
      staffId: account.id,
    })
  }
  return { columnsToHandOver: await countKept(act.tx, account.id) }
}

export async function enableStaff(
  act: Act,
  input: { readonly id: number },
): Promise<{ done: true }> {
  const account = await lockedForKeeping(act, input.id)
  if (account.disabledAt !== null) {
    await updateStaff(act.tx, account.id, { disabledAt: null })
    await act.announce(staffEnabled, {
      subject: `staff/${account.id}`,
      organizationId: account.organizationId,
      staffId: account.id,
    })
  }
  return { done: true }
}
