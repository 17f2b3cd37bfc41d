import { sql } from 'kysely'
import type { z } from 'zod'
import { holds } from '#accounts'
import type { Act } from '#platform/act'
import type { setLimit as contract, Limit } from '../contract/life-cycle.ts'
import { limitSet } from '../life-cycle-facts.ts'
import { refuse } from '../life-cycle-refusals.ts'
import { topOrganization } from '../store/organizations.ts'
import { limitOn } from './limit.ts'

export type SetLimit = z.output<typeof contract.input>

/** Sets a limit from a day on, with its source; what came before stays for what began before. */
export async function setLimit(act: Act, input: SetLimit): Promise<Limit> {
  const top = await topOrganization(act.tx)
  if (!holds(act.by, ['disclosureOffice', 'administrator'], top.path)) throw refuse('notYours')
  if (input.appliesFrom < act.today) throw refuse('limitInPast')
  await sql`insert into documents.limit_rule (name, applies_from, amount, unit, source, set_at, set_by)
    values (${input.name}, ${input.appliesFrom}, ${input.amount}, ${input.unit}, ${input.source},
      ${act.at}, ${act.by.id})
    on conflict (name, applies_from) do update set amount = excluded.amount, unit = excluded.unit,
      source = excluded.source, set_at = excluded.set_at, set_by = excluded.set_by`.execute(act.tx)
  await act.announce(limitSet, {
    subject: `limit/${input.name}`,
    organizationId: top.id,
    name: input.name,
    amount: input.amount,
    unit: input.unit,
    appliesFrom: input.appliesFrom,
  })
  return limitOn(act.tx, input.name, input.appliesFrom)
}
