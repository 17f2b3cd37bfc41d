import { sql } from 'kysely'
import type { Db, Tx } from '#platform/database'
import type { CodedMatter } from '../codes.ts'
import type { Level, Matter, MatterElements, MatterFilter } from '../contract.ts'

const matterColumns = sql`
  matter.id, matter.edition_id as "editionId", matter.code, matter.field_code as "fieldCode",
  matter.level1, matter.level2, matter.level3, matter.seq,
  matter.content_elements as "contentElements", matter.legal_bases as "legalBases",
  matter.time_limit as "timeLimit", matter.time_rule as "timeRule",
  matter.disclosing_body as "disclosingBody", matter.channels, matter.audience,
  matter.audience_group as "audienceGroup", matter.mode, matter.attribute, matter.levels,
  matter.extra, matter.provenance, matter.ordinal`

/** A matter as it is written: everything but what the table gives itself. */
export interface MatterToSave extends MatterElements {
  readonly code: string
  readonly fieldCode: string
  readonly timeRule: Matter['timeRule']
  readonly provenance: Matter['provenance']
  readonly ordinal: number
}

const given = (matters: readonly MatterToSave[]) => sql`
  jsonb_to_recordset(${JSON.stringify(matters)}::jsonb) as given (code text, "fieldCode" text,
    level1 text, level2 text, level3 text, seq text, "contentElements" text[],
    "legalBases" text[], "timeLimit" text, "timeRule" jsonb, "disclosingBody" text,
    channels text[], audience text, "audienceGroup" text, mode text, attribute text,
    levels text[], extra jsonb, provenance text, ordinal int)`

const columns = sql`edition_id, code, field_code, level1, level2, level3, seq, content_elements,
  legal_bases, time_limit, time_rule, disclosing_body, channels, audience, audience_group, mode,
  attribute, levels, extra, provenance, ordinal`

/** Writes matters of an edition in one statement: those with a known code are changed, others added. */
export const saveMatters = async (
  tx: Tx,
  editionId: number,
  matters: readonly MatterToSave[],
): Promise<void> => {
  if (matters.length === 0) return
  await sql`
    insert into catalogue.matter (${columns})
    select ${editionId}::bigint, code, "fieldCode", level1, level2, level3, seq,
      "contentElements", "legalBases", "timeLimit", "timeRule", "disclosingBody", channels,
      audience, "audienceGroup", mode, attribute, levels, extra, provenance, ordinal
    from ${given(matters)}
    on conflict (edition_id, code) do update set field_code = excluded.field_code,
      level1 = excluded.level1, level2 = excluded.level2, level3 = excluded.level3,
      seq = excluded.seq, content_elements = excluded.content_elements,
      legal_bases = excluded.legal_bases, time_limit = excluded.time_limit,
      time_rule = excluded.time_rule, disclosing_body = excluded.disclosing_body,
      channels = excluded.channels, audience = excluded.audience,
      audience_group = excluded.audience_group, mode = excluded.mode,
      attribute = excluded.attribute, levels = excluded.levels, extra = excluded.extra,
      provenance = excluded.provenance, ordinal = excluded.ordinal`.execute(tx)
}

// A matter that does not say its levels is disclosed where its field usually is.
const disclosedAt = sql`(case when matter.levels = '{}' then (select field.levels
  from catalogue.field where field.code = matter.field_code) else matter.levels end)`

/** How many of an edition's matters are disclosed at one of the levels. */
export const countReaching = async (
  db: Db,
  editionId: number,
  levels: readonly Level[],
): Promise<number> => {
  const { rows } = await sql<{ count: number }>`
    select count(*)::int as count from catalogue.matter
    where edition_id = ${editionId} and ${disclosedAt} && ${[...levels]}::text[]`.execute(db)
  return rows[0]?.count ?? 0
}

/** Copies an edition's matters that are disclosed at one of the levels. */
export const copyMatters = async (
  tx: Tx,
  fromId: number,
  toId: number,
  levels: readonly Level[],
): Promise<void> => {
  await sql`
    insert into catalogue.matter (${columns})
    select ${toId}::bigint, code, field_code, level1, level2, level3, seq, content_elements,
      legal_bases, time_limit, time_rule, disclosing_body, channels, audience, audience_group,
      mode, attribute, levels, extra, provenance, ordinal
    from catalogue.matter
    where edition_id = ${fromId} and ${disclosedAt} && ${[...levels]}::text[]`.execute(tx)
}

