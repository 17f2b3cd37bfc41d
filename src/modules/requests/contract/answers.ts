import { z } from 'zod'
import { endpoint } from '#platform/endpoint'
import { civilDate, id, version } from '#platform/shapes'
import { resultCodes } from '../decision/result-codes.ts'
import { letterKinds } from '../letters/kinds.ts'
import { carriers, ways } from '../service/rules.ts'
import { deliveries } from './nouns.ts'
import { supplying } from './supplying.ts'

export { searchedField } from '../letters/kinds.ts'

const words = (most: number) => z.string().trim().max(most)
const letterKind = z.enum(letterKinds as [string, ...string[]])
const answers = z.record(z.string().max(40), z.string().max(40))
const done = z.object({ done: z.literal(true) })
/** A file that streams instead of an answer. */
const file = z.unknown()

export const guideStep = z.object({
  question: z.string(),
  article: z.string(),
  options: z.array(z.string()),
  answer: z.string().nullable(),
})

export const remedyShape = z.object({
  order: z.enum(['first', 'choice', 'none']),
  reading: z.enum(['law', 'interpretation', 'inference']),
  articles: z.array(z.string()),
  /** The clause as the reply will say it; empty where something has still to be entered. */
  text: z.string(),
  trouble: z.string().nullable(),
})

export const guideAnswer = endpoint({
  method: 'POST',
  path: '/api/requests/:id/guide',
  summary: 'Follows the answers so far to the result code, its article and the remedy of today',
  input: z.object({ id, answers }),
  output: z.object({
    steps: z.array(guideStep),
    code: z.enum(resultCodes).nullable(),
    article: z.string(),
    remedy: remedyShape.nullable(),
  }),
})

export const saveDecision = endpoint({
  method: 'POST',
  path: '/api/requests/:id/decision',
  summary: 'Keeps where the guide led: code, grounds, answers, reasons',
  input: z.object({ id, answers, reasons: words(2_000).default('') }),
  output: z.object({ code: z.string() }),
})

const letterShape = z.object({
  id: z.number(),
  kind: z.string(),
  state: z.enum(['draft', 'review', 'approved', 'issued', 'dropped']),
  number: z.string().nullable(),
  issuedOn: z.string().nullable(),
  reviewed: z.boolean(),
  needs: z.enum(['nobody', 'head', 'reviewAndSignature']),
  returnedReason: z.string(),
  version: z.number(),
  /** Whether this person may read it; that it exists, all who see the case know. */
  mayOpen: z.boolean(),
  /** What this person may do with it now. */
  may: z.array(z.enum(['write', 'sendUp', 'review', 'sign', 'return', 'issue', 'drop', 'serve'])),
  partyId: z.number().nullable(),
  fields: z.record(z.string(), z.string()),
  service: z
    .object({
      way: z.string(),
      metOn: z.string(),
      signedOn: z.string().nullable(),
      knownOn: z.string().nullable(),
      waybill: z.string().nullable(),
      article: z.string(),
      /** The name of the scan that proves it. */
      proof: z.string().nullable(),
    })
    .nullable(),
})
export type LetterShape = z.infer<typeof letterShape>

const partyShape = z.object({
  id: z.number(),
  role: z.enum(['thirdParty', 'coMaker']),
  name: z.string(),
  askedOn: z.string().nullable(),
  opinion: z.enum(['consents', 'objects', 'silent']).nullable(),
  opinionOn: z.string().nullable(),
  reasons: z.string(),
  disclose: z.boolean().nullable(),
  override: z.boolean(),
  ruling: z.string(),
  toldOn: z.string().nullable(),
})
export type PartyShape = z.infer<typeof partyShape>

export const answerPage = endpoint({
  method: 'GET',
  path: '/api/requests/:id/answer',
  summary: 'The answer of a case: decision, letters, opinions, withheld parts, service',
  input: z.object({ id }),
  output: z.object({
    mayHandle: z.boolean(),
    delivery: z.enum(deliveries),
    answered: z.boolean(),
    decision: z
      .object({ code: z.string(), answers: z.record(z.string(), z.string()), reasons: z.string() })
      .nullable(),
    kinds: z.array(
      z.object({
        kind: z.string(),
        title: z.string(),
        asks: z.array(z.string()),
        party: z.enum(['thirdParty', 'coMaker']).nullable(),
      }),
    ),
    letters: z.array(letterShape),
    parties: z.array(partyShape),
    supplying,
    /** Everything that goes along with the reply, for whoever puts it into the envelope. */
    enclosed: z.array(z.string()),
    redactions: z.array(
      z.object({
        id: z.number(),
        name: z.string(),
        released: z.boolean(),
        version: z.number(),
        removed: z.array(
          z.object({ n: z.number(), where: z.string(), ground: z.string(), note: z.string() }),
        ),
      }),
    ),
  }),
})

