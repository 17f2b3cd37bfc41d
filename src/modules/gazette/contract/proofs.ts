import { z } from 'zod'
import { endpoint } from '#platform/endpoint'
import { id } from '#platform/shapes'
import { issueShape } from './shapes.ts'

export const entryText = endpoint({
  method: 'GET',
  path: '/api/gazette/entries/:id',
  summary: 'The pinned text of an entry, to be read for proof',
  input: z.object({ id }),
  output: z.object({ id: z.number(), editionId: z.number(), title: z.string(), html: z.string() }),
})

export const markProof = endpoint({
  method: 'POST',
  path: '/api/gazette/entries/:id/marks',
  summary: 'Says that I read this text: without objection, or with one',
  input: z
    .object({
      id,
      /** What lay before me; another text pinned meanwhile is refused. */
      editionId: id,
      verdict: z.enum(['read', 'objection']),
      note: z.string().trim().max(1000).default(''),
    })
    .refine(({ verdict, note }) => verdict === 'read' || note !== '', { path: ['note'] }),
  output: issueShape,
})

export const settleObjection = endpoint({
  method: 'POST',
  path: '/api/gazette/marks/:id/settle',
  summary: 'Says how an objection was dealt with',
  input: z.object({ id, note: z.string().trim().min(2).max(1000) }),
  output: issueShape,
})

export const judgeNewer = endpoint({
  method: 'POST',
  path: '/api/gazette/entries/:id/newer',
  summary:
    'A text was corrected since it was picked: take the new one, or keep the old with reason',
  input: z
    .object({
      id,
      /** The newer edition that was looked at. */
      editionId: id,
      take: z.boolean(),
      reason: z.string().trim().max(500).default(''),
    })
    .refine(({ take, reason }) => take || reason !== '', { path: ['reason'] }),
  output: issueShape,
})
