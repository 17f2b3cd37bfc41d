import { type RawBuilder, sql } from 'kysely'
import type { CivilDate } from '#platform/civil-date'
import type { Db, Tx } from '#platform/database'
import { cut, cutForSearch } from '#platform/segment'
import type { AnswerFields } from '../contract/consultation.ts'

export interface AnswerRow {
  readonly id: number
  readonly version: number
  readonly organization: { readonly id: number; readonly code: string; readonly name: string }
  readonly path: string
  readonly policy: { readonly documentId: number; readonly title: string } | null
  readonly question: string
  readonly answer: string
  readonly validUntil: CivilDate | null
  readonly isPending: boolean
  readonly isLive: boolean
  readonly isRetired: boolean
  readonly changedBy: number | null
  readonly reviewedBy: string | null
  readonly reviewedOn: CivilDate | null
  readonly asked: number
}

/** A policy is named only where the public may read it. */
const livePolicy = (
  id: RawBuilder<unknown>,
) => sql`(select json_build_object('documentId', pd.id, 'title', pe.title)
  from documents.document pd join documents.edition pe on pe.id = pd.live_edition_id where pd.id = ${id})`

const organization = sql`json_build_object('id', o.id, 'code', o.code,
  'name', coalesce(nullif(o.short_name, ''), o.name))`

const answers = (where: RawBuilder<unknown>, tail: RawBuilder<unknown>) => sql<AnswerRow>`
  select a.id, a.version, ${organization} as organization, o.path, ${livePolicy(sql`a.policy_id`)} as policy,
    a.question, a.answer, a.valid_until as "validUntil", a.pending as "isPending",
    a.live_question is not null as "isLive", a.retired_at is not null as "isRetired",
    a.changed_by as "changedBy", s.name as "reviewedBy",
    (a.reviewed_at at time zone 'Asia/Shanghai')::date as "reviewedOn",
    (select count(*)::int from interpretation.question q where q.answer_id = a.id) as asked
  from interpretation.answer a
  join organizations.organization o on o.id = a.organization_id
  left join accounts.staff s on s.id = a.reviewed_by
  where ${where} ${tail}`

export const answerById = async (db: Db, id: number): Promise<AnswerRow | null> =>
  (await answers(sql`a.id = ${id}`, sql``).execute(db)).rows[0] ?? null

/** The words of a text for the index; one that asks is cut into whole words only. */
const indexed = (text: string): string => [...new Set(cutForSearch(text))].join(' ')

const longestQuery = 100
/** Any of the words: people ask in whole sentences, and the best answer stands first. */
const sought = (q: string): RawBuilder<unknown> | null => {
  const words = cut(q.slice(0, longestQuery)).map((word) => `'${word.replace(/['\\]/g, '')}'`)
  return words.length > 0 ? sql`to_tsquery('simple', ${words.join(' | ')})` : null
}

export const listAnswers = async (
  db: Db,
  asked: {
    readonly q?: string | undefined
    readonly policyId?: number | undefined
    readonly waiting?: boolean | undefined
    readonly after: number | null
    readonly limit: number
  },
  reach: readonly string[],
): Promise<AnswerRow[]> => {
  const like = `%${(asked.q ?? '').replace(/[\\%_]/g, (mark) => `\\${mark}`)}%`
  const where = [
    sql`o.path like any(${reach}::text[])`,
    sql`a.retired_at is null`,
    asked.q && sql`(a.question ilike ${like} or a.answer ilike ${like})`,
    asked.policyId !== undefined && sql`a.policy_id = ${asked.policyId}`,
    asked.waiting && sql`a.pending`,
    asked.after !== null && sql`a.id < ${asked.after}`,
  ].filter((one) => typeof one === 'object')
  return (
    await answers(
      sql.join(where, sql` and `),
      sql`order by a.id desc limit ${asked.limit + 1}`,
    ).execute(db)
  ).rows
}

export const addAnswer = async (
  tx: Tx,
  made: AnswerFields & { organizationId: number; at: Date; by: number | null },
): Promise<number> => {
  const { rows } = await sql<{ id: number }>`insert into interpretation.answer
      (organization_id, policy_id, question, answer, valid_until, changed_at, changed_by)
    values (${made.organizationId}, ${made.policyId}, ${made.question}, ${made.answer},
      ${made.validUntil}, ${made.at}, ${made.by}) returning id`.execute(tx)
  return rows[0]?.id ?? 0
}

