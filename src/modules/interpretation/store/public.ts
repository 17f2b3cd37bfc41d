import { type RawBuilder, sql } from 'kysely'
import { type Reader, visibleTo } from '#documents'
import type { CivilDate } from '#platform/civil-date'
import type { Db } from '#platform/database'
import type { Details, Form } from '../contract/forms.ts'

/** An interpretation as the public finds it in a list. */
export interface ListedInterpretation {
  readonly id: number
  readonly title: string
  readonly form: Form
  readonly followUp: boolean
  readonly author: string
  readonly organizationCode: string
  readonly organizationName: string
  readonly publishedAt: Date
  readonly publishedOn: CivilDate
  readonly policy: { readonly id: number; readonly title: string }
}

/** Live interpretations of policies that are live too, newest first; a keyset page. */
export const publicInterpretations = async (
  db: Db,
  asked: {
    readonly form: string | null
    readonly organizationId: number | null
    readonly policyId: number | null
    readonly after: { readonly at: string; readonly id: number } | null
    readonly limit: number
  },
  reader: Reader,
): Promise<ListedInterpretation[]> => {
  const where: RawBuilder<unknown>[] = [
    visibleTo(reader),
    sql`d.live_edition_id is not null and pd.live_edition_id is not null`,
  ]
  if (asked.form) where.push(sql`m.form = ${asked.form}`)
  if (asked.organizationId !== null) where.push(sql`d.organization_id = ${asked.organizationId}`)
  if (asked.policyId !== null) where.push(sql`m.policy_id = ${asked.policyId}`)
  if (asked.after)
    where.push(sql`(d.published_at, d.id) < (${asked.after.at}::timestamptz, ${asked.after.id})`)
  const { rows } = await sql<ListedInterpretation>`
    select d.id, e.title, m.form, m.follow_up as "followUp", m.author, o.code as "organizationCode",
      coalesce(nullif(o.short_name, ''), o.name) as "organizationName",
      d.published_at as "publishedAt",
      (d.published_at at time zone 'Asia/Shanghai')::date as "publishedOn",
      json_build_object('id', pd.id, 'title', pe.title) as policy
    from interpretation.material m
    join documents.document d on d.id = m.document_id
    join documents.edition e on e.id = d.live_edition_id
    join organizations.organization o on o.id = d.organization_id
    join documents.document pd on pd.id = m.policy_id
    join documents.edition pe on pe.id = pd.live_edition_id
    where ${sql.join(where, sql` and `)}
    order by d.published_at desc, d.id desc limit ${asked.limit}`.execute(db)
  return rows
}

/** Units with live interpretations, for the list's narrowing. */
export const interpretingUnits = async (
  db: Db,
): Promise<{ id: number; code: string; name: string; count: number }[]> =>
  (
    await sql<{ id: number; code: string; name: string; count: number }>`
      select o.id, o.code, coalesce(nullif(o.short_name, ''), o.name) as name, count(*)::int as count
      from interpretation.material m
      join documents.document d on d.id = m.document_id and d.live_edition_id is not null
      join documents.document pd on pd.id = m.policy_id and pd.live_edition_id is not null
      join organizations.organization o on o.id = d.organization_id
      group by o.id order by count desc, o.id`.execute(db)
  ).rows

export interface Links {
  /** What explains this document. */
  readonly explainedBy: readonly {
    readonly id: number
    readonly title: string
    readonly form: Form
  }[]
  /** What this document explains, with what is typed beside it. */
  readonly explains: {
    readonly id: number
    readonly title: string
    readonly form: Form
    readonly followUp: boolean
    readonly author: string
    readonly authorPost: string
    readonly details: Details
  } | null
}

/** Both directions of one document's links, as far as the reader may follow them (M51). */
export const linksOf = async (db: Db, documentId: number, reader: Reader): Promise<Links> => {
  const [by, explains] = await Promise.all([
    sql<Links['explainedBy'][number]>`
      select d.id, e.title, m.form from interpretation.material m
      join documents.document d on d.id = m.document_id
      join documents.edition e on e.id = d.live_edition_id
      join organizations.organization o on o.id = d.organization_id
      where m.policy_id = ${documentId} and ${visibleTo(reader)}
      order by m.follow_up, d.published_at, d.id`.execute(db),
    sql<NonNullable<Links['explains']>>`
      select d.id, e.title, m.form, m.follow_up as "followUp", m.author,
        m.author_post as "authorPost", m.details
      from interpretation.material m
      join documents.document d on d.id = m.policy_id
      join documents.edition e on e.id = d.live_edition_id
      join organizations.organization o on o.id = d.organization_id
      where m.document_id = ${documentId} and ${visibleTo(reader)}`.execute(db),
  ])
  return { explainedBy: by.rows, explains: explains.rows[0] ?? null }
}
