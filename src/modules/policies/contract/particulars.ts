import { z } from 'zod'
import { endpoint } from '#platform/endpoint'
import { civilDate, id } from '#platform/shapes'
import {
  documentRef,
  effectKind,
  effectShape,
  legalityReview,
  policyClass,
  validity,
} from './shapes.ts'

/** The particulars of a policy, on the desk and for the library. */
export const particulars = z.object({
  documentId: z.number(),
  class: policyClass.nullable(),
  /** The rule's answer, where nobody has said otherwise. */
  classByPerson: z.boolean(),
  documentNumber: z.string(),
  year: z.number().nullable(),
  released: z.boolean(),
  validity: validity.nullable(),
  since: civilDate.nullable(),
  effectiveOn: civilDate.nullable(),
  expiresOn: civilDate.nullable(),
  datesByPerson: z.boolean(),
  /** What the text itself, or the rule of the place, says of the days. */
  suggested: z.object({
    effectiveOn: civilDate.nullable(),
    expiresOn: civilDate.nullable(),
    termArticle: z.string(),
  }),
  legality: legalityReview,
  /** Whether it may be sent up without a legality review (国办发〔2018〕115号). */
  legalityOwed: z.boolean(),
  /** What it does to others. */
  acts: z.array(effectShape),
  /** What others do to it. */
  suffers: z.array(effectShape),
  /** Documents that its text says it repeals, amends or declares expired, and that are not noted yet. */
  suggestedEffects: z.array(z.object({ kind: effectKind, target: documentRef })),
  /** Policies no longer in force that its text relies on. */
  citesEnded: z.array(
    documentRef.extend({ validity, since: civilDate.nullable(), run: z.string() }),
  ),
  mayKeep: z.boolean(),
})
export type Particulars = z.infer<typeof particulars>

export const particularsOf = endpoint({
  method: 'GET',
  path: '/api/documents/:id/policy',
  summary: 'A document as a policy: class, days, legality review, what it repeals and amends',
  input: z.object({ id }),
  output: particulars,
})

export const keepParticulars = endpoint({
  method: 'PUT',
  path: '/api/documents/:id/policy',
  summary: 'Sets down the particulars of a policy; of a released one only by those who keep files',
  input: z.object({
    id,
    /** `none`: it is no policy. Absent: as the rule says. */
    class: z
      .enum([...policyClass.options, 'none'])
      .nullable()
      .optional(),
    effectiveOn: civilDate.nullable().optional(),
    expiresOn: civilDate.nullable().optional(),
    legality: legalityReview.optional(),
    /** All that it does to others; what is left out is taken back. */
    acts: z
      .array(
        z.object({
          targetId: id,
          kind: effectKind,
          scope: z.string().max(200).default(''),
          onDay: civilDate.nullable().default(null),
        }),
      )
      .max(200)
      .optional(),
  }),
  output: particulars,
})

/** For old files: what ended or amended them is not on this site. */
export const recordEnd = endpoint({
  method: 'POST',
  path: '/api/documents/:id/policy/end',
  summary: 'Records that a document which is not on this site repealed or amended a policy',
  input: z.object({
    id,
    kind: effectKind,
    onDay: civilDate,
    actingText: z.string().trim().min(4).max(300),
    scope: z.string().max(200).default(''),
  }),
  output: particulars,
})
