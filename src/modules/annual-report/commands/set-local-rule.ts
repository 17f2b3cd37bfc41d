import { sql } from 'kysely'
import type { z } from 'zod'
import { organizationById } from '#organizations'
import type { Act } from '#platform/act'
import { statutoryDeadlines } from '../contract/deadlines.ts'
import type { setLocalRule as contract } from '../contract/doors.ts'
import { localRuleSet } from '../facts.ts'
import { maySetRules } from '../policy.ts'
import { refuse } from '../refusals.ts'

/**
 * Sets local dates and the jump that wants a note, from a day on; what was set before stays for the
 * reports due before. A day that is left empty is the statutory one again.
 */
export async function setLocalRule(
  act: Act,
  input: z.output<typeof contract.input>,
): Promise<{ set: boolean }> {
  const organ = await organizationById(act.tx, input.organizationId)
  if (!maySetRules(act.by, organ.path)) throw refuse('notYours')
  // Art. 49 sets the last day; a local notice may ask for an earlier one.
  for (const { publisher, monthDay } of statutoryDeadlines) {
    const given = input[`${publisher}Day`]
    if (given !== null && given >= monthDay)
      throw refuse('notEarlier', { day: given, last: monthDay })
  }
  await sql`insert into annual_report.local_rule (organization_id, from_on, department_day, township_day,
      government_day, jump_percent, source, set_at, set_by)
    values (${organ.id}, ${input.fromOn}::date, ${input.departmentDay}, ${input.townshipDay},
      ${input.governmentDay}, ${input.jumpPercent}, ${input.source}, ${act.at}, ${act.by.id})
    on conflict (organization_id, from_on) do update set department_day = excluded.department_day,
      township_day = excluded.township_day, government_day = excluded.government_day,
      jump_percent = excluded.jump_percent, source = excluded.source, set_at = excluded.set_at,
      set_by = excluded.set_by`.execute(act.tx)
  await act.announce(localRuleSet, {
    subject: `organization/${organ.id}`,
    organizationId: organ.id,
    fromOn: input.fromOn,
  })
  return { set: true }
}
