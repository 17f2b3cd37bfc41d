import { type RawBuilder, sql } from 'kysely'
import { type Reader, visibleTo } from '#documents'
import type { CivilDate } from '#platform/civil-date'
import type { Db, Tx } from '#platform/database'
import type { Details, Form, Substance } from '../contract/forms.ts'

/** A document that explains a policy, with what is typed beside it. */
export interface MaterialRow {
  readonly documentId: number
  readonly editionId: number
  readonly title: string
  readonly state: string
  readonly isLive: boolean
  readonly publishedOn: CivilDate | null
  readonly workingEditionId: number | null
  readonly workingVersion: number | null
  readonly text: string
  readonly files: number
  readonly pictures: number
  readonly form: Form
  readonly followUp: boolean
  readonly author: string
  readonly authorPost: string
  readonly details: Details
  readonly substance: Substance
  readonly version: number
  readonly organization: { readonly id: number; readonly code: string; readonly name: string }
  readonly path: string
  readonly policy: { readonly documentId: number; readonly title: string }
}

const rowsOf = (where: RawBuilder<unknown>, tail: RawBuilder<unknown> = sql``) => sql<MaterialRow>`
  select m.document_id as "documentId", e.id as "editionId", e.title, e.state,
    d.live_edition_id is not null as "isLive",
    case when d.live_edition_id is not null
      then (d.published_at at time zone 'Asia/Shanghai')::date end as "publishedOn",
    d.working_edition_id as "workingEditionId",
    case when e.id = d.working_edition_id then e.version end as "workingVersion", e.text,
    (select count(*)::int from documents.attachment a where a.edition_id = e.id and not a.inline) as files,
    (select count(*)::int from documents.attachment a where a.edition_id = e.id and a.inline) as pictures,
    m.form, m.follow_up as "followUp", m.author, m.author_post as "authorPost", m.details,
    m.substance, m.version, o.path,
    json_build_object('id', o.id, 'code', o.code, 'name', coalesce(nullif(o.short_name, ''), o.name)) as organization,
    -- A draft with named readers is not named to others.
    json_build_object('documentId', m.policy_id, 'title', (
      select case when pd.readers_limited and pd.live_edition_id is null then '' else pe.title end from documents.document pd join documents.edition pe
        on pe.id = coalesce(pd.live_edition_id, pd.working_edition_id,
          (select max(x.id) from documents.edition x where x.document_id = pd.id))
      where pd.id = m.policy_id)) as policy
  from interpretation.material m
  join documents.document d on d.id = m.document_id
  join documents.edition e on e.id = coalesce(d.working_edition_id, d.live_edition_id,
    (select max(x.id) from documents.edition x where x.document_id = d.id))
  join organizations.organization o on o.id = d.organization_id
  where ${where} ${tail}`

/** What explains a policy, in the order in which it was tied. Abandoned drafts are no materials. */
export const materialsOf = async (
  db: Db,
  policyId: number,
  reader: Reader | 'system' = 'system',
): Promise<MaterialRow[]> =>
  (
    await rowsOf(
      sql`m.policy_id = ${policyId} and e.state <> 'abandoned'
        and ${reader === 'system' ? sql`true` : visibleTo(reader)}`,
      sql`order by m.document_id`,
    ).execute(db)
  ).rows

export const materialById = async (db: Db, documentId: number): Promise<MaterialRow | null> =>
  (await rowsOf(sql`m.document_id = ${documentId}`).execute(db)).rows[0] ?? null

export interface AskedMaterials {
  readonly organizationId?: number | undefined
  readonly policyId?: number | undefined
  readonly forms?: readonly string[] | undefined
  readonly year?: number | undefined
  readonly after: number | null
  readonly limit: number
}

/** Materials for staff, newest document first. */
export const listMaterials = async (
  db: Db,
  asked: AskedMaterials,
  reader: Reader,
  reach: readonly string[],
): Promise<MaterialRow[]> => {
  const where = [
    visibleTo(reader),
    sql`o.path like any(${reach}::text[])`,
    sql`e.state <> 'abandoned'`,
    asked.organizationId !== undefined && sql`d.organization_id = ${asked.organizationId}`,
    asked.policyId !== undefined && sql`m.policy_id = ${asked.policyId}`,
    asked.forms && sql`m.form = any(${asked.forms}::text[])`,
    asked.year !== undefined && sql`d.live_edition_id is not null and ${inYear(asked.year)}`,
    asked.after !== null && sql`m.document_id < ${asked.after}`,
  ].filter((one) => typeof one === 'object')
  return (
    await rowsOf(
      sql.join(where, sql` and `),
      sql`order by m.document_id desc limit ${asked.limit + 1}`,
    ).execute(db)
  ).rows
}

export const inYear = (year: number): RawBuilder<unknown> =>
  sql`d.published_at >= ${`${year}-01-01T00:00:00+08:00`}::timestamptz
    and d.published_at < ${`${year + 1}-01-01T00:00:00+08:00`}::timestamptz`

export const tie = async (
  tx: Tx,
  tied: {
    readonly documentId: number
    readonly policyId: number
    readonly form: string
    readonly followUp: boolean
    readonly author: string
    readonly authorPost: string
    readonly details: Details
    readonly at: Date
    readonly by: number | null
  },
): Promise<void> => {
  await sql`insert into interpretation.material
      (document_id, policy_id, form, follow_up, author, author_post, details, tied_at, tied_by)
    values (${tied.documentId}, ${tied.policyId}, ${tied.form}, ${tied.followUp}, ${tied.author},
      ${tied.authorPost}, ${JSON.stringify(tied.details)}::jsonb, ${tied.at}, ${tied.by})`.execute(
    tx,
  )
}

/** False where it was kept meanwhile by someone else. */
export const putMaterial = async (
  tx: Tx,
  kept: {
    readonly documentId: number
    readonly version: number
    readonly form: string
    readonly author: string
    readonly authorPost: string
    readonly details: Details
    readonly substance: Substance
  },
): Promise<boolean> => {
  const { rows } = await sql`update interpretation.material set form = ${kept.form},
      author = ${kept.author}, author_post = ${kept.authorPost},
      details = ${JSON.stringify(kept.details)}::jsonb,
      substance = ${JSON.stringify(kept.substance)}::jsonb, version = version + 1
    where document_id = ${kept.documentId} and version = ${kept.version}
    returning document_id`.execute(tx)
  return rows.length > 0
}
