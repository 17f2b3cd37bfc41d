import { z } from 'zod'
import { endpoint } from '#platform/endpoint'
import { after, id, instant } from '#platform/shapes'
import { organizationRef, sliceOf } from './shapes.ts'

/** What was looked at in a text and may keep it from a statutory column. */
export const checkVerdicts = ['workNews', 'misfit', 'copy'] as const
export type CheckVerdict = (typeof checkVerdicts)[number]

const overruled = z.object({ by: z.string(), at: instant, reason: z.string() }).nullable()
const matterRef = z.object({ matterCode: z.string(), name: z.string(), fieldName: z.string() })
const columnRef = z.object({ key: z.string(), name: z.string() })
const because = z.array(z.object({ reason: z.string(), term: z.string() }))
const fitVerdict = z.enum(['fits', 'doubtful', 'workNews', 'misfit'])

export const fitShape = matterRef.extend({
  verdict: fitVerdict,
  /** Words of the text; the sentence around each is `documents.fit.<reason>`. */
  because,
  /** The matter whose words the text says. */
  instead: matterRef.nullable(),
  /** The hand-made column that takes news. */
  column: columnRef.nullable(),
  overruled,
})

export const likenessShape = z.object({
  documentId: z.number(),
  title: z.string(),
  organization: organizationRef,
  address: z.string(),
  publishedAt: instant,
  /** `copy`: the same record told again; `similar`: much the same words about other particulars. */
  kind: z.enum(['copy', 'similar']),
  /** 0 to 1: the share of the text that both have. */
  share: z.number(),
  sameNumber: z.boolean(),
  sameTitle: z.boolean(),
  /** A copy of another unit's text: it stops a submission until it is placed or let pass. */
  stops: z.boolean(),
  overruled,
})

export const contentChecks = endpoint({
  method: 'GET',
  path: '/api/editions/:id/checks',
  summary:
    'Whether a text fits its matters and whether it is out already, with the words that say so',
  input: z.object({ id }),
  output: z.object({
    fits: z.array(fitShape),
    likenesses: z.array(likenessShape),
    /** I review this unit's texts and did not write this one. */
    mayOverrule: z.boolean(),
    mayPlace: z.boolean(),
  }),
})

export const overruleCheck = endpoint({
  method: 'POST',
  path: '/api/editions/:id/overrulings',
  summary:
    'Lets a text pass that a check stopped, with the reason; by a reviewer, not by its author',
  input: z.object({
    id,
    verdict: z.enum(checkVerdicts),
    /** The matter's code; for a copy `document/12`. */
    about: z.string().max(100),
    reason: z.string().trim().min(5).max(1000),
  }),
  output: z.object({ reason: z.string(), at: instant }),
})

export const placeInstead = endpoint({
  method: 'POST',
  path: '/api/editions/:id/place-instead',
  summary: "Gives up a draft and shows another unit's live document under its matters instead",
  input: z.object({ id, documentId: id }),
  output: z.object({ documentId: z.number(), columnIds: z.array(z.number()) }),
})

export const shownIn = endpoint({
  method: 'GET',
  path: '/api/documents/:id/shown-in',
  summary: 'Every place that shows a document: columns and units, those that refer to it included',
  input: z.object({ id }),
  output: z.array(
    z.object({
      columnId: z.number(),
      column: z.string(),
      address: z.string(),
      organization: organizationRef,
      matterCode: z.string().nullable(),
      main: z.boolean(),
      /** In another unit's column, by reference. */
      byReference: z.boolean(),
      since: instant.nullable(),
    }),
  ),
})

export const mixedContent = endpoint({
  method: 'GET',
  path: '/api/documents/mixed-content',
  summary: 'Live documents that stand under a matter they do not fit, newest first, part by part',
  input: z.object({ organizationId: id.optional(), after }),
  output: sliceOf(
    z.object({
      documentId: z.number(),
      title: z.string(),
      organization: organizationRef,
      publishedAt: instant,
      verdict: z.enum(['workNews', 'misfit']),
      matter: matterRef,
      because,
      instead: matterRef.nullable(),
    }),
  ).extend({
    /** How many documents were read for this part. */
    read: z.number(),
  }),
})
