import { z } from 'zod'
import { isCivilDate } from '#platform/civil-date'
import { endpoint } from '#platform/endpoint'
import { id, version } from '#platform/shapes'
import { publishers } from './form.ts'
import { finding, rules } from './report.ts'

const year = z.coerce.number<number | string>().int().min(2008).max(2200)
const text = z.string().trim().max(50_000)
const reason = z.string().trim().max(2_000)
const cell = z.string().regex(/^[\w./-]{1,60}$/, 'cell')

export const reportStates = ['draft', 'checked', 'signed', 'published', 'superseded'] as const

const tables = z.object({
  t2: z.record(z.string(), z.record(z.string(), z.number())),
  t3: z.record(z.string(), z.record(z.string(), z.number())),
  t4: z.record(z.string(), z.record(z.string(), z.number())),
})

/** One line of the list: an organ that owes a report of that year, and how far it is. */
export const reportLine = z.object({
  organizationId: z.int(),
  organizationCode: z.string(),
  organizationName: z.string(),
  publisher: z.enum(publishers),
  year: z.int(),
  reportId: z.int().nullable(),
  state: z.enum(reportStates).nullable(),
  dueOn: z.string().nullable(),
  article: z.string(),
  late: z.boolean(),
  publishedOn: z.string().nullable(),
  mayWrite: z.boolean(),
  /** An earlier year of which nothing was written here: its published file can be filed. */
  mayFile: z.boolean(),
})

export const listReports = endpoint({
  method: 'GET',
  path: '/api/annual-reports',
  summary: 'Who owes a report of a year, and how far each is',
  input: z.object({ year }),
  output: z.object({ year: z.int(), lines: z.array(reportLine) }),
})

export const reportTasks = endpoint({
  method: 'GET',
  path: '/api/annual-reports/tasks',
  summary: 'Reports of the year that is over which wait for this person, with their last day',
  input: z.object({}),
  output: z.object({ lines: z.array(reportLine) }),
})

export const openReport = endpoint({
  method: 'POST',
  path: '/api/annual-reports',
  summary: 'Begin the report of an organ on a year',
  input: z.object({ organizationId: id, year }),
  output: z.object({ id: z.int() }),
})

export const reportView = z.object({
  id: z.int(),
  version,
  organizationId: z.int(),
  organizationCode: z.string(),
  organizationName: z.string(),
  publisher: z.enum(publishers),
  year: z.int(),
  ordinal: z.int(),
  state: z.enum(reportStates),
  origin: z.enum(['written', 'imported']),
  /** The file from which an earlier report was taken. */
  source: z.object({ name: z.string(), sha256: z.string(), address: z.string() }).nullable(),
  reason: z.string(),
  overview: z.string(),
  problems: z.string(),
  other: z.string(),
  tables,
  previousTables: tables.nullable(),
  previousProblems: z.string().nullable(),
  counted: z.record(z.string(), z.number()),
  fromUnits: z.record(z.string(), z.number()),
  entries: z.array(
    z.object({
      cell: z.string(),
      amount: z.number(),
      reason: z.string(),
      at: z.date(),
      staffName: z.string().nullable(),
    }),
  ),
  findings: z.array(finding),
  notChecked: z.array(z.enum(rules)),
  jumps: z.array(z.object({ cell: z.string(), before: z.number(), now: z.number() })),
  notes: z.array(z.object({ rule: z.string(), cell: z.string(), note: z.string() })),
  wanted: z.array(z.object({ rule: z.string(), cell: z.string() })),
  units: z.array(
    z.object({
      id: z.int(),
      code: z.string(),
      name: z.string(),
      reportId: z.int(),
      publishedOn: z.string().nullable(),
      dueOn: z.string().nullable(),
      /** Published after its last day. */
      late: z.boolean(),
      /** Another version stands now: it goes into a correction of this report. */
      correctedSince: z.boolean(),
    }),
  ),
  missing: z.array(
    z.object({
      id: z.int(),
      code: z.string(),
      name: z.string(),
      why: z.enum(['none', 'notSigned', 'unbalanced', 'arrived']),
      reportId: z.int().nullable(),
      dueOn: z.string().nullable(),
    }),
  ),
  withoutResult: z.int(),
  feesYuan: z.number(),
  proposals: z.array(z.object({ part: z.union([z.literal(1), z.literal(6)]), text: z.string() })),
  dueOn: z.string().nullable(),
  article: z.string(),
  hash: z.string().nullable(),
  publishedOn: z.string().nullable(),
  versions: z.array(
    z.object({
      id: z.int(),
      ordinal: z.int(),
      state: z.enum(reportStates),
      publishedOn: z.string().nullable(),
      reason: z.string(),
    }),
  ),
  may: z.object({
    write: z.boolean(),
    sign: z.boolean(),
    publish: z.boolean(),
    correct: z.boolean(),
    /** Taken from a file: corrected by filing the corrected file. */
    fileAgain: z.boolean(),
  }),
})

