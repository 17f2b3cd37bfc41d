import { sql } from 'kysely'
import type { Db, Tx } from '#platform/database'
import type { SecrecyAnswers } from '../contract/shapes.ts'
import type { Edition } from '../edition.ts'
import type { FileToSettle } from '../file-scan/file-scan.ts'
import { filesToSettle } from './file-scans.ts'

export interface Review {
  readonly round: number
  readonly step: number
  readonly role: string
  readonly verdict: 'approved' | 'returned'
  readonly opinion: string
  readonly secrecy: SecrecyAnswers | null
  readonly at: Date
  readonly staffId: number
  readonly staffName: string
}

/** What was said of an edition, in order. */
export async function reviewsOf(db: Db, editionId: number): Promise<Review[]> {
  const rows = await db
    .selectFrom('documents.review as r')
    .innerJoin('accounts.staff as s', 's.id', 'r.staff_id')
    .select(['r.round', 'r.step', 'r.role', 'r.opinion', 'r.secrecy', 'r.at'])
    .select(['r.verdict', 'r.staff_id as staffId', 's.name as staffName'])
    .where('r.edition_id', '=', editionId)
    .orderBy('r.id')
    .execute()
  return rows.map((row) => ({ ...row, verdict: row.verdict as Review['verdict'] }))
}

/** Records a verdict on what was read. */
export async function addReview(
  tx: Tx,
  edition: Edition,
  said: {
    readonly verdict: Review['verdict']
    readonly opinion: string
    readonly secrecy: SecrecyAnswers | null
    readonly at: Date
    readonly staffId: number
    readonly role: string
  },
): Promise<void> {
  await tx
    .insertInto('documents.review')
    .values({
      edition_id: edition.id,
      round: edition.round,
      step: edition.step,
      role: said.role,
      verdict: said.verdict,
      opinion: said.opinion,
      secrecy: said.secrecy === null ? null : JSON.stringify(said.secrecy),
      at: said.at,
      staff_id: said.staffId,
      edition_version: edition.version,
    })
    .execute()
}

/** Whether a person has already passed a step of the round. */
export async function hasPassedAStep(
  db: Db,
  edition: Edition,
  staffId: number | null,
): Promise<boolean> {
  if (staffId === null) return false
  const found = await db
    .selectFrom('documents.review')
    .select('id')
    .where('edition_id', '=', edition.id)
    .where('round', '=', edition.round)
    .where('verdict', '=', 'approved')
    .where('staff_id', '=', staffId)
    .executeTakeFirst()
  return found !== undefined
}

interface Counted {
  readonly attachments: number
  readonly secrecyReviewedBy: number | null
  readonly overruled: ReadonlySet<string>
  readonly filesToSettle: readonly FileToSettle[]
}

type CountedRow = Pick<Counted, 'attachments' | 'secrecyReviewedBy'>

/** How many files an edition carries and which nobody settled, who passed its secrecy review, which findings are answered for. */
export async function attachedAndReviewed(db: Db, edition: Edition): Promise<Counted> {
  const { rows } = await sql<CountedRow & { overruled: readonly string[] }>`select
      array(select kind || ' ' || value_digest from documents.overruled_finding
        where document_id = ${edition.document.id}) as overruled,
      (select count(*)::int from documents.attachment where edition_id = ${edition.id} and not inline)
        as attachments,
      (select staff_id from documents.review where edition_id = ${edition.id}
        and round = ${edition.round} and role = 'secrecyReviewer' and verdict = 'approved' limit 1)
        as "secrecyReviewedBy"`.execute(db)
  const { overruled = [], ...counted } = rows[0] ?? { attachments: 0, secrecyReviewedBy: null }
  const asked = { id: edition.id, documentId: edition.document.id }
  const unsettled = counted.attachments > 0 ? await filesToSettle(db, asked) : []
  return { ...counted, overruled: new Set(overruled), filesToSettle: unsettled }
}

// Plans

export interface Plan {
  readonly steps: readonly string[]
  readonly organizationId: number
  readonly organizationName: string
}

/** The plan that applies to a unit: that of the last key that has one, of the nearest unit. */
export async function planFor(db: Db, path: string, keys: readonly string[]): Promise<Plan | null> {
  const { rows } = await sql<Plan>`
    select p.steps, o.id as "organizationId", o.name as "organizationName"
    from documents.review_plan p join organizations.organization o on o.id = p.organization_id
    where ${path} like o.path || '%' and p.column_key = any(${keys}::text[])
    order by array_position(${keys}::text[], p.column_key) desc, length(o.path) desc
    limit 1`.execute(db)
  return rows[0] ?? null
}

/** The plans that reach a unit, the nearest of each column; at most one a column. */
export async function plansFor(
  db: Db,
  path: string,
): Promise<(Plan & { readonly columnKey: string; readonly columnName: string })[]> {
  const { rows } = await sql<Plan & { columnKey: string; columnName: string }>`
    select distinct on (p.column_key) p.column_key as "columnKey", coalesce(c.name, '') as "columnName",
      p.steps, o.id as "organizationId", o.name as "organizationName"
    from documents.review_plan p
      join organizations.organization o on o.id = p.organization_id
      left join documents.site_column c on c.key = p.column_key
    where ${path} like o.path || '%'
    order by p.column_key, length(o.path) desc`.execute(db)
  return rows
}

export async function dropPlan(
  tx: Tx,
  plan: { readonly organizationId: number; readonly columnKey: string },
): Promise<void> {
  await tx
    .deleteFrom('documents.review_plan')
    .where('organization_id', '=', plan.organizationId)
    .where('column_key', '=', plan.columnKey)
    .execute()
}

export async function setPlan(
  tx: Tx,
  plan: {
    readonly organizationId: number
    readonly columnKey: string
    readonly steps: readonly string[]
    readonly at: Date
    readonly by: number | null
  },
): Promise<void> {
  const changed = { steps: [...plan.steps], changed_at: plan.at, changed_by: plan.by }
  await tx
    .insertInto('documents.review_plan')
    .values({ organization_id: plan.organizationId, column_key: plan.columnKey, ...changed })
    .onConflict((conflict) =>
      conflict.columns(['organization_id', 'column_key']).doUpdateSet(changed),
    )
    .execute()
}
