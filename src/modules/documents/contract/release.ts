import { z } from 'zod'
import { endpoint } from '#platform/endpoint'
import { civilDate, id, instant, version } from '#platform/shapes'
import { attribute, editionMark, reviewRole, secrecyAnswers } from './shapes.ts'

// Review

export const submitEdition = endpoint({
  method: 'POST',
  path: '/api/editions/:id/submit',
  summary: 'Sends a draft into review',
  input: z.object({ id, version }),
  output: editionMark,
})

export const takeBackEdition = endpoint({
  method: 'POST',
  path: '/api/editions/:id/take-back',
  summary: 'The drafter takes a text back from review to work on it',
  input: z.object({ id, version }),
  output: editionMark,
})

export const approveStep = endpoint({
  method: 'POST',
  path: '/api/editions/:id/approve',
  summary: 'Passes the step that waits; the secrecy step records its answers',
  input: z.object({
    id,
    version,
    opinion: z.string().max(2000).default(''),
    secrecy: secrecyAnswers.optional(),
  }),
  output: editionMark,
})

export const returnEdition = endpoint({
  method: 'POST',
  path: '/api/editions/:id/return',
  summary: 'Sends a text back to its drafter with a reason',
  input: z.object({
    id,
    version,
    reason: z.string().trim().min(2).max(2000),
    secrecy: secrecyAnswers.optional(),
  }),
  output: editionMark,
})

export const changeAttribute = endpoint({
  method: 'POST',
  path: '/api/editions/:id/attribute',
  summary: 'Checker or signer sets another attribute, with ground and reason',
  input: z.object({
    id,
    version,
    attribute,
    ground: z.string().max(50).default(''),
    reason: z.string().trim().min(2).max(2000),
  }),
  output: editionMark,
})

export const reviewPlanShape = z.object({
  organizationId: z.number(),
  columnKey: z.string(),
  steps: z.array(reviewRole),
  /** The organization whose plan applies; null: the plan that the program brings. */
  setBy: z.object({ id: z.number(), name: z.string() }).nullable(),
})

export const reviewPlan = endpoint({
  method: 'GET',
  path: '/api/review-plans',
  summary: 'The steps that texts of a unit pass, for all columns or for one',
  input: z.object({ organizationId: id, columnKey: z.string().max(100).default('') }),
  output: reviewPlanShape,
})

export const setReviewPlan = endpoint({
  method: 'PUT',
  path: '/api/review-plans',
  summary: 'Sets the steps for a unit and everything under it without a plan of its own',
  input: z.object({
    organizationId: id,
    columnKey: z.string().max(100).default(''),
    steps: z.array(reviewRole).min(1).max(8),
  }),
  output: reviewPlanShape,
})

const planInForce = z.object({
  columnKey: z.string(),
  columnName: z.string(),
  steps: z.array(reviewRole),
  setBy: z.object({ id: z.number(), name: z.string() }),
})

export const reviewPlans = endpoint({
  method: 'GET',
  path: '/api/review-plans/in-force',
  summary: 'Every plan that a unit set or takes over from above, by column; the nearest of each',
  input: z.object({ organizationId: id }),
  output: z.object({ plans: z.array(planInForce) }),
})

export const dropReviewPlan = endpoint({
  method: 'POST',
  path: '/api/review-plans/drop',
  summary: 'Takes back the plan of a unit; that of the unit above applies again',
  input: z.object({ organizationId: id, columnKey: z.string().max(100).default('') }),
  output: reviewPlanShape,
})

// Release

export const publishEdition = endpoint({
  method: 'POST',
  path: '/api/editions/:id/publish',
  summary: 'Puts an approved text before the public',
  input: z.object({ id, version }),
  output: editionMark.extend({ indexNumber: z.string(), address: z.string() }),
})

export const scheduleEdition = endpoint({
  method: 'POST',
  path: '/api/editions/:id/schedule',
  summary: 'Sets the moment at which an approved text goes before the public',
  input: z.object({ id, version, publishAt: instant }),
  output: editionMark,
})

export const cancelSchedule = endpoint({
  method: 'POST',
  path: '/api/editions/:id/unschedule',
  summary: 'Takes the moment of release away; the approval stays',
  input: z.object({ id, version }),
  output: editionMark,
})

export const setTakeDown = endpoint({
  method: 'POST',
  path: '/api/documents/:id/take-down',
  summary: 'Sets or lifts the moment at which a live document leaves the site',
  input: z.object({ id, takeDownAt: instant.nullable() }),
  output: z.object({ takeDownAt: instant.nullable() }),
})

export const startCorrection = endpoint({
  method: 'POST',
  path: '/api/documents/:id/correction',
  summary: 'Opens a new edition from the live one, which stays up until the new one is published',
  input: z.object({ id }),
  output: editionMark,
})

export const restoreEdition = endpoint({
  method: 'POST',
  path: '/api/editions/:id/restore',
  summary: 'Opens a new draft with the text of an earlier edition',
  input: z.object({ id }),
  output: editionMark,
})

export const withdrawDocument = endpoint({
  method: 'POST',
  path: '/api/documents/:id/withdraw',
  summary: 'Takes a live document off the site with a public note, and names what replaces it',
  input: z.object({
    id,
    note: z.string().trim().min(2).max(1000),
    replacedById: id.nullable().default(null),
  }),
  output: z.object({ documentId: z.number(), withdrawnOn: civilDate }),
})

export const referDocument = endpoint({
  method: 'POST',
  path: '/api/documents/:id/references',
  summary: "Shows another unit's live document under a unit's own matter, by reference",
  input: z.object({ id, organizationId: id, matterCode: z.string().max(60) }),
  output: z.object({ documentId: z.number(), columnId: z.number() }),
})
