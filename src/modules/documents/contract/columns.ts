import { z } from 'zod'
import { endpoint } from '#platform/endpoint'
import { id } from '#platform/shapes'

export const columnKind = z.enum(['field', 'level1', 'level2', 'hand'])

/** A column of the site, as the office and the portal list it. */
export const columnShape = z.object({
  id: z.number(),
  key: z.string(),
  kind: columnKind,
  parentId: z.number().nullable(),
  name: z.string(),
  address: z.string(),
  fieldCode: z.string().nullable(),
  matterCode: z.string().nullable(),
  description: z.string(),
  columnType: z.string(),
  documentCount: z.number(),
  lastPublishedAt: z.iso.datetime({ offset: true }).nullable(),
  retired: z.boolean(),
})
export type Column = z.infer<typeof columnShape>

export const listColumns = endpoint({
  method: 'GET',
  path: '/api/columns',
  summary: 'Every column of the site, parents before children',
  input: z.object({ retired: z.stringbool().default(false) }),
  output: z.array(columnShape),
})

const slug = z
  .string()
  .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/)
  .max(60)

export const createColumn = endpoint({
  method: 'POST',
  path: '/api/columns',
  summary: 'Makes a column by hand, beside those that the catalogue makes',
  input: z.object({
    name: z.string().trim().min(1).max(60),
    /** Last part of the address; empty: from the name's pinyin. */
    slug: slug.optional(),
    parentId: id.nullable().default(null),
    description: z.string().max(500).default(''),
    columnType: z.string().max(30).default('信息公开目录'),
  }),
  output: columnShape,
})

export const changeColumn = endpoint({
  method: 'PUT',
  path: '/api/columns/:id',
  summary: 'Renames or describes a hand-made column; the old address leads on',
  input: z.object({
    id,
    name: z.string().trim().min(1).max(60).optional(),
    slug: slug.optional(),
    description: z.string().max(500).optional(),
    columnType: z.string().max(30).optional(),
  }),
  output: columnShape,
})

export const retireColumn = endpoint({
  method: 'POST',
  path: '/api/columns/:id/retire',
  summary: 'Closes a hand-made column without live documents; its address leads to another column',
  input: z.object({ id, targetId: id.nullable().default(null) }),
  output: columnShape,
})
