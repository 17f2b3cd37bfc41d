import { expect, test } from 'vitest'
import { makeStaff, worldPassword } from '../../../test/world/accounts.ts'
import { makeCounty } from '../../../test/world/organizations.ts'
import { world } from '../../../test/world/world.ts'
import { disableStaff } from './commands/disable-staff.ts'
import { revokeRole } from './commands/grant-role.ts'
import { resetPassword } from './commands/reset-password.ts'
import { confirmSecondFactor, resetSecondFactor } from './commands/second-factor.ts'
import { revokeOtherSessions, revokeSession, signOut } from './commands/sessions.ts'
import { changePassword, enrolSecondFactor } from './own-account.ts'
import { beginTry, sweepTries } from './pace.ts'
import { sessionsOf } from './queries.ts'
import { codeAt } from './second-factor.ts'
import { actorOf } from './sessions.ts'
import { signIn, signInSecondFactor } from './sign-in.ts'

const w = await world()
const county = await makeCounty(w)
const from = { ip: '10.0.0.8', userAgent: 'Firefox' }
const noon = new Date('2026-06-01T04:00:00Z')
const after = (minutes: number): Date => new Date(noon.getTime() + minutes * 60_000)

const person = () =>
  makeStaff(w, { organizationId: county.education.id, roles: ['clerk'], name: '李芳' })

// Accounts are made today; a password of today is not yet aged at a noon of this year or later.
const entered = async (userName: string, at = noon) => {
  const answer = await signIn(w.house, { userName, password: worldPassword }, from, at)
  if (answer.state !== 'signedIn') throw new Error('second factor owed')
  return answer
}

const facts = async (staffId: number): Promise<string[]> =>
  (
    await w.db
      .selectFrom('audit.entry')
      .select('kind')
      .where('subject', '=', `staff/${staffId}`)
      .orderBy('id')
      .execute()
  ).map((one) => one.kind)

test('[M158] a session names its actor with the roles held along the tree', async () => {
  const { staff } = await person()
  const { token, session } = await entered(staff.userName)
  const found = await actorOf(w.db, token, after(1))
  expect(found?.actor).toEqual({
    id: staff.id,
    name: '李芳',
    organizationId: county.education.id,
    grants: [{ role: 'clerk', organizationId: county.education.id, path: county.education.path }],
  })
  expect(found?.session).toMatchObject({ id: session.id, csrf: session.csrf, passwordOwed: false })
  expect(await actorOf(w.db, 'made-up', after(1))).toBeNull()
  const stored = await w.db.selectFrom('accounts.session').select('token_hash').execute()
  expect(stored.map((one) => one.token_hash)).not.toContain(token)
})

test('a wrong name and a wrong password are refused in the same words', async () => {
  const { staff } = await person()
  const refusal = { code: 'accounts.wrongNameOrPassword', params: {} }
  const wrong = signIn(w.house, { userName: staff.userName, password: 'no' }, from, noon)
  await expect(wrong).rejects.toMatchObject(refusal)
  const unknown = signIn(w.house, { userName: 'nobody.here', password: 'no' }, from, noon)
  await expect(unknown).rejects.toMatchObject(refusal)
})

test('[M48] five wrong guesses lock the account, also against the right password, and are on record', async () => {
  const { staff } = await person()
  for (let i = 0; i < 5; i += 1)
    await signIn(w.house, { userName: staff.userName, password: `no${i}` }, from, noon).catch(
      () => undefined,
    )
  await expect(entered(staff.userName, after(14))).rejects.toMatchObject({
    code: 'accounts.locked',
    params: { minutes: 1 },
  })
  expect((await facts(staff.id)).slice(-2)).toEqual([
    'accounts.signInFailed',
    'accounts.accountLocked',
  ])
  expect((await entered(staff.userName, after(15))).state).toBe('signedIn')
})

