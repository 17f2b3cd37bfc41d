import { z } from 'zod'
import { endpoint } from '#platform/endpoint'

export const standings = ['met', 'due', 'late', 'blank', 'notApplicable'] as const
export const standing = z.enum(standings)
export type Standing = z.infer<typeof standing>

/** Cells by standing; what does not apply is counted beside, never inside a share. */
export const standingCounts = z.object({
  met: z.int(),
  due: z.int(),
  late: z.int(),
  blank: z.int(),
  notApplicable: z.int(),
})
export type StandingCounts = z.infer<typeof standingCounts>

/** A part of a whole: duties with content, releases inside their limit. */
export const share = z.object({ part: z.int(), total: z.int() })
export type Share = z.infer<typeof share>

const idPart = z.coerce.number().int().positive()
const civilDate = z.string()

export const heatUnit = z.object({
  organizationId: z.int(),
  code: z.string(),
  name: z.string(),
  level: z.enum(['county', 'township', 'village']),
  parentId: z.int().nullable(),
  counts: standingCounts,
  /** Applicable duties with content. */
  coverage: share,
  /** Releases that had a limit, and those inside it. */
  onTime: share,
  documents: z.int(),
  /** By field code; a field that is no business of the unit is left out. */
  cells: z.record(z.string(), standingCounts),
})
export type HeatUnit = z.infer<typeof heatUnit>

export const heatMap = endpoint({
  method: 'GET',
  path: '/api/standing/heat-map',
  summary: 'Units × fields with their standing, for a unit and everything below it',
  input: z.object({ organizationId: idPart }),
  output: z.object({
    asOf: civilDate,
    fields: z.array(z.object({ code: z.string(), name: z.string(), slug: z.string() })),
    units: z.array(heatUnit),
    total: standingCounts,
    coverage: share,
    onTime: share,
  }),
})
export type HeatMap = z.infer<typeof heatMap.output>

export const standingCell = z.object({
  organizationId: z.int(),
  organizationName: z.string(),
  matterCode: z.string(),
  fieldCode: z.string(),
  fieldName: z.string(),
  level1: z.string(),
  level2: z.string(),
  timeLimit: z.string(),
  standing,
  reason: z.string().nullable(),
  dueOn: civilDate.nullable(),
  lastPublishedOn: civilDate.nullable(),
  documents: z.int(),
  /** The newest few, so that a figure opens to what it counts. */
  newest: z.array(
    z.object({
      documentId: z.int(),
      title: z.string(),
      publishedOn: civilDate,
      dueOn: civilDate.nullable(),
      late: z.boolean(),
    }),
  ),
})
export type StandingCell = z.infer<typeof standingCell>

export const cellFilter = z.object({
  /** A unit; `below` adds everything under it. */
  organizationId: idPart,
  below: z.stringbool().default(false),
  field: z.string().optional(),
  level: z.enum(['county', 'township', 'village']).optional(),
  standing: standing.optional(),
})
export type CellFilter = z.infer<typeof cellFilter>

export const cells = endpoint({
  method: 'GET',
  path: '/api/standing/cells',
  summary: 'Obligations with their standing and newest documents; `after` is the cursor',
  input: cellFilter.extend({
    after: z.string().optional(),
    limit: z.coerce.number().int().min(1).max(200).default(50),
  }),
  output: z.object({ cells: z.array(standingCell), next: z.string().nullable() }),
})

/** One line of coverage: what share of the duties has content, what share of releases came in time. */
export const coverageLine = z.object({
  key: z.string(),
  name: z.string(),
  /** Duties that apply. */
  duties: z.int(),
  /** Of those, with content (in the period, if one is asked for). */
  covered: z.int(),
  timed: z.int(),
  within: z.int(),
  documents: z.int(),
})
export type CoverageLine = z.infer<typeof coverageLine>

export const coverage = endpoint({
  method: 'GET',
  path: '/api/standing/coverage',
  summary: 'Coverage and timeliness by field, level or organization, at large or in a period',
  input: z.object({
    organizationId: idPart,
    by: z.enum(['field', 'level', 'organization']),
    /** `2026`, `2026-Q3` or `2026-09`; none: everything until today. */
    period: z
      .string()
      .regex(/^\d{4}(-Q[1-4]|-(0[1-9]|1[0-2]))?$/)
      .optional(),
  }),
  output: z.object({ lines: z.array(coverageLine), total: coverageLine }),
})

export const rebuild = endpoint({
  method: 'POST',
  path: '/api/standing/rebuild',
  summary: 'Throws the account away and derives it anew; the answer says how many cells differed',
  input: z.object({}),
  output: z.object({ cells: z.int(), differed: z.int() }),
})
