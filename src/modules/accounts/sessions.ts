import { LRUCache } from 'lru-cache'
import type { Actor, Announcement } from '#platform/act'
import { dateAt } from '#platform/civil-date'
import type { Db } from '#platform/database'
import { rulesOn, type SignInRules } from './rules.ts'
import { type FoundSession, findSession, touchSession } from './store/sessions.ts'
import { tokenHash } from './tokens.ts'

export interface SessionInfo {
  readonly id: number
  readonly staffId: number
  /** Comes back in `x-csrf-token` with everything but GET. */
  readonly csrf: string
  readonly createdAt: Date
  readonly expiresAt: Date
  /** A first or aged password: until it is changed the actor holds no role. */
  readonly passwordOwed: boolean
}

export interface SignedIn {
  readonly actor: Actor
  readonly session: SessionInfo
}

const minuteMs = 60_000
const dayMs = 24 * 60 * minuteMs
// A look-up for every request would cost more than most answers; revocation clears it here at once
// and, should a notice be lost, elsewhere within this time.
const trustedMs = 30_000
// Written at most so often: a write for each request was 4.6 ms of a page's 6.
const touchedEveryMs = minuteMs

const known = new LRUCache<string, SignedIn & { readonly readAt: number }>({ max: 5_000 })
// Counts what was forgotten, so that a look-up begun before does not bring the old answer back.
let forgotten = 0

/** Hears what was committed, here or elsewhere: whoever changed is looked up afresh. */
export const forgetActors = (announced: readonly Announcement[] | null): void => {
  const all =
    announced === null || announced.some((one) => one.kind === 'organizations.organizationMoved')
  const changed = new Set(
    (announced ?? [])
      .filter((one) => one.kind.startsWith('accounts.') && one.kind !== 'accounts.signedIn')
      .map((one) => (one.payload as { staffId?: number }).staffId),
  )
  if (!all && changed.size === 0) return
  forgotten += 1
  for (const [hash, entry] of known.entries())
    if (all || changed.has(entry.session.staffId)) known.delete(hash)
}

export const isPasswordOwed = (
  account: { readonly passwordMustChange: boolean; readonly passwordSetAt: Date },
  at: Date,
  rules: SignInRules,
): boolean =>
  account.passwordMustChange ||
  at.getTime() - account.passwordSetAt.getTime() > rules.maxAgeDays * dayMs

const signedInOf = (row: FoundSession, at: Date, rules: SignInRules): SignedIn => {
  const passwordOwed = isPasswordOwed(
    { passwordMustChange: row.password_must_change, passwordSetAt: row.password_set_at },
    at,
    rules,
  )
  return {
    actor: {
      id: row.staff_id,
      name: row.name,
      organizationId: row.organization_id,
      grants: passwordOwed ? [] : row.grants,
    },
    session: {
      id: row.id,
      staffId: row.staff_id,
      csrf: row.csrf,
      createdAt: row.created_at,
      expiresAt: row.expires_at,
      passwordOwed,
    },
  }
}

/** Who holds a session's token, with roles; null when it is unknown, over, idle too long or revoked. */
export const actorOf = async (
  db: Db,
  token: string,
  at: Date = new Date(),
): Promise<SignedIn | null> => {
  const hash = tokenHash(token)
  const held = known.get(hash)
  const age = held ? at.getTime() - held.readAt : Number.POSITIVE_INFINITY
  if (held && age >= 0 && age < trustedMs && at < held.session.expiresAt) return held

  const before = forgotten
  const rules = rulesOn(dateAt(at))
  const row = await findSession(db, hash, at)
  const idleMs = row ? at.getTime() - row.seen_at.getTime() : 0
  if (!row || idleMs > rules.idleMinutes * minuteMs) {
    known.delete(hash)
    return null
  }
  if (idleMs >= touchedEveryMs) await touchSession(db, row.id, at)
  const found = signedInOf(row, at, rules)
  if (forgotten === before) known.set(hash, { ...found, readAt: at.getTime() })
  return found
}
