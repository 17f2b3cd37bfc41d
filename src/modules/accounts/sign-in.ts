import { failGuess } from './commands/count-guess.ts'
import { type From, type OpenedSession, openSession, openTicket } from './commands/open-session.ts'
import type { SignIn, SignInSecondFactor } from './contract.ts'
import { asActor, beginGuess, type Desk, recordFailure } from './guesses.ts'
import { beginTry, giveBackTry } from './pace.ts'
import { matchesNobody, matchesPassword } from './password.ts'
import { refuse } from './refusals.ts'
import { recoveryHash, stepOf, unseal } from './second-factor.ts'
import { takeRecoveryCode, takeStep } from './store/second-factor.ts'
import { endSessions, findTicket } from './store/sessions.ts'
import { type Account, findAccount, findByUserName } from './store/staff.ts'
import { tokenHash } from './tokens.ts'

export type SignInAnswer =
  | ({ readonly state: 'signedIn' } & OpenedSession)
  | { readonly state: 'secondFactorOwed'; readonly ticket: string }

/** The first step: user name and password. What is wrong is not told apart, nor does time tell it. */
export const signIn = async (
  desk: Desk,
  input: SignIn,
  from: From,
  at: Date = new Date(),
): Promise<SignInAnswer> => {
  await beginTry(desk, from.ip, at)
  const account = await findByUserName(desk.db, input.userName)
  if (!account || account.disabledAt) {
    await matchesNobody(input.password)
    throw refuse('wrongNameOrPassword')
  }
  await beginGuess(desk, account, at)
  if (!(await matchesPassword(account.passwordHash, input.password))) {
    await recordFailure(desk, account, 'password', from.ip, at)
    throw refuse('wrongNameOrPassword')
  }
  await giveBackTry(desk, from.ip, at)
  if (account.totpConfirmedAt) {
    const ticket = await desk.perform(asActor(account), (act) => openTicket(act, account, from), at)
    return { state: 'secondFactorOwed', ticket }
  }
  const opened = await desk.perform(
    asActor(account),
    (act) => openSession(act, account, from, 'none'),
    at,
  )
  return { state: 'signedIn', ...opened }
}

type Shown = { readonly kind: 'totp'; readonly step: number } | { readonly kind: 'recoveryCode' }

const readCode = (account: Account, code: string, key: Buffer, at: Date): Shown | null => {
  if (!/^\d{6}$/.test(code)) return { kind: 'recoveryCode' }
  const secret = account.totpSealed && unseal(account.totpSealed, account.id, key)
  const step = secret ? stepOf(secret, code, at) : null
  return step === null ? null : { kind: 'totp', step }
}

/** The second step: six digits, each good once, or one of the recovery codes. */
export const signInSecondFactor = async (
  desk: Desk,
  input: SignInSecondFactor,
  from: From,
  at: Date = new Date(),
): Promise<OpenedSession> => {
  await beginTry(desk, from.ip, at)
  const ticket = await findTicket(desk.db, tokenHash(input.ticket), at)
  const account = ticket && (await findAccount(desk.db, ticket.staff_id))
  if (!ticket || !account) throw refuse('ticketExpired')
  await beginGuess(desk, account, at)

  const shown = readCode(account, input.code, desk.secret, at)
  const opened = await desk.perform(
    asActor(account),
    async (act) => {
      const good =
        shown?.kind === 'totp'
          ? await takeStep(act.tx, account.id, shown.step)
          : shown !== null &&
            (await takeRecoveryCode(act.tx, account.id, recoveryHash(account.id, input.code), at))
      // Answered, not thrown: the failure has to be kept.
      if (!shown || !good) return failGuess(act, account, 'code', from.ip)
      // A ticket serves once, even when two codes come with it at the same moment.
      const ended = await endSessions(act.tx, account.id, at, { only: ticket.id })
      if (ended === 0) throw refuse('ticketExpired')
      return openSession(act, account, from, shown.kind)
    },
    at,
  )
  if (!opened) throw refuse('wrongCode')
  await giveBackTry(desk, from.ip, at)
  return opened
}
