import { type RawBuilder, sql } from 'kysely'
import { holds, reachOf } from '#accounts'
import { createColumn, createDraft } from '#documents'
import { organizationById } from '#organizations'
import { type Act, type Actor, theSystem } from '#platform/act'
import { addDays, type CivilDate } from '#platform/civil-date'
import type { Db } from '#platform/database'
import type { Proposal } from '../contract/analysis.ts'
import { disclosureProposed, proposalDecided } from '../learning-facts.ts'
import { refuse } from '../learning-refusals.ts'
import { mayRegister } from '../policy.ts'

// A season: as long before as after, so that both are one quarter of a year.
const seasonDays = 91
// Art. 44 speaks of "多个申请人": two askers may be chance.
const fewest = 3

const deciders = ['disclosureOffice', 'leader', 'sectionHead'] as const
const watchers = [
  'disclosureOffice',
  'sectionHead',
  'leader',
  'signer',
  'supervisor',
  'clerk',
] as const

/** How many requests of an organization, all words in their title, came within some days. */
const countWith = (
  organization: RawBuilder<unknown>,
  words: RawBuilder<unknown>,
  from: RawBuilder<unknown>,
  to: RawBuilder<unknown>,
) => sql`(select count(*)::int from requests.request r
  where r.organization_id = ${organization} and not exists (select from unnest(${words}) as w where position(w in r.title) = 0)
    and r.merged_into_id is null and r.submitted_on between ${from} and ${to}
    and not exists (select from requests.request part
      where part.parent_id = r.id and part.merged_into_id is null))`

interface Row extends Omit<Proposal, 'drop' | 'mayDecide'> {
  readonly path: string
  readonly before: number | null
  readonly after: number | null
}

const rowsWhere = async (db: Db, where: RawBuilder<unknown>, limit: number): Promise<Row[]> => {
  const season = (from: RawBuilder<unknown>, to: RawBuilder<unknown>) =>
    sql`case when p.state = 'accepted' then ${countWith(sql`p.organization_id`, sql`p.words`, from, to)} end`
  const { rows } = await sql<Row>`
    select p.id, jsonb_build_object('id', o.id, 'name', o.name) as organization, o.path, p.kind,
      p.title, p.words, p.from_day as "from", p.to_day as "to", p.spared, p.reason, p.state,
      to_char(p.proposed_at at time zone 'Asia/Shanghai', 'YYYY-MM-DD') as "proposedOn",
      p.decided_on as "decidedOn", p.decision, p.document_id as "documentId",
      c.address as "columnAddress", p.version,
      ${season(sql`p.decided_on - ${seasonDays}::int`, sql`p.decided_on - 1`)} as before,
      ${season(sql`p.decided_on + 1`, sql`p.decided_on + ${seasonDays}::int`)} as after
    from requests.proposal p
    join organizations.organization o on o.id = p.organization_id
    left join documents.site_column c on c.id = p.column_id
    where ${where} order by p.id desc limit ${limit}`.execute(db)
  return rows
}

const shapeOf = ({ path, before, after, ...row }: Row, by: Actor, today: CivilDate): Proposal => {
  const until = row.decidedOn ? addDays(row.decidedOn, seasonDays) : ''
  return {
    ...row,
    drop:
      before !== null && after !== null ? { before, after, until, complete: today > until } : null,
    mayDecide: row.state === 'open' && holds(by, deciders, path),
  }
}

/** What was proposed, and by how much requests of the same words fell in the season after (M75). */
export const proposalList = async (
  db: Db,
  by: Actor,
  asked: { readonly after?: number | undefined; readonly limit: number },
  today: CivilDate,
): Promise<{ items: Proposal[]; next: number | null }> => {
  const seen =
    by === theSystem
      ? sql`true`
      : sql`o.path like any(${reachOf(by, watchers).map((path) => `${path}%`)}::text[])`
  const rows = await rowsWhere(
    db,
    sql`${seen} ${asked.after ? sql`and p.id < ${asked.after}` : sql``}`,
    asked.limit + 1,
  )
  const items = rows.slice(0, asked.limit).map((row) => shapeOf(row, by, today))
  return { items, next: rows.length > asked.limit ? (items.at(-1)?.id ?? null) : null }
}

