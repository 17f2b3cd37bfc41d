import { sql } from 'kysely'
import { fileIssue } from '#documents'
import type { Db } from '#platform/database'
import type { ResultRule } from '../decision/result-codes.ts'
import { refuse } from '../letters/refusals.ts'
import { type SuppliedFile, suppliedOf } from './store.ts'

/** A file that goes along with a reply: supplied whole, or released after a part was withheld. */
export interface Enclosed {
  readonly kind: 'supplied' | 'released'
  readonly id: number
  readonly name: string
  readonly size: number
}

/** Everything that goes along with the reply of a case, in the order of its list of enclosures. */
export const enclosedWith = async (db: Db, requestId: number): Promise<Enclosed[]> => {
  const { rows } = await sql<Enclosed>`
    select 'supplied' as kind, id, name, size::float8 as size from requests.supplied_file
    where request_id = ${requestId} and dropped_at is null
    union all
    select 'released', id, name, released_size::float8 from requests.redaction
    where request_id = ${requestId} and released_sha256 is not null and dropped_at is null
    order by kind desc, id`.execute(db)
  return rows
}

// Under the first name: two signs of indent and 附件：.
const under = '\n　　　　　'

/** 附件清单, as GB/T 9704 writes it: several are numbered, one is not. */
export const listOfEnclosures = (enclosed: readonly Pick<Enclosed, 'name'>[]): string =>
  enclosed.length === 1
    ? (enclosed[0]?.name ?? '')
    : enclosed.map(({ name }, at) => `${at + 1}. ${name}`).join(under)

/** Whether a person still has to answer for what was found in a file, or could not be read. */
export const waitsForSignature = ({ scan, signature }: SuppliedFile): boolean =>
  signature === null && (!scan.scanned || scan.standing > 0)

/**
 * What goes along with a reply has to fit what was decided, and somebody has answered for every file in
 * which something was found.
 */
export const checkEnclosed = async (
  db: Db,
  requestId: number,
  rule: ResultRule | undefined,
): Promise<void> => {
  const [enclosed, supplied] = await Promise.all([
    enclosedWith(db, requestId),
    suppliedOf(db, requestId),
  ])
  // Art. 14 to 16: what is refused must not lie beside the refusal.
  if (enclosed.length > 0 && rule?.withholds && rule.code !== 'partial')
    throw refuse('supplyWithheld', { count: enclosed.length })
  const issues = supplied.filter(waitsForSignature).map(fileIssue)
  if (issues.length > 0) throw refuse('supplyUnsettled', { issues })
}