test('twenty guesses at the same moment gain no more than five', async () => {
  const { staff } = await person()
  const answers = await Promise.allSettled(
    Array.from({ length: 20 }, (_, i) =>
      signIn(w.house, { userName: staff.userName, password: `no${i}` }, from, noon),
    ),
  )
  const codes = answers.map((one) => (one.status === 'rejected' ? one.reason.code : 'in'))
  expect(codes.filter((code) => code === 'accounts.wrongNameOrPassword')).toHaveLength(5)
  expect(codes.filter((code) => code === 'accounts.locked')).toHaveLength(15)
})

test('a session ends after half an hour without use, and after twelve hours in any case', async () => {
  const { staff } = await person()
  const idle = await entered(staff.userName)
  expect(await actorOf(w.db, idle.token, after(29))).not.toBeNull()
  expect(await actorOf(w.db, idle.token, after(58))).not.toBeNull()
  expect(await actorOf(w.db, idle.token, after(89))).toBeNull()

  const busy = await entered(staff.userName)
  let minutes = 0
  while (minutes < 12 * 60 - 20) {
    minutes += 20
    if (minutes < 12 * 60) expect(await actorOf(w.db, busy.token, after(minutes))).not.toBeNull()
  }
  expect(await actorOf(w.db, busy.token, after(12 * 60))).toBeNull()
})

test('being seen is written at most once a minute', async () => {
  const { staff } = await person()
  const { token, session } = await entered(staff.userName)
  const seen = async () =>
    (
      await w.db
        .selectFrom('accounts.session')
        .select('seen_at')
        .where('id', '=', session.id)
        .executeTakeFirstOrThrow()
    ).seen_at
  await actorOf(w.db, token, after(0.9))
  expect(await seen()).toEqual(noon)
  await actorOf(w.db, token, after(1.5))
  expect(await seen()).toEqual(after(1.5))
})

test('signing out, revoking and closing an account count at once, cache or not', async () => {
  const { staff, actor } = await person()
  const a = await entered(staff.userName)
  const b = await entered(staff.userName)
  const c = await entered(staff.userName)
  for (const one of [a, b, c]) expect(await actorOf(w.db, one.token, after(1))).not.toBeNull()
  await w.act((act) => signOut(act, a.session.id), actor, after(1))
  expect(await actorOf(w.db, a.token, after(1))).toBeNull()

  const { sessions } = await sessionsOf(w.db, b.session, after(1))
  expect(sessions.map((one) => [one.id, one.current])).toEqual(
    expect.arrayContaining([
      [b.session.id, true],
      [c.session.id, false],
    ]),
  )
  await w.act((act) => revokeSession(act, { id: c.session.id }), actor, after(1))
  expect(await actorOf(w.db, c.token, after(1))).toBeNull()
  const d = await entered(staff.userName)
  await actorOf(w.db, d.token, after(1))
  const ended = await w.act((act) => revokeOtherSessions(act, b.session.id), actor, after(1))
  expect(ended).toEqual({ revoked: 1 })
  expect(await actorOf(w.db, d.token, after(1))).toBeNull()

  const other = await person()
  const foreign = w.act((act) => revokeSession(act, { id: b.session.id }), other.actor)
  await expect(foreign).rejects.toMatchObject({ code: 'accounts.missing' })
  await w.act((act) => disableStaff(act, { id: staff.id }), undefined, after(1))
  expect(await actorOf(w.db, b.token, after(1))).toBeNull()
  await expect(entered(staff.userName)).rejects.toMatchObject({
    code: 'accounts.wrongNameOrPassword',
  })
})

test('[M158] a role taken back is gone from the very next request', async () => {
  const { staff } = await person()
  const { token } = await entered(staff.userName)
  expect((await actorOf(w.db, token, after(1)))?.actor.grants).toHaveLength(1)
  await w.act((act) => revokeRole(act, { id: staff.grants[0]?.id ?? 0 }))
  expect((await actorOf(w.db, token, after(1)))?.actor.grants).toEqual([])
})

