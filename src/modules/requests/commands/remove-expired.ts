import { type Act, theSystem } from '#platform/act'
import { type CivilDate, yearOf } from '#platform/civil-date'
import { particularsRemoved } from '../facts.ts'
import { refuse } from '../refusals.ts'
import { keptTooLong, removeEnclosures, removeParticulars } from '../store/closing.ts'
import { allRetentionRules } from '../store/rules.ts'

// One act of the worker; what is left over goes with the next.
const removedAtOnce = 200

/** The same day a number of months before; the end of a shorter month stands for its missing days. */
export const monthsBefore = (today: CivilDate, months: number): CivilDate => {
  const month = yearOf(today) * 12 + Number(today.slice(5, 7)) - 1 - months
  const [year, inYear] = [Math.floor(month / 12), month % 12]
  const last = new Date(Date.UTC(year, inYear + 1, 0)).getUTCDate()
  const day = Math.min(Number(today.slice(8)), last)
  return new Date(Date.UTC(year, inYear, day)).toISOString().slice(0, 10)
}

/**
 * Removes personal data of cases that were closed longer ago than the rule of today keeps them: who
 * asked and what, searches and notes, and (usually sooner) evidence of identity. Dates, kinds, results
 * and everything else that figures are made of stay.
 */
export async function removeExpired(act: Act): Promise<{ readonly removed: number }> {
  if (act.by !== theSystem) throw refuse('notYours')
  const rule = (await allRetentionRules(act.tx)).find((one) => one.appliesFrom <= act.today)
  if (!rule) return { removed: 0 }
  const due = (what: 'particulars' | 'enclosures', months: number) =>
    keptTooLong(act.tx, what, monthsBefore(act.today, months), removedAtOnce)
  const enclosures = await due('enclosures', rule.enclosuresMonths)
  const particulars = await due('particulars', rule.particularsMonths)
  const hashes = await removeEnclosures(act.tx, enclosures, act.at, act.today)
  for (const sha256 of hashes) await act.enqueue('dropFile', { sha256 })
  await removeParticulars(act.tx, particulars, act.at, act.today)
  for (const what of ['enclosures', 'particulars'] as const) {
    const requestIds = what === 'enclosures' ? enclosures : particulars
    if (requestIds.length > 0)
      await act.announce(particularsRemoved, {
        subject: 'retention/requests',
        what,
        requestIds,
        rule: rule.appliesFrom,
      })
  }
  return { removed: enclosures.length + particulars.length }
}
