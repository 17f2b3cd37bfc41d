import { z } from 'zod'
import { endpoint } from '#platform/endpoint'
import { civilDate, id, version } from '#platform/shapes'

export const feeStates = [
  'draft',
  'proposed',
  'approved',
  'waived',
  'noticed',
  'paid',
  'lapsed',
] as const
export type FeeState = (typeof feeStates)[number]

const method = z.enum(['items', 'pages'])
const band = z.object({
  from: z.number(),
  to: z.number().nullable(),
  rate: z.number(),
  count: z.number(),
  amountYuan: z.number(),
})

export const feeAssessment = z.object({
  requestId: z.number(),
  method,
  month: z.string(),
  itemOrdinal: z.number(),
  pages: z.number().nullable(),
  bands: z.array(band),
  amountFen: z.number(),
  article: z.string(),
  state: z.enum(feeStates),
  charges: z.boolean().nullable(),
  reason: z.string(),
  assessedOn: z.string(),
  proposedBy: z.number().nullable(),
  decidedBy: z.number().nullable(),
  decidedOn: z.string().nullable(),
  noticedOn: z.string().nullable(),
  dueOn: z.string().nullable(),
  paidOn: z.string().nullable(),
  receiptNumber: z.string(),
  version: z.number(),
})
export type FeeAssessment = z.infer<typeof feeAssessment>

export const feeShape = z.object({
  requestVersion: z.number(),
  mayHandle: z.boolean(),
  /** Whether I may approve what was proposed: not my own proposal. */
  mayApprove: z.boolean(),
  assessment: feeAssessment.nullable(),
  /** What the two methods would come to; by page for the pages given. */
  byItem: z
    .object({ ordinal: z.number(), amountYuan: z.number(), bands: z.array(band) })
    .nullable(),
  month: z.array(
    z.object({
      id: z.number(),
      number: z.string(),
      title: z.string(),
      receivedOn: z.string(),
      ordinal: z.number(),
      rate: z.number(),
      state: z.enum(feeStates).nullable(),
      method: method.nullable(),
    }),
  ),
  article: z.string(),
  paymentArticle: z.string(),
  paymentDays: z.number(),
  objectionArticle: z.string(),
})
export type FeeShape = z.infer<typeof feeShape>

export const requestFee = endpoint({
  method: 'GET',
  path: '/api/requests/:id/fee',
  summary: 'The processing fee of a request, with the month of its asker and the articles',
  input: z.object({ id }),
  output: feeShape,
})

const saved = z.object({ version: z.number() })
const largestPages = 1_000_000

export const assessFee = endpoint({
  method: 'POST',
  path: '/api/requests/:id/fee',
  summary: 'Counts the fee of a request by one method, as a draft',
  input: z.object({
    id,
    version,
    method,
    pages: z.coerce.number().int().min(0).max(largestPages).nullable().default(null),
  }),
  output: saved,
})

export const proposeFee = endpoint({
  method: 'POST',
  path: '/api/requests/:id/fee/propose',
  summary: 'Proposes to charge the fee, or not to, with the reason',
  input: z.object({
    id,
    version,
    charges: z.boolean(),
    reason: z.string().trim().min(2).max(500),
  }),
  output: saved,
})

export const approveFee = endpoint({
  method: 'POST',
  path: '/api/requests/:id/fee/approve',
  summary: 'Approves the proposal of somebody else, or sends it back',
  input: z.object({ id, version, approves: z.boolean() }),
  output: saved,
})

export const noticeFee = endpoint({
  method: 'POST',
  path: '/api/requests/:id/fee/notice',
  summary: 'Enters that the fee notice came to the requester; the thirty days begin the day after',
  input: z.object({ id, version, on: civilDate }),
  output: saved,
})

export const payFee = endpoint({
  method: 'POST',
  path: '/api/requests/:id/fee/payment',
  summary: 'Registers the payment with the number of its fiscal receipt; the period begins anew',
  input: z.object({
    id,
    version,
    on: civilDate,
    amountYuan: z.coerce.number().int().min(0),
    receiptNumber: z.string().trim().max(60),
  }),
  output: saved,
})

const feeLine = z.object({
  requestId: z.number(),
  number: z.string(),
  title: z.string(),
  unit: z.string(),
  method,
  itemOrdinal: z.number(),
  pages: z.number().nullable(),
  amountFen: z.number(),
  state: z.enum(feeStates),
  charges: z.boolean().nullable(),
  noticedOn: z.string().nullable(),
  dueOn: z.string().nullable(),
  paidOn: z.string().nullable(),
  receiptNumber: z.string(),
})
export type FeeLine = z.infer<typeof feeLine>

export const listFees = endpoint({
  method: 'GET',
  path: '/api/request-fees',
  summary: 'Processing fees that I may see, newest request first, with what was paid this year',
  input: z.object({
    state: z.enum(feeStates).optional(),
    after: id.optional(),
    limit: z.coerce.number().int().min(1).max(100).default(30),
  }),
  output: z.object({
    items: z.array(feeLine),
    next: z.number().nullable(),
    /** Of everything that I may see, of the current year. */
    paidFen: z.number(),
    year: z.number(),
  }),
})
