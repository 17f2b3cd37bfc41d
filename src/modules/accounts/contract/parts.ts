import { z } from 'zod'

export const instant = z.iso.datetime()
export const line = z.string().trim().max(200)
export const limit = z.coerce.number<number | string>().int().min(1).max(200).optional()
export const password = z.string().min(1).max(200)
export const done = z.object({ done: z.literal(true) })