test('a reset password opens nothing but the door to a new one, and the old ones do not come back', async () => {
  const { staff } = await person()
  const { temporaryPassword } = await w.act((act) => resetPassword(act, { id: staff.id }))
  const opened = await signIn(
    w.house,
    { userName: staff.userName, password: temporaryPassword },
    from,
  )
  if (opened.state !== 'signedIn') throw new Error('second factor owed')
  const found = await actorOf(w.db, opened.token)
  expect(found).toMatchObject({ actor: { grants: [] }, session: { passwordOwed: true } })
  if (!found) return

  const change = (current: string, next: string) =>
    changePassword(w.house, found.actor, found.session, { current, next }, from.ip)
  await expect(change(temporaryPassword, worldPassword)).rejects.toMatchObject({
    code: 'accounts.weakPassword',
    params: { issues: [{ code: 'passwordFormer' }] },
  })
  await expect(change('wrong', 'Xin-mi-ma-8899-hao')).rejects.toMatchObject({
    code: 'accounts.wrongPassword',
  })
  await change(temporaryPassword, 'Xin-mi-ma-8899-hao')
  expect(await actorOf(w.db, opened.token)).toMatchObject({
    actor: { grants: [{ role: 'clerk' }] },
    session: { passwordOwed: false },
  })
})

test('a password older than ninety days is owed a successor', async () => {
  const { staff } = await person()
  const later = new Date(Date.now() + 91 * 86_400_000)
  const { token } = await entered(staff.userName, later)
  expect(await actorOf(w.db, token, later)).toMatchObject({ session: { passwordOwed: true } })
})

const enrolled = async () => {
  const made = await person()
  const asked = { password: worldPassword }
  const { secret } = await enrolSecondFactor(w.house, made.actor, asked, from.ip, noon)
  const { recoveryCodes } = await w.act(
    (act) => confirmSecondFactor(act, { code: codeAt(secret, noon) }, w.house.secret),
    made.actor,
    noon,
  )
  const ticketAt = async (at: Date): Promise<string> => {
    const input = { userName: made.staff.userName, password: worldPassword }
    const answer = await signIn(w.house, input, from, at)
    if (answer.state !== 'secondFactorOwed') throw new Error('no second factor')
    return answer.ticket
  }
  return { ...made, secret, recoveryCodes, ticketAt }
}

test('[M158] with a second factor the password alone opens nothing, and no code opens twice', async () => {
  const { secret, ticketAt, staff } = await enrolled()
  const ticket = await ticketAt(after(2))
  expect(await actorOf(w.db, ticket, after(2))).toBeNull()
  const code = codeAt(secret, after(2))
  const opened = await signInSecondFactor(w.house, { ticket, code }, from, after(2))
  expect((await actorOf(w.db, opened.token, after(2)))?.actor.id).toBe(staff.id)

  const again = signInSecondFactor(w.house, { ticket, code }, from, after(2))
  await expect(again).rejects.toMatchObject({ code: 'accounts.ticketExpired' })
  const replayed = { ticket: await ticketAt(after(2)), code }
  await expect(signInSecondFactor(w.house, replayed, from, after(2))).rejects.toMatchObject({
    code: 'accounts.wrongCode',
  })
  // The code that confirmed the enrolment is used up as well.
  const confirming = { ticket: await ticketAt(after(0.4)), code: codeAt(secret, noon) }
  await expect(signInSecondFactor(w.house, confirming, from, after(0.4))).rejects.toMatchObject({
    code: 'accounts.wrongCode',
  })
})

test('the same code twice at the same moment opens one session', async () => {
  const { secret, ticketAt } = await enrolled()
  const code = codeAt(secret, after(2))
  const tickets = [await ticketAt(after(2)), await ticketAt(after(2))]
  const answers = await Promise.allSettled(
    tickets.map((ticket) => signInSecondFactor(w.house, { ticket, code }, from, after(2))),
  )
  expect(answers.map((one) => one.status).sort()).toEqual(['fulfilled', 'rejected'])
})

