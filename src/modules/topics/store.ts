import { type RawBuilder, sql } from 'kysely'
import { type Reader, visibleTo } from '#documents'
import type { Db, Tx } from '#platform/database'
import { type Stage, type TopicRule, topicRule } from './contract.ts'
import { proposeStage } from './stage.ts'

export interface Topic {
  readonly id: number
  readonly slug: string
  readonly organizationId: number
  readonly title: string
  readonly lead: string
  readonly rule: TopicRule
  readonly grouping: 'stage' | 'field' | 'none'
  readonly publishedAt: Date | null
  readonly version: number
  readonly documents: number
}

export const topics = async (
  db: Db,
  asked: { readonly id?: number; readonly slug?: string } = {},
): Promise<Topic[]> => {
  const { rows } = await sql<Topic>`
    select t.id, t.slug, t.organization_id as "organizationId", t.title, t.lead, t.rule, t.grouping,
      t.published_at as "publishedAt", t.version,
      (select count(*)::int from topics.entry n where n.topic_id = t.id) as documents
    from topics.topic t
    where true ${asked.id ? sql`and t.id = ${asked.id}` : sql``}
      ${asked.slug ? sql`and t.slug = ${asked.slug}` : sql``}
    order by t.id desc`.execute(db)
  return rows.map((row) => ({ ...row, rule: topicRule.parse(row.rule) }))
}

/** `e`, `d` and `o` are the names of which `visibleTo` speaks. */
const live = sql`documents.document d
  join documents.edition e on e.id = d.live_edition_id
  join organizations.organization o on o.id = d.organization_id`

const within = (rule: TopicRule): RawBuilder<boolean> => {
  const patterns = rule.keywords.map(
    (word) => `%${word.replace(/[\\%_]/g, (sign) => `\\${sign}`)}%`,
  )
  return sql<boolean>`e.attribute = 'proactive'
    and (e.matter_codes && ${rule.matterCodes}::text[]
      or exists (select from unnest(e.matter_codes) code where split_part(code, '-', 1) = any(${rule.fieldCodes}::text[]))
      or e.keywords && ${rule.keywords}::text[]
      or e.title like any(${patterns}::text[]))
    and (${rule.organizationIds.length === 0} or exists (select from organizations.organization above
      where above.id = any(${rule.organizationIds}::bigint[]) and o.path like above.path || '%'))
    and (${rule.from}::date is null or (d.published_at at time zone 'Asia/Shanghai')::date >= ${rule.from}::date)
    and (${rule.until}::date is null or (d.published_at at time zone 'Asia/Shanghai')::date <= ${rule.until}::date)`
}

export interface GatheredRow {
  readonly documentId: number
  readonly title: string
  readonly organizationName: string
  readonly publishedOn: string
}

// A preview shows that the rule finds what it should; nobody reads a thousand lines there.
const previewed = 30

export const gatheredBy = async (
  db: Db,
  rule: TopicRule,
  reader: Reader,
): Promise<{ count: number; documents: GatheredRow[] }> => {
  const { rows } = await sql<GatheredRow & { count: number }>`
    select d.id as "documentId", e.title, o.short_name as "organizationName",
      (d.published_at at time zone 'Asia/Shanghai')::date as "publishedOn", count(*) over ()::int as count
    from ${live} where ${within(rule)} and ${visibleTo(reader)}
    order by d.published_at desc, d.id desc limit ${previewed}`.execute(db)
  return { count: rows[0]?.count ?? 0, documents: rows.map(({ count: _, ...row }) => row) }
}

interface Judged {
  readonly id: number
  readonly kind: string
  readonly title: string
  readonly matterCodes: string[]
  readonly matters: string[]
  readonly chosen: Stage | null
  readonly publishedAt: Date
  readonly organizationId: number
}

const judgedColumns = sql`d.id, e.kind, e.title, e.matter_codes as "matterCodes",
  array(select coalesce(c.name, '') from unnest(e.matter_codes) with ordinality as m (code, place)
    left join documents.site_column c on c.matter_code = m.code and c.retired_at is null
    order by m.place) as matters,
  (select s.stage from topics.stage_choice s where s.document_id = d.id) as chosen,
  d.published_at as "publishedAt", d.organization_id as "organizationId"`

const stageOf = (one: Judged): Stage =>
  one.chosen ?? proposeStage({ kind: one.kind, title: one.title, matters: one.matters }).stage

const sectionOf = (topic: Topic, one: Judged): string =>
  topic.grouping === 'stage'
    ? stageOf(one)
    : topic.grouping === 'field'
      ? (one.matterCodes[0]?.split('-')[0] ?? '')
      : ''

/** Gathers a topic: all of it, or one document that was touched. */
export const gather = async (tx: Tx, topic: Topic, documentId?: number): Promise<number> => {
  const only = documentId ? sql`and d.id = ${documentId}` : sql``
  const { rows } = await sql<Judged>`
    select ${judgedColumns} from ${live}
    left join topics.choice c on c.topic_id = ${topic.id} and c.document_id = d.id
    where (c.verdict = 'picked' or (c.verdict is null and ${within(topic.rule)}))
      and ${visibleTo({ kind: 'public' })} and e.attribute = 'proactive' ${only}`.execute(tx)
  const gone = await sql`delete from topics.entry where topic_id = ${topic.id}
    ${documentId ? sql`and document_id = ${documentId}` : sql``}`.execute(tx)
  const entries = rows.map((one) => ({
    document_id: one.id,
    section: sectionOf(topic, one),
    published_at: one.publishedAt,
  }))
  if (entries.length > 0)
    await sql`insert into topics.entry (topic_id, document_id, section, published_at)
      select ${topic.id}, document_id, section, published_at
      from jsonb_to_recordset(${JSON.stringify(entries)}::jsonb)
        as put (document_id bigint, section text, published_at timestamptz)`.execute(tx)
  return entries.length + Number(gone.numAffectedRows ?? 0)
}

