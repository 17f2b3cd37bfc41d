import { readdirSync, readFileSync } from 'node:fs'
import { sql } from 'kysely'
import { inHome } from '#platform/home'
import { indexDocuments } from '#search'
import type { World } from './world.ts'

/** A live document as far as the search knows it. */
export interface LiveDocument {
  readonly organizationId: number
  readonly title?: string
  readonly text?: string
  readonly documentNumber?: string
  readonly indexNumber?: string
  readonly publishedAt?: string
  readonly matterCodes?: readonly string[]
  readonly kind?: string
  readonly attribute?: 'proactive' | 'onRequest' | 'notDisclosed'
}

/**
 * Live documents put straight into the tables and indexed, hundreds in a moment. What a publication
 * does on its way is tested with real ones.
 */
export const putLive = async (w: World, documents: readonly LiveDocument[]): Promise<number[]> => {
  const made = documents.map((given, number) => ({
    number,
    title: '关于有关事项的公告',
    text: '',
    documentNumber: '',
    indexNumber: null,
    publishedAt: '2026-03-02T01:00:00.000Z',
    matterCodes: [],
    kind: '',
    attribute: 'proactive',
    ...given,
  }))
  return w.act(async (act) => {
    const { rows } = await sql<{ id: number }>`
      with made as (
        select * from jsonb_to_recordset(${JSON.stringify(made)}::jsonb) as one (number int,
          "organizationId" bigint, title text, text text, "documentNumber" text, "indexNumber" text,
          "publishedAt" timestamptz, "matterCodes" text[], kind text, attribute text)
      ), document as (
        insert into documents.document (organization_id, index_number, first_published_at, published_at,
          created_at)
        select "organizationId", "indexNumber", "publishedAt", "publishedAt", "publishedAt" from made
        order by number returning id
      ), paired as (
        select made.*, document.id from made join (
          select id, row_number() over (order by id) - 1 as number from document) document using (number)
      ), edition as (
        insert into documents.edition (document_id, number, state, title, text, document_number,
          matter_codes, kind, attribute, published_at, created_at, updated_at)
        select id, 1, 'published', title, text, "documentNumber", "matterCodes", kind, attribute,
          "publishedAt", "publishedAt", "publishedAt" from paired
      )
      select id from paired order by number`.execute(act.tx)
    const ids = rows.map((row) => row.id)
    await sql`update documents.document d set live_edition_id = e.id from documents.edition e
      where e.document_id = d.id and d.id = any(${ids}::bigint[])`.execute(act.tx)
    await indexDocuments(act, ids)
    return ids
  })
}

/** Cells of the reference catalogue, as offices word them. */
export const officialPhrases = (): string[] => {
  const folder = inHome('data', 'reference-catalogue')
  const cells = readdirSync(folder)
    .filter((name) => /^\d\d-.*\.csv$/.test(name))
    .flatMap((name) => readFileSync(`${folder}/${name}`, 'utf8').split(/[\n,;"]/))
  return [...new Set(cells.map((cell) => cell.trim()))].filter((cell) => cell.length >= 4)
}

/** As many texts of some six sentences, the same each time. */
export const officialTexts = (count: number): { title: string; text: string }[] => {
  const phrases = officialPhrases()
  const draw = (seed: number): string => phrases[(seed * 7_919) % phrases.length] ?? ''
  return Array.from({ length: count }, (_, index) => ({
    title: `关于${draw(index * 3 + 1)}的公告`,
    text: Array.from({ length: 6 }, (_, at) => draw(index * 11 + at * 17 + 5)).join('。'),
  }))
}
