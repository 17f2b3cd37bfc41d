import { sql } from 'kysely'
import type { CivilDate } from '#platform/civil-date'
import type { Db } from '#platform/database'
import type { Attribute } from '../contract/shapes.ts'
import { type Reader, visibleTo } from '../policy.ts'
import { type ColumnRow, columnTrail } from './columns.ts'
import type { PublicFile } from './files.ts'

/** All that a document's page shows. */
export interface PublicDocument {
  readonly id: number
  readonly editionId: number
  readonly title: string
  readonly html: string
  readonly summary: string
  readonly kind: string
  readonly keywords: readonly string[]
  readonly source: string
  readonly organization: { readonly code: string; readonly name: string }
  readonly indexNumber: string | null
  readonly documentNumber: string
  readonly subjectClass: string
  readonly issuingOrgan: string
  readonly writtenOn: CivilDate | null
  readonly attribute: Attribute
  /** The date that readers are shown, whatever corrections followed. */
  readonly firstPublishedAt: Date
  /** Of the live edition; later than the first where the document was corrected. */
  readonly publishedAt: Date
  readonly correctionNote: string
  /** Withdrawn documents in whose place this one stands. */
  readonly replaces: readonly {
    readonly id: number
    readonly title: string
    readonly withdrawnOn: CivilDate
    readonly note: string
  }[]
  /** Editions that were before the public. */
  readonly editions: number
  readonly attachments: readonly PublicFile[]
  /** The main column with those above it, highest first. */
  readonly trail: readonly ColumnRow[]
  readonly alsoIn: readonly { readonly name: string; readonly address: string }[]
}

interface PageRow extends Omit<PublicDocument, 'organization' | 'trail' | 'alsoIn'> {
  readonly organizationCode: string
  readonly organizationName: string
  readonly places: readonly { id: number; name: string; address: string; main: boolean }[]
  readonly pictures: readonly { id: number; sha256: string }[]
}

/** Pictures stand in the text by their content; a page shows them as files of its document. */
const withPictures = (
  html: string,
  documentId: number,
  pictures: readonly { readonly id: number; readonly sha256: string }[],
): string => {
  const byHash = new Map(pictures.map((one) => [one.sha256, one.id]))
  return html.replace(
    /(\bsrc=")\/files\/([0-9a-f]{64})"/g,
    (whole, before: string, hash: string) => {
      const file = byHash.get(hash)
      return file ? `${before}/d/${documentId}/files/${file}"` : whole
    },
  )
}

/** The live edition of a document with its files and columns, in two reads; null where none is visible. */
export const documentPage = async (
  db: Db,
  id: number,
  reader: Reader,
): Promise<PublicDocument | null> => {
  const isPreview = reader.kind === 'preview'
  const { rows } = await sql<PageRow>`
    select d.id, e.id as "editionId", e.title, e.html, e.summary, e.kind, e.keywords, e.source,
      o.code as "organizationCode", o.name as "organizationName", d.index_number as "indexNumber",
      e.document_number as "documentNumber", e.subject_class as "subjectClass",
      e.issuing_organ as "issuingOrgan", e.written_on as "writtenOn", e.attribute,
      coalesce(d.published_at, e.updated_at) as "firstPublishedAt",
      coalesce(e.published_at, e.updated_at) as "publishedAt",
      e.correction_note as "correctionNote",
      coalesce((select json_agg(json_build_object('id', w.id, 'note', w.withdrawal_note, 'withdrawnOn',
          (w.withdrawn_at at time zone 'Asia/Shanghai')::date, 'title', (select x.title
            from documents.edition x where x.document_id = w.id and x.published_at is not null
            order by x.number desc limit 1)) order by w.withdrawn_at desc)
        from documents.document w
        where w.replaced_by_id = d.id and w.withdrawn_at is not null
          and w.live_edition_id is null), '[]') as replaces,
      (select count(*)::int from documents.edition x where x.document_id = d.id
        and x.published_at is not null and not x.concealed) as editions,
      coalesce((select json_agg(json_build_object('id', a.id, 'name', a.name, 'mediaType', a.media_type,
          'size', a.size, 'sha256', a.sha256) order by a.ordinal, a.id)
        from documents.attachment a where a.edition_id = e.id and not a.inline), '[]') as attachments,
      coalesce((select json_agg(json_build_object('id', c.id, 'name', c.name, 'address', c.address,
          'main', p.main) order by p.main desc, c.ordinal)
        from (select column_id, bool_or(main) as main from documents.placement
              where document_id = d.id and (published_at is not null or ${isPreview})
              group by column_id) p
        join documents.site_column c on c.id = p.column_id where c.retired_at is null), '[]') as places,
      coalesce((select json_agg(json_build_object('id', a.id, 'sha256', a.sha256))
        from documents.attachment a where a.edition_id = e.id and a.inline), '[]') as pictures
    from documents.document d
    join documents.edition e on e.id = ${
      isPreview
        ? sql`coalesce((select d.working_edition_id where d.working_edition_id = ${reader.editionId}),
          d.live_edition_id)`
        : sql`d.live_edition_id`
    }
    join organizations.organization o on o.id = d.organization_id
    where d.id = ${id} and ${visibleTo(reader)}`.execute(db)
  const row = rows[0]
  if (!row) return null
  const { places, pictures, ...page } = row
  const [main, ...others] = places
  return {
    ...page,
    html: withPictures(row.html, id, pictures),
    organization: { code: row.organizationCode, name: row.organizationName },
    trail: main ? await columnTrail(db, main.id) : [],
    alsoIn: others.map(({ name, address }) => ({ name, address })),
  }
}

/** What stands at the address of a document that was withdrawn. */
export interface Tombstone {
  readonly title: string
  readonly organization: { readonly code: string; readonly name: string }
  readonly withdrawnOn: CivilDate
  readonly note: string
  readonly replacedBy: { readonly id: number; readonly title: string } | null
  readonly column: { readonly id: number; readonly name: string; readonly address: string } | null
}

export const tombstone = async (db: Db, id: number): Promise<Tombstone | null> => {
  const { rows } = await sql<Tombstone>`
    select coalesce(e.title, '') as title,
      json_build_object('code', o.code, 'name', o.name) as organization,
      (d.withdrawn_at at time zone 'Asia/Shanghai')::date as "withdrawnOn", d.withdrawal_note as note,
      (select json_build_object('id', r.id, 'title', re.title) from documents.document r
        join documents.edition re on re.id = r.live_edition_id where r.id = d.replaced_by_id) as "replacedBy",
      (select json_build_object('id', c.id, 'name', c.name, 'address', c.address)
        from documents.site_column c
        where c.retired_at is null and (c.matter_code = e.matter or c.key = e.hand)
        order by c.matter_code is null limit 1) as "column"
    from documents.document d
    join organizations.organization o on o.id = d.organization_id
    left join lateral (select x.title, x.matter_codes[1] as matter, x.column_keys[1] as hand
      from documents.edition x
      where x.document_id = d.id and x.published_at is not null
      order by x.number desc limit 1) e on true
    where d.id = ${id} and d.withdrawn_at is not null and d.live_edition_id is null`.execute(db)
  return rows[0] ?? null
}
