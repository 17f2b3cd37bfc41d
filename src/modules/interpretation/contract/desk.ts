import { z } from 'zod'
import { endpoint } from '#platform/endpoint'
import { after, civilDate, id, limit, version } from '#platform/shapes'
import { details, element, form, substance } from './forms.ts'
import { documentRef, done, issueShape, light, organizationRef } from './shapes.ts'

export const planItem = z.object({
  form,
  author: z.string().trim().min(1).max(100),
  authorPost: z.string().trim().max(100).default(''),
  plannedOn: civilDate,
  channel: z.string().trim().max(200).default(''),
})
export type PlanItem = z.infer<typeof planItem>

export const materialLine = documentRef.extend({
  form,
  followUp: z.boolean(),
  author: z.string(),
  organization: organizationRef,
  policy: documentRef,
  /** State of the edition that stands foremost, as documents name it. */
  state: z.string(),
  isLive: z.boolean(),
  publishedOn: civilDate.nullable(),
})
export type MaterialLine = z.infer<typeof materialLine>

/** What a text says of an element, with the words that say so. */
export const substanceLine = z.object({
  element,
  required: z.boolean(),
  said: z.enum(['covered', 'notApplicable']).nullable(),
  because: z.array(z.string()),
})

export const interpretationDesk = endpoint({
  method: 'GET',
  path: '/api/documents/:id/interpretation',
  summary: 'Beside a document: what must explain it, what does, and what it explains itself',
  input: z.object({ id }),
  output: z.object({
    /** The rule by which this document needs an interpretation; null where none does. */
    needed: z.object({ article: z.string() }).nullable(),
    plan: z.array(planItem.extend({ isOut: z.boolean() })),
    materials: z.array(materialLine),
    exemption: z
      .object({ reason: z.string(), signedBy: z.string(), signedOn: civilDate })
      .nullable(),
    duty: z
      .object({
        releasedOn: civilDate,
        dueOn: civilDate.nullable(),
        settledOn: civilDate.nullable(),
        light,
        article: z.string(),
      })
      .nullable(),
    /** What would send it back if it went up, or out, now. */
    issues: z.array(issueShape),
    reprints: z.object({ count: z.number(), reach: z.number() }),
    questions: z.number(),
    /** Set where the document itself explains a policy. */
    material: z
      .object({
        policy: documentRef,
        form,
        followUp: z.boolean(),
        author: z.string(),
        authorPost: z.string(),
        details,
        substance,
        lines: z.array(substanceLine),
        version: z.number(),
      })
      .nullable(),
    may: z.array(z.enum(['plan', 'exempt', 'draft', 'tie', 'keep'])),
  }),
})

export const setPlan = endpoint({
  method: 'PUT',
  path: '/api/documents/:id/interpretation/plan',
  summary:
    'Sets how a policy will be explained: forms, authors, days; an empty list drops the plan',
  input: z.object({ id, items: z.array(planItem).max(11) }),
  output: z.object({ items: z.number() }),
})

export const signExemption = endpoint({
  method: 'POST',
  path: '/api/documents/:id/interpretation/exemption',
  summary: 'Signs that a policy goes out without an interpretation, with the reason',
  input: z.object({ id, reason: z.string().trim().max(1000) }),
  output: z.object({ signedBy: z.string() }),
})

export const revokeExemption = endpoint({
  method: 'POST',
  path: '/api/documents/:id/interpretation/exemption/revoke',
  summary: 'Takes a signed exemption back',
  input: z.object({ id }),
  output: z.object({}),
})

export const draftMaterial = endpoint({
  method: 'POST',
  path: '/api/documents/:id/interpretation/materials',
  summary: 'Opens a document that explains the policy, in the places where the policy stands',
  input: z.object({
    id,
    form,
    title: z.string().trim().max(300).default(''),
    /** Explains after it took effect: begins with the questions that were asked. */
    followUp: z.boolean().default(false),
  }),
  output: documentRef.extend({ editionId: z.number(), version: z.number() }),
})

export const tieMaterial = endpoint({
  method: 'POST',
  path: '/api/interpretation/ties',
  summary: 'Ties a document that exists already to the policy that it explains',
  input: z.object({
    documentId: id,
    policyId: id,
    form,
    followUp: z.boolean().default(false),
    author: z.string().trim().max(100).default(''),
    authorPost: z.string().trim().max(100).default(''),
    details: details.default({}),
  }),
  output: documentRef,
})

export const keepMaterial = endpoint({
  method: 'PUT',
  path: '/api/interpretation/materials/:id',
  summary: 'Keeps what an interpretation of its form needs, and what its author says it covers',
  input: z.object({
    id,
    version,
    form,
    author: z.string().trim().max(100),
    authorPost: z.string().trim().max(100).default(''),
    details,
    substance,
  }),
  output: done,
})

export const interpretationList = endpoint({
  method: 'GET',
  path: '/api/interpretation/materials',
  summary: 'Interpretations of the units I work for, newest first',
  input: z.object({
    organizationId: id.optional(),
    policyId: id.optional(),
    form: form.optional(),
    /** Only what counts into the share of varied forms, of a year. */
    varied: z.stringbool().optional(),
    year: z.coerce.number().int().min(2000).max(2100).optional(),
    after,
    limit,
  }),
  output: z.object({ items: z.array(materialLine), next: z.string().nullable() }),
})

