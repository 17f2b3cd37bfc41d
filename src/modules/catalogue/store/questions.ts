import { sql } from 'kysely'
import type { Db, Tx } from '#platform/database'
import type { OpenQuestion, Settlement } from '../contract.ts'

export interface QuestionToAsk {
  readonly code: string
  readonly part: string
  readonly asWritten: string
}

const columns = sql`question.id, question.edition_id as "editionId",
  question.matter_code as code, matter.field_code as "fieldCode", matter.level1, matter.level2,
  matter.level3, question.part, question.as_written as "asWritten"`

const source = sql`catalogue.open_question as question
  join catalogue.matter on matter.edition_id = question.edition_id
    and matter.code = question.matter_code`

export const questionsPage = async (
  db: Db,
  editionId: number,
  asked: {
    readonly codes?: readonly string[]
    readonly after: number
    readonly limit: number
  },
): Promise<OpenQuestion[]> => {
  const { rows } = await sql<OpenQuestion>`
    select ${columns} from ${source}
    where question.edition_id = ${editionId} and question.settled_at is null
      and question.id > ${asked.after}
      ${asked.codes ? sql`and question.matter_code = any(${[...asked.codes]}::text[])` : sql``}
    order by question.id limit ${asked.limit}`.execute(db)
  return rows
}

export const findQuestion = async (db: Db, id: number): Promise<OpenQuestion | undefined> => {
  const { rows } = await sql<OpenQuestion>`
    select ${columns} from ${source}
    where question.id = ${id} and question.settled_at is null`.execute(db)
  return rows[0]
}

/** The same question about the same words, in the whole draft. */
export const questionsWorded = async (
  db: Db,
  like: Pick<OpenQuestion, 'editionId' | 'part' | 'asWritten'>,
): Promise<OpenQuestion[]> => {
  const { rows } = await sql<OpenQuestion>`
    select ${columns} from ${source}
    where question.edition_id = ${like.editionId} and question.settled_at is null
      and question.part = ${like.part} and question.as_written = ${like.asWritten}`.execute(db)
  return rows
}

/** Asks what an import left open, in place of what was asked about the same matters before. */
export const replaceQuestions = async (
  tx: Tx,
  editionId: number,
  codes: readonly string[],
  questions: readonly QuestionToAsk[],
): Promise<void> => {
  await dropQuestions(tx, editionId, codes)
  if (questions.length === 0) return
  await sql`
    insert into catalogue.open_question (edition_id, matter_code, part, as_written)
    select ${editionId}::bigint, code, part, "asWritten"
    from jsonb_to_recordset(${JSON.stringify(questions)}::jsonb)
      as given (code text, part text, "asWritten" text)`.execute(tx)
}

export const dropQuestions = async (
  tx: Tx,
  editionId: number,
  codes: readonly string[],
  parts?: readonly string[],
): Promise<void> => {
  await sql`delete from catalogue.open_question
    where edition_id = ${editionId} and settled_at is null
      and matter_code = any(${[...codes]}::text[])
      ${parts ? sql`and part = any(${[...parts]}::text[])` : sql``}`.execute(tx)
}

export const copyQuestions = async (tx: Tx, fromId: number, toId: number): Promise<void> => {
  await sql`
    insert into catalogue.open_question (edition_id, matter_code, part, as_written)
    select ${toId}::bigint, matter_code, part, as_written from catalogue.open_question
    where edition_id = ${fromId} and settled_at is null`.execute(tx)
}

export const settleQuestions = async (
  tx: Tx,
  ids: readonly number[],
  settled: {
    readonly at: Date
    readonly by: number | null
    readonly settlement: Settlement
  },
): Promise<void> => {
  await sql`update catalogue.open_question set settled_at = ${settled.at}::timestamptz,
      settled_by = ${settled.by}::bigint, settlement = ${JSON.stringify(settled.settlement)}::jsonb
    where id = any(${[...ids]}::bigint[])`.execute(tx)
}
