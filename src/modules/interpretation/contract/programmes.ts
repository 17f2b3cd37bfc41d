import { z } from 'zod'
import { endpoint } from '#platform/endpoint'
import { after, id, instant, limit, version } from '#platform/shapes'
import { documentRef, done, organizationRef } from './shapes.ts'

/** 在线访谈, 政策宣讲, 电台电视问政. */
export const programmeKinds = ['interview', 'lecture', 'radioTv'] as const
export const programmeKind = z.enum(programmeKinds)
export type ProgrammeKind = z.infer<typeof programmeKind>

const line = z.string().trim().max(300)

export const programmeContent = z.object({
  kind: programmeKind,
  title: line.min(1),
  guest: line.min(1),
  guestPost: line.default(''),
  startsAt: instant,
  endsAt: instant.nullable().default(null),
  /** Room, station or channel. */
  place: line.default(''),
  address: z
    .string()
    .trim()
    .max(500)
    .refine((text) => text === '' || /^https?:\/\/[^\s"'<>]+$/i.test(text), 'webAddress')
    .default(''),
  about: z.string().trim().max(4_000).default(''),
  questions: z
    .array(
      z.object({
        question: z.string().trim().min(1).max(1_000),
        answer: z.string().trim().max(10_000).default(''),
      }),
    )
    .max(100)
    .default([]),
  transcript: z.string().trim().max(300_000).default(''),
})
export type ProgrammeContent = z.infer<typeof programmeContent>

export const programmeShape = z.object({
  id: z.number(),
  version: z.number(),
  organization: organizationRef,
  policy: documentRef.nullable(),
  content: programmeContent,
  /** Before the public; `changed` when what is typed differs from it. */
  state: z.enum(['draft', 'live', 'changed']),
  may: z.array(z.enum(['save', 'release'])),
})
export type ProgrammeShape = z.infer<typeof programmeShape>

export const listProgrammes = endpoint({
  method: 'GET',
  path: '/api/programmes',
  summary: 'Interviews, lectures, radio and television questions, the latest first',
  input: z.object({ after, limit }),
  output: z.object({ items: z.array(programmeShape), next: z.string().nullable() }),
})

export const addProgramme = endpoint({
  method: 'POST',
  path: '/api/programmes',
  summary: 'Plans a programme',
  input: z.object({
    organizationId: id,
    policyId: id.nullable().default(null),
    content: programmeContent,
  }),
  output: done,
})

export const saveProgramme = endpoint({
  method: 'PUT',
  path: '/api/programmes/:id',
  summary: 'Keeps schedule, guest, questions and transcript; the public reads what was released',
  input: z.object({
    id,
    version,
    policyId: id.nullable().default(null),
    content: programmeContent,
  }),
  output: done,
})

export const releaseProgramme = endpoint({
  method: 'POST',
  path: '/api/programmes/:id/release',
  summary: 'Puts what is typed before the public. Nobody releases their own text.',
  input: z.object({ id, version }),
  output: done,
})