export const writeLetter = endpoint({
  method: 'POST',
  path: '/api/requests/:id/letters',
  summary: 'Begins a letter, or changes a draft',
  input: z.object({
    id,
    kind: letterKind,
    partyId: id.nullable().default(null),
    letterId: id.nullable().default(null),
    version: version.optional(),
    fields: z.record(z.string().max(20), words(4_000)),
  }),
  output: z.object({ letterId: z.number() }),
})

export const stepLetter = endpoint({
  method: 'POST',
  path: '/api/requests/letters/:letterId/steps',
  summary: 'Sends a letter up, reviews, signs, returns, drops or issues it',
  input: z.object({
    letterId: id,
    version,
    step: z.enum(['sendUp', 'review', 'sign', 'return', 'drop', 'issue']),
    reason: words(300).default(''),
  }),
  output: z.object({ number: z.string().nullable() }),
})

export const letterFile = endpoint({
  method: 'GET',
  path: '/api/requests/letters/:letterId/file',
  summary: 'A letter as PDF or Word file; a draft as it would look',
  input: z.object({ letterId: id, form: z.enum(['pdf', 'docx']).default('pdf') }),
  output: file,
})

export const nameParty = endpoint({
  method: 'POST',
  path: '/api/requests/:id/parties',
  summary: 'Names a third party or a co-maker whose opinion has to be heard',
  input: z.object({
    id,
    role: z.enum(['thirdParty', 'coMaker']),
    name: words(100).min(1),
    address: words(200).default(''),
    telephone: words(40).default(''),
  }),
  output: z.object({ partyId: z.number() }),
})

export const enterOpinion = endpoint({
  method: 'POST',
  path: '/api/requests/parties/:partyId/opinion',
  summary: 'Enters what a party answered, or its silence once the time is over',
  input: z.object({
    partyId: id,
    opinion: z.enum(['consents', 'objects', 'silent']),
    on: civilDate,
    reasons: words(2_000).default(''),
  }),
  output: done,
})

export const rule = endpoint({
  method: 'POST',
  path: '/api/requests/parties/:partyId/ruling',
  summary: 'Settles whether what touches a party is disclosed',
  input: z.object({
    partyId: id,
    disclose: z.boolean(),
    override: z.boolean().default(false),
    ruling: words(2_000).default(''),
  }),
  output: done,
})

export const uploadOriginal = endpoint({
  method: 'POST',
  path: '/api/requests/:id/redactions',
  summary: 'Takes in a Word file or PDF of which parts are to be withheld',
  input: z.object({ id }),
  output: z.object({ redactionId: z.number() }),
})

const share = z.number().min(0).max(1)
const why = { ground: z.enum(resultCodes), note: words(200).default('') }
/** A field of a page, in shares of its width and height as it is read. */
const place = { page: z.int().min(1), x: share, y: share, width: share, height: share }
const chosen = {
  marks: z
    .array(
      z.object({
        segment: z.string().max(60),
        from: z.int().min(0).optional(),
        to: z.int().min(0).optional(),
        ...why,
      }),
    )
    .max(2_000)
    .default([]),
  boxes: z
    .array(z.object({ ...place, ...why }))
    .max(500)
    .default([]),
}
const segments = z.array(
  z.object({
    id: z.string(),
    where: z.string(),
    text: z.string(),
    place: z.object(place).optional(),
  }),
)
/** A page as it looks: base64 of a JPEG. */
const pictures = z.array(z.object({ page: z.number(), picture: z.string() }))

export const redactionSegments = endpoint({
  method: 'POST',
  path: '/api/requests/redactions/:redactionId/segments',
  summary:
    'The paragraphs, cells or lines among which a person chooses, the sizes of pages, and what was chosen last',
  input: z.object({ redactionId: id }),
  output: z.object({
    segments,
    sheets: z.array(z.object({ width: z.number(), height: z.number() })),
    chosen: z.object({
      marks: z.array(
        z.object({
          segment: z.string(),
          from: z.number().optional(),
          to: z.number().optional(),
          ground: z.string(),
          note: z.string(),
        }),
      ),
      boxes: z.array(z.object({ ...place, ground: z.string(), note: z.string() })),
    }),
  }),
})

