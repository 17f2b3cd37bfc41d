import { type Act, theSystem } from '#platform/act'
import { addDays } from '#platform/civil-date'
import { refusals } from '#platform/refusal'
import { beginning, canonical, type DaySeal, sha256 } from '../chain.ts'
import { daySealed } from '../facts.ts'
import {
  entryAt,
  addDays as keepDays,
  lastDay,
  lastNumbersByDay,
  lockChain,
  type SealedDay,
  sealOfDay,
} from '../store.ts'

const refuse = refusals('seals', { notYours: 'forbidden' })

/** Seals every day that is over and has no seal yet; days without a release too. Safe to run again. */
export async function sealDays(act: Act): Promise<{ readonly sealed: number }> {
  if (act.by !== theSystem) throw refuse('notYours')
  await lockChain(act.tx)
  const before = await lastDay(act.tx)
  const sealed = before ? sealOfDay(before) : null
  const ends = await lastNumbersByDay(act.tx, sealed?.last ?? 0)
  let day = sealed ? addDays(sealed.day, 1) : ends[0]?.day
  let [last, previous] = [sealed?.last ?? 0, before?.hash ?? beginning]
  let head = sealed?.head ?? beginning
  const made: SealedDay[] = []
  for (let at = 0; day !== undefined && day < act.today; day = addDays(day, 1)) {
    const first = last + 1
    // A link dated before another of an earlier number is covered with that one.
    for (let end = ends[at]; end && end.day <= day; end = ends[++at])
      last = Math.max(last, end.last)
    if (last >= first) head = (await entryAt(act.tx, last))?.hash ?? head
    const seal: DaySeal = { day, first, head, last, previous }
    const body = canonical(seal)
    const hash = sha256(body)
    made.push({ seal, body, hash })
    previous = hash
  }
  if (made.length === 0) return { sealed: 0 }
  await keepDays(act.tx, made, act.at)
  await act.announce(daySealed, {
    subject: `seals/${addDays(act.today, -1)}`,
    organizationId: null,
    day: addDays(act.today, -1),
    days: made.length,
  })
  return { sealed: made.length }
}
