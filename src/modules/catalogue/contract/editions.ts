import { z } from 'zod'
import { endpoint } from '#platform/endpoint'
import { civilDate } from '#platform/shapes'
import {
  comparison,
  deviation,
  done,
  edition,
  editionPart,
  field,
  finding,
  idPart,
  level,
  line,
  organizationPart,
  page,
} from './nouns.ts'

export const fields = endpoint({
  method: 'GET',
  path: '/api/catalogue/fields',
  summary: 'The fields of disclosure',
  input: z.object({}),
  output: z.array(field),
})

export const addField = endpoint({
  method: 'POST',
  path: '/api/catalogue/fields',
  summary: 'Add a field that a province or a place has of its own',
  input: z.object({
    name: line.min(2),
    status: z.enum(['provincial', 'local']),
    levels: z.array(level).min(1),
  }),
  output: field,
})

export const editions = endpoint({
  method: 'GET',
  path: '/api/catalogue/of/:organizationId/editions',
  summary: 'Every edition of a government’s catalogue and the reference catalogue, newest first',
  input: organizationPart,
  output: z.object({
    editions: z.array(edition),
    reference: edition.nullable(),
    /** The edition in force of the nearest government above, and how many of its matters reach this level. */
    above: z.object({ edition, reaching: z.int() }).nullable(),
  }),
})

export const editionById = endpoint({
  method: 'GET',
  path: '/api/catalogue/editions/:editionId',
  summary: 'One edition with its counts',
  input: editionPart,
  output: edition,
})

export const openDraft = endpoint({
  method: 'POST',
  path: '/api/catalogue/of/:organizationId/drafts',
  summary:
    'Open a draft from the reference catalogue, the edition in force here or above, or nothing',
  input: organizationPart.extend({
    base: z.enum(['reference', 'inForce', 'above', 'empty']),
    title: line.optional(),
  }),
  output: edition,
})

export const abandonDraft = endpoint({
  method: 'POST',
  path: '/api/catalogue/editions/:editionId/abandon',
  summary: 'Give a draft up',
  input: editionPart,
  output: done,
})

export const readiness = endpoint({
  method: 'GET',
  path: '/api/catalogue/editions/:editionId/readiness',
  summary: 'What stands between a draft and its adoption',
  input: editionPart,
  output: z.array(finding),
})

export const adoptEdition = endpoint({
  method: 'POST',
  path: '/api/catalogue/editions/:editionId/adopt',
  summary: 'Adopt a draft: it becomes the catalogue in force and can no longer be changed',
  input: editionPart.extend({
    effectiveOn: civilDate,
    /** Ticked by the person who adopts: the edition is read-only afterwards. */
    confirm: z.literal(true),
  }),
  output: edition,
})

export const comparisonOfEditions = endpoint({
  method: 'GET',
  path: '/api/catalogue/comparison',
  summary: 'What was added, removed and changed between two editions',
  input: z.object({ from: idPart, to: idPart }),
  output: comparison,
})

export const deviations = endpoint({
  method: 'GET',
  path: '/api/catalogue/editions/:editionId/deviations',
  summary: 'How an edition differs from what it was tailored from, with the reasons',
  input: editionPart.extend({
    field: z.string().optional(),
    /** Also how what the edition was tailored from differed from its own origin. */
    whole: z.stringbool().default(false),
    ...page,
  }),
  output: z.object({ deviations: z.array(deviation), next: z.int().nullable() }),
})