export const redactionPages = endpoint({
  method: 'POST',
  path: '/api/requests/redactions/:redactionId/pages',
  summary:
    'Four pages of an original PDF from one on, as they look; that they were opened is on record',
  input: z.object({ redactionId: id, from: z.int().min(1).max(10_000) }),
  output: z.object({ pages: pictures }),
})

export const previewRedaction = endpoint({
  method: 'POST',
  path: '/api/requests/redactions/:redactionId/preview',
  summary:
    'What would be handed out: the pages or paragraphs without the chosen parts; nothing is kept',
  input: z.object({ redactionId: id, ...chosen }),
  output: z.object({ pages: pictures, segments, removed: z.number() }),
})

export const releaseRedaction = endpoint({
  method: 'POST',
  path: '/api/requests/redactions/:redactionId/release',
  summary: 'Takes the chosen parts out for good; a file that keeps one of them is refused',
  input: z.object({ redactionId: id, version, ...chosen }),
  output: z.object({ removed: z.number() }),
})

export const redactionFile = endpoint({
  method: 'GET',
  path: '/api/requests/redactions/:redactionId/file',
  summary: 'The original or the released version of a file',
  input: z.object({ redactionId: id, which: z.enum(['original', 'released']) }),
  output: file,
})

export const removeRedaction = endpoint({
  method: 'DELETE',
  path: '/api/requests/redactions/:redactionId',
  summary: 'Takes a file off the case',
  input: z.object({ redactionId: id }),
  output: done,
})

export const enterService = endpoint({
  method: 'POST',
  path: '/api/requests/letters/:letterId/service',
  summary: 'Enters how a letter was served, with what proves it',
  input: z.object({
    letterId: id,
    way: z.enum(ways),
    postedOn: civilDate.nullable().default(null),
    carrier: z
      .enum([...carriers, 'other'])
      .nullable()
      .default(null),
    waybill: words(40).default(''),
    signedOn: civilDate.nullable().default(null),
    signedBy: words(60).default(''),
    address: words(200).default(''),
  }),
  output: done,
})

export const enterSigned = endpoint({
  method: 'POST',
  path: '/api/requests/letters/:letterId/signed',
  summary: 'The day on which a posted letter was signed for',
  input: z.object({ letterId: id, signedOn: civilDate, signedBy: words(60).default('') }),
  output: done,
})

export const uploadProof = endpoint({
  method: 'POST',
  path: '/api/requests/letters/:letterId/proof',
  summary: 'Keeps the scan that proves a service, sealed (multipart part "file")',
  input: z.object({ letterId: id }),
  output: done,
})

export const proofFile = endpoint({
  method: 'GET',
  path: '/api/requests/letters/:letterId/proof',
  summary: 'Opens the scan that proves a service; that it was opened is on record',
  input: z.object({ letterId: id }),
  output: file,
})

const letterhead = {
  mark: words(20).min(1),
  authority: words(100).default(''),
  court: words(100).default(''),
  onlineChannel: words(200).default(''),
}

export const letterOffice = endpoint({
  method: 'GET',
  path: '/api/letters/:organizationId',
  summary: "An office's letterhead and letter templates",
  input: z.object({ organizationId: id }),
  output: z.object({
    letterhead: z.object({
      mark: z.string(),
      authority: z.string(),
      court: z.string(),
      onlineChannel: z.string(),
    }),
    templates: z.array(
      z.object({
        kind: z.string(),
        title: z.string(),
        fields: z.array(z.string()),
        must: z.array(z.string()),
        edition: z.number().nullable(),
        name: z.string().nullable(),
      }),
    ),
  }),
})

export const setLetterhead = endpoint({
  method: 'PUT',
  path: '/api/letters/:organizationId/letterhead',
  summary: "Sets an office's mark and who hears the remedies",
  input: z.object({ organizationId: id, ...letterhead }),
  output: done,
})

export const uploadTemplate = endpoint({
  method: 'POST',
  path: '/api/letters/:organizationId/templates/:kind',
  summary: 'Replaces a template; everything wrong with it is told at once',
  input: z.object({ organizationId: id, kind: letterKind }),
  output: z.object({ edition: z.number() }),
})

export const templateFile = endpoint({
  method: 'GET',
  path: '/api/letters/:organizationId/templates/:kind',
  summary: 'The template in force, as a Word file',
  input: z.object({ organizationId: id, kind: letterKind }),
  output: file,
})

export const resetTemplate = endpoint({
  method: 'DELETE',
  path: '/api/letters/:organizationId/templates/:kind',
  summary: 'Goes back to the standard text',
  input: z.object({ organizationId: id, kind: letterKind }),
  output: done,
})
