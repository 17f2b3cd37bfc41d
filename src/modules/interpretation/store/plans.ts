import { sql } from 'kysely'
import type { ChangedDays } from '#calendar'
import type { CivilDate } from '#platform/civil-date'
import type { Db, Tx } from '#platform/database'
import type { PlanItem } from '../contract/desk.ts'

export const planOf = async (db: Db, policyId: number): Promise<PlanItem[]> =>
  (
    await sql<PlanItem>`select form, author, author_post as "authorPost", planned_on as "plannedOn",
        channel from interpretation.plan_item where policy_id = ${policyId}
      order by planned_on, form`.execute(db)
  ).rows

/** Puts the whole plan in place of the one there was. */
export const putPlan = async (
  tx: Tx,
  policyId: number,
  items: readonly PlanItem[],
  { at, by }: { readonly at: Date; readonly by: number | null },
): Promise<void> => {
  await sql`delete from interpretation.plan_item where policy_id = ${policyId}`.execute(tx)
  await sql`insert into interpretation.plan_item
      (policy_id, form, author, author_post, planned_on, channel, set_at, set_by)
    select ${policyId}, form, author, "authorPost", "plannedOn", channel, ${at}, ${by}
    from jsonb_to_recordset(${JSON.stringify(items)}::jsonb)
      as w(form text, author text, "authorPost" text, "plannedOn" date, channel text)`.execute(tx)
}

export interface Exemption {
  readonly reason: string
  readonly signedBy: string
  readonly signedOn: CivilDate
}

export const exemptionOf = async (db: Db, policyId: number): Promise<Exemption | null> =>
  (
    await sql<Exemption>`select reason, signed_name as "signedBy",
        (signed_at at time zone 'Asia/Shanghai')::date as "signedOn"
      from interpretation.exemption where policy_id = ${policyId}`.execute(db)
  ).rows[0] ?? null

export const putExemption = async (
  tx: Tx,
  policyId: number,
  signed: {
    readonly reason: string
    readonly by: number
    readonly name: string
    readonly at: Date
  },
): Promise<void> => {
  await sql`insert into interpretation.exemption (policy_id, reason, signed_by, signed_name, signed_at)
    values (${policyId}, ${signed.reason}, ${signed.by}, ${signed.name}, ${signed.at})
    on conflict (policy_id) do update set reason = excluded.reason, signed_by = excluded.signed_by,
      signed_name = excluded.signed_name, signed_at = excluded.signed_at`.execute(tx)
}

export const dropExemption = async (tx: Tx, policyId: number): Promise<boolean> => {
  const { rows } = await sql`delete from interpretation.exemption where policy_id = ${policyId}
    returning policy_id`.execute(tx)
  return rows.length > 0
}

export interface DutyRow {
  readonly releasedOn: CivilDate
  readonly dueOn: CivilDate | null
  readonly settledOn: CivilDate | null
}

export const dutyOf = async (db: Db, policyId: number): Promise<DutyRow | null> =>
  (
    await sql<DutyRow>`select released_on as "releasedOn", due_on as "dueOn",
        settled_on as "settledOn" from interpretation.duty where policy_id = ${policyId}`.execute(
      db,
    )
  ).rows[0] ?? null

export const putDuty = async (
  tx: Tx,
  duty: DutyRow & { readonly policyId: number; readonly organizationId: number },
): Promise<void> => {
  await sql`insert into interpretation.duty
      (policy_id, organization_id, released_on, due_on, settled_on)
    values (${duty.policyId}, ${duty.organizationId}, ${duty.releasedOn}, ${duty.dueOn}, ${duty.settledOn})
    on conflict (policy_id) do update set released_on = excluded.released_on,
      due_on = excluded.due_on, settled_on = excluded.settled_on`.execute(tx)
}

export const dropDuty = async (tx: Tx, policyId: number): Promise<void> => {
  await sql`delete from interpretation.duty where policy_id = ${policyId}`.execute(tx)
}

/** Duties whose limit is unknown, and open ones whose limit was counted over some days; locked. */
export const dutiesToCount = async (
  tx: Tx,
  asked: { readonly days: ChangedDays; readonly counted: boolean },
): Promise<{ policyId: number; releasedOn: CivilDate; dueOn: CivilDate | null }[]> => {
  const { from, to } = asked.days
  const { rows } = await sql<{ policyId: number; releasedOn: CivilDate; dueOn: CivilDate | null }>`
    select policy_id as "policyId", released_on as "releasedOn", due_on as "dueOn"
    from interpretation.duty
    where (due_on is null and released_on between ${from}::date - 31 and ${to}::date)
      or (${asked.counted} and settled_on is null and due_on >= ${from}::date
        and released_on <= ${to}::date)
    order by policy_id for update`.execute(tx)
  return rows
}

export const putDues = async (
  tx: Tx,
  dues: readonly { readonly policyId: number; readonly dueOn: CivilDate | null }[],
): Promise<void> => {
  await sql`update interpretation.duty y set due_on = w."dueOn"
    from jsonb_to_recordset(${JSON.stringify(dues)}::jsonb) as w("policyId" bigint, "dueOn" date)
    where y.policy_id = w."policyId"`.execute(tx)
}