/** Proposes to publish what many asked for (政府信息公开条例 art. 44). */
export async function proposeDisclosure(
  act: Act,
  input: {
    readonly organizationId: number
    readonly kind: 'column' | 'document'
    readonly title: string
    readonly words: readonly string[]
    readonly from: CivilDate
    readonly to: CivilDate
    readonly reason: string
  },
): Promise<{ readonly id: number; readonly version: number }> {
  const office = await organizationById(act.tx, input.organizationId)
  if (!mayRegister(act.by, office.path)) throw refuse('notYours')
  if (input.from > input.to) throw refuse('periodBackwards')
  const { rows } = await sql<{ n: number }>`select ${countWith(
    sql`${office.id}`,
    sql`${[...input.words]}::text[]`,
    sql`${input.from}::date`,
    sql`${input.to}::date`,
  )} as n`.execute(act.tx)
  const found = rows[0]?.n ?? 0
  if (found < fewest) throw refuse('proposalFew', { found, fewest })
  // The first would have been asked all the same: only then was it known that it is wanted.
  const spared = found - 1
  const made = await sql<{ id: number }>`
    insert into requests.proposal (organization_id, kind, title, words, from_day, to_day, spared,
      reason, proposed_at, proposed_by)
    values (${office.id}, ${input.kind}, ${input.title}, ${[...input.words]}::text[],
      ${input.from}::date, ${input.to}::date, ${spared}, ${input.reason}, ${act.at}, ${act.by.id})
    returning id`.execute(act.tx)
  const id = made.rows[0]?.id ?? 0
  await act.announce(disclosureProposed, {
    subject: `proposal/${id}`,
    organizationId: office.id,
    proposalId: id,
    spared,
  })
  return { id, version: 1 }
}

const escaped = (text: string): string =>
  text.replace(/[&<>]/g, (sign) => ({ '&': '&amp;', '<': '&lt;', '>': '&gt;' })[sign] ?? sign)

/** An accepted proposal is work: a draft on the unit's desk, or a column that waits to be filled. */
const makeWork = async (act: Act, row: Row) => {
  if (row.kind === 'column') {
    const column = await createColumn(act, {
      name: row.title,
      parentId: null,
      description: row.reason,
      columnType: '信息公开目录',
    })
    return { documentId: null, columnId: column.id }
  }
  const draft = await createDraft(act, {
    organizationId: row.organization.id,
    fields: {
      title: row.title,
      html: `<p>${escaped(row.reason || row.title)}</p>`,
    },
  })
  return { documentId: draft.documentId, columnId: null }
}

/** Accepts a proposal, which makes its draft or its column, or declines it with the reason. */
export async function decideProposal(
  act: Act,
  input: {
    readonly id: number
    readonly version: number
    readonly accepts: boolean
    readonly decision: string
  },
): Promise<{ readonly id: number; readonly version: number; readonly documentId: number | null }> {
  await sql`select from requests.proposal where id = ${input.id} for update`.execute(act.tx)
  const [row] = await rowsWhere(act.tx, sql`p.id = ${input.id}`, 1)
  if (!row) throw refuse('proposalNotFound')
  if (!holds(act.by, deciders, row.path)) throw refuse('notYours')
  if (row.version !== input.version) throw refuse('changedMeanwhile')
  if (row.state !== 'open') throw refuse('proposalDecided')
  const work = input.accepts ? await makeWork(act, row) : { documentId: null, columnId: null }
  const state = input.accepts ? 'accepted' : 'declined'
  await sql`update requests.proposal set state = ${state}, decided_on = ${act.today}::date,
    decided_by = ${act.by.id}, decision = ${input.decision}, document_id = ${work.documentId},
    column_id = ${work.columnId}, version = version + 1 where id = ${row.id}`.execute(act.tx)
  await act.announce(proposalDecided, {
    subject: `proposal/${row.id}`,
    organizationId: row.organization.id,
    proposalId: row.id,
    state,
    documentId: work.documentId,
  })
  return { id: row.id, version: row.version + 1, documentId: work.documentId }
}
