import { z } from 'zod'
import { endpoint } from '#platform/endpoint'
import { civilDate, id, instant } from '#platform/shapes'
import { documentRef } from './shapes.ts'

/** One article that is not the same in our copy and in the official version. */
export const differingArticle = z.object({
  /** 第三条; empty for what stands before the first. */
  label: z.string(),
  kind: z.enum(['changed', 'missing', 'extra']),
  parts: z.array(z.object({ kind: z.enum(['same', 'added', 'removed']), text: z.string() })),
})
export type DifferingArticle = z.infer<typeof differingArticle>

export const textCheck = z.object({
  source: z.string(),
  sourceAddress: z.string(),
  versionOn: civilDate.nullable(),
  checkedAt: instant,
  same: z.boolean(),
  differing: z.number(),
  articles: z.array(differingArticle),
})
export type TextCheck = z.infer<typeof textCheck>

export const regulationTexts = endpoint({
  method: 'GET',
  path: '/api/policies/regulations',
  summary: 'Texts of regulations on this site, and how each compares with the official version',
  input: z.object({}),
  output: z.array(
    documentRef.extend({
      unit: z.string(),
      check: textCheck.omit({ articles: true }).nullable(),
    }),
  ),
})

export const textCheckOf = endpoint({
  method: 'GET',
  path: '/api/documents/:id/official-text',
  summary: 'Where our copy of a regulation differs from the official version, article by article',
  input: z.object({ id }),
  output: z.object({ document: documentRef, check: textCheck.nullable() }),
})

const origin = {
  source: z.string().trim().min(2).max(100).default('国家规章库'),
  sourceAddress: z.union([z.literal(''), z.url({ protocol: /^https?$/ }).max(500)]).default(''),
  versionOn: civilDate.nullable().default(null),
}

export const importText = endpoint({
  method: 'POST',
  path: '/api/documents/:id/official-text',
  summary: 'Takes in the official version as pasted and compares our copy with it',
  input: z.object({ id, text: z.string().min(20).max(2_000_000), ...origin }),
  output: textCheck,
})

export const importTextFile = endpoint({
  method: 'POST',
  path: '/api/documents/:id/official-text/file',
  summary: 'Takes in the official version as a Word or text file (multipart part "file")',
  input: z.object({ id, ...origin }),
  output: textCheck,
})
