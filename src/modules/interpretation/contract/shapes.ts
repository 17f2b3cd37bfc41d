import { z } from 'zod'

export const done = z.object({ id: z.number(), version: z.number() })
export const light = z.enum(['none', 'green', 'yellow', 'orange', 'red', 'overdue'])
export const organizationRef = z.object({ id: z.number(), code: z.string(), name: z.string() })
export const documentRef = z.object({ documentId: z.number(), title: z.string() })
export const issueShape = z.object({
  field: z.string(),
  code: z.string(),
  params: z.record(z.string(), z.union([z.string(), z.number()])).optional(),
})
