import { z } from 'zod'
import { endpoint } from '#platform/endpoint'
import {
  done,
  editionPart,
  id,
  instant,
  level,
  line,
  organizationPart,
  page,
  reason,
  text,
} from './nouns.ts'

export const responsibility = z.object({
  /** A field code or a matter code; the matter's own line wins over the field's. */
  target: z.string(),
  organizationId: id,
  organizationName: z.string(),
  part: z.enum(['lead', 'joint']),
})
export type Responsibility = z.infer<typeof responsibility>

export const responsibilities = endpoint({
  method: 'GET',
  path: '/api/catalogue/editions/:editionId/responsibilities',
  summary: 'Who leads and who joins, for each field and matter',
  input: editionPart.extend({ field: z.string().optional() }),
  output: z.array(responsibility),
})

export const setResponsibility = endpoint({
  method: 'PUT',
  path: '/api/catalogue/editions/:editionId/responsibilities/:target',
  summary: 'Name the lead and joint organizations of a field or a matter',
  input: editionPart.extend({
    target: z.string(),
    lead: z.array(id).max(50),
    joint: z.array(id).max(500),
  }),
  output: done,
})

export const importResponsibilities = endpoint({
  method: 'POST',
  path: '/api/catalogue/editions/:editionId/responsibilities/import',
  summary: 'Take in a responsibility list: field or matter, lead, joint (names separated by 、)',
  input: editionPart.extend({
    rows: z
      .array(z.object({ target: line.min(1), lead: text, joint: text.default('') }))
      .min(1)
      .max(2_000),
  }),
  output: z.object({
    setCount: z.int(),
    /** Lines that name no known field, matter or organization; they were left out. */
    notUnderstood: z.array(z.object({ row: z.int(), what: z.string() })),
  }),
})

// Obligations

export const obligation = z.object({
  organizationId: id,
  organizationName: z.string(),
  matterCode: z.string(),
  fieldCode: z.string(),
  level1: z.string(),
  level2: z.string(),
  level3: z.string(),
  level,
  because: z.enum(['responsibility', 'subject', 'level']),
  notApplicableReason: z.string().nullable(),
  notApplicableAt: instant.nullable(),
  /** The first of what it asks to be disclosed: tells matters of the same name apart. */
  firstElement: z.string(),
})
export type Obligation = z.infer<typeof obligation>

export const obligations = endpoint({
  method: 'GET',
  path: '/api/catalogue/of/:organizationId/obligations',
  summary: 'What an organization owes; `after` is the last matter code seen',
  input: organizationPart.extend({
    field: z.string().optional(),
    after: z.string().default(''),
    limit: page.limit,
  }),
  output: z.object({ obligations: z.array(obligation), next: z.string().nullable() }),
})

export const declareNotApplicable = endpoint({
  method: 'POST',
  path: '/api/catalogue/of/:organizationId/obligations/:matterCode/not-applicable',
  summary: 'Declare that nothing of the kind happens here, with the reason',
  input: organizationPart.extend({ matterCode: z.string(), reason: reason.min(1) }),
  output: done,
})

export const withdrawNotApplicable = endpoint({
  method: 'POST',
  path: '/api/catalogue/of/:organizationId/obligations/:matterCode/applicable',
  summary: 'Withdraw such a declaration',
  input: organizationPart.extend({ matterCode: z.string() }),
  output: done,
})
