import { z } from 'zod'
import { endpoint } from '#platform/endpoint'
import { id } from '#platform/shapes'
import { instant, limit, line } from './parts.ts'

const columnKey = z.string().trim().min(1).max(200)

export const keeper = z.object({
  id: z.int(),
  organizationId: z.int(),
  columnKey: z.string(),
  staffId: z.int(),
  staffName: z.string(),
  standInId: z.int().nullable(),
  standInName: z.string().nullable(),
  since: instant,
  until: instant.nullable(),
  note: z.string(),
})
export type Keeper = z.output<typeof keeper>

export const listKeepers = endpoint({
  method: 'GET',
  path: '/api/keepers',
  summary:
    'Who looks after which column of an organization, and who stands in; with history if asked',
  input: z.object({
    /** Left out with a `staffId`: all that this person keeps or stands in for. */
    organizationId: id.optional(),
    columnKey: columnKey.optional(),
    staffId: id.optional(),
    history: z.stringbool().or(z.boolean()).optional(),
    after: id.optional(),
    limit,
  }),
  output: z.object({ keepers: z.array(keeper), next: z.int().nullable() }),
})
export type ListKeepers = z.output<typeof listKeepers.input>

export const assignKeeper = endpoint({
  method: 'PUT',
  path: '/api/keepers',
  summary: 'Name the keeper of a column and the one who stands in',
  input: z.object({
    organizationId: z.int().positive(),
    columnKey,
    staffId: z.int().positive(),
    standInId: z.int().positive().nullable(),
    note: line.optional(),
  }),
  output: keeper,
})
export type AssignKeeper = z.output<typeof assignKeeper.input>

export const handOverColumns = endpoint({
  method: 'POST',
  path: '/api/keepers/hand-over',
  summary: 'Hand columns over to a colleague: the ones named, or all that a person keeps',
  input: z.object({
    fromStaffId: z.int().positive(),
    toStaffId: z.int().positive(),
    organizationId: z.int().positive().optional(),
    columnKeys: z.array(columnKey).max(2000).optional(),
    note: line,
  }),
  output: z.object({ handedOver: z.int() }),
})
export type HandOverColumns = z.output<typeof handOverColumns.input>
