import { z } from 'zod'
import { isCivilDate } from '#platform/civil-date'

/** Shapes that several endpoints share. */
export const id = z.coerce.number().int().positive()
export const version = z.coerce.number().int().positive()
export const civilDate = z.string().refine(isCivilDate, 'civilDate')
export const after = z.string().max(200).optional()
export const limit = z.coerce.number().int().min(1).max(100).default(20)
export const done = z.object({ id: z.number(), version: z.number() })
export const light = z.enum(['none', 'green', 'yellow', 'orange', 'red', 'overdue'])
export const organizationRef = z.object({ id: z.number(), code: z.string(), name: z.string() })
export const documentRef = z.object({ documentId: z.number(), title: z.string() })
export const issueShape = z.object({
  field: z.string(),
  code: z.string(),
  params: z.record(z.string(), z.union([z.string(), z.number()])).optional(),
})
