import { sql } from 'kysely'
import type { z } from 'zod'
import type { Actor } from '#platform/act'
import type { Db } from '#platform/database'
import { annualCases, annualDockets } from '#requests'
import type { casesOfCell as contract } from '../contract/doors.ts'
import { columnOfKind } from '../counting.ts'
import { fill } from '../examining.ts'
import { cellOf, figuresOf } from '../figures.ts'
import { normativeDocuments, penaltyTables } from '../store/counts.ts'
import { reportsWhere } from '../store/reports.ts'
import { mustReadReport } from './view.ts'

type Answer = z.output<typeof contract.output>
type Case = Answer['cases'][number]

const onPage = 50
// Documents and dockets of one organ in one year; more than that nobody reads in a drawer.
const mostListed = 500

const line = (given: Partial<Case> & Pick<Case, 'id' | 'label' | 'kind'>): Case => ({
  about: '',
  from: null,
  until: null,
  amount: 1,
  ...given,
})

const kindOf = (column: string): string | null =>
  Object.entries(columnOfKind).find(([, held]) => held === column)?.[0] ?? null

/** What stands behind one figure: cases that this person may see, units summed, what was entered. */
export const casesOfCell = async (
  db: Db,
  by: Actor,
  input: z.output<typeof contract.input>,
): Promise<Answer> => {
  const report = await mustReadReport(db, by, input.id)
  const [table = '', row = '', column = ''] = input.cell.split('/')
  const filled = await fill(db, report)
  const asked = { organizationIds: [report.organizationId], year: report.year }
  const found: Case[] = []
  if (report.origin === 'imported')
    return { count: cellOf(filled.tables, input.cell), cases: [], next: null }
  let next: number | null = null

  if (table === 't3') {
    const slice = await annualCases(db, by, {
      ...asked,
      row,
      kind: kindOf(column),
      after: input.after,
      limit: onPage,
    })
    next = slice.next
    found.push(
      ...slice.items.map((one) =>
        line({
          id: one.id,
          label: one.number,
          about: one.title,
          from: one.receivedOn,
          until: one.doneOn,
          kind: 'request',
        }),
      ),
    )
  }
  if (table === 't4') {
    const dockets = await annualDockets(db, {
      ...asked,
      group: row,
      outcome: column,
      limit: mostListed,
    })
    found.push(
      ...dockets.map((one) =>
        line({
          id: one.id,
          label: one.caseNumber || one.authority,
          about: one.authority,
          from: one.filedOn,
          until: one.decidedOn,
          kind: 'docket',
        }),
      ),
    )
  }
  if (table === 't2' && row === 'normative' && /^(issued|repealed|inForce)$/.test(column)) {
    const documents = await normativeDocuments(
      db,
      asked.organizationIds,
      asked.year,
      column as 'issued',
      mostListed,
    )
    found.push(
      ...documents.map((one) =>
        line({
          id: one.documentId,
          label: one.title,
          about: one.documentNumber,
          kind: 'document',
        }),
      ),
    )
  }
  if (input.cell === 't2/penalties/decisions') {
    const held = await penaltyTables(db, asked.organizationIds, asked.year)
    found.push(
      ...held.map(({ documentId, title, rows }) =>
        line({ id: documentId, label: title, amount: rows, kind: 'dataset' }),
      ),
    )
  }
  if (input.after === 0) {
    found.push(...(await unitsBehind(db, filled.rolled?.children ?? [], input.cell)))
    found.push(
      ...filled.entries
        .filter((entry) => entry.cell === input.cell)
        .map((entry) =>
          line({
            id: 0,
            label: entry.reason,
            about: entry.staffName ?? '',
            amount: entry.amount,
            kind: 'entry',
          }),
        ),
    )
  }
  return { count: cellOf(filled.tables, input.cell), cases: found, next }
}

/** Units whose reports put something into a cell of the government's. */
const unitsBehind = async (
  db: Db,
  children: readonly { readonly reportId: number; readonly name: string }[],
  cell: string,
): Promise<Case[]> => {
  if (children.length === 0) return []
  const reports = await reportsWhere(
    db,
    sql`t.id = any(${children.map(({ reportId }) => reportId)}::bigint[])`,
  )
  return reports.flatMap((report) => {
    const amount = report.tables
      ? (figuresOf(report.tables).get(cell) ?? cellOf(report.tables, cell))
      : 0
    return amount > 0
      ? [line({ id: report.id, label: report.organizationName, amount, kind: 'unit' })]
      : []
  })
}
