import { z } from 'zod'
import { endpoint } from '#platform/endpoint'

export const linkShown = z.object({
  number: z.number(),
  act: z.enum(['release', 'correction', 'withdrawal']),
  at: z.string(),
  address: z.string(),
  indexNumber: z.string(),
  edition: z.number(),
  hash: z.string(),
})

/** What a check of a saved page, a file or a text answers. */
export const checked = z.object({
  verdict: z.enum([
    'asPublished',
    'superseded',
    'withdrawn',
    'changed',
    'foreign',
    'unknown',
    'chainBroken',
  ]),
  what: z.enum(['page', 'file', 'table', 'text']),
  link: linkShown.nullable(),
  /** The newest link of the same document, where there is a later one. */
  later: linkShown.nullable(),
  /** The day by whose seal the link is covered; null until the day is over. */
  sealedOn: z.string().nullable(),
})
export type Checked = z.output<typeof checked>

export const verifySeals = endpoint({
  method: 'GET',
  path: '/api/seals/verification',
  summary: 'Whether the public chain is whole and every page says what was sealed',
  input: z.object({}),
  output: z.object({
    ok: z.boolean(),
    checked: z.number(),
    brokenAt: z.object({ number: z.number(), why: z.string() }).nullable(),
    wrongDays: z.array(z.string()),
    changed: z.array(z.string()),
    head: z.string(),
  }),
})
