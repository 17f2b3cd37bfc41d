import { z } from 'zod'
import { endpoint } from '#platform/endpoint'
import { done, editionPart, id, idPart, line, matterName, organizationPart, page } from './nouns.ts'

export const powerLists = ['power', 'service'] as const
export const power = z.object({
  id,
  list: z.enum(powerLists),
  code: z.string(),
  name: z.string(),
  organizationId: id,
  organizationName: z.string(),
  matterCode: z.string().nullable(),
  /** The matter whose name is nearest, as an offer; null when none comes near. */
  suggestion: matterName.extend({ likeness: z.number() }).nullable(),
})
export type Power = z.infer<typeof power>

export const powers = endpoint({
  method: 'GET',
  path: '/api/catalogue/editions/:editionId/powers',
  summary: 'The lists of powers and services against an edition: what has no entry in it',
  input: editionPart.extend({
    list: z.enum(powerLists).optional(),
    /** Only those without an entry. */
    missing: z.stringbool().default(false),
    ...page,
  }),
  output: z.object({
    powers: z.array(power),
    next: z.int().nullable(),
    total: z.int(),
    missingCount: z.int(),
  }),
})

export const importPowers = endpoint({
  method: 'POST',
  path: '/api/catalogue/of/:organizationId/powers/import',
  summary: 'Take in a list of powers or services: code, name, organization',
  input: organizationPart.extend({
    rows: z
      .array(
        z.object({
          list: z.enum(powerLists),
          code: line.min(1),
          name: line.min(1),
          /** Name or code of the organization; empty: the government itself. */
          organization: line.default(''),
        }),
      )
      .min(1)
      .max(10_000),
  }),
  output: z.object({
    addedCount: z.int(),
    changedCount: z.int(),
    notUnderstood: z.array(z.object({ row: z.int(), what: z.string() })),
  }),
})

export const linkPower = endpoint({
  method: 'PUT',
  path: '/api/catalogue/powers/:powerId/matter',
  summary: 'Say which matter discloses a power or service; null takes the link away',
  input: z.object({ powerId: idPart, matterCode: z.string().nullable() }),
  output: done,
})
