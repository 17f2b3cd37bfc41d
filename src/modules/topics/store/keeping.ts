import { sql } from 'kysely'
import { type Reader, visibleTo } from '#documents'
import type { Act } from '#platform/act'
import type { Db } from '#platform/database'
import type { Stage, TopicRule } from '../contract.ts'

interface Fields {
  readonly title: string
  readonly slug: string
  readonly lead: string
  readonly rule: TopicRule
  readonly grouping: string
}

export const addTopic = async (
  act: Act,
  organizationId: number,
  topic: Fields,
): Promise<number> => {
  const { rows } = await sql<{ id: number }>`
    insert into topics.topic (slug, organization_id, title, lead, rule, grouping, updated_at, updated_by)
    values (${topic.slug}, ${organizationId}, ${topic.title}, ${topic.lead},
      ${JSON.stringify(topic.rule)}::jsonb, ${topic.grouping}, ${act.at}, ${act.by.id})
    returning id`.execute(act.tx)
  return rows[0]?.id ?? 0
}

export const putTopic = (act: Act, topic: Fields & { readonly id: number }): Promise<unknown> =>
  sql`update topics.topic set slug = ${topic.slug}, title = ${topic.title}, lead = ${topic.lead},
      rule = ${JSON.stringify(topic.rule)}::jsonb, grouping = ${topic.grouping},
      version = version + 1, updated_at = ${act.at}, updated_by = ${act.by.id}
    where id = ${topic.id}`.execute(act.tx)

export const setPublished = (act: Act, id: number, open: boolean): Promise<unknown> =>
  sql`update topics.topic set published_at = ${open ? act.at : null}, version = version + 1,
      updated_at = ${act.at}, updated_by = ${act.by.id} where id = ${id}`.execute(act.tx)

export const putChoice = async (
  act: Act,
  choice: {
    readonly id: number
    readonly documentId: number
    readonly verdict: string | null
    readonly reason: string
  },
): Promise<void> => {
  await sql`delete from topics.choice
    where topic_id = ${choice.id} and document_id = ${choice.documentId}`.execute(act.tx)
  if (choice.verdict === null) return
  await sql`insert into topics.choice (topic_id, document_id, verdict, reason, at, staff_id)
    values (${choice.id}, ${choice.documentId}, ${choice.verdict}, ${choice.reason}, ${act.at},
      ${act.by.id})`.execute(act.tx)
}

export const choicesOf = async (db: Db, topicId: number) => {
  const { rows } = await sql<{
    documentId: number
    title: string
    organizationName: string
    publishedOn: string
    verdict: 'picked' | 'excluded'
    reason: string
  }>`
    select c.document_id as "documentId", e.title, o.short_name as "organizationName",
      (d.published_at at time zone 'Asia/Shanghai')::date as "publishedOn", c.verdict, c.reason
    from topics.choice c
    join documents.document d on d.id = c.document_id
    join documents.edition e on e.id = d.live_edition_id
    join organizations.organization o on o.id = d.organization_id
    where c.topic_id = ${topicId} order by c.at desc limit 500`.execute(db)
  return rows
}

export const isLive = async (db: Db, documentId: number, reader: Reader): Promise<boolean> => {
  const { rows } = await sql<{ found: number }>`
    select 1 as found from documents.document d
    join documents.edition e on e.id = d.live_edition_id
    join organizations.organization o on o.id = d.organization_id
    where d.id = ${documentId} and ${visibleTo(reader)}`.execute(db)
  return rows.length > 0
}

/** The topics that show a document now. */
export const topicsOf = async (db: Db, documentId: number): Promise<string[]> => {
  const { rows } = await sql<{ slug: string }>`
    select t.slug from topics.entry n join topics.topic t on t.id = n.topic_id
    where n.document_id = ${documentId}`.execute(db)
  return rows.map(({ slug }) => slug)
}

export const putStage = async (
  act: Act,
  documentId: number,
  stage: Stage | null,
  reason: string,
): Promise<void> => {
  await sql`delete from topics.stage_choice where document_id = ${documentId}`.execute(act.tx)
  if (stage === null) return
  await sql`insert into topics.stage_choice (document_id, stage, reason, at, staff_id)
    values (${documentId}, ${stage}, ${reason}, ${act.at}, ${act.by.id})`.execute(act.tx)
}
