import { sql } from 'kysely'
import type { Db, Tx } from '#platform/database'
import type { Obligation, Responsibility } from '../contract.ts'
import type { DerivedObligation, ResponsibilityLine } from '../obligations.ts'

export const responsibilitiesOf = async (
  db: Db,
  editionId: number,
  field?: string,
): Promise<Responsibility[]> => {
  const { rows } = await sql<Responsibility>`
    select responsibility.target, responsibility.organization_id as "organizationId",
      organization.name as "organizationName", responsibility.part
    from catalogue.responsibility
      join organizations.organization on organization.id = responsibility.organization_id
    where responsibility.edition_id = ${editionId}
      ${field ? sql`and (target = ${field} or target like ${`${field}-%`})` : sql``}
    order by responsibility.target, responsibility.part desc, organization.ordinal,
      organization.id`.execute(db)
  return rows
}

/** Puts lines in place of those that the same targets had. */
export const replaceResponsibilities = async (
  tx: Tx,
  editionId: number,
  targets: readonly string[],
  lines: readonly ResponsibilityLine[],
): Promise<void> => {
  await sql`delete from catalogue.responsibility
    where edition_id = ${editionId} and target = any(${[...targets]}::text[])`.execute(tx)
  if (lines.length === 0) return
  await sql`
    insert into catalogue.responsibility (edition_id, target, organization_id, part)
    select ${editionId}::bigint, target, "organizationId", part
    from jsonb_to_recordset(${JSON.stringify(lines)}::jsonb)
      as given (target text, "organizationId" bigint, part text)`.execute(tx)
}

export const copyResponsibilities = async (tx: Tx, fromId: number, toId: number): Promise<void> => {
  await sql`
    insert into catalogue.responsibility (edition_id, target, organization_id, part)
    select ${toId}::bigint, target, organization_id, part from catalogue.responsibility
    where edition_id = ${fromId}`.execute(tx)
}

/** The lines of another government's list that name somebody of this one, for what its edition has. */
export const copyResponsibilitiesWithin = async (
  tx: Tx,
  fromId: number,
  toId: number,
  path: string,
): Promise<void> => {
  await sql`
    insert into catalogue.responsibility (edition_id, target, organization_id, part)
    select ${toId}::bigint, r.target, r.organization_id, r.part from catalogue.responsibility r
    join organizations.organization o on o.id = r.organization_id
    where r.edition_id = ${fromId} and o.path like ${path} || '%'
      and exists (select from catalogue.matter m where m.edition_id = ${toId}
        and r.target in (m.code, m.field_code))`.execute(tx)
}

// A row is about 150 bytes as JSON, so a batch stays below 2 MB however many villages there are.
const batchSize = 10_000

/**
 * Writes who owes what by an edition, for the organizations it covers: an obligation known before
 * keeps its declaration that nothing of the kind happens there, one no longer derived goes.
 */
export const replaceObligations = async (
  tx: Tx,
  edition: { readonly id: number; readonly organizationId: number },
  covered: readonly number[],
  obligations: Iterable<DerivedObligation>,
): Promise<void> => {
  await sql`create temporary table if not exists derived_obligation (organization_id bigint,
    matter_code text, field_code text, level text, because text) on commit drop`.execute(tx)
  await sql`truncate derived_obligation`.execute(tx)
  const batch: DerivedObligation[] = []
  for (const obligation of obligations) {
    batch.push(obligation)
    if (batch.length === batchSize) await stage(tx, batch.splice(0))
  }
  await stage(tx, batch)
  await sql`
    delete from catalogue.obligation
    where (organization_id = any(${[...covered]}::bigint[])
        or edition_id in (select id from catalogue.edition
          where organization_id = ${edition.organizationId}))
      and not exists (select 1 from derived_obligation as derived
        where derived.organization_id = obligation.organization_id
          and derived.matter_code = obligation.matter_code)`.execute(tx)
  await sql`
    insert into catalogue.obligation
      (organization_id, matter_code, edition_id, field_code, level, because)
    select distinct on (organization_id, matter_code) organization_id, matter_code,
      ${edition.id}::bigint, field_code, level, because
    from derived_obligation order by organization_id, matter_code
    on conflict (organization_id, matter_code) do update set edition_id = excluded.edition_id,
      field_code = excluded.field_code, level = excluded.level, because = excluded.because`.execute(
    tx,
  )
}

const stage = async (tx: Tx, batch: readonly DerivedObligation[]): Promise<void> => {
  if (batch.length === 0) return
  await sql`
    insert into derived_obligation
    select "organizationId", "matterCode", "fieldCode", level, because
    from jsonb_to_recordset(${JSON.stringify(batch)}::jsonb) as given ("organizationId" bigint,
      "matterCode" text, "fieldCode" text, level text, because text)`.execute(tx)
}

interface ObligationRow extends Omit<Obligation, 'notApplicableAt'> {
  readonly notApplicableAt: Date | null
}

/** What one organization owes, in the order of codes. */
export const obligationsPage = async (
  db: Db,
  organizationId: number,
  asked: {
    readonly field?: string | undefined
    readonly after: string
    readonly limit: number
  },
): Promise<Obligation[]> => {
  const { rows } = await sql<ObligationRow>`
    select obligation.organization_id as "organizationId", organization.name as "organizationName",
      obligation.matter_code as "matterCode", obligation.field_code as "fieldCode",
      matter.level1, matter.level2, matter.level3, obligation.level, obligation.because,
      obligation.not_applicable_reason as "notApplicableReason",
      obligation.not_applicable_at as "notApplicableAt",
      coalesce(matter.content_elements[1], '') as "firstElement"
    from catalogue.obligation
      join organizations.organization on organization.id = obligation.organization_id
      join catalogue.matter on matter.edition_id = obligation.edition_id
        and matter.code = obligation.matter_code
    where obligation.organization_id = ${organizationId} and obligation.matter_code > ${asked.after}
      ${asked.field ? sql`and obligation.field_code = ${asked.field}` : sql``}
    order by obligation.matter_code limit ${asked.limit}`.execute(db)
  return rows.map((row) => ({
    ...row,
    notApplicableAt: row.notApplicableAt?.toISOString() ?? null,
  }))
}

/** Sets or withdraws a declaration; false when there is no such obligation. */
export const declare = async (
  tx: Tx,
  organizationId: number,
  matterCode: string,
  declared: { readonly reason: string; readonly at: Date; readonly by: number | null } | null,
): Promise<boolean> => {
  const changed = await tx
    .updateTable('catalogue.obligation')
    .set({
      not_applicable_reason: declared?.reason ?? null,
      not_applicable_at: declared?.at ?? null,
      not_applicable_by: declared?.by ?? null,
    })
    .where('organization_id', '=', organizationId)
    .where('matter_code', '=', matterCode)
    .executeTakeFirst()
  return changed.numUpdatedRows > 0n
}
