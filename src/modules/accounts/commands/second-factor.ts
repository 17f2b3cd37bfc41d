import type { Act } from '#platform/act'
import { recoveryCodesRenewed, secondFactorConfirmed, secondFactorRemoved } from '../facts.ts'
import { mayKeepStaff } from '../policy.ts'
import { refuse } from '../refusals.ts'
import { newRecoveryCodes, recoveryHash, stepOf, unseal } from '../second-factor.ts'
import {
  confirmSealed,
  replaceRecoveryCodes,
  setSecondFactor,
  takeStep,
} from '../store/second-factor.ts'
import { endSessions } from '../store/sessions.ts'
import { type Account, lockAccount } from '../store/staff.ts'

const locked = async (act: Act, staffId: number | null): Promise<Account> => {
  const account = staffId === null ? undefined : await lockAccount(act.tx, staffId)
  if (!account) throw refuse('missing')
  return account
}

const about = (account: Account) => ({
  subject: `staff/${account.id}`,
  organizationId: account.organizationId,
  staffId: account.id,
})

const giveRecoveryCodes = async (act: Act, staffId: number): Promise<string[]> => {
  const codes = newRecoveryCodes()
  await replaceRecoveryCodes(
    act.tx,
    staffId,
    codes.map((code) => recoveryHash(staffId, code)),
  )
  return codes
}

/** Keeps the sealed secret that the person is about to scan. One in use has to be removed first. */
export async function beginSecondFactor(act: Act, staffId: number, sealed: string): Promise<void> {
  const account = await locked(act, staffId)
  if (account.totpConfirmedAt) throw refuse('secondFactorOn')
  await setSecondFactor(act.tx, staffId, { sealed, confirmedAt: null })
}

/** Confirms the second factor by its first code, which then is used up, and gives recovery codes. */
export async function confirmSecondFactor(
  act: Act,
  input: { readonly code: string },
  key: Buffer,
): Promise<{ recoveryCodes: string[] }> {
  const account = await locked(act, act.by.id)
  if (account.totpConfirmedAt) throw refuse('secondFactorOn')
  if (!account.totpSealed) throw refuse('secondFactorNotBegun')
  const step = stepOf(unseal(account.totpSealed, account.id, key), input.code, act.at)
  if (step === null || !(await takeStep(act.tx, account.id, step))) throw refuse('wrongCode')

  await confirmSealed(act.tx, account.id, act.at)
  const recoveryCodes = await giveRecoveryCodes(act, account.id)
  await act.announce(secondFactorConfirmed, about(account))
  return { recoveryCodes }
}

export async function renewRecoveryCodes(
  act: Act,
  staffId: number,
): Promise<{ recoveryCodes: string[] }> {
  const account = await locked(act, staffId)
  if (!account.totpConfirmedAt) throw refuse('secondFactorNotBegun')
  const recoveryCodes = await giveRecoveryCodes(act, account.id)
  await act.announce(recoveryCodesRenewed, about(account))
  return { recoveryCodes }
}

const takeOff = async (
  act: Act,
  account: Account,
  keep: { readonly except?: number },
): Promise<void> => {
  await setSecondFactor(act.tx, account.id, { sealed: null, confirmedAt: null })
  await replaceRecoveryCodes(act.tx, account.id, [])
  await endSessions(act.tx, account.id, act.at, keep)
  await act.announce(secondFactorRemoved, about(account))
}

/** Takes the own second factor off, the password confirmed before; the other sessions end. */
export async function removeSecondFactor(act: Act, sessionId: number): Promise<void> {
  await takeOff(act, await locked(act, act.by.id), { except: sessionId })
}

/** Takes the second factor off someone who lost the device; every session ends. */
export async function resetSecondFactor(
  act: Act,
  input: { readonly id: number },
): Promise<{ done: true }> {
  const account = await locked(act, input.id)
  // The own one is removed by showing the password, not by one's office.
  if (act.by.id === account.id) throw refuse('notYourself')
  if (!mayKeepStaff(act.by, account.path)) throw refuse('notYours')
  await takeOff(act, account, {})
  return { done: true }
}
