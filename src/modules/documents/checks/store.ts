import { sql } from 'kysely'
import type { Db, Tx } from '#platform/database'
import type { CheckVerdict } from '../contract/checks.ts'
import { type Reader, thePublic, visibleTo } from '../policy.ts'
import { editionsWithDocuments } from '../store/editions.ts'

export interface Overruling {
  readonly verdict: CheckVerdict
  readonly about: string
  readonly reason: string
  readonly at: Date
  readonly by: string
}

/** What reviewers let pass, by document. */
export async function overrulingsAmong(
  db: Db,
  documentIds: readonly number[],
): Promise<ReadonlyMap<number, Overruling[]>> {
  const rows = await db
    .selectFrom('documents.overruling as r')
    .innerJoin('accounts.staff as s', 's.id', 'r.staff_id')
    .select(['r.document_id', 'r.verdict', 'r.about', 'r.reason', 'r.at', 's.name as by'])
    .where('r.document_id', '=', sql<number>`any(${[...documentIds]}::bigint[])`)
    .execute()
  return Map.groupBy(
    rows.map((row) => ({ ...row, verdict: row.verdict as CheckVerdict })),
    (row) => row.document_id,
  )
}

export const overrulingsOf = async (db: Db, documentId: number): Promise<Overruling[]> =>
  (await overrulingsAmong(db, [documentId])).get(documentId) ?? []

export const keepOverruling = (
  tx: Tx,
  made: {
    readonly documentId: number
    readonly verdict: CheckVerdict
    readonly about: string
    readonly reason: string
    readonly at: Date
    readonly staffId: number
  },
): Promise<unknown> =>
  tx
    .insertInto('documents.overruling')
    .values({
      document_id: made.documentId,
      verdict: made.verdict,
      about: made.about,
      reason: made.reason,
      at: made.at,
      staff_id: made.staffId,
    })
    .onConflict((conflict) =>
      conflict
        .columns(['document_id', 'verdict', 'about'])
        .doUpdateSet({ reason: made.reason, at: made.at, staff_id: made.staffId }),
    )
    .execute()

export interface LikenessKeys {
  readonly documentNumber: string
  readonly titleKey: string
  readonly bands: readonly number[]
}

export const keepLikeness = (tx: Tx, documentId: number, keys: LikenessKeys): Promise<unknown> =>
  sql`insert into documents.likeness (document_id, document_number, title_key, bands)
    values (${documentId}, ${keys.documentNumber}, ${keys.titleKey}, ${[...keys.bands]}::bigint[])
    on conflict (document_id) do update set document_number = excluded.document_number,
      title_key = excluded.title_key, bands = excluded.bands`.execute(tx)

export const dropLikeness = (tx: Tx, documentId: number): Promise<unknown> =>
  tx.deleteFrom('documents.likeness').where('document_id', '=', documentId).execute()

export interface Alike {
  readonly documentId: number
  readonly title: string
  readonly documentNumber: string
  readonly text: string
  readonly organizationId: number
  readonly organizationCode: string
  readonly organizationName: string
  readonly publishedAt: Date
}

// A phrase that every notice has may stand in a band of thousands; those that share most come first.
const mostMet = 200
const mostCompared = 8

/**
 * Live documents that may be the same: by number, by title, by shared bands. Three index lookups, each
 * bounded; only the few nearest have their text read.
 */
export async function alikeDocuments(
  db: Db,
  keys: LikenessKeys,
  notId: number,
  reader: Reader = thePublic,
): Promise<Alike[]> {
  const bands = sql`${[...keys.bands]}::bigint[]`
  const { rows } = await sql<Alike>`
    with met as (
      (select document_id, 1000 as near from documents.likeness
        where document_number = ${keys.documentNumber} and document_number <> '' limit ${mostMet})
      union all
      (select document_id, 500 from documents.likeness
        where title_key = ${keys.titleKey} and title_key <> '' limit ${mostMet})
      union all
      (select document_id, cardinality(array(select unnest(l.bands) intersect select unnest(${bands})))
        from (select document_id, bands from documents.likeness where bands && ${bands}
              limit ${mostMet}) l)),
    nearest as (select document_id, sum(near) as near from met where document_id <> ${notId}
      group by document_id order by near desc, document_id limit ${mostCompared})
    select d.id as "documentId", e.title, e.document_number as "documentNumber", e.text,
      o.id as "organizationId", o.code as "organizationCode", o.name as "organizationName",
      d.published_at as "publishedAt"
    from nearest n
    join documents.document d on d.id = n.document_id
    join documents.edition e on e.id = d.live_edition_id
    join organizations.organization o on o.id = d.organization_id
    where ${visibleTo(reader)}
    order by n.near desc, d.id`.execute(db)
  return rows
}

/** Every place of a document with whose it is. */
export const placesShown = (db: Db, documentId: number) =>
  db
    .selectFrom('documents.placement as p')
    .innerJoin('documents.site_column as c', 'c.id', 'p.column_id')
    .innerJoin('organizations.organization as o', 'o.id', 'p.organization_id')
    .innerJoin('documents.document as d', 'd.id', 'p.document_id')
    .select(['c.id as columnId', 'c.name as column', 'c.address', 'p.matter_code as matterCode'])
    .select(['o.id', 'o.code', 'o.name', 'p.main', 'p.published_at as since'])
    .select('d.organization_id as ownerId')
    .where('p.document_id', '=', documentId)
    .where('c.retired_at', 'is', null)
    .orderBy('p.main', 'desc')
    .orderBy('o.ordinal')
    .orderBy('c.ordinal')
    .limit(500)
    .execute()

/** The hand-made column that takes news of work 政务动态, where the site has one. */
export const newsColumn = (db: Db) =>
  db
    .selectFrom('documents.site_column')
    .select(['key', 'name'])
    .where('kind', '=', 'hand')
    .where('column_type', '=', '政务动态')
    .where('retired_at', 'is', null)
    .orderBy('ordinal')
    .orderBy('id')
    .limit(1)
    .executeTakeFirst()

/** Live documents of some units under matters, newest first. */
export const liveUnderMatters = (
  db: Db,
  paths: readonly string[],
  before: number | null,
  limit: number,
) =>
  editionsWithDocuments(db)
    .select(['d.id as documentId', 'e.title', 'e.text', 'e.matter_codes as matterCodes'])
    .select(['o.id', 'o.code', 'o.name', 'o.path', 'd.published_at as publishedAt'])
    .where('e.id', '=', sql<number>`d.live_edition_id`)
    .where(visibleTo(thePublic))
    .where(sql<boolean>`cardinality(e.matter_codes) > 0`)
    .where(sql<boolean>`o.path like any(${paths.map((path) => `${path}%`)}::text[])`)
    .$if(before !== null, (query) => query.where('d.id', '<', before ?? 0))
    .orderBy('d.id', 'desc')
    .limit(limit)
    .execute()
