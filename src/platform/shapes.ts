import { z } from 'zod'
import { isCivilDate } from './civil-date.ts'

/** Shapes that the endpoints of every module share. */

/** An id that may arrive as a part of the address. */
export const id = z.coerce.number<number | string>().int().positive()
/** The version that was read; what has changed since is refused with what stands there now. */
export const version = z.coerce.number<number | string>().int().positive()
export const civilDate = z.string().refine(isCivilDate, 'civilDate')
/** An instant as ISO 8601 with its zone. */
export const instant = z.iso.datetime({ offset: true })
/** The opaque cursor of the page asked for. */
export const after = z.string().max(200).optional()
export const limit = z.coerce.number<number | string>().int().min(1).max(100).default(20)