export const reportById = endpoint({
  method: 'GET',
  path: '/api/annual-reports/:id',
  summary: 'A report with its figures, what is broken, what jumps, what is still missing',
  input: z.object({ id }),
  output: reportView,
})

export const casesOfCell = endpoint({
  method: 'GET',
  path: '/api/annual-reports/:id/cases',
  summary: 'The cases, dockets, documents or units behind one figure',
  input: z.object({ id, cell, after: z.coerce.number<number | string>().int().min(0).default(0) }),
  output: z.object({
    /** What the figure counts, so that what is not shown is known too. */
    count: z.number(),
    cases: z.array(
      z.object({
        id: z.int(),
        label: z.string(),
        about: z.string(),
        from: z.string().nullable(),
        until: z.string().nullable(),
        kind: z.enum(['request', 'docket', 'document', 'dataset', 'unit', 'entry']),
        amount: z.number(),
      }),
    ),
    next: z.int().nullable(),
  }),
})

export const saveTexts = endpoint({
  method: 'PUT',
  path: '/api/annual-reports/:id/texts',
  summary: 'Write the told parts of a report: one, five and six',
  input: z.object({ id, version, overview: text, problems: text, other: text }),
  output: reportView,
})

export const enterFigure = endpoint({
  method: 'PUT',
  path: '/api/annual-reports/:id/figures',
  summary:
    'Enter a figure with its evidence, or correct a counted one with the reason; 0 takes it back',
  input: z.object({
    id,
    version,
    cell,
    amount: z.number().min(-100_000_000).max(100_000_000_000),
    reason: reason.default(''),
  }),
  output: reportView,
})

export const noteFinding = endpoint({
  method: 'PUT',
  path: '/api/annual-reports/:id/notes',
  summary: 'Say why a warning, a jump or a missing unit is as it is; an empty note takes it back',
  input: z.object({ id, version, rule: z.string().max(10), cell, note: reason }),
  output: reportView,
})

const step = z.object({ id, version })
export const checkFigures = endpoint({
  method: 'POST',
  path: '/api/annual-reports/:id/check',
  summary: 'Close the figures once every equation holds; they stand as they are from then on',
  input: step,
  output: reportView,
})
export const signReport = endpoint({
  method: 'POST',
  path: '/api/annual-reports/:id/sign',
  summary: 'Sign a checked report that somebody else wrote',
  input: step,
  output: reportView,
})
export const publishReport = endpoint({
  method: 'POST',
  path: '/api/annual-reports/:id/publish',
  summary: 'Put a signed report before the public, in place of the version there now',
  input: step,
  output: reportView,
})
export const reopenReport = endpoint({
  method: 'POST',
  path: '/api/annual-reports/:id/reopen',
  summary: 'Send a checked or signed report back to be written, with the reason',
  input: step.extend({ reason: reason.min(1) }),
  output: reportView,
})
export const correctReport = endpoint({
  method: 'POST',
  path: '/api/annual-reports/:id/correct',
  summary: 'Begin a correction of a published report, as a version of its own',
  input: step.extend({ reason: reason.min(1) }),
  output: z.object({ id: z.int() }),
})

// A day that every year has.
const day = z
  .string()
  .refine((text) => isCivilDate(`2023-${text}`), 'monthDay')
  .nullable()

/** What a notice says from a day on; null where it leaves the statutory day or the usual percentage. */
const localRule = z.object({
  fromOn: z.string(),
  departmentDay: z.string().nullable(),
  townshipDay: z.string().nullable(),
  governmentDay: z.string().nullable(),
  jumpPercent: z.int().nullable(),
  source: z.string(),
})
export const listLocalRules = endpoint({
  method: 'GET',
  path: '/api/annual-reports/rules',
  summary:
    'Local dates and jumps that reach this person’s organs, with their notices, latest first',
  input: z.object({}),
  output: z.object({
    usualJumpPercent: z.int(),
    rules: z.array(
      localRule.extend({
        organizationId: z.int(),
        organizationName: z.string(),
        setAt: z.date(),
        setBy: z.string().nullable(),
      }),
    ),
    /** Organs for which this person may set them. */
    may: z.array(z.object({ id: z.int(), name: z.string() })),
  }),
})

export const setLocalRule = endpoint({
  method: 'PUT',
  path: '/api/annual-reports/rules',
  summary: 'Set local dates and the jump that wants a note, with the notice that says so',
  input: z.object({
    organizationId: id,
    fromOn: z.string().refine(isCivilDate, 'civilDate'),
    departmentDay: day.default(null),
    townshipDay: day.default(null),
    governmentDay: day.default(null),
    jumpPercent: z.int().min(1).max(1000).nullable().default(null),
    source: z.string().trim().min(1).max(300),
  }),
  output: z.object({ set: z.boolean() }),
})
