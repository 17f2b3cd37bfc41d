import type { z } from 'zod'
import type { Actor } from '#platform/act'
import type { Db } from '#platform/database'
import type { compareEditions as contract } from '../contract/reading.ts'
import type { Edition } from '../edition.ts'
import { isVisible } from '../finding.ts'
import { refuse } from '../refusals.ts'
import { attachmentsOf } from '../store/attachments.ts'
import { editionById, fieldsOf } from '../store/editions.ts'
import { editionLines } from '../store/people.ts'
import { diffEditions } from '../text/index.ts'
import { lineShown } from './desk.ts'

/** What changed between any two editions of a document (M42). */
export async function compareEditions(
  db: Db,
  by: Actor,
  input: z.output<typeof contract.input>,
): Promise<z.output<typeof contract.output>> {
  const from = await findVisible(db, by, input.id)
  const to = await findVisible(db, by, input.with)
  if (from.document.id !== to.document.id) throw refuse('differentDocuments')
  const lines = await editionLines(db, from.document.id)
  const lineOf = (id: number) => {
    const line = lines.find((one) => one.id === id)
    if (!line) throw refuse('notFound')
    return lineShown(line)
  }
  return {
    from: lineOf(from.id),
    to: lineOf(to.id),
    fields: changedFields(from, to),
    paragraphs: diffEditions(from, to).map((one) => ({ ...one, parts: [...one.parts] })),
    attachments: await changedFiles(db, from.id, to.id),
  }
}

async function findVisible(db: Db, by: Actor, id: number): Promise<Edition> {
  const edition = await editionById(db, id)
  if (!edition || !(await isVisible(db, id, { kind: 'staff', by }))) throw refuse('notFound')
  return edition
}

const clauseText = (one: unknown): string =>
  typeof one === 'object' && one !== null
    ? Object.values(one).filter(Boolean).join(' ')
    : String(one)

const asText = (value: unknown): string =>
  Array.isArray(value) ? value.map(clauseText).join('、') : value === null ? '' : String(value)

/** Fields said beside the text; title and text have their own comparison. */
function changedFields(from: Edition, to: Edition) {
  const before: Record<string, unknown> = fieldsOf(from)
  return Object.entries(fieldsOf(to))
    .filter(([field]) => field !== 'html' && field !== 'title')
    .map(([field, value]) => ({ field, before: asText(before[field]), after: asText(value) }))
    .filter(({ before, after }) => before !== after)
}

async function changedFiles(db: Db, from: number, to: number) {
  const before = await attachmentsOf(db, from)
  const after = await attachmentsOf(db, to)
  const without = (list: typeof before, other: typeof before) =>
    list
      .filter((one) => !other.some((two) => two.sha256 === one.sha256 && two.name === one.name))
      .map((one) => one.name)
  return { added: without(after, before), removed: without(before, after) }
}