export const changeAnswer = async (
  tx: Tx,
  made: AnswerFields & { id: number; version: number; at: Date; by: number | null },
): Promise<boolean> => {
  const { rows } = await sql`update interpretation.answer set policy_id = ${made.policyId},
      question = ${made.question}, answer = ${made.answer}, valid_until = ${made.validUntil},
      changed_at = ${made.at}, changed_by = ${made.by}, pending = true, version = version + 1
    where id = ${made.id} and version = ${made.version} and retired_at is null returning id`.execute(
    tx,
  )
  return rows.length > 0
}

export const passAnswer = async (
  tx: Tx,
  answer: AnswerRow,
  { at, by }: { readonly at: Date; readonly by: number | null },
): Promise<void> => {
  await sql`update interpretation.answer set live_question = question, live_answer = answer,
      live_valid_until = valid_until, reviewed_at = ${at}, reviewed_by = ${by}, pending = false,
      version = version + 1,
      words = setweight(to_tsvector('simple', ${indexed(answer.question)}), 'A')
        || to_tsvector('simple', ${indexed(answer.answer)})
    where id = ${answer.id}`.execute(tx)
}

export const retireAnswer = async (tx: Tx, id: number, at: Date): Promise<void> => {
  await sql`update interpretation.answer set retired_at = ${at}, version = version + 1
    where id = ${id}`.execute(tx)
}

export interface PublicAnswer {
  readonly id: number
  readonly question: string
  readonly answer: string
  readonly organization: { readonly code: string; readonly name: string }
  readonly policy: { readonly documentId: number; readonly title: string } | null
  readonly reviewedAt: Date
}

/**
 * The one rule of what the public reads of the answer store: reviewed, not retired, not expired, and
 * its policy not withdrawn. It speaks of `a`.
 */
const isPublic = (today: CivilDate) => sql`a.live_question is not null and a.retired_at is null
  and (a.live_valid_until is null or a.live_valid_until >= ${today}::date)
  and (a.policy_id is null or exists (select from documents.document pd
    where pd.id = a.policy_id and pd.live_edition_id is not null))`

/** Answers for the public: the best matches of the words, or the newest. */
export const publicAnswers = async (
  db: Db,
  asked: {
    readonly q: string
    readonly policyId: number | null
    readonly after: { readonly at: string; readonly id: number } | null
    readonly limit: number
  },
  today: CivilDate,
): Promise<PublicAnswer[]> => {
  const words = asked.q.trim() === '' ? null : sought(asked.q)
  if (asked.q.trim() !== '' && !words) return []
  const order = words
    ? sql`ts_rank(a.words, ${words}) desc, a.id desc`
    : sql`a.reviewed_at desc, a.id desc`
  const { rows } = await sql<PublicAnswer>`
    select a.id, a.live_question as question, a.live_answer as answer, ${organization} as organization,
      ${livePolicy(sql`a.policy_id`)} as policy, a.reviewed_at as "reviewedAt"
    from interpretation.answer a join organizations.organization o on o.id = a.organization_id
    where ${isPublic(today)}
      and ${words ? sql`a.words @@ ${words}` : sql`true`}
      and ${asked.policyId === null ? sql`true` : sql`a.policy_id = ${asked.policyId}`}
      and ${asked.after ? sql`(a.reviewed_at, a.id) < (${asked.after.at}::timestamptz, ${asked.after.id})` : sql`true`}
    order by ${order} limit ${asked.limit}`.execute(db)
  return rows
}

/** Policies with public answers, those most answered first: the way in by policy. */
export const policiesAnswered = async (
  db: Db,
  limit: number,
  today: CivilDate,
): Promise<{ documentId: number; title: string; answers: number }[]> =>
  (
    await sql<{ documentId: number; title: string; answers: number }>`
      select pd.id as "documentId", pe.title, count(*)::int as answers
      from interpretation.answer a
      join documents.document pd on pd.id = a.policy_id
      join documents.edition pe on pe.id = pd.live_edition_id
      where ${isPublic(today)} group by pd.id, pe.title
      order by answers desc, pd.id desc limit ${limit}`.execute(db)
  ).rows

