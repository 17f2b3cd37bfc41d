import { readdirSync, readFileSync } from 'node:fs'
import { sql } from 'kysely'
import { theSystem } from '#platform/act'
import { inHome } from '#platform/home'
import { reindex } from '#search'
import type { House } from '../../src/apps/house.ts'

interface Place {
  readonly organizationId: number
  readonly creditCode: string
  readonly columnIds: readonly number[]
  readonly columnId: number
  readonly matterCode: string
  readonly level2: string
}

/** Real words of the trade to write texts from: names and elements of the reference catalogue. */
const phrases = (): string[] => {
  const folder = inHome('data', 'reference-catalogue')
  const cells = readdirSync(folder)
    .filter((name) => /^\d\d-.*\.csv$/.test(name))
    .flatMap((name) => readFileSync(`${folder}/${name}`, 'utf8').split(/[\n,；、;"]/))
  return [...new Set(cells.map((cell) => cell.trim()))].filter(
    (cell) => cell.length >= 4 && cell.length <= 24 && /\p{Script=Han}/u.test(cell),
  )
}

const random = (seed: number) => {
  let state = seed
  return (most: number): number => {
    state = (state * 1_103_515_245 + 12_345) & 0x7fffffff
    return state % most
  }
}

const placesOf = async (house: House): Promise<Place[]> => {
  const { rows } = await sql<Place>`
    select o.id as "organizationId", o.credit_code as "creditCode", c.id as "columnId",
      array[c.id, p.id, f.id] as "columnIds", d.matter_code as "matterCode",
      c.name as level2
    from catalogue.obligation d
    join organizations.organization o on o.id = d.organization_id
    join documents.site_column c on c.matter_code = d.matter_code and c.retired_at is null
    join documents.site_column p on p.id = c.parent_id
    join documents.site_column f on f.id = coalesce(p.parent_id, p.id)
    where o.credit_code <> ''
    order by o.id, d.matter_code`.execute(house.db)
  return rows
}

const batchSize = 1_000
const documentLength = 600
const day = 86_400_000

/**
 * Fills the database with live documents numbered from `from` to `to`: what publishing writes, in sets,
 * so that a hundred thousand take minutes. Texts are assembled from the catalogue's own words.
 */
export const loadDocuments = async (house: House, from: number, to: number): Promise<void> => {
  const places = await placesOf(house)
  const words = phrases()
  const now = Date.now()
  for (let first = from; first <= to; first += batchSize) {
    const count = Math.min(batchSize, to - first + 1)
    const made = Array.from({ length: count }, (_, at) =>
      documentOf(first + at, places, words, now),
    )
    await house.db.transaction().execute(async (tx) => {
      const { rows } = await sql<{ id: number }>`
        insert into documents.document (organization_id, index_number, first_published_at, published_at, created_at)
        select * from unnest(${made.map((one) => one.place.organizationId)}::bigint[],
          ${made.map((one) => one.indexNumber)}::text[], ${made.map((one) => one.at)}::timestamptz[],
          ${made.map((one) => one.at)}::timestamptz[], ${made.map((one) => one.at)}::timestamptz[])
        returning id`.execute(tx)
      const ids = rows.map((row) => row.id)
      const editions = await sql<{ id: number }>`
        insert into documents.edition (document_id, number, state, title, html, text, kind, matter_codes,
          written_on, formed_on, due_on, published_at, created_at, updated_at)
        select id, 1, 'published', title, '<p>' || text || '</p>', text, '通知', array[matter],
          at::date, at::date - 3, at::date + 20, at, at, at
        from unnest(${ids}::bigint[], ${made.map((one) => one.title)}::text[], ${made.map((one) => one.text)}::text[],
          ${made.map((one) => one.place.matterCode)}::text[], ${made.map((one) => one.at)}::timestamptz[])
          as made (id, title, text, matter, at)
        returning id`.execute(tx)
      await sql`update documents.document d set live_edition_id = e.edition
        from unnest(${ids}::bigint[], ${editions.rows.map((row) => row.id)}::bigint[]) as e (id, edition)
        where d.id = e.id`.execute(tx)
      await sql`insert into documents.placement (document_id, column_id, organization_id, matter_code, main,
          formed_on, due_on, published_at)
        select id, col, org, matter, true, at::date - 3, at::date + 20, at
        from unnest(${ids}::bigint[], ${made.map((one) => one.place.columnId)}::bigint[],
          ${made.map((one) => one.place.organizationId)}::bigint[], ${made.map((one) => one.place.matterCode)}::text[],
          ${made.map((one) => one.at)}::timestamptz[]) as made (id, col, org, matter, at)`.execute(
        tx,
      )
      await sql`insert into documents.showing (column_id, document_id, organization_id, published_at)
        select distinct col, id, org, at
        from unnest(${made.flatMap((one) => one.place.columnIds)}::bigint[],
          ${ids.flatMap((id, at) => made[at]?.place.columnIds.map(() => id) ?? [])}::bigint[],
          ${made.flatMap((one) => one.place.columnIds.map(() => one.place.organizationId))}::bigint[],
          ${made.flatMap((one) => one.place.columnIds.map(() => one.at))}::timestamptz[]) as made (col, id, org, at)`.execute(
        tx,
      )
    })
    if ((first - 1 + count) % 10_000 === 0)
      process.stdout.write(`  ${first - 1 + count} documents\n`)
  }
  // Over a million documents these take longer than any query of a reader may.
  await patiently(house, countColumns)
  await house.perform(theSystem, reindex)
  await patiently(house, 'vacuum analyze')
}

const countColumns = `update documents.site_column c
  set document_count = s.documents, last_published_at = s.latest
  from (select column_id, count(*)::int as documents, max(published_at) as latest
    from documents.showing group by column_id) s where s.column_id = c.id`

const patiently = async (house: House, statement: string): Promise<void> => {
  const client = await house.pool.connect()
  try {
    await client.query('set statement_timeout = 0')
    await client.query(statement)
    await client.query('reset statement_timeout')
  } finally {
    client.release()
  }
}

const documentOf = (
  number: number,
  places: readonly Place[],
  words: readonly string[],
  now: number,
) => {
  const draw = random(number * 7_919)
  // A third of everything stands in one well-filled column, as in life; the rest is spread.
  const place = places[number % 3 === 0 ? 0 : draw(places.length)] as Place
  let text = ''
  while (text.length < documentLength)
    text += `${words[draw(words.length)]}${draw(4) === 0 ? '。' : '，'}`
  const at = new Date(now - 10 * day - ((number * 37) % 1_500) * day - (number % 86_400) * 1_000)
  return {
    place,
    text,
    title: `${words[draw(words.length)]}${place.level2}（第${number}号）`,
    at: at.toISOString(),
    indexNumber: `${place.creditCode}/${at.getUTCFullYear()}-${1_000_000 + number}`,
  }
}