export const deleteMatters = async (
  tx: Tx,
  editionId: number,
  codes: readonly string[],
): Promise<void> => {
  if (codes.length === 0) return
  await tx
    .deleteFrom('catalogue.matter')
    .where('edition_id', '=', editionId)
    .where('code', 'in', [...codes])
    .execute()
}

/** Every matter of an edition in catalogue order; whole editions stay below a few thousand rows. */
export const allMatters = async (
  db: Db,
  editionId: number,
  only: { readonly codes?: readonly string[]; readonly field?: string | undefined } = {},
): Promise<Matter[]> => {
  const { rows } = await sql<Matter>`
    select ${matterColumns} from catalogue.matter
    where edition_id = ${editionId}
      ${only.codes ? sql`and code = any(${[...only.codes]}::text[])` : sql``}
      ${only.field ? sql`and field_code = ${only.field}` : sql``}
    order by ordinal, code`.execute(db)
  return rows
}

export const findMatter = async (
  db: Db,
  editionId: number,
  code: string,
): Promise<Matter | undefined> => (await allMatters(db, editionId, { codes: [code] }))[0]

const like = (text: string): string => `%${text.replace(/[\\%_]/g, '\\$&')}%`

const filtered = (editionId: number, filter: MatterFilter) => sql`
  matter.edition_id = ${editionId}
  ${filter.field ? sql`and matter.field_code = ${filter.field}` : sql``}
  ${filter.mode ? sql`and matter.mode = ${filter.mode}` : sql``}
  ${filter.attribute ? sql`and matter.attribute = ${filter.attribute}` : sql``}
  ${filter.level ? sql`and ${filter.level} = any(${disclosedAt})` : sql``}
  ${
    filter.text
      ? sql`and (matter.code = upper(${filter.text}) or concat_ws(' ', matter.level1, matter.level2,
          matter.level3, array_to_string(matter.content_elements, ' '), matter.disclosing_body)
          ilike ${like(filter.text)})`
      : sql``
  }`

/** A page of matters in catalogue order, with how many the filter finds in all. */
export const mattersPage = async (
  db: Db,
  editionId: number,
  filter: MatterFilter,
  page: { readonly after: number; readonly limit: number },
): Promise<{ matters: Matter[]; total: number }> => {
  const { rows } = await sql<Matter>`
    select ${matterColumns} from catalogue.matter
    where ${filtered(editionId, filter)} and matter.ordinal > ${page.after}
    order by matter.ordinal limit ${page.limit}`.execute(db)
  const counted = await sql<{ total: number }>`
    select count(*)::int as total from catalogue.matter
    where ${filtered(editionId, filter)}`.execute(db)
  return { matters: rows, total: counted.rows[0]?.total ?? 0 }
}

/**
 * The names and codes that a new code must respect, newest edition first: a government's own, those
 * of the other governments on its site (one code, one column), then the reference catalogue.
 */
export const codesEverGiven = async (
  db: Db,
  organizationId: number | null,
): Promise<CodedMatter[][]> => {
  const { rows } = await sql<CodedMatter & { editionId: number }>`
    select matter.edition_id as "editionId", matter.code, matter.field_code as "fieldCode",
      matter.level1, matter.level2, matter.level3
    from catalogue.matter join catalogue.edition on edition.id = matter.edition_id
      left join organizations.organization on organization.id = edition.organization_id
    where edition.organization_id is null
      or split_part(organization.path, '/', 2) = (select split_part(own.path, '/', 2)
        from organizations.organization as own where own.id = ${organizationId})
    order by (edition.organization_id = ${organizationId}) desc nulls last,
      organization.path nulls last, edition.number desc, matter.ordinal`.execute(db)
  return [...Map.groupBy(rows, (row) => row.editionId).values()]
}

/** Numbers the matters of an edition anew: fields in their order, then as they stood. */
export const renumber = async (tx: Tx, editionId: number): Promise<void> => {
  await sql`
    update catalogue.matter set ordinal = counted.place
    from (
      select matter.id, row_number() over (order by field.ordinal, field.code, matter.ordinal,
        matter.code) as place
      from catalogue.matter join catalogue.field on field.code = matter.field_code
      where matter.edition_id = ${editionId}
    ) as counted
    where counted.id = matter.id and matter.ordinal <> counted.place`.execute(tx)
}
