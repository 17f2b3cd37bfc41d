import { z } from 'zod'
import { endpoint } from '#platform/endpoint'
import { civilDate, id, version } from '#platform/shapes'
import { ref, requestLine } from './desk.ts'

export const analysisGroups = ['subject', 'unit', 'result', 'door', 'requester'] as const
export type AnalysisGroup = (typeof analysisGroups)[number]

const period = z.object({
  organizationId: id.optional(),
  from: civilDate,
  to: civilDate,
})

const figure = z.object({ key: z.string(), name: z.string(), count: z.number() })
export type Figure = z.infer<typeof figure>

const likeGroup = z.object({
  words: z.array(z.string()),
  count: z.number(),
  organization: ref,
  /** A title of the group, to be understood by. */
  example: z.string(),
  requests: z.array(z.object({ id: z.number(), number: z.string() })),
  /** What was proposed for these words already. */
  proposalId: z.number().nullable(),
})
export type LikeGroup = z.infer<typeof likeGroup>

export const analysisShape = z.object({
  received: z.number(),
  answered: z.number(),
  late: z.number(),
  lapsed: z.number(),
  pending: z.number(),
  /** Of those answered, working time apart: days from receipt to answer, in the middle. */
  medianDays: z.number().nullable(),
  /** Of the same length of time before. */
  receivedBefore: z.number(),
  groups: z.array(z.object({ by: z.enum(analysisGroups), figures: z.array(figure) })),
  satisfaction: z.object({
    rated: z.number(),
    average: z.number().nullable(),
    /** How many gave one star, two, … five. */
    stars: z.array(z.number()),
    byUnit: z.array(z.object({ name: z.string(), rated: z.number(), average: z.number() })),
  }),
  frequent: z.array(z.object({ month: z.string(), organization: ref, items: z.number() })),
  likes: z.array(likeGroup),
})
export type AnalysisShape = z.infer<typeof analysisShape>

export const requestAnalysis = endpoint({
  method: 'GET',
  path: '/api/request-analysis',
  summary:
    'Requests of a period by subject, unit, result and door, with satisfaction and like groups',
  input: period,
  output: analysisShape,
})

export const analysisCases = endpoint({
  method: 'GET',
  path: '/api/request-analysis/cases',
  summary: 'The cases behind a figure',
  input: period.extend({
    by: z.enum([...analysisGroups, 'all', 'late', 'lapsed', 'pending', 'answered', 'stars']),
    key: z.string().max(100).default(''),
    after: id.optional(),
    limit: z.coerce.number().int().min(1).max(100).default(30),
  }),
  output: z.object({
    items: z.array(
      requestLine.pick({
        id: true,
        number: true,
        title: true,
        submittedOn: true,
        standing: true,
        resultCode: true,
      }),
    ),
    next: z.number().nullable(),
  }),
})

export const setSubject = endpoint({
  method: 'PUT',
  path: '/api/requests/:id/subject',
  summary: 'Says which field of the catalogue a request is about',
  input: z.object({ id, version, field: z.string().trim().min(1).max(60) }),
  output: z.object({ version: z.number() }),
})

export const proposalShape = z.object({
  id: z.number(),
  organization: ref,
  kind: z.enum(['column', 'document']),
  title: z.string(),
  words: z.array(z.string()),
  from: z.string(),
  to: z.string(),
  spared: z.number(),
  reason: z.string(),
  state: z.enum(['open', 'accepted', 'declined']),
  proposedOn: z.string(),
  decidedOn: z.string().nullable(),
  decision: z.string(),
  documentId: z.number().nullable(),
  columnAddress: z.string().nullable(),
  version: z.number(),
  /** Requests of the words in the season before it was accepted, and in the season after. */
  drop: z
    .object({
      before: z.number(),
      after: z.number(),
      until: z.string(),
      /** False while the season still runs. */
      complete: z.boolean(),
    })
    .nullable(),
  mayDecide: z.boolean(),
})
export type Proposal = z.infer<typeof proposalShape>

export const listProposals = endpoint({
  method: 'GET',
  path: '/api/request-proposals',
  summary:
    'What was proposed to be published because many asked for it, and how requests fell after it',
  input: z.object({
    after: id.optional(),
    limit: z.coerce.number().int().min(1).max(100).default(30),
  }),
  output: z.object({ items: z.array(proposalShape), next: z.number().nullable() }),
})

const saved = z.object({ id: z.number(), version: z.number() })

export const proposeDisclosure = endpoint({
  method: 'POST',
  path: '/api/request-proposals',
  summary: 'Proposes a column or a document to publish, because like requests come again (art. 44)',
  input: z.object({
    organizationId: id,
    kind: z.enum(['column', 'document']),
    title: z.string().trim().min(2).max(60),
    words: z.array(z.string().trim().min(1).max(20)).min(1).max(6),
    from: civilDate,
    to: civilDate,
    reason: z.string().trim().max(500).default(''),
  }),
  output: saved,
})

export const decideProposal = endpoint({
  method: 'POST',
  path: '/api/request-proposals/:id/decide',
  summary: 'Accepts a proposal, which makes its draft or column, or declines it with the reason',
  input: z.object({
    id,
    version,
    accepts: z.boolean(),
    decision: z.string().trim().max(500).default(''),
  }),
  output: saved.extend({ documentId: z.number().nullable() }),
})