/** The stages of a live document in the lives of its matters; a withdrawn one leaves them. */
export const refreshLife = async (tx: Tx, documentId: number): Promise<void> => {
  await sql`delete from topics.life where document_id = ${documentId}`.execute(tx)
  const { rows } = await sql<Judged>`
    select ${judgedColumns} from ${live}
    where d.id = ${documentId} and e.attribute = 'proactive' and ${visibleTo({ kind: 'public' })}`.execute(
    tx,
  )
  const [one] = rows
  if (!one) return
  await sql`insert into topics.life (organization_id, matter_code, document_id, stage, published_at)
    select distinct p.organization_id, p.matter_code, p.document_id, ${stageOf(one)}, ${one.publishedAt}::timestamptz
    from documents.placement p
    where p.document_id = ${documentId} and p.matter_code is not null and p.published_at is not null`.execute(
    tx,
  )
}

export const judgedDocument = async (
  db: Db,
  documentId: number,
): Promise<
  (Omit<Judged, 'publishedAt'> & { reason: string; path: string; editionId: number }) | null
> => {
  const { rows } = await sql<
    Omit<Judged, 'publishedAt'> & { reason: string; path: string; editionId: number }
  >`
    select ${judgedColumns}, o.path, e.id as "editionId",
      coalesce((select s.reason from topics.stage_choice s where s.document_id = d.id), '') as reason
    from documents.document d
    join documents.edition e on e.id = coalesce(d.working_edition_id, d.live_edition_id)
    join organizations.organization o on o.id = d.organization_id
    where d.id = ${documentId}`.execute(db)
  return rows[0] ?? null
}

export interface EntryRow {
  readonly id: number
  readonly title: string
  readonly organizationCode: string
  readonly organizationName: string
  readonly publishedAt: Date
  readonly publishedOn: string
  readonly documentNumber: string
  readonly section: string
}

const entryColumns = sql`d.id, e.title, o.code as "organizationCode", o.short_name as "organizationName",
  d.published_at as "publishedAt", (d.published_at at time zone 'Asia/Shanghai')::date as "publishedOn",
  e.document_number as "documentNumber"`

/** What a topic shows of one section, newest first; the newest of each section where none is named. */
export const entriesOf = async (
  db: Db,
  topicId: number,
  asked: {
    readonly section: string | null
    readonly after: { readonly at: string; readonly id: number } | null
    readonly limit: number
  },
  reader: Reader,
): Promise<EntryRow[]> => {
  const { rows } = await sql<EntryRow>`
    select ${entryColumns}, n.section
    from (
      select n.*, row_number() over (partition by n.section order by n.published_at desc, n.document_id desc) as place
      from topics.entry n where n.topic_id = ${topicId}
        ${asked.section === null ? sql`` : sql`and n.section = ${asked.section}`}
        ${asked.after ? sql`and (n.published_at, n.document_id) < (${asked.after.at}::timestamptz, ${asked.after.id})` : sql``}
    ) n
    join documents.document d on d.id = n.document_id
    join documents.edition e on e.id = d.live_edition_id
    join organizations.organization o on o.id = d.organization_id
    where n.place <= ${asked.limit} and ${visibleTo(reader)}
    order by n.published_at desc, n.document_id desc`.execute(db)
  return rows
}

// A matter of one unit over the years; beyond this its column is the place to look.
const mostOfLife = 300

export const lifeOf = async (
  db: Db,
  organizationCode: string,
  matterCode: string,
  reader: Reader,
): Promise<(EntryRow & { matter: string; matterAddress: string })[]> => {
  const { rows } = await sql<EntryRow & { matter: string; matterAddress: string }>`
    select ${entryColumns}, l.stage as section, coalesce(c.name, l.matter_code) as matter,
      coalesce(c.address, '') as "matterAddress"
    from topics.life l
    join documents.document d on d.id = l.document_id
    join documents.edition e on e.id = d.live_edition_id
    join organizations.organization o on o.id = d.organization_id
    join organizations.organization whose on whose.id = l.organization_id
    left join documents.site_column c on c.matter_code = l.matter_code and c.retired_at is null
    where whose.code = ${organizationCode} and l.matter_code = ${matterCode} and ${visibleTo(reader)}
    order by l.published_at desc limit ${mostOfLife}`.execute(db)
  return rows
}

/** The stage of a live document and where its matter can be read through its life. */
export const stagesOf = async (
  db: Db,
  documentId: number,
): Promise<{ stage: Stage; organizationCode: string; matterCode: string }[]> => {
  const { rows } = await sql<{ stage: Stage; organizationCode: string; matterCode: string }>`
    select l.stage, o.code as "organizationCode", l.matter_code as "matterCode"
    from topics.life l join organizations.organization o on o.id = l.organization_id
    where l.document_id = ${documentId} order by l.matter_code limit 5`.execute(db)
  return rows
}