test('wrong codes lock like wrong passwords, and the right password between them changes nothing', async () => {
  const { ticketAt, secret } = await enrolled()
  for (let i = 0; i < 5; i += 1) {
    const wrong = { ticket: await ticketAt(after(2)), code: '000000' }
    await expect(signInSecondFactor(w.house, wrong, from, after(2))).rejects.toMatchObject({
      code: 'accounts.wrongCode',
    })
  }
  await expect(ticketAt(after(2))).rejects.toMatchObject({ code: 'accounts.locked' })
  const ticket = await ticketAt(after(18))
  const code = codeAt(secret, after(18))
  await signInSecondFactor(w.house, { ticket, code }, from, after(18))
})

test('a recovery code works once, a ticket for five minutes', async () => {
  const { recoveryCodes, ticketAt } = await enrolled()
  const [code = ''] = recoveryCodes
  const late = { ticket: await ticketAt(after(2)), code }
  await expect(signInSecondFactor(w.house, late, from, after(7))).rejects.toMatchObject({
    code: 'accounts.ticketExpired',
  })
  await signInSecondFactor(w.house, { ticket: await ticketAt(after(8)), code }, from, after(8))
  const twice = { ticket: await ticketAt(after(9)), code }
  await expect(signInSecondFactor(w.house, twice, from, after(9))).rejects.toMatchObject({
    code: 'accounts.wrongCode',
  })
})

test('only an administrator takes the second factor off another, and never off the own account', async () => {
  const { staff, actor } = await enrolled()
  const self = w.act((act) => resetSecondFactor(act, { id: staff.id }), actor)
  await expect(self).rejects.toMatchObject({ code: 'accounts.notYourself' })
  const colleague = await person()
  const foreign = w.act((act) => resetSecondFactor(act, { id: staff.id }), colleague.actor)
  await expect(foreign).rejects.toMatchObject({ code: 'accounts.notYours' })
  await w.act((act) => resetSecondFactor(act, { id: staff.id }))
  expect((await entered(staff.userName)).state).toBe('signedIn')
})

test('[M158] too many failures from one address shut it out, in the same words for every account', async () => {
  const { staff } = await person()
  const spraying = { ip: '203.0.113.9', userAgent: 'curl' }
  const tries = (count: number, ip = spraying.ip, at = noon) =>
    Promise.all(Array.from({ length: count }, () => beginTry(w.house, ip, at)))
  const known = { userName: staff.userName, password: worldPassword }
  const attempt = (who: { userName: string; password: string }, given = spraying, at = noon) =>
    signIn(w.house, who, given, at)
  await tries(49)
  // What is right gives its try back.
  for (const _ of [1, 2]) expect(await attempt(known)).toMatchObject({ state: 'signedIn' })
  await expect(attempt({ ...known, password: 'wrong' })).rejects.toMatchObject({
    code: 'accounts.wrongNameOrPassword',
  })
  const shut = {
    code: 'accounts.tooManyFromAddress',
    kind: 'busy',
    params: { minutes: 15, retryAfterSeconds: 900 },
  }
  await expect(attempt(known)).rejects.toMatchObject(shut)
  await expect(attempt({ userName: 'nobody', password: 'x' })).rejects.toMatchObject(shut)
  await expect(
    signInSecondFactor(w.house, { ticket: 'x', code: '000000' }, spraying, noon),
  ).rejects.toMatchObject(shut)
  expect(await attempt(known, from)).toMatchObject({ state: 'signedIn' })
  expect(await attempt(known, spraying, after(15))).toMatchObject({ state: 'signedIn' })
  const kept = await w.db.selectFrom('accounts.tally').select('mark').execute()
  expect(JSON.stringify(kept)).not.toContain('203.0.113')
  await w.act((act) => sweepTries(act.tx, new Date('2028-01-01T00:00:00Z')))
  expect(await w.db.selectFrom('accounts.tally').selectAll().execute()).toEqual([])
})
