import type { Actor } from '#platform/act'
import { dateAt } from '#platform/civil-date'
import { issue } from '#platform/refusal'
import { replacePassword } from './commands/replace-password.ts'
import {
  beginSecondFactor,
  removeSecondFactor,
  renewRecoveryCodes,
} from './commands/second-factor.ts'
import type { ChangePassword } from './contract.ts'
import { confirmOwnPassword, type Desk } from './guesses.ts'
import { hashPassword, isFormer, passwordIssues } from './password.ts'
import { refuse } from './refusals.ts'
import { rulesOn } from './rules.ts'
import { enrolment, newSecret, seal } from './second-factor.ts'
import type { SessionInfo } from './sessions.ts'

/** Changes the own password; the other sessions end. */
export const changePassword = async (
  desk: Desk,
  by: Actor,
  session: SessionInfo,
  input: ChangePassword,
  ip: string,
  at: Date = new Date(),
): Promise<{ done: true }> => {
  const rules = rulesOn(dateAt(at))
  const account = await confirmOwnPassword(desk, by, input.current, ip, at)
  const issues = passwordIssues(input.next, account.userName, rules)
  const used = [account.passwordHash, ...account.formerHashes].slice(0, rules.formerKept)
  if (issues.length === 0 && (await isFormer(input.next, used)))
    issues.push(issue('password', 'passwordFormer', { kept: rules.formerKept }))
  if (issues.length > 0) throw refuse('weakPassword', { issues })

  const passwordHash = await hashPassword(input.next)
  await desk.perform(
    by,
    (act) => replacePassword(act, { account, passwordHash, keepSession: session.id }),
    at,
  )
  return { done: true }
}

/** Begins with a second factor. It counts only once a first code has confirmed it. */
export const enrolSecondFactor = async (
  desk: Desk,
  by: Actor,
  input: { readonly password: string },
  ip: string,
  at: Date = new Date(),
): Promise<{ secret: string; url: string; qrSvg: string }> => {
  const account = await confirmOwnPassword(desk, by, input.password, ip, at)
  const secret = newSecret()
  const sealed = seal(secret, account.id, desk.secret)
  await desk.perform(by, (act) => beginSecondFactor(act, account.id, sealed), at)
  return enrolment(secret, account.userName)
}

/** New recovery codes; those before are worth nothing from now on. */
export const renewOwnRecoveryCodes = async (
  desk: Desk,
  by: Actor,
  input: { readonly password: string },
  ip: string,
  at: Date = new Date(),
): Promise<{ recoveryCodes: string[] }> => {
  const account = await confirmOwnPassword(desk, by, input.password, ip, at)
  return desk.perform(by, (act) => renewRecoveryCodes(act, account.id), at)
}

export const removeOwnSecondFactor = async (
  desk: Desk,
  by: Actor,
  session: SessionInfo,
  input: { readonly password: string },
  ip: string,
  at: Date = new Date(),
): Promise<{ done: true }> => {
  await confirmOwnPassword(desk, by, input.password, ip, at)
  await desk.perform(by, (act) => removeSecondFactor(act, session.id), at)
  return { done: true }
}