export const owedLine = z.object({
  policy: documentRef,
  organization: organizationRef,
  releasedOn: civilDate,
  dueOn: civilDate.nullable(),
  light,
  /** Forms planned and not out. */
  missing: z.array(form),
})
export type OwedLine = z.infer<typeof owedLine>

export const owedInterpretations = endpoint({
  method: 'GET',
  path: '/api/interpretation/owed',
  summary: 'Policies that are out and whose interpretation is owed, the nearest limit first',
  input: z.object({ organizationId: id.optional(), after, limit }),
  output: z.object({ items: z.array(owedLine), next: z.string().nullable() }),
})

export const heldLine = z.object({
  policy: documentRef,
  organization: organizationRef,
  publishAt: z.iso.datetime({ offset: true }),
})

export const heldPolicies = endpoint({
  method: 'GET',
  path: '/api/interpretation/held',
  summary:
    'Policies set to go out whose interpretation is no longer signed: they would be held back',
  input: z.object({}),
  output: z.object({ items: z.array(heldLine) }),
})

export const formShares = endpoint({
  method: 'GET',
  path: '/api/interpretation/shares',
  summary:
    'Of the interpretations of a year, the share of varied forms per unit, beside the target',
  input: z.object({ year: z.coerce.number().int().min(2000).max(2100) }),
  output: z.object({
    target: z.object({ percent: z.number(), countedForms: z.array(form), article: z.string() }),
    units: z.array(
      z.object({ organization: organizationRef, total: z.number(), varied: z.number() }),
    ),
  }),
})

export const requirement = z.object({
  validFrom: civilDate,
  validUntil: civilDate.nullable(),
  /** Classes of the policy library, as the policies module judges them. */
  policyClasses: z.array(z.enum(['regulation', 'normative', 'other'])).default([]),
  kinds: z.array(z.string().trim().min(1).max(40)).max(50),
  titleEndings: z.array(z.string().trim().min(1).max(40)).max(50),
  organizationKinds: z.array(z.string().max(40)).max(20),
  article: z.string().trim().min(1).max(300),
})

export const commentRule = z.object({
  validFrom: civilDate,
  isNeeded: z.boolean(),
  /** Words of a title by which a draft for comment is known. */
  titleMarks: z.array(z.string().trim().min(2).max(40)).min(1).max(20),
  organizationKinds: z.array(z.string().max(40)).max(20),
  article: z.string().trim().min(1).max(300),
})

export const interpretationRules = endpoint({
  method: 'GET',
  path: '/api/interpretation/rules',
  summary: 'Which documents need an interpretation, by when, and the target of varied forms',
  input: z.object({}),
  output: z.object({
    requirements: z.array(requirement.extend({ id: z.number() })),
    /** Of drafts put out for comment, the latest first. */
    comments: z.array(commentRule),
    limit: z.object({ workingDays: z.number(), article: z.string() }),
    target: z.object({ percent: z.number(), countedForms: z.array(form), article: z.string() }),
  }),
})

export const setRequirement = endpoint({
  method: 'POST',
  path: '/api/interpretation/rules',
  summary:
    'Sets from a day which documents need an interpretation; what applied before ends the day before',
  input: requirement.omit({ validUntil: true }),
  output: z.object({ id: z.number() }),
})

export const setCommentRule = endpoint({
  method: 'POST',
  path: '/api/interpretation/comment-rule',
  summary: 'Sets from a day whether a draft put out for comment needs an explanation beside it',
  input: commentRule,
  output: z.object({ isNeeded: z.boolean() }),
})

export const setTarget = endpoint({
  method: 'POST',
  path: '/api/interpretation/target',
  summary: 'Sets from a day the share of varied forms that each unit should reach',
  input: z.object({
    validFrom: civilDate,
    percent: z.coerce.number().int().min(0).max(100),
    countedForms: z.array(form).min(1),
    article: z.string().trim().min(1).max(300),
  }),
  output: z.object({ percent: z.number() }),
})

export const reprintKinds = [
  'website',
  'newMedia',
  'press',
  'broadcast',
  'forwarded',
  'meeting',
] as const
export const reprint = z.object({
  kind: z.enum(reprintKinds),
  outlet: z.string().trim().min(1).max(100),
  address: z
    .string()
    .trim()
    .max(500)
    .refine((text) => text === '' || /^https?:\/\/[^\s"'<>]+$/i.test(text), 'webAddress')
    .default(''),
  reprintedOn: civilDate,
  reach: z.coerce.number().int().min(0).max(2_000_000_000).nullable().default(null),
})

export const listReprints = endpoint({
  method: 'GET',
  path: '/api/documents/:id/reprints',
  summary: 'Where a policy was reprinted or forwarded, and whom that reached',
  input: z.object({ id }),
  output: z.object({
    reprints: z.array(reprint.extend({ id: z.number(), recordedBy: z.string() })),
    reach: z.number(),
  }),
})

export const recordReprint = endpoint({
  method: 'POST',
  path: '/api/documents/:id/reprints',
  summary: 'Records where a policy was reprinted or forwarded',
  input: reprint.extend({ id }),
  output: z.object({ id: z.number() }),
})

export const removeReprint = endpoint({
  method: 'DELETE',
  path: '/api/reprints/:id',
  summary: 'Takes a reprint recorded by mistake off the record; the log keeps it',
  input: z.object({ id }),
  output: z.object({}),
})