export interface QuestionRow {
  readonly id: number
  readonly organization: { readonly id: number; readonly code: string; readonly name: string }
  readonly policy: { readonly documentId: number; readonly title: string } | null
  readonly channel: 'counter' | 'hotline' | 'net'
  readonly askedOn: CivilDate
  readonly question: string
  readonly answerId: number | null
}

export const addQuestion = async (
  tx: Tx,
  made: {
    organizationId: number
    policyId: number | null
    channel: string
    askedOn: CivilDate
    question: string
    answerId: number | null
    at: Date
    by: number | null
  },
): Promise<number> => {
  const { rows } = await sql<{ id: number }>`insert into interpretation.question
      (organization_id, policy_id, channel, asked_on, question, answer_id, recorded_at, recorded_by)
    values (${made.organizationId}, ${made.policyId}, ${made.channel}, ${made.askedOn},
      ${made.question}, ${made.answerId}, ${made.at}, ${made.by}) returning id`.execute(tx)
  return rows[0]?.id ?? 0
}

export const listQuestions = async (
  db: Db,
  asked: {
    readonly policyId?: number | undefined
    readonly channel?: string | undefined
    readonly unanswered?: boolean | undefined
    readonly after: number | null
    readonly limit: number
  },
  reach: readonly string[],
): Promise<QuestionRow[]> => {
  const where = [
    sql`o.path like any(${reach}::text[])`,
    asked.policyId !== undefined && sql`q.policy_id = ${asked.policyId}`,
    asked.channel !== undefined && sql`q.channel = ${asked.channel}`,
    asked.unanswered && sql`q.answer_id is null`,
    asked.after !== null && sql`q.id < ${asked.after}`,
  ].filter((one) => typeof one === 'object')
  return (
    await sql<QuestionRow>`
      select q.id, ${organization} as organization, ${livePolicy(sql`q.policy_id`)} as policy,
        q.channel, q.asked_on as "askedOn", q.question, q.answer_id as "answerId"
      from interpretation.question q join organizations.organization o on o.id = q.organization_id
      where ${sql.join(where, sql` and `)}
      order by q.id desc limit ${asked.limit + 1}`.execute(db)
  ).rows
}

/** What was asked about a policy, with the reviewed answer where there is one. */
export const questionsOn = async (
  db: Db,
  policyId: number,
  limit: number,
): Promise<{ question: string; answer: string | null }[]> =>
  (
    await sql<{ question: string; answer: string | null }>`
      select coalesce(a.live_question, q.question) as question, max(a.live_answer) as answer
      from interpretation.question q
      left join interpretation.answer a on a.id = q.answer_id and a.retired_at is null
      where q.policy_id = ${policyId}
      group by 1 order by count(*) desc, max(q.id) desc limit ${limit}`.execute(db)
  ).rows

export const countQuestions = async (db: Db, policyId: number): Promise<number> =>
  (
    await sql<{ n: number }>`select count(*)::int as n from interpretation.question
      where policy_id = ${policyId}`.execute(db)
  ).rows[0]?.n ?? 0

/** Live policies much asked about since they were last explained in a follow-up (M54). */
export const muchAsked = async (
  db: Db,
  asked: { readonly since: CivilDate; readonly atLeast: number; readonly limit: number },
  reach: readonly string[],
) =>
  (
    await sql<{
      policy: { documentId: number; title: string }
      organization: { id: number; code: string; name: string }
      questions: number
      samples: string[]
    }>`
      select json_build_object('documentId', d.id, 'title', e.title) as policy,
        ${organization} as organization, found.questions, found.samples
      from (
        select q.policy_id, count(*)::int as questions,
          (array_agg(q.question order by q.id desc))[1:3] as samples
        from interpretation.question q
        where q.policy_id is not null and q.asked_on >= ${asked.since}::date
          and q.asked_on > coalesce((
            select max((md.published_at at time zone 'Asia/Shanghai')::date)
            from interpretation.material m join documents.document md on md.id = m.document_id
            where m.policy_id = q.policy_id and m.follow_up and md.live_edition_id is not null),
            '-infinity'::date)
        group by q.policy_id having count(*) >= ${asked.atLeast}
      ) found
      join documents.document d on d.id = found.policy_id
      join documents.edition e on e.id = d.live_edition_id
      join organizations.organization o on o.id = d.organization_id
      where o.path like any(${reach}::text[])
      order by found.questions desc, d.id desc limit ${asked.limit}`.execute(db)
  ).rows
